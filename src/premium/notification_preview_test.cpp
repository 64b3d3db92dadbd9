// The effects of a notification under review, before it is decided.
#include "eligibility/notification_act.h"
#include "premium/change_society_for_tests.h"
#include "premium/notification_preview_act.h"

namespace kenpo::premium::change_tests {
namespace {

using eligibility::NotificationKind;

class NotificationPreviewTest : public ChangeTest {
 protected:
  eligibility::Notification enter(eligibility::NotificationEntry entry) {
    auto ledger = this->ledger();
    return must(eligibility::enter_notification(ledger, society_.clerk(), std::move(entry),
                                                eligibility::Entering::for_review));
  }
  static eligibility::NotificationEntry entry(NotificationKind kind, base::Date on) {
    eligibility::NotificationEntry made;
    made.content.kind = kind;
    made.content.on = on;
    made.content.received_on = day(2026, 11, 24);
    made.symbol = "101";
    made.number = "1";
    made.known_born = day(1990, 5, 15);
    return made;
  }
  ChangeEffect effect_of(const eligibility::Notification& one) {
    auto ledger = this->ledger();
    return must(preview_notification(ledger, society_.clerk(), one.id))->effect;
  }
};

TEST_F(NotificationPreviewTest, ALateLossTakesItsMonthsBack) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 10));
  auto leaving = entry(NotificationKind::loss, day(2026, 8, 1));
  leaving.content.end_reason = eligibility::EndReason::retirement;
  leaving.content.ended_on = day(2026, 7, 31);
  const auto one = enter(std::move(leaving));
  const auto effect = effect_of(one);
  // August to October were levied, November is to come.
  ASSERT_EQ(effect.months.size(), 4U);
  EXPECT_EQ(effect.months.front().month, month_of(2026, 8));
  EXPECT_EQ(effect.claimed.total(), Yen(-4 * 24'720));
  EXPECT_EQ(effect.claimed.insured, effect.claimed.employer);
  ASSERT_EQ(effect.cover.lost.size(), 1U);
  EXPECT_EQ(effect.cover.lost.front().from, day(2026, 8, 1));
  EXPECT_FALSE(period().lost.has_value()) << "nothing was written";
}

TEST_F(NotificationPreviewTest, ALateAcquisitionShowsStandardAndPremiums) {
  take(acquisition("9", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 10));
  auto hiring = entry(NotificationKind::acquisition, day(2026, 9, 1));
  hiring.content.name = "鈴木　次郎";
  hiring.content.name_kana = "ｽｽﾞｷ ｼﾞﾛｳ";
  hiring.content.sex = eligibility::Sex::male;
  hiring.content.born = day(1991, 2, 3);
  hiring.content.pay = Yen(300'000);
  const auto effect = effect_of(enter(std::move(hiring)));
  ASSERT_EQ(effect.months.size(), 3U);  // September and October levied, November to come
  EXPECT_EQ(effect.months.front().after.standard, Yen(300'000));
  EXPECT_EQ(effect.claimed.total(), Yen(3 * 24'720));
}

// 健康保険法附則7条1項: what happens to a dependent of 45 is the insured person's care premium.
TEST_F(NotificationPreviewTest, ADependentOfFortyFiveIsTheInsuredPersonsCarePremium) {
  set({.from = month_of(2026, 4), .specific = SpecificInsured::charged});
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 10));
  auto added = entry(NotificationKind::dependent_added, day(2026, 9, 1));
  added.content.name = "山田　一郎";
  added.content.name_kana = "ﾔﾏﾀﾞ ｲﾁﾛｳ";
  added.content.sex = eligibility::Sex::male;
  added.content.born = day(1981, 2, 3);
  added.content.relation = eligibility::Relation::husband;
  const auto begun = effect_of(enter(std::move(added)));
  ASSERT_EQ(begun.months.size(), 3U);  // September and October levied, November to come
  EXPECT_TRUE(begun.months[0].has(EffectCause::dependent));
  EXPECT_EQ(begun.claimed.total(), Yen(3 * 5'400));
  EXPECT_TRUE(begun.insured.empty()) << "it is the notification of the insured person";

  add_husband(day(2026, 9, 1));
  levy(month_of(2026, 11));
  EXPECT_EQ(bill(month_of(2026, 11)).earlier.size(), 2U);
  auto ending = entry(NotificationKind::dependent_ended, day(2026, 10, 1));
  ending.branch = 1;
  const auto ended = effect_of(enter(std::move(ending)));
  ASSERT_EQ(ended.months.size(), 2U);
  EXPECT_EQ(ended.claimed.total(), Yen(-2 * 5'400));
  auto younger = entry(NotificationKind::dependent_changed, day(2026, 9, 1));
  younger.branch = 1;
  younger.content.born = day(1990, 2, 3);
  EXPECT_EQ(effect_of(enter(std::move(younger))).claimed.total(), Yen(-3 * 5'400));
}

TEST_F(NotificationPreviewTest, DetentionFreesItsMonths) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 10));
  const auto effect = effect_of(enter(entry(NotificationKind::detention, day(2026, 9, 10))));
  ASSERT_EQ(effect.months.size(), 3U);
  EXPECT_EQ(effect.claimed.total(), Yen(-3 * 24'720));
}

TEST_F(NotificationPreviewTest, OnlyAnOpenNotificationOfTheHandlersPlaces) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  const auto one = enter(entry(NotificationKind::detention, day(2026, 9, 10)));
  auto ledger = this->ledger();
  EXPECT_FALSE(preview_notification(ledger, society_.stranger(), one.id).ok());
  EXPECT_FALSE(must(preview_notification(ledger, society_.clerk(),
                                         eligibility::NotificationId::draw()))
                   .has_value());
  must(eligibility::drop_notification(ledger, society_.clerk(), one.id, "誤り"));
  EXPECT_FALSE(preview_notification(ledger, society_.clerk(), one.id).ok());
}

}  // namespace
}  // namespace kenpo::premium::change_tests
