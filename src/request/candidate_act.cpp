#include "request/candidate_act.h"

#include <algorithm>

#include "base/mask.h"
#include "request/candidate_store.h"
#include "request/case_act.h"
#include "request/fault.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;

constexpr std::size_t digits_shown = 2;  // of the number: enough to tell two apart

}  // namespace

Result<std::vector<Candidate>> list_candidates(RequestOffice& office, const notice::Acting& acting,
                                               const std::string& name_kana, base::Date born) {
  using Answer = Result<std::vector<Candidate>>;
  const auto work = [&](const Permit<candidates_operation>& permit) -> Answer {
    const auto view = KENPO_TRY(office.database.read());
    const auto people = KENPO_TRY(
        kept_people(view, store::LookUp(permit), name_kana, born, office.gate.clock().now()));
    std::vector<Candidate> candidates;
    if (people.size() < 2) return candidates;
    for (const auto& person : people) {
      auto candidate =
          KENPO_TRY(read_candidate(view, store::CandidateAccess(permit, store::SubjectId(person))));
      candidate.symbol = base::masked(candidate.symbol);
      candidate.number = base::masked_but_last(candidate.number, digits_shown);
      candidate.address = base::masked(candidate.address);
      candidates.push_back(std::move(candidate));
    }
    return candidates;
  };
  return office.gate.perform<candidates_operation>(acting, work);
}

Result<Candidate> look_at_candidate(RequestOffice& office, const notice::Acting& acting,
                                    const std::string& name_kana, base::Date born,
                                    const base::PersonId& person) {
  // Under the leaf of the list: the leaf of the look names nobody but the one who is looked at.
  const auto listed = KENPO_TRY(list_candidates(office, acting, name_kana, born));
  if (std::ranges::find(listed, person, &Candidate::person) == listed.end()) return no_candidate();
  const auto work = [&](const Permit<candidate_look_operation>& permit) -> Result<Candidate> {
    const auto view = KENPO_TRY(office.database.read());
    return read_candidate(view, store::CandidateAccess(permit, store::SubjectId(person)));
  };
  return office.gate.perform<candidate_look_operation>(acting, work);
}

}  // namespace kenpo::request
