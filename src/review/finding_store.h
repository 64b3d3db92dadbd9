// Findings and decisions in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "review/finding.h"
#include "store/seal.h"

namespace kenpo::review {

inline constexpr store::Table claim_finding_table{
    .name = "claim_finding",
    .japanese = "内容点検で見つかったもの",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::standing,
    .clear = {{"finding", store::Kind::id},
              {"claim", store::Kind::id},
              {"other", store::Kind::id, store::Presence::optional},
              {"establishment", store::Kind::id, store::Presence::optional},
              {"rule", store::Kind::text},
              {"severity", store::Kind::integer},
              {"claimed_in", store::Kind::month},
              {"treated_in", store::Kind::month},
              {"found_at", store::Kind::moment},
              {"state", store::Kind::integer},
              {"yen", store::Kind::yen}},
    .personal = {{"key", store::Kind::text},
                 {"evidence", store::Kind::text},
                 {"row", store::Kind::integer},
                 {"branch", store::Kind::integer}},
    .indexes = {{.columns = {"finding"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"claimed_in", "state", "rule"}},
                {.columns = {"establishment", "claimed_in"}},
                {.columns = {"claim"}},
                {.columns = {"state"}}},
    .acquired = "found_at"};

inline constexpr store::Table claim_finding_decision_table{
    .name = "claim_finding_decision",
    .japanese = "内容点検の判断",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::event,
    .clear = {{"finding", store::Kind::id},
              {"verdict", store::Kind::integer},
              {"reason", store::Kind::text},
              {"detail", store::Kind::text},
              {"decided_by", store::Kind::id},
              {"made_at", store::Kind::moment}},
    .personal = {{"words", store::Kind::text}},
    .indexes = {{.columns = {"finding"}}},
    .acquired = "made_at"};

using FindingAccess = store::AccessTo<claim_finding_table>;

base::Result<> add(store::Transaction& transaction, const FindingAccess& access,
                   const Finding& finding);
/// Puts another state in the place of the old one; nothing else of a finding changes.
base::Result<> put_state(store::Transaction& transaction, const FindingAccess& access,
                         const FindingId& id, FindingState state);
base::Result<> add(store::Transaction& transaction, const FindingAccess& access,
                   const base::PersonId& person, const FindingDecision& decision);

base::Result<std::optional<Finding>> find_finding(const store::View& view,
                                                  const FindingAccess& access,
                                                  const FindingId& id);
base::Result<std::vector<FindingDecision>> decisions_of(const store::View& view,
                                                        const FindingAccess& access,
                                                        const FindingId& id);
base::Result<std::vector<Finding>> findings_of(const store::View& view,
                                               const FindingAccess& access,
                                               const base::PersonId& person);
/// Those about a receipt, whoever they are filed under.
base::Result<std::vector<Finding>> findings_about(const store::View& view,
                                                  const FindingAccess& access,
                                                  const claim::ClaimId& claim);
/// Files the finding with its decisions under another person: its receipt is theirs now.
base::Result<> move_finding(store::Transaction& transaction, const FindingAccess& access,
                            const Finding& finding, const base::PersonId& to);
base::Result<std::vector<Finding>> findings_in_state(const store::View& view,
                                                     const FindingAccess& access,
                                                     FindingState state);

/// Which findings to list, of one establishment or of any.
struct FindingFilter {
  base::Month claimed_in;
  std::optional<FindingState> state = {};
  std::string check = {};  // empty: of every rule
  std::optional<base::EstablishmentId> establishment = {};
  std::int64_t offset = 0;
  std::int64_t count = 50;  // at most 1000
};
/// In the order of rule and treatment, so that like stands beside like.
base::Result<std::vector<Finding>> list_findings(const store::View& view,
                                                 const FindingAccess& access,
                                                 const FindingFilter& filter);
base::Result<std::int64_t> count_findings(const store::View& view, const FindingAccess& access,
                                          const FindingFilter& filter);

/// Calls `act(const Finding&)` for every finding that was made.
Finding finding_from(const store::Record<claim_finding_table>& record);
template <typename Act>
base::Result<std::size_t> each_finding(const store::View& view, const FindingAccess& access,
                                       Act&& act) {
  return store::each<claim_finding_table>(
      view, access, {"1 = 1", "ORDER BY row_id"}, {},
      [&](const store::Record<claim_finding_table>& record) { act(finding_from(record)); });
}

}  // namespace kenpo::review
