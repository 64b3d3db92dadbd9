// Lists over many members: who has which class of the limit, and the platform's monthly list.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "certificate/card_list_act.h"
#include "certificate/card_list_rule.h"
#include "certificate/certificates_for_tests.h"
#include "certificate/limit_list_act.h"
#include "eligibility/protection_act.h"

namespace kenpo::certificate {
namespace {

using test_support::day;
using test_support::must;

class Lists : public CertificateTest {
 protected:
  base::PersonId add(const char* number, const char* kana, base::Date born, int pay) {
    auto record = test_support::acquisition(number, day(2026, 4, 1), pay);
    record.insured.name_kana = kana;
    record.insured.born = born;
    take(std::move(record));
    return person(number);
  }
  base::Result<CardListTaken> take_list(const std::string& lines) {
    tick();
    auto ledger = this->ledger();
    return take_card_list(ledger, society_.clerk(),
                          "記号,番号,枝番,利用登録,基準日\n" + lines, "一覧");
  }
  LimitList classes(std::size_t page = 0) {
    auto ledger = this->ledger();
    return *must(list_limit_classes(ledger, society_.clerk(), "101", page));
  }
};

TEST_F(Lists, EverybodyHasAClassWithoutApplying) {
  const auto rich = add("1", "ﾔﾏﾀﾞ ﾊﾅｺ", day(1990, 5, 15), 900'000);
  const auto other = add("2", "ｻﾄｳ ｼﾞﾛｳ", day(1985, 1, 1), 300'000);
  const auto elderly = add("3", "ｽｽﾞｷ ｻﾌﾞﾛｳ", day(1955, 4, 10), 200'000);
  const auto list = classes();
  ASSERT_EQ(list.lines.size(), 3U);
  const auto line_of = [&](const base::PersonId& person) {
    return *std::ranges::find(list.lines, person, &LimitLine::person);
  };
  EXPECT_EQ(line_of(rich).limit_class, LimitClass::a);
  EXPECT_EQ(line_of(other).limit_class, LimitClass::u);
  EXPECT_EQ(line_of(elderly).limit_class, LimitClass::ordinary);
  EXPECT_EQ(line_of(elderly).share_percent, 20);
  for (const auto& line : list.lines) EXPECT_FALSE(line.ground.empty());
  EXPECT_TRUE(classes(1).lines.empty());
}

TEST_F(Lists, WhoIsProtectedOrGoneStandsOnNoList) {
  const auto one = add("1", "ﾔﾏﾀﾞ ﾊﾅｺ", day(1990, 5, 15), 300'000);
  add("2", "ｻﾄｳ ｼﾞﾛｳ", day(1985, 1, 1), 300'000);
  auto ledger = this->ledger();
  must(eligibility::begin_protection(ledger, society_.clerk(), one,
                                     eligibility::ProtectionGround::domestic_violence, "申出書"));
  auto list = classes();
  ASSERT_EQ(list.lines.size(), 1U);
  EXPECT_EQ(list.left_out, 1U);
  EXPECT_NE(list.lines[0].person, one);
  auto gone = test_support::loss("2", day(2026, 6, 1));
  gone.insured.name_kana = "ｻﾄｳ ｼﾞﾛｳ";
  gone.insured.born = day(1985, 1, 1);
  take(std::move(gone));
  EXPECT_TRUE(classes().lines.empty());
  EXPECT_FALSE(must(list_limit_classes(ledger, society_.clerk(), "999", 0)).has_value());
  EXPECT_FALSE(list_limit_classes(ledger, society_.stranger(), "101", 0).ok());
}

TEST_F(Lists, WhoLostTheRegistrationIsDueADocument) {
  const auto one = add("1", "ﾔﾏﾀﾞ ﾊﾅｺ", day(1990, 5, 15), 300'000);
  const auto two = add("2", "ｻﾄｳ ｼﾞﾛｳ", day(1985, 1, 1), 300'000);
  card(two, CardUse::not_registered, day(2026, 4, 1));
  const auto taken = must(take_list("101,1,00,無,2026-11-01\n101,2,00,有,2026-11-01\n"));
  EXPECT_EQ(taken.people, 2);
  EXPECT_EQ(taken.newly_without, 1);
  EXPECT_EQ(taken.newly_registered, 1);
  EXPECT_EQ(only(one, Kind::confirmation).state, State::to_issue);
  EXPECT_EQ(shown(one).known.card->source, CardFact::Source::monthly_list);
  EXPECT_EQ(shown(two).known.holder.card_use, CardUse::usable);
  const auto again = must(take_list("101,1,00,無,2026-11-01\n101,2,00,有,2026-11-01\n"));
  EXPECT_EQ(again.newly_without + again.newly_registered + again.upkeep.to_issue, 0);
}

TEST_F(Lists, AListThatDoesNotFitIsRefusedAsAWhole) {
  const auto one = add("1", "ﾔﾏﾀﾞ ﾊﾅｺ", day(1990, 5, 15), 300'000);
  const auto refused = take_list("101,1,00,無,2026-11-01\n101,9,00,有,2026-11-01\n"
                                 "999,1,00,有,2026-11-01\n101,1,05,有,2026-11-01\n");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults().size(), 3U);
  EXPECT_EQ(refused.faults()[0].place.line, 3U);
  EXPECT_EQ(shown(one).known.holder.card_use, CardUse::unknown);
  EXPECT_FALSE(take_list("101,1,00,無,2027-11-01\n").ok());  // a day to come
}

TEST(CardListRule, TheListDoesNotSpeakAboutLostCards) {
  using enum CardUse;
  for (const auto known : {unknown, usable, not_registered}) {
    EXPECT_EQ(card_use_after(known, ListSays::registered), usable);
    EXPECT_EQ(card_use_after(known, ListSays::not_registered), not_registered);
  }
  for (const auto known : {cannot_use, card_lost, card_renewing, electronic_expired}) {
    EXPECT_EQ(card_use_after(known, ListSays::registered), known);
    EXPECT_EQ(card_use_after(known, ListSays::not_registered), known);
  }
}

/// Order 34: the share follows the standard remuneration, and an application from the month after.
TEST_F(Lists, TheListShowsTheShareAsItIsJudgedThatMonth) {
  const auto one = add("1", "ﾔﾏﾀﾞ ﾊﾅｺ", day(1954, 4, 10), 300'000);
  EXPECT_EQ(classes().lines.at(0).share_percent, 30);
  EXPECT_EQ(classes().lines.at(0).limit_class, LimitClass::active_1);
  tick();
  auto ledger = this->ledger();
  ApplicationEntry relief{
      .person = one, .kind = Application::relief, .applied_on = day(2026, 11, 24)};
  relief.income_year = 2025;
  relief.income = base::Yen(3'000'000);
  must(enter_application(ledger, society_.clerk(), relief));
  EXPECT_EQ(classes().lines.at(0).share_percent, 30);  // this month still
  go_to(day(2026, 12, 1));
  EXPECT_EQ(classes().lines.at(0).share_percent, 20);
  EXPECT_EQ(classes().lines.at(0).limit_class, LimitClass::ordinary);
}

}  // namespace
}  // namespace kenpo::certificate
