#include "request/candidate_store.h"

#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"

namespace kenpo::request {

namespace {

using base::Result;
using eligibility::dependent_link_table;
using eligibility::insured_period_table;
using eligibility::person_table;

/// Calls `act(Record)` for each decision about the person that stands in the table.
template <const store::Table& table, typename Act>
Result<> each_standing(const store::View& view, const store::CandidateAccess& access, Act act) {
  const auto take = [](void* target,
                       const store::detail::RawRecord& raw) -> Result<store::detail::Next> {
    (*static_cast<Act*>(target))(store::Record<table>(raw));
    return store::detail::Next::more;
  };
  const std::string subject(access.subject().text());
  KENPO_TRY(store::detail::each(view, store::AnyAccess(access), table,
                                "subject_id = $1 AND withdrawn_at = $2",
                                {subject, store::not_withdrawn}, {&act, take}));
  return base::Done{};
}

}  // namespace

Result<Candidate> read_candidate(const store::View& view, const store::CandidateAccess& access) {
  Candidate candidate{.person = access.subject().as_person()};
  KENPO_TRY(
      each_standing<person_table>(view, access, [&](const store::Record<person_table>& record) {
        const auto person = eligibility::person_from(record);
        candidate.name = person.name;
        candidate.address = person.postal_code;
        if (!person.postal_code.empty() && !person.address.empty()) candidate.address += " ";
        candidate.address += person.address;
      }));
  KENPO_TRY(each_standing<dependent_link_table>(view, access,
                                                [&](const store::Record<dependent_link_table>&) {
                                                  candidate.membership = Membership::dependent;
                                                }));
  base::Date latest;
  KENPO_TRY(each_standing<insured_period_table>(
      view, access, [&](const store::Record<insured_period_table>& record) {
        const auto period = eligibility::period_from(record);
        if (candidate.membership == Membership::insured && period.acquired < latest) return;
        latest = period.acquired;
        candidate.membership = Membership::insured;
        candidate.symbol = period.symbol;
        candidate.number = period.number;
      }));
  return candidate;
}

}  // namespace kenpo::request
