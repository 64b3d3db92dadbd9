// 療養費 (健康保険法87条・110条7項): what was paid back in cash of care that was not a benefit in kind,
// as it was decided for one person, month of treatment and institution.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "benefit/treatment.h"

namespace kenpo::benefit {

using MedicalExpenseId = base::Id<struct MedicalExpenseKind>;

/// 支給の理由
enum class ExpenseReason : std::uint8_t {
  no_proof = 1,     // 資格を確認できなかった受診
  device = 2,       // 治療用装具
  acupuncture = 3,  // はり・きゅう
  massage = 4,      // あん摩・マッサージ
  judo = 5,         // 柔道整復
  blood = 6,        // 生血
  abroad = 7,       // 海外療養費
  settlement = 8,   // 資格喪失後の受診などの保険者間の精算
  other = 9,
};
inline constexpr int expense_reasons_count = 9;
std::string_view wording(ExpenseReason reason);

/// Whether the decision stands; one that was cancelled stays with its reason.
enum class ExpenseState : std::uint8_t { decided = 1, cancelled = 2 };

struct MedicalExpense {
  MedicalExpenseId id = MedicalExpenseId::draw();
  base::PersonId person;  // who was treated
  base::Month month = {};  // of treatment
  Setting setting = Setting::outpatient;
  ExpenseReason reason = ExpenseReason::no_proof;
  std::string institution = {};  // or who made the device
  base::Yen found = {};          // 算定した費用の額 (87条2項), not what was charged
  base::Yen paid = {};           // 療養費
  base::Date decided_on = {};
  std::string evidence = {};  // 「療養費支給決定 令和8年9月10日 第12号」; of a cancelled one why
  ExpenseState state = ExpenseState::decided;
  base::Moment entered_at = {};
};

}  // namespace kenpo::benefit
