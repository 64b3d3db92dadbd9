// What a receipt of the medical cost notice (医療費通知) says the patient has paid: Health Insurance
// Act arts 74, 110; for the deduction of the income tax (医療費控除: 所得税法73条, 120条4項).
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::cost_notice {

/// Which share the receipt itself names by its kind (レセプト種別).
enum class ShareGroup : std::uint8_t { ordinary, preschool, elderly, elderly_active };

struct ReceiptCost {
  base::Month month;
  ShareGroup group = ShareGroup::ordinary;
  base::Yen cost;                         // decided points × 10 yen
  std::optional<base::Yen> charge = {};   // 負担金額: after the benefit in kind
  bool public_payer = false;              // 公費: then
  base::Yen public_cost = {};             //   what of the cost it bears a part of
  base::Yen public_charge = {};           //   what it left to the patient
};

struct PaidAmounts {
  base::Yen cost;
  base::Yen insured;     // borne by the society
  base::Yen public_aid;  // borne by public payers, as the receipt names them
  base::Yen paid;        // by the patient, without meals
  friend bool operator==(const PaidAmounts&, const PaidAmounts&) = default;
};

/// The three parts add up to the cost. A fault where the law book has no share for the month.
base::Result<PaidAmounts> paid_amounts(const ReceiptCost& receipt);

/// Whether a notice about somebody goes to the insured person as parent: until majority (民法4条).
base::Result<bool> is_minor(base::Date born, base::Date on);

}  // namespace kenpo::cost_notice
