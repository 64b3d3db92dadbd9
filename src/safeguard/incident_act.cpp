#include "safeguard/incident_act.h"

#include "base/utf8.h"
#include "safeguard/incident_rule.h"
#include "safeguard/incident_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;

Result<Incident> incident_of(const store::View& view, const IncidentId& id) {
  const auto found = KENPO_TRY(find_incident(view, id));
  if (found) return *found;
  return base::refusal({"この事案はありません。", "There is no such case."},
                       {"一覧から選び直してください。", "Choose it from the list."});
}

Result<> check_items(const ReportItems& items) {
  for (const auto& item : items) {
    if (base::count_code_points(item) <= report_item_limit_characters) continue;
    return base::refusal(
        {"1つの事項は2,000文字までです。", "An item has 2,000 characters at most."},
        {"短くしてください。", "Make it shorter."});
  }
  return base::Done{};
}

/// Reads, changes and writes one incident as a new version.
template <typename Change>
Result<Incident> change_incident(notice::Gate& gate, store::Database& database,
                                 const Acting& acting, const IncidentId& id, Change&& change) {
  return gate.perform<change_incident_operation>(
      acting, [&](const Permit<change_incident_operation>& permit) -> Result<Incident> {
        auto transaction = KENPO_TRY(database.write());
        auto incident = KENPO_TRY(incident_of(transaction, id));
        if (incident.state == IncidentState::closed) {
          return base::refusal({"完了した事案は変えられません。", "A closed case stays as it is."},
                               {"新しい事案として記録してください。", "Open a new case."});
        }
        const Result<> changed = change(incident);
        if (!changed.ok()) return changed.faults();
        KENPO_TRY(put(transaction, incident, gate.clock().now()));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return incident;
      });
}

/// The facts' classes on top of those before; the days follow. A stricter class opens the report.
Result<> judge(Incident& incident) {
  if (incident.state == IncidentState::suspected) return base::Done{};
  const auto now = KENPO_TRY(classify(incident.facts, incident.known_on));
  const auto before = incident.classes;
  incident.classes = stricter(before, now);
  if (incident.classes == 0) {
    // Nobody counted yet is no answer: only facts that say so need no report.
    const bool told = incident.facts.persons > 0 || incident.facts.recovered_unseen;
    if (told && incident.state == IncidentState::contained)
      incident.state = IncidentState::classified;
    return base::Done{};
  }
  if (!incident.dates || incident.classes != before) {
    incident.dates = KENPO_TRY(report_dates(incident.classes, incident.known_on));
  }
  if (incident.state <= IncidentState::classified) {
    incident.state = IncidentState::preliminary_due;
  }
  return base::Done{};
}

}  // namespace

Result<std::vector<Incident>> show_incidents(notice::Gate& gate, store::Database& database,
                                             const Acting& acting) {
  return gate.perform<show_incidents_operation>(
      acting, [&](const Permit<show_incidents_operation>&) -> Result<std::vector<Incident>> {
        const auto view = KENPO_TRY(database.read());
        return list_incidents(view);
      });
}

Result<Incident> show_incident(notice::Gate& gate, store::Database& database, const Acting& acting,
                               const IncidentId& id) {
  return gate.perform<show_incidents_operation>(
      acting, [&](const Permit<show_incidents_operation>&) -> Result<Incident> {
        const auto view = KENPO_TRY(database.read());
        return incident_of(view, id);
      });
}

Result<IncidentId> open_incident(notice::Gate& gate, store::Database& database,
                                 const Acting& acting, base::Date known_on,
                                 const std::string& outline) {
  return gate.perform<change_incident_operation>(
      acting, [&](const Permit<change_incident_operation>& permit) -> Result<IncidentId> {
        const auto now = gate.clock().now();
        if (now.day() < known_on) {
          return base::refusal({"知った日がこれから先の日です。", "The day is still to come."},
                               {"知った日を入れ直してください。", "Enter the day again."});
        }
        Incident incident{.known_on = known_on, .facts = {}};
        incident.items[0] = outline;
        if (outline.empty()) {
          return base::refusal({"概要がありません。", "The outline is missing."},
                               {"分かっていることを書いてください。", "Say what is known."});
        }
        KENPO_TRY(check_items(incident.items));
        auto transaction = KENPO_TRY(database.write());
        KENPO_TRY(put(transaction, incident, now));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return incident.id;
      });
}

Result<Incident> enter_facts(notice::Gate& gate, store::Database& database, const Acting& acting,
                             const IncidentId& id, const IncidentFacts& facts) {
  return change_incident(gate, database, acting, id, [&](Incident& incident) -> Result<> {
    if (facts.persons < facts.special_care || facts.persons < facts.number_persons) {
      return base::refusal(
          {"内訳の人数が、全体の人数を超えています。", "A part is larger than the whole."},
          {"人数を直してください。", "Mend the numbers."});
    }
    incident.facts = facts;
    return judge(incident);
  });
}

Result<> enter_items(notice::Gate& gate, store::Database& database, const Acting& acting,
                     const IncidentId& id, const ReportItems& items) {
  KENPO_TRY(check_items(items));
  KENPO_TRY(change_incident(gate, database, acting, id, [&](Incident& incident) -> Result<> {
    if (IncidentState::final_sent <= incident.state) {
      return base::refusal(
          {"確報を出した後は変えられません。", "After the final report it stays as it was sent."},
          {"続きは新しい事案に記録してください。", "Open a new case."});
    }
    incident.items = items;
    return base::Done{};
  }));
  return base::Done{};
}

Result<Incident> advance(notice::Gate& gate, store::Database& database, const Acting& acting,
                         const IncidentId& id, IncidentState to, PersonsTold told) {
  return change_incident(gate, database, acting, id, [&](Incident& incident) -> Result<> {
    if (to == IncidentState::persons_told) incident.told = told;
    KENPO_TRY(check_step(incident, to));
    incident.state = to;
    if (to == IncidentState::final_due) incident.preliminary_at = gate.clock().now();
    if (to == IncidentState::final_sent) incident.final_at = gate.clock().now();
    return base::Done{};
  });
}

}  // namespace kenpo::safeguard
