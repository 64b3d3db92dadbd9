// 高額療養費・付加給付の支給の決裁: the month's list, one household with its calculation line by line, the
// decision, the letter.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "benefit/high_cost_act.h"
#include "eligibility/insured_name_act.h"

namespace kenpo::benefit {

inline constexpr notice::Operation high_cost_list{
    .name = "high_cost.list",
    .japanese = "高額療養費・付加給付の一覧",
    .pairs = {benefit_pair, claim_pair, member_pair}};
inline constexpr notice::Operation high_cost_show{
    .name = "high_cost.show",
    .japanese = "高額療養費・付加給付の計算の表示",
    .pairs = {claim_pair, member_pair, benefit_pair}};
inline constexpr notice::Operation high_cost_decide{
    .name = "high_cost.decide",
    .japanese = "高額療養費・付加給付の支給の決裁",
    .verb = notice::Verb::write,
    .pairs = {benefit_pair, claim_pair, member_pair}};
inline constexpr notice::Operation high_cost_letter{
    .name = "high_cost.letter",
    .japanese = "高額療養費・付加給付の支給決定通知書",
    .verb = notice::Verb::provide,
    .pairs = {benefit_pair, member_pair}};

inline constexpr std::size_t award_states_count = 5;
inline constexpr std::size_t refusal_characters_limit = 200;

struct AwardLine {
  Award award;
  eligibility::InsuredName insured = {};
  Doubts doubts = 0;
};
struct AwardList {
  std::optional<base::Month> month = {};  // none: nothing was computed yet
  std::vector<AwardLine> lines = {};
  std::int64_t count = 0;                 // of the filter
  std::array<std::int64_t, award_states_count> by_state{};
  std::array<base::Yen, award_states_count> sums{};
  std::int64_t clear = 0;                 // wait and nothing is to be looked at
};
/// The awards of a month of treatment (without one: of the newest), of the handler's
/// establishments; `most` from `skipped` of those in the state, or of all.
base::Result<AwardList> list_awards(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    std::optional<base::Month> month,
                                    std::optional<AwardState> state, std::int64_t skipped,
                                    std::int64_t most);

struct NamedPerson {
  base::PersonId person;
  std::string name = {};
};
struct HouseholdView {
  eligibility::InsuredName insured = {};
  std::vector<HighCostResult> history = {};  // the latest first
  std::vector<BasisPart> basis = {};         // of the latest
  std::vector<NamedPerson> people = {};      // of its units
  std::vector<Award> awards = {};            // of the month
  base::Span claimable = {};                 // 時効
  std::vector<law::Basis> claimable_basis = {};
};
/// Nullopt: nothing was computed for the household and month. Refused: outside the handler's scope.
base::Result<std::optional<HouseholdView>> show_household(eligibility::Ledger& ledger,
                                                          const notice::Acting& acting,
                                                          const base::PersonId& insured,
                                                          base::Month month);

/// Decides the proposal. What is to be given waits for the bank; what is to be paid back is first
/// set off against what still waits for the household and month, the rest is entered in the ledger
/// of debts (recourse/recovery.h). Refused: one that is decided, refused or replaced already.
base::Result<Award> decide_award(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const AwardId& id);
/// Does not give it. Refused: as above, and without a reason.
base::Result<Award> refuse_award(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const AwardId& id, const std::string& reason);
/// Decides every proposal of the month in which nothing is to be looked at and something is to be
/// given. Refused when they are not as many as the person has seen.
base::Result<std::int64_t> decide_clear_awards(eligibility::Ledger& ledger,
                                               const notice::Acting& acting, base::Month month,
                                               std::int64_t seen);

/// Whose award it is, and of which month. Refused: outside the handler's scope.
struct AwardPlace {
  base::PersonId insured;
  base::Month month = {};
  AwardKind kind = AwardKind::month;
};
base::Result<AwardPlace> place_of_award(eligibility::Ledger& ledger,
                                        const notice::Acting& acting, const AwardId& id);

/// Refused: an award that is not decided, one outside the handler's scope.
base::Result<AwardLetter> award_letter(eligibility::Ledger& ledger, const notice::Acting& acting,
                                       const AwardId& id);

}  // namespace kenpo::benefit
