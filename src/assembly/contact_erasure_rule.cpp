#include "assembly/contact_erasure_rule.h"

#include "law/book.h"

namespace kenpo::assembly {

// 当組合の定め（議員名簿の管理）; 個人情報保護法22条: erased when it is no longer needed.
base::Result<law::Decision<base::Date>> contact_until(base::Date last_day) {
  const auto months =
      KENPO_TRY(law::Book::carried().count("assembly.member.contact_months", last_day));
  const auto until = base::period_end(last_day.plus_days(1), months.value);
  return law::Decision<base::Date>{
      until,
      {{{"退任の後に連絡先を保存する最後の日", "Last day of keeping contact data"},
        "議員名簿の管理（当組合の定め）",
        until,
        months.row}}};
}

}  // namespace kenpo::assembly
