#include "premium/specific_insured_rule.h"

#include <algorithm>

#include "law/book.h"
#include "premium/charged_rule.h"

namespace kenpo::premium {

using base::Date;
using base::Month;
using base::Result;

namespace {

// 健康保険法附則7条1項; 156条2項 (準用)
Result<bool> makes_charged(const CareDependent& dependent, Month month) {
  const auto& book = law::Book::carried();
  const auto day = month.first_day();
  const auto first_age = KENPO_TRY(book.count("premium.care.first_age", day));
  const auto end_age = KENPO_TRY(book.count("premium.care.end_age", day));
  // From the day on which they are both a dependent and 第2号被保険者.
  const auto begins = std::max(dependent.from, base::reaches_age(dependent.born, first_age.value));
  auto ceases = base::reaches_age(dependent.born, end_age.value);
  if (dependent.until) ceases = std::min(ceases, dependent.until->plus_days(1));
  if (ceases <= begins || month < begins.in_month()) return false;
  const auto last = ceases.in_month();
  const bool held = month < last || (month == last && begins.in_month() == last);
  if (!held) return false;
  const bool outside = KENPO_TRY(outside_care(dependent.exclusions, dependent.born, month));
  return !outside;
}

}  // namespace

Result<bool> specific_insured_in(std::span<const CareDependent> dependents, Month month) {
  for (const auto& one : dependents) {
    if (KENPO_TRY(makes_charged(one, month))) return true;
  }
  return false;
}

Result<std::optional<law::Basis>> explain_specific_insured(
    std::span<const CareDependent> dependents, Month month) {
  if (!KENPO_TRY(specific_insured_in(dependents, month))) return std::optional<law::Basis>();
  const auto row = KENPO_TRY(
      law::Book::carried().text("premium.specific_insured", month.first_day()));
  return std::optional(law::Basis{{"特定被保険者（40歳から64歳までの被扶養者がいる）として介護保険料がかかる",
                                   "Care premium for a dependent aged 40 to 64"},
                                  "健康保険法附則7条1項", true, row.row});
}

}  // namespace kenpo::premium
