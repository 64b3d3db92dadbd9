// Which bonuses of an establishment are pay (賞与に係る報酬): 健康保険法3条5項・6項.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::remuneration {

/// Decided once a year for an establishment, from its rules of pay on 1 July: the bonuses paid in
/// these months, four times a year or more, are pay from 1 July of the year to 30 June of the next.
/// No month: none is pay. A later decision about the same year takes its place.
struct BonusPayDecision {
  base::EstablishmentId establishment;
  int year = 0;              // of the 1 July
  std::uint16_t months = 0;  // bit 0 = January
  std::string reason = {};   // what it was taken from: the rules of pay
  base::Moment decided_at = {};
  std::optional<base::StaffId> decided_by = {};

  bool holds(int month) const { return (months >> (month - 1) & 1U) != 0; }
};
inline constexpr std::size_t bonus_pay_reason_limit_characters = 200;  // a line of the form

/// The year whose decision a payment falls under: from 1 July the same, otherwise the one before.
int bonus_pay_year(base::Date paid_on);
/// The newest decision about the establishment and year; nullptr when none was made. `decisions`
/// in the order in which they were made.
const BonusPayDecision* find_bonus_pay(const std::vector<BonusPayDecision>& decisions,
                                       const base::EstablishmentId& establishment, int year);
/// Whether the payment is pay: then it is no bonus (art 45).
bool is_pay(const std::vector<BonusPayDecision>& decisions,
            const base::EstablishmentId& establishment, base::Date paid_on);

}  // namespace kenpo::remuneration
