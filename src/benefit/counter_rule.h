// What a patient pays at the counter of one institution in a month when the class is known there
// (高額療養費の現物給付): Health Insurance Act arts 74, 75, 110, Order arts 41 to 43.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "benefit/treatment.h"
#include "certificate/limit_class.h"
#include "law/book.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// 特定疾病療養受療証: none; 10,000 yen; 20,000 yen (dialysis, under 70, classes ア and イ).
enum class LongTerm : std::uint8_t { none, ordinary, upper };

struct CounterInput {
  base::Month month;
  certificate::LimitClass of = certificate::LimitClass::u;
  base::Yen cost;  // points × 10 yen of this institution, inpatient or outpatient
  Setting setting = Setting::inpatient;
  Frequent frequent = Frequent::no;
  Turning75 turning_75 = Turning75::no;
  LongTerm long_term = LongTerm::none;
};

/// The patient's payment: the share to 10 yen, at most the limit, which itself is not rounded.
base::Result<law::Decision<base::Yen>> counter_payment(const CounterInput& input);

/// The share of the class: 30 % under 70 and with 現役並み, else 20 %. Children before school are
/// no matter of the class.
base::Result<law::Figure<base::Rate>> share_of(certificate::LimitClass of, base::Month month);

}  // namespace kenpo::benefit
