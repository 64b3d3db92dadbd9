// 被扶養者（異動）届: samples, each rule alone, any values back and forth.
#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <string>

#include "base/check_digit.h"
#include "format/notification_csv/sample_for_tests.h"

namespace kenpo::format::notification_csv {
namespace {

TEST(DependentsForm, ReadsSpouseAndOthers) {
  const auto file = read(sample("good_dependents.csv"), {today, {}});
  ASSERT_TRUE(file);
  ASSERT_EQ(file->records.size(), 3u);
  const auto& added = std::get<Dependents>(file->records[0].content);
  EXPECT_EQ(added.change, DependentsChange::added);
  EXPECT_EQ(added.insured.number, "55");
  EXPECT_EQ(added.spouse.name, "例　花子");
  EXPECT_EQ(added.spouse.relation, SpouseRelation::wife);
  EXPECT_EQ(added.spouse.began_on, base::Date::make(2026, 11, 1));
  EXPECT_EQ(added.others[0].relation, 1);
  EXPECT_EQ(added.others[0].born, base::Date::make(2026, 10, 25));
  EXPECT_EQ(added.others[1].relation_detail, "伯母");
  EXPECT_EQ(added.others[1].income, base::Yen(1'200'000));
  ASSERT_TRUE(added.others[1].individual_number);
  EXPECT_EQ(added.others[1].individual_number->open_for_sealing(), "987654321093");

  const auto& ended = std::get<Dependents>(file->records[1].content);
  EXPECT_EQ(ended.change, DependentsChange::ended);
  EXPECT_EQ(ended.spouse.ended_for, 3);
  EXPECT_FALSE(is_written(ended.others[0]));

  const auto& changed_one = std::get<Dependents>(file->records[2].content);
  EXPECT_FALSE(is_written(changed_one.spouse));
  EXPECT_EQ(changed_one.others[0].abroad, AbroadException::applies);
}

TEST(DependentsForm, KeepsEveryNumberOutOfTheLine) {
  const auto file = read(sample("good_dependents.csv"), {today, {}});
  ASSERT_TRUE(file);
  for (const char* number : {"803199283958", "983205673214", "123456789018", "987654321093"}) {
    EXPECT_EQ(file->records[0].line_without_number.find(number), std::string::npos);
    EXPECT_NE(write(*file).find(number), std::string::npos);
  }
}

// Lines of the sample: 6 added (spouse and two others), 7 the spouse ends, 8 changed.
constexpr Row rows[] = {
    {"nobody", 8, "71=;72=;73=;74=;75=;76=;79=;82=;83=;84=", "8:24"},
    {"spouse without kana", 6, "24=", "6:24"},
    {"spouse without birth date", 6, "26=;27=", "6:27"},
    {"born tomorrow", 6, "26=9;27=081123", "6:27 6:45"},
    {"no relation", 6, "28=", "6:28"},
    {"relation 5 of a spouse", 6, "28=5", "6:28"},
    {"no sex of another", 6, "75=", "6:75"},
    {"no sex of another who is changed", 8, "75=", "ok"},
    {"no day of the beginning", 6, "44=;45=", "6:45"},
    {"no reason of the beginning", 6, "46=", "6:46"},
    {"other reason without words", 6, "46=5", "6:47"},
    {"other reason with words", 6, "46=5;47=認知", "ok"},
    {"begins before the birth", 6, "91=081024", "6:91"},
    {"begins on the day of birth", 6, "91=081025", "ok"},
    {"ends on the day of the beginning", 6, "50=9;51=081101", "6:51"},
    {"prefecture of somebody who is added", 6, "36=13", "6:36"},
    {"prefecture 48", 7, "36=48", "7:36"},
    {"no day of the end", 7, "50=;51=", "7:51"},
    {"no reason of the end", 7, "52=", "7:52"},
    {"other reason of the end", 7, "52=6", "7:53"},
    {"death without its day", 7, "52=1", "7:55"},
    {"death on the day before the end", 7, "52=1;54=9;55=081031", "ok"},
    {"death after the end", 7, "52=1;54=9;55=081102", "7:55"},
    {"relation other without words", 6, "110=", "6:110"},
    {"relation 11", 6, "109=11", "6:109"},
    {"number of the dependent is written", 6, "70=1", "6:70"},
    {"the last empty item is written", 6, "136=x", "6:136"},
    {"wrong number of a dependent", 6, "111=987654321090", "6:111"},
    {"half of the pension number", 6, "31=", "6:31"},
    {"notified tomorrow", 6, "23=081123", "6:23"},
    {"change 4", 6, "21=4", "6:21"},
    {"income of ten digits", 6, "49=1000000000", "6:49"},
    {"machine-dependent name", 6, "105=例　髙子", "6:105"},
    {"other establishment", 6, "4=ABC", "6:2"},
    // 海外特例: the spouse 58 to 68, another dependent 83 to 89.
    {"abroad", 6, "58=1;59=9;60=081101;61=2", "ok"},
    {"abroad without day and reason", 6, "58=1", "6:60 6:61"},
    {"abroad from tomorrow", 6, "58=1;59=9;60=081123;61=2", "6:60"},
    {"abroad before the birth", 6, "26=7;27=200101;58=1;59=7;60=191231;61=2", "6:60"},
    {"abroad for another reason without words", 6, "58=1;59=9;60=081101;61=5", "6:62"},
    {"abroad for another reason", 6, "58=1;59=9;60=081101;61=5;62=単身赴任の配偶者", "ok"},
    {"a reason without the code", 6, "61=2", "6:61"},
    {"words without the code", 6, "62=留学", "6:62"},
    {"a day without the code", 6, "59=9;60=081101", "6:60"},
    {"the exception ends for a new dependent", 6, "58=2;63=9;64=081101;65=2;66=就労", "6:58"},
    {"abroad, and ceases", 7, "58=1;59=9;60=081101;61=1", "7:58"},
    {"no exception any more", 7, "58=2;63=9;64=081101;65=2;66=海外で就労", "ok"},
    {"no exception any more, without words", 7, "58=2;63=9;64=081101;65=2", "7:66"},
    {"no exception any more, without day", 7, "58=2;65=2;66=海外で就労", "7:64"},
    {"moved to Japan", 7, "58=2;63=9;64=081101;65=1;67=9;68=081101", "ok"},
    {"moved to Japan without its day", 7, "58=2;63=9;64=081101;65=1", "7:68"},
    {"moved to Japan for another reason", 7,
     "58=2;63=9;64=081101;65=2;66=就労;67=9;68=081101", "7:68"},
    {"another one abroad without reason", 8, "84=", "8:84"},
    {"another one abroad for 5 without words", 8, "84=5", "8:85"},
    {"another one moved to Japan", 8, "83=2;84=;86=1;88=9;89=081101", "ok"},
    {"another one moved to Japan without day", 8, "83=2;84=;86=1", "8:89"},
    {"75 before the birthday", 7, "52=4", "7:51"},
    {"75 on the birthday", 7, "26=5;27=261101;52=4", "ok"},
    {"75 on the day before", 7, "26=5;27=261102;52=4", "7:51"},
};

TEST(DependentsForm, Rules) {
  const auto good = sample("good_dependents.csv");
  ASSERT_EQ(items_at_fault(good), "ok");
  for (const auto& row : rows) {
    EXPECT_EQ(items_at_fault(changed(good, row.line, row.changes)), row.items) << row.why;
  }
}

TEST(DependentsForm, TellsEveryFaultOfTheBadSample) {
  const auto told = items_at_fault(sample("bad_dependents.csv"));
  EXPECT_EQ(told,
            "6:27 6:70 6:76 6:111 6:136 7:36 8:24 9:28 9:36 9:45 9:46 10:30 10:47 10:51 10:55 "
            "10:91 10:110 11:");
}

// ---- Any values ----

int any(int least, int most) { return *rc::gen::inRange(least, most + 1); }
bool any_flag() { return *rc::gen::arbitrary<bool>(); }

std::optional<base::IndividualNumber> any_number() {
  if (any_flag()) return std::nullopt;
  std::string digits;
  for (int at = 0; at < 11; ++at) digits += static_cast<char>('0' + any(0, 9));
  digits += *base::individual_check_digit(digits);
  return base::IndividualNumber::parse(digits);
}

base::Date any_day(int first_year, int last_year) {
  return *base::Date::make(any(first_year, last_year), any(1, 12), any(1, 28));
}

std::string any_text() {
  return any_flag() ? std::string() : std::string(any_flag() ? "見本１" : "A ｱ-表");
}

/// 海外特例 as the rules have it.
void fill_abroad(auto& person, DependentsChange change) {
  if (change != DependentsChange::ended) {
    person.abroad = AbroadException::applies;
    person.abroad_for = any(1, 5);
    person.abroad_detail = "見本";
    if constexpr (requires { person.abroad_from; }) person.abroad_from = any_day(2001, 2019);
    return;
  }
  person.abroad = AbroadException::ended;
  person.abroad_ended_for = any(1, 2);
  person.abroad_ended_detail = "見本";
  if (person.abroad_ended_for == abroad_ended_by_moving_in) {
    person.moved_in_on = any_day(2020, 2025);
  }
  if constexpr (requires { person.abroad_ended_on; }) {
    person.abroad_ended_on = any_day(2020, 2025);
  }
}

void fill_both(auto& person, DependentsChange change) {
  person.name_kana = any_flag() ? "ﾐﾎﾝ ﾊﾅｺ" : "ｶｸｳ ﾄﾒ";
  if (any_flag()) person.name = "見本　花子";
  person.born = any_day(1930, 2000);
  person.individual_number = any_number();
  if (any_flag()) person.dwelling = any_flag() ? Dwelling::together : Dwelling::apart;
  if (any_flag()) person.income = base::Yen(any(0, 999'999'999));
  if (change == DependentsChange::added || any_flag()) {
    person.began_on = any_day(2001, 2019);
    person.began_for = any(1, 5);
    person.began_detail = "見本";
  }
  if (change == DependentsChange::ended) {
    person.ended_on = any_day(2020, 2025);
    person.ended_for = any(2, 6);
    // 75 is reached by those born early enough alone.
    if (person.ended_for == ended_at_75) person.born = any_day(1930, 1944);
    person.ended_detail = "見本";
    if (any_flag()) person.prefecture = any(1, 47);
  }
  if (any_flag()) fill_abroad(person, change);
  person.remark = any_text();
  person.relation_confirmed = any_flag();
  person.wants_certificate = any_flag();
}

Dependents any_dependents() {
  Dependents made;
  made.insured = {any_flag() ? "55" : "", "ﾚｲ ｲﾁﾛｳ", any_flag() ? "例　一郎" : "",
                  any_day(1950, 2005)};
  made.individual_number = any_number();
  made.change = static_cast<DependentsChange>(any(1, 3));
  if (any_flag()) made.received_on = any_day(2020, 2025);
  made.address = any_text();
  const bool spouse = any_flag();
  if (spouse) {
    fill_both(made.spouse, made.change);
    made.spouse.relation = static_cast<SpouseRelation>(any(1, 4));
    if (any_flag()) made.spouse.telephone = {"03", "0000", "0001"};
    if (any_flag()) made.spouse.yearly_income = base::Yen(any(0, 999'999'999));
  }
  for (auto& other : made.others) {
    if (spouse && any_flag()) continue;
    fill_both(other, made.change);
    other.sex = any_flag() ? DependentSex::male : DependentSex::female;
    other.relation = any(1, 10);
    other.relation_detail = "伯母";
  }
  return made;
}

TEST(DependentsForm, WhatIsWrittenReadsTheSame) {
  const auto head = read(sample("good_dependents.csv"), {today, {}})->head;
  rc::check([&] {
    std::vector<Content> contents;
    for (int left = any(1, 3); left > 0; --left) contents.emplace_back(any_dependents());
    const auto made = compose(head, contents, {today, {}});
    if (!made) RC_FAIL(tell(made.faults().front(), base::Language::english));
    const auto bytes = write(*made);
    const auto again = read(bytes, {today, {}});
    RC_ASSERT(again.ok());
    for (std::size_t at = 0; at < contents.size(); ++at) {
      RC_ASSERT(again->records[at].content == contents[at]);
    }
    RC_ASSERT(write(*again) == bytes);
  });
}

}  // namespace
}  // namespace kenpo::format::notification_csv
