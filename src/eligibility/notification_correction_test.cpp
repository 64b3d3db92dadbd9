// 個人番号変更届, the change of short hours, a dependent's change, and held notifications corrected.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eligibility/notification_edit_act.h"
#include "eligibility/notification_for_tests.h"
#include "eligibility/protection_act.h"

namespace kenpo::eligibility {
namespace {

inline constexpr notice::Operation look_numbers{
    .name = "test.look_numbers",
    .japanese = "試験の個人番号の読取り",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::number_act_information_linkage}}};

constexpr const char* first_number = "123456789018";
constexpr const char* second_number = "234567890121";

class CorrectionTest : public NotificationTest {
 protected:
  CorrectionTest() {
    society_.change_policy([&](notice::Policy& policy) {
      policy.handlers.push_back({colleague_id_,
                                 {{notice::Role::member_clerk, day(2015, 1, 1), {}}},
                                 day(2015, 1, 1),
                                 day(2030, 3, 31),
                                 false,
                                 {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
  }
  base::Result<Notification> enter_with(NotificationEntry made, const char* number,
                                        Entering entering = Entering::for_review) {
    auto opened = ledger();
    return enter_notification(opened, society_.clerk(), std::move(made), entering,
                              base::IndividualNumber::parse(number));
  }
  Notification hired_with_number() {
    const auto one = must(enter_with(hiring(), first_number));
    ask(one);
    return must(decide(one, director_));
  }
  base::Result<Notification> decide_change(const Notification& one, const notice::Acting& acting) {
    auto opened = ledger();
    return decide_number(opened, acting, one.id, "");
  }
  /// Whose number it is.
  std::optional<base::PersonId> owner(const char* number) {
    return must(society_.gate().perform<look_numbers>(
        society_.clerk(), [&](const notice::Permit<look_numbers>& permit) {
          return society_.numbers().find(
              permit.grant<notice::Purpose::number_act_information_linkage>(),
              *base::IndividualNumber::parse(number));
        }));
  }
  base::Result<Notification> correct(const Notification& one, NotificationEntry made,
                                     Entering entering) {
    auto opened = ledger();
    return edit_notification(opened, society_.clerk(), one.id, std::move(made), entering);
  }
  base::Result<std::optional<TypedBefore>> typed(const Notification& one) {
    auto opened = ledger();
    return society_.gate().perform<notification_typed>(
        society_.clerk(), [&](const notice::Permit<notification_typed>& permit) {
          return typed_before(permit, opened, one.id);
        });
  }

  base::StaffId colleague_id_ = base::StaffId::draw();
  notice::Acting colleague_{colleague_id_};  // another clerk, who may use individual numbers, too
};

TEST_F(CorrectionTest, ANumberChangesOnlyByASecondPersonsDecision) {
  const auto hired = hired_with_number();
  const auto before = standing(hired.person);
  const auto one = must(
      enter_with(entry(individual_number_change, day(2026, 6, 1)), second_number));
  EXPECT_EQ(owner(first_number), hired.person);
  EXPECT_EQ(owner(second_number), number_slot(one.id));
  EXPECT_TRUE(has(show(one), Caution::number_at_decision));
  ask(one);
  EXPECT_FALSE(decide_change(one, society_.clerk()).ok());  // one's own proposal
  EXPECT_FALSE(decide(one, director_).ok());                // not by the way of the others
  EXPECT_FALSE(decide_change(one, director_).ok());         // no role for individual numbers
  EXPECT_EQ(owner(first_number), hired.person);
  must(decide_change(one, colleague_));
  EXPECT_EQ(owner(second_number), hired.person);
  EXPECT_FALSE(owner(first_number).has_value());
  EXPECT_EQ(standing(hired.person), before);  // the ledger holds no number
  EXPECT_FALSE(reverse(one).ok());            // the old number is gone
}

TEST_F(CorrectionTest, NumbersThatAreRefused) {
  const auto hired = hired_with_number();
  const auto change = entry(individual_number_change, day(2026, 6, 1));
  EXPECT_FALSE(enter(change).ok());                         // without a number
  EXPECT_FALSE(enter_with(change, first_number).ok());      // it is the person's own
  const auto one = must(enter_with(change, second_number));
  EXPECT_FALSE(enter_with(change, second_number).ok());     // waits in another notification
  auto other = hiring();
  other.content.number = "2";
  other.content.name_kana = "ｻﾄｳ ｼﾞﾛｳ";
  EXPECT_FALSE(enter_with(other, second_number).ok());
  auto opened = ledger();
  must(drop_notification(opened, society_.clerk(), one.id, "届書の誤り"));
  EXPECT_FALSE(owner(second_number).has_value());  // a dropped one leaves no number behind
  EXPECT_TRUE(enter_with(other, second_number).ok());
}

TEST_F(CorrectionTest, ADroppedAcquisitionLeavesNoNumber) {
  const auto one = must(enter_with(hiring(), first_number));
  EXPECT_EQ(owner(first_number), one.person);
  auto opened = ledger();
  must(drop_notification(opened, society_.clerk(), one.id, ""));
  EXPECT_FALSE(owner(first_number).has_value());
}

TEST_F(CorrectionTest, ShortHoursBeginAndEndWithinThePeriod) {
  const auto hired = done(hiring());
  auto begins = entry(short_hours_change, day(2026, 7, 1));
  begins.content.short_hours = YesNo::yes;
  begins.content.weekly_hours = 24;
  begins.content.pay = base::Yen(120'000);
  begins.content.office_size = 60;
  const auto one = must(enter(begins));
  const auto shown = show(one);
  EXPECT_TRUE(has(shown, Caution::base_days_change));
  EXPECT_TRUE(has(shown, Caution::fixed_pay_may_change));
  EXPECT_FALSE(has(shown, Caution::short_hours_unmet));
  EXPECT_FALSE(shown.effect->pay.has_value());  // nothing is determined by it
  EXPECT_TRUE(std::ranges::any_of(shown.effect->basis, [](const law::Basis& line) {
    const auto* count = std::get_if<law::Count>(&line.fact);
    return count != nullptr && count->number == 11;
  }));
  ask(one);
  must(decide(one, director_));
  auto now = standing(hired.person);
  EXPECT_EQ(now.periods[0].short_hours, YesNo::yes);
  ASSERT_EQ(now.circumstances.size(), 1U);
  EXPECT_EQ(now.circumstances[0].from, day(2026, 7, 1));
  EXPECT_FALSE(enter(begins).ok());  // the class stands already

  auto ends = entry(short_hours_change, day(2026, 10, 1));
  const auto ended = done(ends);
  now = standing(hired.person);
  EXPECT_EQ(now.periods[0].short_hours, YesNo::no);
  EXPECT_EQ(now.circumstances[0].until, day(2026, 9, 30));
  must(reverse(ended));
  now = standing(hired.person);
  EXPECT_EQ(now.periods[0].short_hours, YesNo::yes);
  EXPECT_FALSE(now.circumstances.at(0).until.has_value());
}

TEST_F(CorrectionTest, ShortHoursAreReversedAsAWhole) {
  const auto hired = done(hiring());
  const auto before = standing(hired.person);
  auto begins = entry(short_hours_change, day(2026, 7, 1));
  begins.content.short_hours = YesNo::yes;
  must(reverse(done(begins)));
  EXPECT_EQ(standing(hired.person), before);
}

TEST_F(CorrectionTest, ShortHoursThatAreNotMetAreTold) {
  done(hiring());
  const auto beginning = [](base::Date on, std::optional<int> hours) {
    auto made = entry(short_hours_change, on);
    made.content.short_hours = YesNo::yes;
    made.content.weekly_hours = hours;
    return made;
  };
  EXPECT_TRUE(has(show(must(enter(beginning(day(2026, 7, 1), {})))),
                  Caution::short_hours_unknown));
  EXPECT_TRUE(has(show(must(enter(beginning(day(2026, 7, 1), 19)))), Caution::short_hours_unmet));
  EXPECT_FALSE(enter(beginning(day(2026, 3, 31), 24)).ok());  // before the acquisition
}

TEST_F(CorrectionTest, ADependentChangesWhatIsNotified) {
  const auto hired = done(hiring());
  auto child = entry(dependent_added, day(2026, 5, 1));
  child.content.name = "山田　次郎";
  child.content.name_kana = "ﾔﾏﾀﾞ ｼﾞﾛｳ";
  child.content.sex = Sex::male;
  child.content.born = day(2015, 5, 1);
  child.content.relation = Relation::other_child;
  const auto added = done(child);
  const auto before = standing(*added.other_person);
  auto change = entry(dependent_changed, day(2026, 8, 1));
  change.branch = 1;
  EXPECT_FALSE(enter(change).ok());  // nothing changes
  change.content.name = "佐藤　次郎";
  change.content.name_kana = "ｻﾄｳ ｼﾞﾛｳ";
  change.content.relation = Relation::child;
  const auto one = done(change);
  const auto now = standing(*added.other_person);
  EXPECT_EQ(now.person->name, "佐藤　次郎");
  EXPECT_EQ(now.person->born, day(2015, 5, 1));
  EXPECT_EQ(standing(hired.person).links.at(0).relation, Relation::child);
  must(reverse(one));
  EXPECT_EQ(standing(*added.other_person), before);
  EXPECT_EQ(standing(hired.person).links.at(0).relation, Relation::other_child);
  change.content.on = day(2026, 4, 30);  // before the beginning
  EXPECT_FALSE(enter(change).ok());
}

TEST_F(CorrectionTest, AHeldNotificationIsCorrectedAndItsHistoryStays) {
  done(hiring());
  auto wrong = leaving(day(2026, 10, 1));
  wrong.content.ended_on = day(2026, 10, 1);
  const auto held = must(enter(wrong, Entering::held));
  const auto before = must(typed(held));
  EXPECT_EQ(before->symbol, "101");
  EXPECT_EQ(before->insured_number, "1");
  EXPECT_EQ(before->known_born, day(1990, 5, 15));
  EXPECT_EQ(before->notification.ended_on, day(2026, 10, 1));

  EXPECT_FALSE(correct(held, wrong, Entering::for_review).ok());  // as wrong as before
  must(correct(held, leaving(day(2026, 10, 1)), Entering::for_review));
  const auto shown = show(held);
  EXPECT_EQ(shown.item.state, WorkState::under_review);
  EXPECT_TRUE(shown.effect.has_value());
  ASSERT_EQ(shown.earlier.size(), 1U);
  EXPECT_EQ(shown.earlier[0].notification.ended_on, day(2026, 10, 1));
  EXPECT_EQ(shown.earlier[0].replaced_by, std::get<base::StaffId>(society_.clerk().actor));
  EXPECT_EQ(shown.notification.ended_on, day(2026, 9, 30));
  EXPECT_EQ(shown.notification.entered_at, held.entered_at);

  must(correct(held, wrong, Entering::held));  // and back on hold
  EXPECT_EQ(show(held).item.state, WorkState::held);
  must(correct(held, leaving(day(2026, 10, 1)), Entering::for_review));
  EXPECT_EQ(show(held).earlier.size(), 3U);
  ask(held);
  EXPECT_FALSE(correct(held, wrong, Entering::held).ok());  // it waits for the decision
  EXPECT_FALSE(typed(held).ok());
  must(decide(held, director_));
  EXPECT_FALSE(correct(held, wrong, Entering::held).ok());
}

TEST_F(CorrectionTest, OfAProtectedPersonNeitherAddressNorSymbolComesBack) {
  const auto hired = done(hiring());
  auto opened = ledger();
  must(begin_protection(opened, society_.clerk(), hired.person,
                        ProtectionGround::domestic_violence, "申出書"));
  auto moving = entry(address_change, day(2026, 6, 1));
  moving.content.address = "隠れ家県隠れ家市１";
  const auto held = must(enter(moving, Entering::held));
  const auto before = must(typed(held));
  EXPECT_TRUE(before->sheltered);
  EXPECT_TRUE(before->symbol.empty());
  EXPECT_TRUE(before->notification.address.empty());
  auto later = entry(address_change, day(2026, 6, 2));  // the address is left empty
  must(correct(held, later, Entering::for_review));
  EXPECT_EQ(show(held).notification.address, "隠れ家県隠れ家市１");
  EXPECT_TRUE(show(held).facts.is_protected);
}

TEST_F(CorrectionTest, ACorrectionStaysWithThePersonAndTheEstablishment) {
  done(hiring());
  auto second = hiring();
  second.content.number = "2";
  second.content.name_kana = "ｻﾄｳ ｼﾞﾛｳ";
  done(second);
  const auto held = must(enter(leaving(day(2026, 10, 1)), Entering::held));
  auto other = leaving(day(2026, 10, 1));
  other.number = "2";
  EXPECT_FALSE(correct(held, other, Entering::held).ok());
  auto kind = entry(name_change, day(2026, 10, 1));
  EXPECT_FALSE(correct(held, kind, Entering::held).ok());
  const auto arrival = must(enter([] {
    auto third = hiring();
    third.content.number = "3";
    third.content.name_kana = "ｽｽﾞｷ ｻﾌﾞﾛｳ";
    return third;
  }(), Entering::held));
  auto elsewhere = hiring();
  elsewhere.symbol = "202";
  EXPECT_FALSE(correct(arrival, elsewhere, Entering::held).ok());
}

}  // namespace
}  // namespace kenpo::eligibility
