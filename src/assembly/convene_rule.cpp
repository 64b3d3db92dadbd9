#include "assembly/convene_rule.h"

#include "law/book.h"

namespace kenpo::assembly {

using base::Date;
using base::Result;
using law::Decision;

// 健康保険法施行令7条1項
Result<Decision<Date>> convene_by(Date demanded_on) {
  const auto days = KENPO_TRY(law::Book::carried().count("assembly.convene.days", demanded_on));
  const Date by = demanded_on.plus_days(days.value);
  return Decision<Date>{by,
                        {{{"請求のあった日から数えた招集の期限", "Convened within so many days"},
                          "健康保険法施行令7条1項",
                          by,
                          days.row}}};
}

// 健康保険法施行令7条1項: a third of the fixed number or more, in writing.
Result<Decision<bool>> may_demand(int fixed_number, int demanding, Date on) {
  if (fixed_number <= 0 || demanding < 0 || fixed_number < demanding) {
    return base::Fault{{"議員の数が定数と合いません。", "The members do not fit the fixed number."},
                       {},
                       {"定数と請求した議員の数を確かめてください。", "Check both numbers."},
                       {}};
  }
  const auto divisor = KENPO_TRY(law::Book::carried().count("assembly.convene.demand_divisor", on));
  const bool enough = demanding * divisor.value >= fixed_number;
  return Decision<bool>{enough,
                        {{{"定数の3分の1以上の請求かどうか", "A third of the fixed number"},
                          "健康保険法施行令7条1項",
                          enough,
                          divisor.row}}};
}

// 当組合の定め（組合会会議規程）
Result<Decision<Date>> notice_by(Date held_on) {
  const auto days = KENPO_TRY(law::Book::carried().count("assembly.meeting.notice_days", held_on));
  const Date by = held_on.plus_days(-days.value - 1);
  return Decision<Date>{by,
                        {{{"会日の前日から数えた招集通知の期限", "Notice by so many days before"},
                          "組合会会議規程",
                          by,
                          days.row}}};
}

}  // namespace kenpo::assembly
