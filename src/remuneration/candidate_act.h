// Candidates for a revision over the society, and what the clerk does about one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"
#include "remuneration/candidate_rule.h"
#include "remuneration/manual_act.h"

namespace kenpo::remuneration {

inline constexpr notice::Operation remuneration_candidate_list{
    .name = "remuneration.candidate_list",
    .japanese = "随時改定の候補の一覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};
inline constexpr notice::Operation remuneration_candidate_dismiss{
    .name = "remuneration.candidate_dismiss",
    .japanese = "随時改定の候補から外す",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

inline constexpr notice::Operation remuneration_candidate_propose{
    .name = "remuneration.candidate_propose",
    .japanese = "随時改定の候補の事務処理への登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}},
    .runner = notice::Runner::staff_or_program};

/// A list is cut here; who is decided or dismissed leaves it.
inline constexpr std::size_t candidates_limit = 500;

struct NamedCandidate {
  eligibility::NotifiedPay pay;
  eligibility::InsuredName insured;
  Candidate candidate;
};
struct CandidateList {
  std::vector<NamedCandidate> candidates;  // certain ones first, then by grades
  bool cut = false;                        // there are more than candidates_limit
};
/// From the regular notifications and the reports of the year, in scope, without those dismissed.
base::Result<CandidateList> list_candidates(eligibility::Ledger& ledger,
                                            const notice::Acting& acting, int year);
struct CandidateItems {
  std::int64_t found = 0;
  std::int64_t opened = 0;
};
/// A work item for every candidate whose three months are known, or have passed by the month while
/// the employer has not told them all; once for each revision.
base::Result<CandidateItems> propose_candidates(eligibility::Ledger& ledger,
                                                const notice::Acting& acting, base::Month month);
/// One of them. Refused: a notification that is none (any more).
base::Result<NamedCandidate> show_candidate(eligibility::Ledger& ledger,
                                            const notice::Acting& acting,
                                            const eligibility::NotifiedPayId& notified);
/// Refused: no reason, a notification that is not there, one outside the scope.
base::Result<> dismiss_candidate(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const eligibility::NotifiedPayId& notified,
                                 const std::string& reason);
/// A certain candidate becomes a determination (manual_act.h), decided by a second person where the
/// society asks for one.
base::Result<ManualDetermination> determine_candidate(eligibility::Ledger& ledger,
                                                      const notice::Acting& acting,
                                                      const eligibility::NotifiedPayId& notified,
                                                      const std::string& reason);

}  // namespace kenpo::remuneration
