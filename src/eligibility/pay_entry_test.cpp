// Notifications of pay that a clerk types in; and input that does not fit: what is missing, and
// where it is entered.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eligibility/notification_for_tests.h"
#include "eligibility/pay_entry_act.h"

namespace kenpo::eligibility {
namespace {

using testing::HasSubstr;

class PayEntryTest : public NotificationTest {
 protected:
  static PayEntry bonus(base::Date on, int yen, const char* number = "1") {
    PayEntry made;
    made.symbol = "101";
    made.number = number;
    made.known_born = day(1990, 5, 15);
    made.pay.form = PayForm::bonus;
    made.pay.on = on;
    made.pay.amount = base::Yen(yen);
    return made;
  }
  static PayEntry revision() {
    auto made = bonus(day(2026, 8, 1), 0);
    made.pay.form = PayForm::revision;
    made.pay.change_month = 5;
    made.pay.direction = 1;
    for (int at = 0; at < 3; ++at) {
      made.pay.months[static_cast<std::size_t>(at)] = {5 + at, 30, base::Yen(380'000)};
    }
    return made;
  }
  base::Result<base::PersonId> enter_typed(const PayEntry& entry) {
    auto opened = ledger();
    return enter_pay(opened, society_.clerk(), entry);
  }
  std::vector<NotifiedPay> kept_bonuses(const base::PersonId& person) {
    return must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) {
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          return bonuses_of(must(society_.database().read()), access, person, day(2020, 1, 1),
                            day(2030, 1, 1));
        }));
  }
  /// The words of the first fault: what, why, how to mend.
  template <typename Value>
  static std::string told(const base::Result<Value>& refused) {
    return refused.ok() ? "taken"
                        : base::tell(refused.faults().front(), base::Language::japanese);
  }
};

TEST_F(PayEntryTest, ABonusIsKeptAsOneOfAFile) {
  const auto hired = done(hiring());
  EXPECT_EQ(must(enter_typed(bonus(day(2026, 7, 10), 512'345))), hired.person);
  const auto kept = kept_bonuses(hired.person);
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].amount, base::Yen(512'000));  // cut to a thousand yen
  EXPECT_EQ(kept[0].state, PayState::waiting);
  EXPECT_EQ(kept[0].establishment, works_.id);
  must(enter_typed(revision()));
}

TEST_F(PayEntryTest, ABonusForSomebodyNotInsuredSaysWhereToEnterTheStatus) {
  const auto hired = done(hiring());
  const auto words = told(enter_typed(bonus(day(2026, 3, 10), 500'000)));
  EXPECT_THAT(words, HasSubstr("その月の資格がありません"));
  EXPECT_THAT(words, HasSubstr("資格取得届"));
  EXPECT_TRUE(kept_bonuses(hired.person).empty());
  EXPECT_THAT(told(enter_typed(bonus(day(2026, 7, 10), 500'000, "99"))),
              HasSubstr("取得届がまだの場合は"));
  auto early = revision();
  early.pay.on = day(2026, 3, 1);
  EXPECT_FALSE(enter_typed(early).ok());
}

TEST_F(PayEntryTest, WhatDoesNotFitTheFormIsRefused) {
  done(hiring());
  EXPECT_FALSE(enter_typed(bonus(day(2026, 12, 10), 500'000)).ok());  // a day to come
  auto other = bonus(day(2026, 7, 10), 500'000);
  other.known_born = day(1990, 5, 16);
  EXPECT_FALSE(enter_typed(other).ok());
  auto symbol = bonus(day(2026, 7, 10), 500'000);
  symbol.symbol = "999";
  EXPECT_THAT(told(enter_typed(symbol)), HasSubstr("記号を確かめてください"));
  auto months = revision();
  months.pay.months[2].month = 9;
  EXPECT_FALSE(enter_typed(months).ok());
  auto opened = ledger();
  EXPECT_FALSE(enter_pay(opened, society_.stranger(), bonus(day(2026, 7, 10), 500'000)).ok());
}

TEST_F(PayEntryTest, OverlappingPeriodsSayWhatToEnterFirst) {
  done(hiring());
  auto again = hiring(day(2026, 5, 1));
  again.content.number = "";
  const auto first = must(enter([&] {
    auto one = again;
    one.content.name_kana = "ﾔﾏﾀﾞ ﾊﾅｺ";
    return one;
  }()));
  auto opened = ledger();
  const auto known = show(first).alikes;
  ASSERT_FALSE(known.empty());
  must(choose_person(opened, society_.clerk(), first.id, known[0].person.id));
  ask(first);
  const auto words = told(decide(first, director_));
  EXPECT_THAT(words, HasSubstr("すでに資格があります"));
  EXPECT_THAT(words, HasSubstr("先に喪失届を入力してください"));
}

TEST_F(PayEntryTest, ADayWithoutGradesSaysWhatIsMissingAndWhere) {
  const auto words = told(enter(hiring(day(2010, 4, 1))));
  EXPECT_THAT(words, HasSubstr("2010-04-01の等級表が登録されていません"));
  EXPECT_THAT(words, HasSubstr("law/grades.tsv"));
}

TEST_F(PayEntryTest, ALossBeforeTheAcquisitionSaysWhatToCheck) {
  done(hiring());
  const auto words = told(enter(leaving(day(2026, 4, 1))));
  EXPECT_THAT(words, HasSubstr("資格取得日"));
  EXPECT_THAT(words, HasSubstr("確かめてください"));
}

}  // namespace
}  // namespace kenpo::eligibility
