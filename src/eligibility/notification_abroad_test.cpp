// 海外特例 of dependents, and what notifications tell about papers: kept, ended, taken back.
#include "eligibility/notification_for_tests.h"
#include "eligibility/notified_paper_store.h"

namespace kenpo::eligibility {
namespace {

class NotificationAbroadTest : public NotificationTest {
 protected:
  static NotificationEntry child(base::Date on) {
    auto made = entry(dependent_added, on);
    made.content.name = "山田　太郎";
    made.content.name_kana = "ﾔﾏﾀﾞ ﾀﾛｳ";
    made.content.sex = Sex::male;
    made.content.born = day(2006, 6, 1);
    made.content.relation = Relation::child;
    return made;
  }
  static NotificationEntry student(base::Date on) {
    auto made = child(on);
    made.content.address_kind = AddressKind::abroad;
    made.content.address = "見本国見本市";
    made.content.abroad = Abroad::applies;
    made.content.abroad_for = 1;
    return made;
  }
  std::vector<NotifiedPaper> told(const base::PersonId& person) {
    return must(society_.gate().perform<look>(
        society_.clerk(),
        [&](const notice::Permit<look>& permit) -> base::Result<std::vector<NotifiedPaper>> {
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          const auto view = KENPO_TRY(society_.database().read());
          return notified_papers_of(view, access, person, society_.clock().now());
        }));
  }
  std::string why(NotificationEntry entry) {
    const auto entered = enter(std::move(entry));
    return entered.ok() ? "entered" : entered.faults().front().what.ja.text();
  }
};

TEST_F(NotificationAbroadTest, AbroadOnlyUnderAnExceptionThatIsKept) {
  done(hiring());
  auto without = student(day(2026, 6, 1));
  without.content.abroad = std::nullopt;
  EXPECT_EQ(why(without), "国内に住所がないので、被扶養者になれません。");
  auto no_reason = student(day(2026, 6, 1));
  no_reason.content.abroad_for = std::nullopt;
  EXPECT_EQ(why(no_reason), "海外特例の理由がありません。");
  auto ended = student(day(2026, 6, 1));
  ended.content.abroad = Abroad::ended;
  EXPECT_EQ(why(ended), "海外特例の非該当は、新しい被扶養者には届け出ません。");
  const auto one = must(enter(student(day(2026, 6, 1))));
  EXPECT_TRUE(has(show(one), Caution::abroad_evidence));
  ask(one);
  must(decide(one, director_));
  const auto kept = standing(*one.other_person).circumstances;
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].kind, CircumstanceKind::abroad);
  EXPECT_EQ(kept[0].reason, 1);
  EXPECT_EQ(kept[0].from, day(2026, 6, 1));
  must(reverse(one));
  EXPECT_TRUE(standing(*one.other_person).circumstances.empty());
}

TEST_F(NotificationAbroadTest, TheExceptionEndsByANotificationAndWithTheStatus) {
  const auto hired = done(hiring());
  const auto one = done(student(day(2026, 6, 1)));
  const auto ended_for = [](int reason) {
    auto made = entry(dependent_changed, day(2026, 9, 1));
    made.branch = 1;
    made.content.abroad = Abroad::ended;
    made.content.abroad_for = reason;
    return made;
  };
  const auto home = must(enter(ended_for(abroad_end_moved_in)));
  EXPECT_FALSE(has(show(home), Caution::not_resident_any_more));
  ask(home);
  must(decide(home, director_));
  EXPECT_EQ(standing(*one.other_person).circumstances.at(0).until, day(2026, 8, 31));
  EXPECT_EQ(why(ended_for(abroad_end_moved_in)), "海外特例の該当が台帳にありません。");
  must(reverse(home));
  EXPECT_EQ(standing(*one.other_person).circumstances.at(0).until, std::nullopt);
  const auto working = must(enter(ended_for(abroad_end_other)));
  EXPECT_TRUE(has(show(working), Caution::not_resident_any_more));
  auto ends = entry(dependent_ended, day(2026, 10, 1));
  ends.branch = 1;
  done(ends);
  EXPECT_EQ(standing(*one.other_person).circumstances.at(0).until, day(2026, 9, 30));
  EXPECT_TRUE(standing(hired.person).circumstances.empty());
}

TEST_F(NotificationAbroadTest, NobodyOf75IsADependent) {
  done(hiring());
  const auto born = [](base::Date on) {
    auto made = child(day(2026, 6, 2));
    made.content.born = on;
    return made;
  };
  EXPECT_EQ(why(born(day(1951, 6, 1))), "75歳以上の人は被扶養者になれません。");
  EXPECT_EQ(why(born(day(1951, 6, 3))), "entered");
}

TEST_F(NotificationAbroadTest, WhatIsToldAboutPapersIsKeptAndTakenBack) {
  auto hire = hiring();
  hire.content.wants_certificate = YesNo::yes;
  const auto hired = done(hire);
  ASSERT_EQ(told(hired.person).size(), 1U);
  EXPECT_EQ(told(hired.person)[0].wanted, YesNo::yes);
  auto leave = leaving(day(2026, 10, 1));
  leave.content.certificates_attached = 1;
  leave.content.certificates_not_returned = 2;
  const auto left = done(leave);
  ASSERT_EQ(told(hired.person).size(), 2U);
  EXPECT_EQ(told(hired.person)[1].attached, 1);
  EXPECT_EQ(told(hired.person)[1].not_returned, 2);
  must(reverse(left));
  EXPECT_EQ(told(hired.person).size(), 1U);
}

TEST_F(NotificationAbroadTest, AReversedAcquisitionWishesForNothing) {
  auto hire = hiring();
  hire.content.wants_certificate = YesNo::yes;
  const auto hired = done(hire);
  must(reverse(hired));
  EXPECT_TRUE(told(hired.person).empty());
}

}  // namespace
}  // namespace kenpo::eligibility
