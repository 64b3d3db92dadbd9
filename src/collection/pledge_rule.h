// Whether a payment pledge may be taken, and how it is kept. Health Insurance Act arts 180 (demand
// and disposition), 193 (an acknowledgement renews the limitation: 民法152条); the plan itself is an
// agreement. The late charge goes on (art 181): a pledge does not touch it.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "collection/arrears.h"
#include "collection/pledge.h"
#include "collection/receipt.h"

namespace kenpo::collection {

/// Refused: a day to come, no debt, a debt that is paid or not overdue, one with another rest than
/// it has, no instalment, too many, days that do not follow one another from the day of the pledge
/// on, an amount not above zero, amounts that do not add up to the debts.
base::Result<> check_pledge(const Pledge& pledge, const std::vector<Debt>& debts,
                            base::Date today);

/// `count` instalments a month apart from `first` on; the rest of the division goes into the first.
/// A day that a month does not have is its last.
std::vector<Instalment> even_instalments(base::Yen total, base::Date first, int count);

/// A plan as a clerk writes it: a line each, day and amount with a comma, a tab or spaces between
/// them. Refused, each with its line: a day or an amount that is none.
base::Result<std::vector<Instalment>> read_plan(std::string_view text);
/// The same the other way.
std::string plan_text(const std::vector<Instalment>& instalments);

/// How the pledge is kept by the payments to its debts that were allocated after it was made.
PledgeStanding standing_of(const Pledge& pledge, const std::vector<Allocation>& allocations,
                           base::Date today);

/// What two people decide on: every debt and instalment.
std::string digest_of(const Pledge& pledge);
/// 「2026-12-25 10,000円」 each, for the second person's eyes.
std::string plan_words(const Pledge& pledge);

/// `steps`, `pledges`: of the payer, in any order.
ArrearsStage stage_of(const Debt& debt, const std::vector<ArrearsStep>& steps,
                      const std::vector<PledgeView>& pledges, base::Date today);

/// Refuses a disposition of a debt whose reminder has not run out (art 180(4)), and of one whose
/// pledge is kept.
base::Result<> check_disposition(const Debt& debt, const std::vector<ArrearsStep>& steps,
                                 const std::vector<PledgeView>& pledges, base::Date on);

}  // namespace kenpo::collection
