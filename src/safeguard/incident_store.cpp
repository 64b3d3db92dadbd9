#include "safeguard/incident_store.h"

namespace kenpo::safeguard {

namespace {

using base::Moment;
using base::Result;
using store::no_personal_data;
using store::not_withdrawn;
using IncidentRecord = store::Record<incident_table>;

/// Between two items of a report: a control character that no form takes.
constexpr char item_end = '\x1F';

enum : unsigned {
  property = 1,
  improper = 2,
  system = 4,
  open = 8,
  encrypted = 16,
  recovered = 32
};

unsigned circumstances_of(const IncidentFacts& facts) {
  return (facts.property_harm ? property : 0U) | (facts.improper_aim ? improper : 0U) |
         (facts.number_system ? system : 0U) | (facts.number_public ? open : 0U) |
         (facts.strongly_encrypted ? encrypted : 0U) | (facts.recovered_unseen ? recovered : 0U);
}

IncidentFacts incident_facts_from(const IncidentRecord& record) {
  const auto bits = record.get<unsigned>("circumstances");
  return {.event = record.get<IncidentEvent>("event"),
          .persons = record.get<std::int64_t>("persons"),
          .special_care = record.get<std::int64_t>("special_care"),
          .number_persons = record.get<std::int64_t>("number_persons"),
          .property_harm = (bits & property) != 0,
          .improper_aim = (bits & improper) != 0,
          .number_system = (bits & system) != 0,
          .number_public = (bits & open) != 0,
          .strongly_encrypted = (bits & encrypted) != 0,
          .recovered_unseen = (bits & recovered) != 0};
}

std::string joined_items(const Incident& incident) {
  std::string joined;
  for (const auto& item : incident.items) joined += item + item_end;
  return joined;
}

void part_items(std::string_view joined, Incident& incident) {
  for (auto& item : incident.items) {
    const auto end = joined.find(item_end);
    if (end == std::string_view::npos) return;
    item = joined.substr(0, end);
    joined.remove_prefix(end + 1);
  }
}

std::optional<IncidentExtent> extent_from(const IncidentRecord& record) {
  const auto from = record.get<std::optional<Moment>>("extent_from");
  const auto to = record.get<std::optional<Moment>>("extent_to");
  if (!from || !to) return std::nullopt;
  using Count = std::optional<std::int64_t>;
  return IncidentExtent{
      .operation = record.get<std::optional<std::string>>("extent_operation").value_or(""),
      .staff = record.get<std::optional<base::StaffId>>("extent_staff"),
      .from = *from,
      .to = *to,
      .leaves = record.get<Count>("extent_leaves").value_or(0),
      .persons = record.get<Count>("extent_persons").value_or(0),
      .pairs = static_cast<std::uint64_t>(record.get<Count>("extent_pairs").value_or(0))};
}

Incident incident_from(const IncidentRecord& record) {
  Incident incident{.id = record.get<IncidentId>("incident"),
                    .state = record.get<IncidentState>("state"),
                    .known_on = record.times().valid_from,
                    .facts = incident_facts_from(record),
                    .classes = record.get<IncidentClasses>("classes"),
                    .extent = extent_from(record),
                    .preliminary_at = record.get<std::optional<Moment>>("preliminary_at"),
                    .final_at = record.get<std::optional<Moment>>("final_at"),
                    .told = record.get<PersonsTold>("told"),
                    .changed_at = record.times().decided_at};
  using Day = std::optional<base::Date>;
  const auto from = record.get<Day>("preliminary_from");
  const auto by = record.get<Day>("preliminary_by");
  const auto final_by = record.get<Day>("final_by");
  if (from && by && final_by) incident.dates = IncidentDates{*from, *by, *final_by};
  part_items(record.get<std::string_view>("items"), incident);
  return incident;
}

void set_extent(store::Draft<incident_table>& draft, const IncidentExtent& extent) {
  draft.set("extent_operation", extent.operation)
      .set("extent_staff", extent.staff)
      .set("extent_from", extent.from)
      .set("extent_to", extent.to)
      .set("extent_leaves", extent.leaves)
      .set("extent_persons", extent.persons)
      .set("extent_pairs", static_cast<std::int64_t>(extent.pairs));
}

}  // namespace

Result<> put(store::Transaction& transaction, const Incident& incident, Moment now) {
  const auto old = KENPO_TRY(store::find<incident_table>(
      transaction, no_personal_data, {"incident = $1 AND withdrawn_at = $2"},
      {incident.id, not_withdrawn}, [](const IncidentRecord& record) { return record.row(); }));
  if (old) KENPO_TRY(store::withdraw<incident_table>(transaction, no_personal_data, *old, now));
  store::Draft<incident_table> draft(
      store::Times{.valid_from = incident.known_on, .decided_at = now});
  draft.set("incident", incident.id)
      .set("state", incident.state)
      .set("event", incident.facts.event)
      .set("persons", incident.facts.persons)
      .set("special_care", incident.facts.special_care)
      .set("number_persons", incident.facts.number_persons)
      .set("circumstances", circumstances_of(incident.facts))
      .set("classes", incident.classes)
      .set("items", joined_items(incident))
      .set("preliminary_at", incident.preliminary_at)
      .set("final_at", incident.final_at)
      .set("told", incident.told);
  if (incident.dates) {
    draft.set("preliminary_from", incident.dates->preliminary_from)
        .set("preliminary_by", incident.dates->preliminary_by)
        .set("final_by", incident.dates->final_by);
  }
  if (incident.extent) set_extent(draft, *incident.extent);
  KENPO_TRY(store::insert<incident_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<Incident>> find_incident(const store::View& view, const IncidentId& id) {
  return store::find<incident_table>(view, no_personal_data,
                                     {"incident = $1 AND withdrawn_at = $2"}, {id, not_withdrawn},
                                     incident_from);
}

Result<std::vector<Incident>> list_incidents(const store::View& view) {
  return store::list<incident_table>(
      view, no_personal_data,
      {"withdrawn_at = $1", "ORDER BY valid_from DESC, row_id DESC LIMIT 200"}, {not_withdrawn},
      incident_from);
}

Result<std::vector<Incident>> incident_versions(const store::View& view, const IncidentId& id) {
  return store::list<incident_table>(view, no_personal_data, {"incident = $1", "ORDER BY row_id"},
                                     {id}, incident_from);
}

Result<> put(store::Transaction& transaction, const IncidentPersonAccess& access,
             const IncidentId& incident, const base::PersonId& person, Moment now) {
  store::Draft<incident_person_table> draft(person);
  draft.set("incident", incident).set("found_at", now);
  KENPO_TRY(store::insert<incident_person_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<base::PersonId>> incident_persons(const store::View& view,
                                                     const IncidentPersonAccess& access,
                                                     const IncidentId& incident) {
  return store::list<incident_person_table>(
      view, access, {"incident = $1", "ORDER BY row_id"}, {incident},
      [](const store::Record<incident_person_table>& record) { return record.subject(); });
}

}  // namespace kenpo::safeguard
