// H-2: a course of the society's own, from a file, versioned, put into force by two people.
#include <gtest/gtest.h>

#include "base/resource.h"
#include "staff/course_act.h"
#include "staff/course_rule.h"
#include "staff/people_for_tests.h"

namespace kenpo::staff {
namespace {

using notice::Role;
using test_support::must;

constexpr std::string_view file_2027 =
    "# 二年目\n"
    "title\t個人情報の取扱い 二年目\n"
    "from\t2027-04-01\n"
    "lesson\t持ち出し\t持ち出すものは台帳に付けます。\n"
    "question\t持ち出すときは？\n"
    "right\t台帳に付ける\n"
    "choice\t何もしない\n"
    "why\t公表事項2のとおりです。\n";

class CourseTest : public ListedSociety {
 protected:
  CourseTest() {
    approvals_.add(course_kind());
    for (const auto& each : {auditor_, clerk_}) meet_duties(each);
  }

  base::Result<base::CaseId> take_in(const base::StaffId& who, std::string_view bytes = file_2027,
                                     std::string series = "privacy",
                                     std::string reason = "年度の研修") {
    return take_in_course(people(), acting(who), {std::move(series), bytes, std::move(reason)});
  }
  std::string course_on_day(int year, int month) {
    const auto courses = must(courses_in_force(database()));
    const auto* found = course_on(courses, *base::Date::make(year, month, 1));
    return found == nullptr ? std::string() : found->name;
  }

  base::StaffId auditor_ = list("監査 正", {Role::auditor});
  base::StaffId clerk_ = list("健保 花子", {Role::member_clerk});
};

TEST_F(CourseTest, H2_TwoPeoplePutACourseIntoForceFromItsDayOn) {
  const auto id = must(take_in(responsible_));
  EXPECT_EQ(course_on_day(2027, 5), "privacy") << "a proposal alone changes nothing";
  EXPECT_FALSE(approvals_.approve(acting(responsible_), id).ok()) << "the proposer";
  EXPECT_FALSE(approvals_.approve(acting(clerk_), id).ok());
  must(approvals_.approve(acting(director_), id));
  EXPECT_EQ(course_on_day(2027, 5), "privacy_2");
  EXPECT_EQ(course_on_day(2027, 3), "privacy") << "the sample until then";
  const auto kept = must(show_courses(people(), acting(auditor_)));
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept.front().version, 2) << "the sample is the first of its series";
  EXPECT_TRUE(kept.front().released_at.has_value());
  EXPECT_EQ(kept.front().text, file_2027);
}

TEST_F(CourseTest, H2_TheTestOfANewCourseCounts) {
  must(approvals_.approve(acting(director_), must(take_in(responsible_))));
  clock().set(base::start_of(*base::Date::make(2027, 4, 2)));
  const auto courses = must(courses_in_force(database()));
  const auto* course = course_on(courses, clock().now().day());
  ASSERT_NE(course, nullptr);
  const auto wrong = must(answer_test(duties(), acting(clerk_), clerk_, *course, {1}));
  EXPECT_EQ(wrong.outcome, TrainingOutcome::failed);
  const auto right = must(answer_test(duties(), acting(clerk_), clerk_, *course, {0}));
  EXPECT_EQ(right.outcome, TrainingOutcome::passed);
  EXPECT_EQ(right.course, "privacy_2");
}

TEST_F(CourseTest, ANextVersionReplacesTheOneBeforeAndBothAreKept) {
  must(approvals_.approve(acting(director_), must(take_in(responsible_))));
  EXPECT_FALSE(take_in(responsible_).ok()) << "the very content is in force";
  const auto second = std::string(file_2027) + "choice\t忘れる\n";
  must(approvals_.approve(acting(responsible_), must(take_in(director_, second))));
  EXPECT_EQ(course_on_day(2027, 5), "privacy_3");
  EXPECT_EQ(must(courses_in_force(database())).size(), carried_courses().size() + 2);
  EXPECT_NE(find_course(must(courses_in_force(database())), "privacy_2"), nullptr);
}

TEST_F(CourseTest, ARefusedFileIsProposedOnceMoreWithoutANewVersion) {
  must(approvals_.refuse(acting(director_), must(take_in(responsible_)), "問題を増やす"));
  EXPECT_EQ(course_on_day(2027, 5), "privacy");
  clock().set(clock().now().plus_milliseconds(1000));
  const auto again = must(take_in(responsible_));
  EXPECT_EQ(must(show_courses(people(), acting(responsible_))).size(), 1U);
  must(approvals_.approve(acting(director_), again));
  EXPECT_EQ(course_on_day(2027, 5), "privacy_2");
}

TEST_F(CourseTest, WhatIsWrongIsRefusedAndKeepsNothing) {
  EXPECT_FALSE(take_in(clerk_).ok());
  EXPECT_FALSE(take_in(auditor_).ok());
  EXPECT_FALSE(take_in(responsible_, file_2027, "P").ok()) << "series";
  EXPECT_FALSE(take_in(responsible_, file_2027, "../etc").ok());
  EXPECT_FALSE(take_in(responsible_, file_2027, "privacy", "").ok()) << "no reason";
  EXPECT_FALSE(take_in(responsible_, "").ok());
  EXPECT_FALSE(take_in(responsible_, "title\t\xFF\n").ok()) << "no UTF-8";
  EXPECT_FALSE(take_in(responsible_, std::string(course_bytes_limit + 1, '#')).ok());
  auto past = std::string(file_2027);
  past.replace(past.find("2027-04-01"), 10, "2026-11-23");
  EXPECT_FALSE(take_in(responsible_, past).ok()) << "a course does not count for the past";
  const auto broken = take_in(responsible_, "title\t研修\nquestion\n");
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.faults().front().place.line, 2U);
  EXPECT_TRUE(must(show_courses(people(), acting(responsible_))).empty());
  EXPECT_FALSE(show_courses(people(), acting(clerk_)).ok()) << "the right answers stand in it";
}

TEST_F(CourseTest, TheCarriedFileIsASampleOfTheFormat) {
  auto sample = std::string(base::resource("src/staff/courses/privacy.tsv"));
  sample.replace(sample.find("2026-04-01"), 10, "2027-04-01");
  const auto made = next_version({"shokuin", sample, responsible_, clock().now()}, {});
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made->course.name, "shokuin_1");
}

}  // namespace
}  // namespace kenpo::staff
