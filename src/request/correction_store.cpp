#include "request/correction_store.h"

#include <algorithm>

#include "base/width.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_number_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::request {

namespace {

using base::Result;
using eligibility::person_table;
using store::AnyAccess;

/// Every decision about the person, the oldest first.
Result<std::vector<HeldPerson>> decisions_about(const store::View& view,
                                                const store::SubjectAccess& access) {
  std::vector<HeldPerson> all;
  const auto take = [](void* target,
                       const store::detail::RawRecord& raw) -> Result<store::detail::Next> {
    const store::Record<person_table> record(raw);
    static_cast<std::vector<HeldPerson>*>(target)->push_back(
        HeldPerson{eligibility::person_from(record), record.times(), record.row()});
    return store::detail::Next::more;
  };
  const std::string subject(access.subject().text());
  KENPO_TRY(store::detail::each(view, AnyAccess(access), person_table,
                                "subject_id = $1", {subject}, {&all, take}));
  std::ranges::sort(all, {}, [](const HeldPerson& each) { return each.times.decided_at; });
  return all;
}

}  // namespace

Result<base::Moment> wrong_since(const store::View& view, const store::SubjectAccess& access,
                                 const HeldPerson& held, const eligibility::Person& after) {
  const auto decisions = KENPO_TRY(decisions_about(view, access));
  auto since = held.times.decided_at;
  for (const auto& value : changes_between(held.person, after)) {
    auto first = held.times.decided_at;
    for (auto at = decisions.rbegin(); at != decisions.rend(); ++at) {
      const auto differs = changes_between(at->person, held.person);
      if (std::ranges::find(differs, value.label, &ChangedValue::label) != differs.end()) break;
      first = at->times.decided_at;
    }
    since = std::min(since, first);
  }
  return since;
}

Result<bool> is_protected(const store::View& view, const store::SubjectAccess& access) {
  const auto rows =
      KENPO_TRY(store::rows_of_subject(view, access, eligibility::protection_table));
  return std::ranges::any_of(rows, [](const store::HeldRow& row) {
    return row.times.withdrawn_at == store::not_withdrawn && row.times.valid_to == store::no_end;
  });
}

Result<std::optional<HeldPerson>> held_person(const store::View& view,
                                              const store::SubjectAccess& access) {
  std::optional<HeldPerson> found;
  const auto take = [](void* target,
                       const store::detail::RawRecord& raw) -> Result<store::detail::Next> {
    const store::Record<person_table> record(raw);
    *static_cast<std::optional<HeldPerson>*>(target) =
        HeldPerson{eligibility::person_from(record), record.times(), record.row()};
    return store::detail::Next::more;
  };
  const std::string subject(access.subject().text());
  KENPO_TRY(store::detail::each(view, AnyAccess(access), person_table,
                                "subject_id = $1 AND withdrawn_at = $2",
                                {subject, store::not_withdrawn}, {&found, take}));
  return found;
}

Result<> correct_person(store::Transaction& transaction, const store::SubjectAccess& access,
                        const HeldPerson& before, const eligibility::Person& after,
                        base::Moment now) {
  KENPO_REQUIRE(after.id == before.person.id && access.subject() == store::SubjectId(after.id));
  KENPO_TRY(store::detail::withdraw(transaction, AnyAccess(access), person_table, before.row, now));
  const auto draft = eligibility::person_draft(after, before.times.valid_from, now);
  KENPO_TRY(store::detail::insert(transaction, AnyAccess(access), draft.raw()));
  return base::Done{};
}

Result<std::vector<base::PersonId>> people_like(const store::View& view,
                                                const store::LookUp& look_up,
                                                std::string_view name_kana, base::Date born) {
  return store::subjects_of_rows(
      view, look_up, person_table, "look_alike = $1 AND withdrawn_at = $2",
      {store::blind<person_table>(view, eligibility::look_alike_key(name_kana, born)),
       store::not_withdrawn});
}

Result<std::set<base::PersonId>> people_of_number(const store::View& view,
                                                  const store::LookUp& look_up,
                                                  std::string_view number) {
  std::set<base::PersonId> people;
  const auto key = base::search_key(number);
  const auto dash = key.rfind('-');
  if (dash == std::string::npos) return people;
  const auto symbol = std::string_view(key).substr(0, dash);
  for (const auto& establishment : KENPO_TRY(eligibility::list_establishments(view))) {
    if (base::search_key(establishment.symbol) != symbol) continue;
    const auto insured = KENPO_TRY(store::subjects_of_rows(
        view, look_up, eligibility::insured_period_table, "number_blind = $1 AND withdrawn_at = $2",
        {eligibility::number_blind(view, establishment.id,
                                   std::string_view(key).substr(dash + 1)),
         store::not_withdrawn}));
    for (const auto& person : insured) {
      people.insert(person);
      const auto dependents = KENPO_TRY(store::subjects_of_rows(
          view, look_up, eligibility::dependent_link_table, "insured = $1 AND withdrawn_at = $2",
          {person, store::not_withdrawn}));
      people.insert(dependents.begin(), dependents.end());
    }
  }
  return people;
}

Result<> add(store::Transaction& transaction, const RequestAccess& access,
             const Statement& statement) {
  store::Draft<statement_table> draft(statement.person);
  draft.set("case_id", statement.id)
      .set("table_name", statement.table)
      .set("row_number", statement.row)
      .set("column_name", statement.column)
      .set("at", statement.at)
      .set("by", statement.by)
      .set("words", statement.words);
  KENPO_TRY(store::insert<statement_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Statement>> statements_of(const store::View& view, const RequestAccess& access,
                                             const base::CaseId& id) {
  return store::list<statement_table>(view, access, {"case_id = $1", "ORDER BY row_id"}, {id},
                                      [](const store::Record<statement_table>& record) {
                                        return Statement{
                                            .person = record.subject(),
                                            .id = record.get<base::CaseId>("case_id"),
                                            .table = record.get<std::string>("table_name"),
                                            .row = record.get<std::int64_t>("row_number"),
                                            .column = record.get<std::string>("column_name"),
                                            .at = record.get<base::Moment>("at"),
                                            .by = record.get<base::StaffId>("by"),
                                            .words = record.get<std::string>("words")};
                                      });
}

}  // namespace kenpo::request
