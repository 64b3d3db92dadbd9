#include "format/notification_csv/notification_csv.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace kenpo::format::notification_csv {
namespace {

const base::Date today = *base::Date::make(2026, 11, 22);

std::string sample(const std::string& name) {
  std::ifstream file(std::string(KENPO_SOURCE_DIR "/src/format/notification_csv/samples/") + name,
                     std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

base::Result<NotificationFile> read_sample(const std::string& name) {
  return read(sample(name), {today, base::Plain::file(name)});
}

std::string told(const base::Faults& faults) {
  std::string all;
  for (const auto& fault : faults) all += tell(fault, base::Language::japanese) + "\n";
  return all;
}

TEST(NotificationCsv, ReadsTheFiveForms) {
  const auto file = read_sample("good.csv");
  ASSERT_TRUE(file) << told(file.faults());
  EXPECT_EQ(file->head.office.symbol, "ｹｲﾄ");
  EXPECT_EQ(file->head.name, "見本産業株式会社");
  EXPECT_EQ(file->head.made_on, today);
  ASSERT_EQ(file->records.size(), 7u);

  const auto& acquired = std::get<Acquisition>(file->records[0].content);
  EXPECT_EQ(acquired.insured.name_kana, "ﾐﾎﾝ ﾊﾅｺ");
  EXPECT_EQ(acquired.insured.born, *base::Date::make(1992, 2, 29));
  EXPECT_EQ(acquired.acquired_on, *base::Date::make(2026, 11, 1));
  EXPECT_EQ(acquired.pay_total, base::Yen(300'000));
  EXPECT_TRUE(acquired.wants_certificate);
  ASSERT_TRUE(acquired.individual_number);
  EXPECT_EQ(acquired.individual_number->open_for_sealing(), "983205673214");

  const auto& with_address = std::get<Acquisition>(file->records[1].content);
  EXPECT_EQ(with_address.no_address_reason, NoAddressReason::other);
  EXPECT_EQ(with_address.insured.born, *base::Date::make(1989, 1, 7));
  EXPECT_EQ(with_address.pension_number, (PensionNumber{"1234", "000001"}));
  EXPECT_TRUE(with_address.has_dependents);

  const auto& lost = std::get<Loss>(file->records[2].content);
  EXPECT_EQ(lost.ended_on, *base::Date::make(2026, 10, 31));
  EXPECT_EQ(lost.certificates_attached, 1);

  const auto& regular = std::get<RegularDetermination>(file->records[4].content);
  EXPECT_EQ(regular.pay.applies_from, *base::Month::make(2026, 9));
  EXPECT_EQ(regular.pay.previous_health, base::Yen(300'000));
  EXPECT_EQ(regular.pay.months[1].base_days, 16);
  EXPECT_EQ(regular.pay.average, base::Yen(305'000));

  const auto& revised = std::get<Revision>(file->records[5].content);
  EXPECT_EQ(revised.pay.months[2].month, 12);
  EXPECT_EQ(revised.reason, "昇給");

  const auto& bonus = std::get<BonusPayment>(file->records[6].content);
  EXPECT_EQ(bonus.paid_on, *base::Date::make(2026, 7, 10));
  EXPECT_EQ(bonus.total, base::Yen(501'000));
  EXPECT_EQ(bonus.first_paid_day, 10);
}

TEST(NotificationCsv, WritesBackTheSameBytes) {
  for (const char* name : {"good.csv", "good_attorney.csv", "good_dependents.csv"}) {
    const auto file = read_sample(name);
    ASSERT_TRUE(file) << told(file.faults());
    EXPECT_EQ(write(*file), sample(name)) << name;
  }
}

TEST(NotificationCsv, KeepsTheNumberOutOfTheLine) {
  const auto file = read_sample("good.csv");
  ASSERT_TRUE(file);
  for (const auto& record : file->records) {
    EXPECT_EQ(record.line_without_number.find("983205673214"), std::string::npos);
    EXPECT_EQ(record.line_without_number.find("803199283958"), std::string::npos);
  }
}

TEST(NotificationCsv, ReadsTheFileOfAnAttorney) {
  const auto file = read_sample("good_attorney.csv");
  ASSERT_TRUE(file) << told(file.faults());
  EXPECT_EQ(file->head.attorney_number, "12345678");
  EXPECT_EQ(file->head.attorney_name, "見本　社労");
  EXPECT_EQ(file->head.medium_serial, 7);
}

TEST(NotificationCsv, TellsEveryFaultWithItsPlace) {
  const auto file = read_sample("bad.csv");
  ASSERT_FALSE(file);
  std::string places;
  for (const auto& fault : file.faults()) {
    places += std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " +
              fault.place.field.text() + "\n";
    EXPECT_FALSE(fault.what.ja.empty());
    EXPECT_FALSE(fault.what.en.empty());
    EXPECT_FALSE(fault.mend.ja.empty());
    EXPECT_EQ(fault.place.file.text(), "bad.csv");
  }
  EXPECT_EQ(places,
            "6:27 項番7 被保険者氏名（カナ）\n"
            "6:34 項番8 被保険者氏名（漢字）\n"
            "6:58 項番13 個人番号\n"
            "6:77 項番19 資格取得年月日\n"
            "7:62 項番15 個人番号備考\n"
            "7:97 項番29 郵便番号（親番号）\n"
            "7:98 項番30 郵便番号（子番号）\n"
            "7:99 項番31 住所（カナ）\n"
            "8:78 項番19 資格取得年月日\n"
            "8:111 項番32 住所（漢字）\n"
            "9:69 項番15 資格喪失年月日\n"
            "10:0 \n11:1 \n12:0 \n13:1 \n"
            "14:9 項番2 都道府県コード\n"
            "14:168 項番37 総計\n"
            "15:71 項番22 支給月（1か月目）\n"
            "15:74 項番23 支給月（2か月目）\n"
            "15:77 項番24 支給月（3か月目）\n"
            "15:80 項番25 支払基礎日数（1か月目）\n"
            "15:145 項番38 平均額\n"
            "16:66 項番14 賞与額（合計）\n")
      << told(file.faults());
}

TEST(NotificationCsv, TellsNoPersonalData) {
  const auto file = read_sample("bad.csv");
  ASSERT_FALSE(file);
  const auto all = told(file.faults());
  for (const char* personal : {"ﾐﾎﾝ", "花子", "983205673210", "040229"}) {
    EXPECT_EQ(all.find(personal), std::string::npos) << personal;
  }
}

}  // namespace
}  // namespace kenpo::format::notification_csv
