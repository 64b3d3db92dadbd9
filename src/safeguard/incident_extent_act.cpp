// The extent of a breach out of the audit log, and who its persons are.
#include <algorithm>
#include <set>

#include "eligibility/person_store.h"
#include "notice/log_reader.h"
#include "safeguard/incident_act.h"
#include "safeguard/incident_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Acting;
using notice::Commitment;
using notice::Leaf;
using notice::Permit;

struct Measured {
  IncidentExtent extent;
  std::set<Commitment> persons;
};

bool in_extent(const Leaf& leaf, const IncidentExtent& wanted) {
  if (leaf.outcome == notice::Outcome::refused || leaf.outcome == notice::Outcome::failed) {
    return false;
  }
  if (leaf.time < wanted.from || wanted.to < leaf.time) return false;
  if (!wanted.operation.empty() && leaf.operation != wanted.operation) return false;
  return !wanted.staff || leaf.actor == notice::Actor(*wanted.staff);
}

Result<> add_persons(const Leaf& leaf, const store::AccessHistory& history, Measured& measured) {
  if (const auto* set = std::get_if<notice::SubjectSet>(&leaf.subjects)) {
    const auto commitments = KENPO_TRY(history.read_set(set->root));
    measured.persons.insert(commitments.begin(), commitments.end());
  } else {
    const auto& listed = std::get<std::vector<Commitment>>(leaf.subjects);
    measured.persons.insert(listed.begin(), listed.end());
  }
  if (measured.persons.size() <= extent_persons_limit) return base::Done{};
  return base::refusal(
      {"範囲の人数が多すぎて数えられません。", "The extent is too large to count."},
      {"期間か操作を狭めてください。", "Narrow the time or the operation."});
}

Result<Measured> measure(Watchtower& tower, const IncidentExtent& wanted) {
  KENPO_TRY(tower.gate.log().checkpoint());
  const auto published = tower.gate.log().state().published;
  Measured measured{.extent = wanted, .persons = {}};
  measured.extent.leaves = 0;
  measured.extent.pairs = 0;
  for (std::uint64_t next = 0; next < published; next += notice::leaves_read_limit) {
    const auto leaves =
        KENPO_TRY(notice::read_leaves(tower.log_directory, published, next,
                                      std::min(notice::leaves_read_limit, published - next)));
    for (const auto& numbered : leaves) {
      if (!in_extent(numbered.leaf, wanted)) continue;
      ++measured.extent.leaves;
      measured.extent.pairs |= numbered.leaf.pairs;
      KENPO_TRY(add_persons(numbered.leaf, tower.history, measured));
    }
  }
  measured.extent.persons = static_cast<std::int64_t>(measured.persons.size());
  return measured;
}

Result<Incident> extent_incident(const store::View& view, const IncidentId& id) {
  const auto found = KENPO_TRY(find_incident(view, id));
  if (found) return *found;
  return base::refusal({"この事案はありません。", "There is no such case."},
                       {"一覧から選び直してください。", "Choose it from the list."});
}

base::Fault no_extent() {
  return base::refusal({"範囲がまだ確定していません。", "The extent is not measured yet."},
                       {"個人情報取扱責任者が、監査記録から範囲を確定します。",
                        "The responsible person measures it out of the audit log."});
}

/// The members whose commitment is in the extent.
Result<std::vector<base::PersonId>> matching(const store::View& view,
                                             const eligibility::PersonAccess& access,
                                             store::AccessHistory& history,
                                             const std::set<Commitment>& wanted) {
  std::vector<base::PersonId> everybody;
  KENPO_TRY(eligibility::each_born(view, access, [&](const base::PersonId& person, base::Date) {
    everybody.push_back(person);
  }));
  std::vector<base::PersonId> found;
  for (const auto& person : everybody) {
    if (wanted.contains(KENPO_TRY(history.commitment(person)))) found.push_back(person);
  }
  return found;
}

}  // namespace

Result<Incident> measure_extent(Watchtower tower, const Acting& acting, const IncidentId& id,
                                const IncidentExtent& wanted) {
  if (wanted.to < wanted.from) {
    return base::refusal({"期間の終わりが始まりより前です。", "The time ends before it begins."},
                         {"期間を直してください。", "Mend the time."});
  }
  return tower.gate.perform<change_incident_operation>(
      acting, [&](const Permit<change_incident_operation>& permit) -> Result<Incident> {
        const auto measured = KENPO_TRY(measure(tower, wanted));
        auto transaction = KENPO_TRY(tower.database.write());
        auto incident = KENPO_TRY(extent_incident(transaction, id));
        if (IncidentState::final_sent <= incident.state) {
          return base::refusal(
              {"確報を出した後は変えられません。", "After the final report the extent stays."},
              {"続きは新しい事案に記録してください。", "Open a new case."});
        }
        incident.extent = measured.extent;
        incident.facts.persons = std::max(incident.facts.persons, measured.extent.persons);
        KENPO_TRY(put(transaction, incident, tower.gate.clock().now()));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return incident;
      });
}

Result<std::int64_t> find_incident_persons(Watchtower tower, const Acting& acting,
                                           const IncidentId& id) {
  return tower.gate.perform<list_incident_persons_operation>(
      acting, [&](const Permit<list_incident_persons_operation>& permit) -> Result<std::int64_t> {
        const IncidentPersonAccess access(permit.grant<notice::Purpose::member_administration>());
        auto transaction = KENPO_TRY(tower.database.write());
        const auto incident = KENPO_TRY(extent_incident(transaction, id));
        if (!incident.extent) return no_extent();
        const auto measured = KENPO_TRY(measure(tower, *incident.extent));
        const auto known = KENPO_TRY(incident_persons(transaction, access, id));
        const std::set<base::PersonId> before(known.begin(), known.end());
        const auto found =
            KENPO_TRY(matching(transaction, access, tower.history, measured.persons));
        for (const auto& person : found) {
          if (before.contains(person)) continue;
          KENPO_TRY(put(transaction, access, id, person, tower.gate.clock().now()));
        }
        KENPO_TRY(transaction.commit(permit.recorder()));
        return static_cast<std::int64_t>(found.size());
      });
}

}  // namespace kenpo::safeguard
