// High-cost medical expense in the store: results with their derivation under レセプトに関する情報,
// proposals and decisions under 現金給付に関する情報.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "benefit/high_cost.h"
#include "store/seal.h"

namespace kenpo::benefit {

inline constexpr store::Table high_cost_result_table{
    .name = "high_cost_result",
    .japanese = "高額療養費・付加給付の計算",
    .subject = store::Subject::person,  // the insured person
    .category = notice::Category::medical_claim,
    .timed = store::Timed::yes,  // valid in the month of treatment
    .clear = {{"result", store::Kind::id},
              {"establishment", store::Kind::id},
              {"high_cost", store::Kind::yen},
              {"in_kind", store::Kind::yen},
              {"insured_addition", store::Kind::yen},
              {"family_addition", store::Kind::yen},
              {"combined_addition", store::Kind::yen},
              {"counts", store::Kind::integer},
              {"doubts", store::Kind::integer},
              {"cause", store::Kind::integer},
              {"nursing_addition", store::Kind::yen, store::Presence::optional}},
    .personal = {{"of", store::Kind::integer},
                 {"frequent", store::Kind::integer},
                 {"units", store::Kind::text}},
    .indexes = {{.columns = {"result"}}, {.columns = {"valid_from"}}}};

/// The derivation stands apart: a month's run reads every result and no derivation.
inline constexpr store::Table high_cost_basis_table{
    .name = "high_cost_basis",
    .japanese = "高額療養費・付加給付の計算の理由",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::part,
    .part_of = "high_cost_result",
    .clear = {{"result", store::Kind::id}, {"part", store::Kind::integer}},
    .personal = {{"heading", store::Kind::text}, {"basis", store::Kind::text}},
    .indexes = {{.columns = {"result", "part"}}}};

inline constexpr store::Table high_cost_award_table{
    .name = "high_cost_award",
    .japanese = "高額療養費・付加給付の支給",
    .subject = store::Subject::person,
    .category = notice::Category::cash_benefit,
    .untimed = store::Untimed::event,
    .clear = {{"award", store::Kind::id},
              {"establishment", store::Kind::id},
              {"month", store::Kind::month},
              {"result", store::Kind::id},
              {"high_cost", store::Kind::yen},
              {"insured_addition", store::Kind::yen},
              {"family_addition", store::Kind::yen},
              {"combined_addition", store::Kind::yen},
              {"made_at", store::Kind::moment},
              {"kind", store::Kind::integer, store::Presence::optional},
              {"nursing_addition", store::Kind::yen, store::Presence::optional},
              {"outpatient_year", store::Kind::yen, store::Presence::optional},
              {"base_day", store::Kind::date, store::Presence::optional}},
    .indexes = {{.columns = {"award"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"month"}}},
    .acquired = "made_at"};

inline constexpr store::Table high_cost_award_step_table{
    .name = "high_cost_award_step",
    .japanese = "高額療養費・付加給付の支給の経過",
    .subject = store::Subject::person,
    .category = notice::Category::cash_benefit,
    .untimed = store::Untimed::event,
    .clear = {{"award", store::Kind::id},
              {"month", store::Kind::month},
              {"step", store::Kind::integer},
              {"on_day", store::Kind::date},
              {"at", store::Kind::moment},
              {"by_staff", store::Kind::id, store::Presence::optional}},
    .personal = {{"reason", store::Kind::text}},
    .indexes = {{.columns = {"award"}}, {.columns = {"month"}}},
    .acquired = "at"};

/// One time that households were computed: what has come or changed since the time before.
inline constexpr store::Table high_cost_run_table{
    .name = "high_cost_run",
    .japanese = "高額療養費の計算の実行",
    .untimed = store::Untimed::event,
    .clear = {{"facts_at", store::Kind::moment},
              {"households", store::Kind::integer},
              {"changed", store::Kind::integer}},
    .indexes = {{.columns = {"facts_at"}}}};

using ResultAccess = store::AccessTo<high_cost_result_table>;
using AwardAccess = store::AccessTo<high_cost_award_table>;

/// Adds the result with its derivation; the one that stood for the household and month is
/// withdrawn.
base::Result<> put(store::Transaction& transaction, const ResultAccess& access,
                   const HighCostResult& result, const std::vector<BasisPart>& basis,
                   base::Moment now);
/// The results that stand for the insured person, by month.
base::Result<std::vector<HighCostResult>> results_of(const store::View& view,
                                                     const ResultAccess& access,
                                                     const base::PersonId& insured);
/// Every result of the household and month, the latest first.
base::Result<std::vector<HighCostResult>> history_of(const store::View& view,
                                                     const ResultAccess& access,
                                                     const base::PersonId& insured,
                                                     base::Month month);
/// What is to be looked at, by the insured person, in the results that stand for the month.
base::Result<std::unordered_map<base::PersonId, Doubts>> doubts_in(const store::View& view,
                                                                   const ResultAccess& access,
                                                                   base::Month month);
/// The months of the insured person that count as frequent, in their order.
base::Result<std::vector<base::Month>> frequent_months_of(const store::View& view,
                                                          const ResultAccess& access,
                                                          const base::PersonId& insured);
/// Adds the derivation of a result.
base::Result<> put_basis(store::Transaction& transaction, const ResultAccess& access,
                         const base::PersonId& insured, const ResultId& result,
                         const std::vector<BasisPart>& basis);
base::Result<std::vector<BasisPart>> basis_of(const store::View& view, const ResultAccess& access,
                                              const ResultId& result);

base::Result<> put(store::Transaction& transaction, const AwardAccess& access, const Award& award);
base::Result<> put(store::Transaction& transaction, const AwardAccess& access, const Award& award,
                   const AwardEvent& event);
/// The awards of the household, by the moment they were made, with their steps.
base::Result<std::vector<Award>> awards_of(const store::View& view, const AwardAccess& access,
                                           const base::PersonId& insured);
/// The awards of a month of treatment in the order in which they were made; the steps too.
base::Result<std::vector<Award>> awards_in(const store::View& view, const AwardAccess& access,
                                           base::Month month);
/// The newest month of treatment with an award.
base::Result<std::optional<base::Month>> newest_award_month(const store::View& view,
                                                            const AwardAccess& access);
base::Result<std::optional<Award>> find_award(const store::View& view, const AwardAccess& access,
                                              const AwardId& id);

struct HighCostRun {
  base::Moment facts_at = {};  // what was decided later is for the next run
  std::int64_t households = 0;
  std::int64_t changed = 0;
};
base::Result<> put(store::Transaction& transaction, const HighCostRun& run);
/// The run whose facts are the newest.
base::Result<std::optional<HighCostRun>> last_run(const store::View& view);

}  // namespace kenpo::benefit
