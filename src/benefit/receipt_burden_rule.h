// What one receipt leaves to the patient before anything is added together: the share of the cost,
// what was given in kind at the counter, what a public payer left. Health Insurance Act arts 74,
// 110, 115, Order arts 41 to 43.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "benefit/counter_rule.h"
#include "benefit/month_benefit.h"
#include "benefit/treatment.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// 窓口負担額区分 (MF): whether the institution kept to the limit at the counter (現物給付).
enum class InKind : std::uint8_t { none, given, given_frequent };

/// 未就学: a share of 20 % (健康保険法110条2項1号).
enum class Preschool : std::uint8_t { no, yes };

/// A public payer of a receipt (公費).
struct PublicPart {
  int law_code = 0;  // 法別番号: the first two digits of the payer's number
  base::Yen cost;    // of the care that it bears a part of
  base::Yen charge;  // what it left to the patient
};

struct ReceiptInput {
  base::Month month;
  certificate::LimitClass of = certificate::LimitClass::u;
  Setting setting = Setting::outpatient;
  base::Yen cost;                           // decided points × 10 yen
  std::optional<base::Yen> charge = {};     // 負担金額 of HO: what the limit left, to the yen
  InKind in_kind = InKind::none;
  LongTerm long_term = LongTerm::none;      // 特記事項 長, 長2
  Preschool preschool = Preschool::no;
  Turning75 turning_75 = Turning75::no;
  std::vector<PublicPart> payers = {};
};

struct ReceiptBurden {
  base::Yen share;    // the share of the whole cost, to 10 yen
  base::Yen burden;   // of it what insurance leaves after benefits in kind
  base::Yen in_kind;  // high-cost benefit given at the counter
  base::Yen paid;     // what the patient paid: less than the burden where a public payer helped
  base::Yen judged;   // what is compared with the threshold of a unit (施行令41条1項)
  base::Yen cost;     // what joins the household's cost
  Doubts doubts = 0;
};

/// The burden of one receipt. A fault where the law book has no figure for the month.
base::Result<law::Decision<ReceiptBurden>> receipt_burden(const ReceiptInput& input);

}  // namespace kenpo::benefit
