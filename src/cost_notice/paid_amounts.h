// The money of one receipt as the medical cost notice tells it.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/yen.h"

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

}  // namespace kenpo::cost_notice
