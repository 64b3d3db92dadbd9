// Steps about arrears and decided late charges in the store.
#pragma once

#include <vector>

#include "base/result.h"
#include "collection/arrears.h"
#include "store/seal.h"

namespace kenpo::collection {

/// What was said is the payer's; the step itself is ids, days and amounts.
inline constexpr store::Table arrears_step_table{
    .name = "arrears_step",
    .japanese = "滞納の措置",
    .untimed = store::Untimed::event,
    .clear = {{"step", store::Kind::id},
              {"debt_kind", store::Kind::integer},
              {"payer", store::Kind::id},
              {"month", store::Kind::month},
              {"measure", store::Kind::integer},
              {"on_day", store::Kind::date},
              {"until", store::Kind::date, store::Presence::optional},
              {"amount", store::Kind::yen},
              {"recorded_by", store::Kind::id, store::Presence::optional},
              {"recorded_at", store::Kind::moment}},
    .indexes = {{.columns = {"payer"}}}};

inline constexpr store::Table arrears_note_table{
    .name = "arrears_note",
    .japanese = "滞納の措置のメモ",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::part,
    .part_of = "arrears_step",
    .clear = {{"step", store::Kind::id}, {"recorded_at", store::Kind::moment}},
    .personal = {{"note", store::Kind::text}},
    .indexes = {{.columns = {"step"}}},
    .acquired = "recorded_at"};
using ArrearsAccess = store::AccessTo<arrears_note_table>;

/// Decided late charges, each on one demand. Never changed: one that is more now has another row of
/// the difference, one that is less a row below zero, whose amount became a credit.
inline constexpr store::Table late_charge_table{
    .name = "late_charge",
    .japanese = "延滞金の決定",
    .untimed = store::Untimed::event,
    .clear = {{"payer", store::Kind::id},
              {"month", store::Kind::month},
              {"debt_kind", store::Kind::integer},  // of the demand that was late
              {"amount", store::Kind::yen},
              {"claimed_on", store::Kind::date},
              {"due", store::Kind::date}},
    .indexes = {{.columns = {"payer", "month", "debt_kind"}}}};

base::Result<> add(store::Transaction& transaction, const ArrearsAccess& access,
                   const ArrearsStep& step);
/// A step without a note.
base::Result<> add(store::Transaction& transaction, const ArrearsStep& step);
/// The steps about a payer, the newest first, with their notes.
base::Result<std::vector<ArrearsStep>> steps_of_payer(const store::View& view,
                                                      const ArrearsAccess& access,
                                                      const PayerId& payer);
/// All steps without their notes, in the order in which they were recorded.
base::Result<std::vector<ArrearsStep>> list_steps(const store::View& view);

/// A decision on the late charge of a demand: the amount by which it is more, or less, now.
struct LateChargeStep {
  DebtKey demand;
  base::Yen amount = {};
  base::Date decided_on = {};
  base::Date due = {};
};
base::Result<> add(store::Transaction& transaction, const LateChargeStep& step);
/// All, or those of a payer, in the order of their decisions.
base::Result<std::vector<LateChargeStep>> late_charge_steps(const store::View& view);
base::Result<std::vector<LateChargeStep>> late_charge_steps_of(const store::View& view,
                                                               const PayerId& payer);

}  // namespace kenpo::collection
