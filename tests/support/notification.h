// Notification files of invented people, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "eligibility/establishment.h"
#include "format/notification_csv/notification_csv.h"
#include "tests/support/society.h"

namespace kenpo::test_support {

namespace csv = format::notification_csv;

inline base::Date day(int year, int month, int number) {
  return *base::Date::make(year, month, number);
}

/// 見本製作所, covered since 2010.
inline eligibility::Establishment sample_establishment() {
  eligibility::Establishment made;
  made.prefecture = "21";
  made.county = "01";
  made.office_symbol = "ｱｲ";
  made.symbol = "101";
  made.name = "見本製作所";
  made.postal_code = "1000001";
  made.address = "東京都千代田区見本町１－１";
  made.from = day(2010, 4, 1);
  return made;
}

inline csv::Head head_of(const eligibility::Establishment& establishment) {
  csv::Head head;
  head.office = {establishment.prefecture, establishment.county, establishment.office_symbol};
  head.office_number = "12345";
  head.made_on = day(2026, 4, 10);
  head.postal_parent = "100";
  head.postal_child = "0001";
  head.address = "東京都千代田区見本町１－１";
  head.name = establishment.name;
  head.employer_name = "見本　太郎";
  head.telephone = {"03", "0000", "0000"};
  return head;
}

/// The bytes of a file with these notifications, as an employer would send them.
inline std::string file_of(const eligibility::Establishment& establishment,
                           const std::vector<csv::Content>& contents,
                           base::Date today = day(2026, 11, 24)) {
  return csv::write(
      must(csv::compose(head_of(establishment), contents, {.today = today, .file = {}})));
}

inline csv::Insured insured(const char* number, const char* kana, const char* name,
                            base::Date born) {
  return {number, kana, name, born};
}

/// 山田花子, born 1990-05-15, without individual number but with an address.
inline csv::Acquisition acquisition(const char* number = "1", base::Date on = day(2026, 4, 1),
                                    int pay = 300'000) {
  csv::Acquisition made;
  made.insured = insured(number, "ﾔﾏﾀﾞ ﾊﾅｺ", "山田　花子", day(1990, 5, 15));
  made.kind = csv::InsuredKind::female;
  made.acquired_on = on;
  made.pay_in_cash = base::Yen(pay);
  made.pay_total = base::Yen(pay);
  made.postal_parent = "100";
  made.postal_child = "0001";
  made.address_kana = "ﾄｳｷｮｳﾄ ﾁﾖﾀﾞｸ";
  made.address = "東京都千代田区見本町２－２";
  return made;
}

inline csv::Loss loss(const char* number, base::Date lost_on) {
  csv::Loss made;
  made.insured = insured(number, "ﾔﾏﾀﾞ ﾊﾅｺ", "山田　花子", day(1990, 5, 15));
  made.pension_number = csv::PensionNumber{"1234", "567890"};
  made.lost_on = lost_on;
  made.cause = csv::LossCause::retirement;
  made.ended_on = lost_on.plus_days(-1);
  return made;
}

template <typename... Notifications>
std::vector<csv::Content> contents_of(Notifications... notifications) {
  std::vector<csv::Content> contents;
  (contents.emplace_back(std::move(notifications)), ...);
  return contents;
}

}  // namespace kenpo::test_support
