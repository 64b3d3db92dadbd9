// Several workplaces (二以上事業所勤務): Health Insurance Act arts 44(3), 161(4); 施行令47条.
#pragma once

#include <span>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"
#include "remuneration/grade_rule.h"

namespace kenpo::remuneration {

/// More workplaces of one person are a mistake of the input.
inline constexpr std::size_t workplaces_limit = 20;

/// The grade of the sum of what each workplace pays (報酬月額, not the standards).
base::Result<law::Decision<Grade>> grade_of_workplaces(base::Month from,
                                                       std::span<const base::Yen> monthly);

/// What an employer pays in: its part of the whole premium, and of it what it withholds.
struct WorkplaceShare {
  base::Yen total;
  base::Yen insured;
  base::Yen employer() const { return total - insured; }
  friend bool operator==(const WorkplaceShare&, const WorkplaceShare&) = default;
};

/// Divides a premium by the pay of each workplace. The insured share of each is rounded by the
/// 50-sen rule (rounding per workplace is not stated in 施行令47条: unchecked); the totals are cut
/// to the yen and what is left goes to the highest paid, so that they make the whole. No pay at all
/// is a fault.
/// `insured`: the insured share of the whole, before any rounding.
base::Result<std::vector<WorkplaceShare>> divide_by_pay(base::Yen total, base::Share insured,
                                                        std::span<const base::Yen> pay);

}  // namespace kenpo::remuneration
