#include "eligibility/short_hours_rule.h"

#include "law/book.h"

namespace kenpo::eligibility {

using base::Result;
using law::Decision;

// 健康保険法3条1項9号
Result<Decision<bool>> short_hours_insured(const ShortHours& facts) {
  const auto& book = law::Book::carried();
  Decision<bool> decision{true, {}};
  const auto line = [&](base::Words step, bool met, const law::Row* row) {
    decision.basis.push_back({std::move(step), "健康保険法3条1項9号", met, row});
    decision.value = decision.value && met;
  };
  // イ: twenty hours a week.
  const auto hours = KENPO_TRY(book.count("eligibility.part_time.weekly_hours", facts.on));
  line({"週の所定労働時間が20時間以上", "Twenty hours a week or more"},
       facts.weekly_hours >= hours.value, hours.row);
  // ロ: the monthly pay, as long as the book has it.
  if (book.find("eligibility.part_time.monthly_pay", facts.on) != nullptr) {
    const auto pay = KENPO_TRY(book.yen("eligibility.part_time.monthly_pay", facts.on));
    line({"賃金の月額が基準以上", "Monthly pay at the limit or above"}, facts.pay >= pay.value,
         pay.row);
  }
  // ハ: no student.
  line({"学生でない", "Not a student"}, facts.student == YesNo::no, nullptr);
  // 附則 (平24法62) 46条: the size of the employer.
  if (facts.office_size) {
    const auto size = KENPO_TRY(book.count("eligibility.part_time.office_size", facts.on));
    line({"特定適用事業所の規模", "Size of the employer"}, *facts.office_size >= size.value,
         size.row);
  }
  return decision;
}

}  // namespace kenpo::eligibility
