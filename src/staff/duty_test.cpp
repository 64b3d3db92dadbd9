// H-1 to H-3 of the notice: undertaking and training, from their ledgers to the gate.
#include <gtest/gtest.h>

#include "staff/course.h"
#include "staff/duty_act.h"
#include "staff/duty_rule.h"
#include "staff/handler_act.h"
#include "staff/people_for_tests.h"
#include "staff/training_words.h"

namespace kenpo::staff {
namespace {

using notice::Refusal;
using notice::Role;
using test_support::must;

base::Date day(int year, int month, int of_month) {
  return *base::Date::make(year, month, of_month);
}

/// An operation of the daily work, to see what the gate says.
inline constexpr notice::Operation daily_work{
    .name = "test.work",
    .japanese = "試し",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

class DutyTest : public ListedSociety {
 protected:
  Answers right_answers() const {
    Answers answers;
    for (const auto& question : course_.questions) answers.emplace_back(question.right);
    return answers;
  }
  Answers wrong_answers() const { return Answers(course_.questions.size()); }
  Refusal refusal() { return gate().ruling(daily_work, clerk_).refusal; }
  void sign(int version = 1) {
    ASSERT_TRUE(sign_undertaking(duties(), acting(clerk_), clerk_, version).ok());
    must(refresh());
  }
  TrainingResult answer(const Answers& answers) {
    auto result = must(answer_test(duties(), acting(clerk_), clerk_, course_, answers));
    must(refresh());
    return result;
  }

  const Course& course_ = *course_on(carried_courses(), day(2026, 11, 24));
  base::StaffId clerk_ = list("健保 花子", {Role::member_clerk});
};

TEST_F(DutyTest, H1_NoRoleWithoutAnUndertakingUnderTheRulesInForce) {
  answer(right_answers());
  EXPECT_EQ(refusal(), Refusal::no_undertaking);
  sign();
  EXPECT_EQ(refusal(), Refusal::none);
  // New rules of employment: from their day on the old promise does not count.
  ASSERT_TRUE(register_rules(duties(), scheduler(), rules(2, day(2026, 12, 1))).ok());
  must(refresh());
  EXPECT_EQ(refusal(), Refusal::none);
  clock().set(base::start_of(day(2026, 12, 1)));
  must(refresh());
  EXPECT_EQ(refusal(), Refusal::no_undertaking);
  sign(2);
  EXPECT_EQ(refusal(), Refusal::none);
}

TEST_F(DutyTest, H1_ThePromiseCanBeMadeBeforeTheNewRulesAreInForce) {
  answer(right_answers());
  sign();
  ASSERT_TRUE(register_rules(duties(), scheduler(), rules(2, day(2026, 12, 1))).ok());
  sign(2);
  clock().set(base::start_of(day(2026, 12, 1)));
  must(refresh());
  EXPECT_EQ(refusal(), Refusal::none);
}

TEST_F(DutyTest, H1_NobodySignsForSomebodyElseOrTwiceOrWithoutRules) {
  const auto other = list("別 人", {Role::member_clerk});
  EXPECT_FALSE(sign_undertaking(duties(), acting(other), clerk_, 1).ok());
  EXPECT_FALSE(sign_undertaking(duties(), acting(clerk_), clerk_, 2).ok());
  sign();
  EXPECT_FALSE(sign_undertaking(duties(), acting(clerk_), clerk_, 1).ok());
  EXPECT_FALSE(sign_undertaking(duties(), stranger(), clerk_, 1).ok());
}

TEST_F(DutyTest, H2_RightsEndAtMidnightOfTheDueDateWithoutARestart) {
  sign();
  const auto result = answer(right_answers());
  ASSERT_EQ(result.valid_until, day(2027, 11, 24));
  clock().set(base::start_of(day(2027, 11, 25)).plus_milliseconds(-1));
  EXPECT_EQ(refusal(), Refusal::none);
  clock().set(base::start_of(day(2027, 11, 25)));
  EXPECT_EQ(refusal(), Refusal::not_trained);
}

TEST_F(DutyTest, H2_WhoIsNotTrainedMayStillTrain) {
  EXPECT_EQ(refusal(), Refusal::no_undertaking);
  EXPECT_TRUE(show_duties(duties(), acting(clerk_)).ok());
  sign();
  answer(right_answers());
  EXPECT_EQ(refusal(), Refusal::none);
}

TEST_F(DutyTest, H2_AnswersAfterTheDeadlineAreKeptAndBringTheRightsBack) {
  sign();
  answer(right_answers());
  clock().set(base::start_of(day(2027, 12, 1)));
  EXPECT_EQ(refusal(), Refusal::not_trained);
  const auto failed = answer(wrong_answers());
  EXPECT_EQ(failed.punctual, TrainingResult::Punctual::late);
  EXPECT_EQ(result_words(failed).ja.text(),
            "期限の後の回答として記録しました。研修を受けたことにはなりません。もう一度受けてください。");
  EXPECT_EQ(refusal(), Refusal::not_trained);
  const auto passed = answer(right_answers());
  EXPECT_EQ(passed.punctual, TrainingResult::Punctual::late);
  EXPECT_TRUE(result_words(passed).ja.text().starts_with("期限の後の回答として記録しました。"));
  EXPECT_NE(result_words(passed).ja.text().find("止まっていた権限は、いまから使えます。"), std::string::npos);
  EXPECT_EQ(refusal(), Refusal::none);
  EXPECT_EQ(must(show_duties(duties(), acting(clerk_))).results.size(), 3U);
}

TEST_F(DutyTest, H3_AFailedTestIsKeptAndDoesNotCount) {
  sign();
  const auto result = answer(wrong_answers());
  EXPECT_EQ(result.outcome, TrainingOutcome::failed);
  EXPECT_FALSE(result.valid_until.has_value());
  EXPECT_EQ(refusal(), Refusal::not_trained);
  EXPECT_EQ(must(show_duties(duties(), acting(clerk_))).results.size(), 1U);
}

TEST_F(DutyTest, H3_NobodyTakesTheTestOfSomebodyElse) {
  const auto other = list("別 人", {Role::member_clerk});
  EXPECT_FALSE(answer_test(duties(), acting(other), clerk_, course_, right_answers()).ok());
}

TEST_F(DutyTest, H3_AnswersThatDoNotFitTheCourseAreRefused) {
  auto too_few = right_answers();
  too_few.pop_back();
  auto no_such_choice = right_answers();
  no_such_choice.front() = choices_limit;
  for (const auto& answers : {too_few, no_such_choice, Answers()}) {
    EXPECT_FALSE(answer_test(duties(), acting(clerk_), clerk_, course_, answers).ok());
  }
  EXPECT_TRUE(must(show_duties(duties(), acting(clerk_))).results.empty());
}

TEST(TrainingRule, ThePassMarkIsFourOfFive) {
  const auto& course = *course_on(carried_courses(), day(2026, 11, 24));
  const auto staff = base::StaffId::draw();
  const auto now = base::start_of(day(2026, 11, 24));
  const auto questions = course.questions.size();
  for (std::size_t right = 0; right <= questions; ++right) {
    Answers answers(questions);
    for (std::size_t at = 0; at < right; ++at) answers[at] = course.questions[at].right;
    const auto result = must(judge_test(course, answers, staff, now, std::nullopt));
    EXPECT_EQ(result.right_count, static_cast<int>(right));
    EXPECT_EQ(result.outcome == TrainingOutcome::passed, 10 * right >= 8 * questions) << right;
  }
}

TEST(TrainingRule, ACourseThatIsNotOpenDoesNotCount) {
  auto course = *course_on(carried_courses(), day(2026, 11, 24));
  course.to = day(2027, 3, 31);
  Answers answers;
  for (const auto& question : course.questions) answers.emplace_back(question.right);
  const auto staff = base::StaffId::draw();
  struct Row {
    base::Date on;
    TrainingOutcome outcome;
  };
  const Row rows[] = {{course.from.plus_days(-1), TrainingOutcome::course_closed},
                      {course.from, TrainingOutcome::passed},
                      {day(2027, 3, 31), TrainingOutcome::passed},
                      {day(2027, 4, 1), TrainingOutcome::course_closed}};
  for (const auto& row : rows) {
    const auto result =
        must(judge_test(course, answers, staff, base::start_of(row.on), std::nullopt));
    EXPECT_EQ(result.outcome, row.outcome) << row.on.iso();
    EXPECT_EQ(result.valid_until.has_value(), row.outcome == TrainingOutcome::passed);
  }
}

TEST(TrainingRule, TheEffectCountsFirstTestsByQuestion) {
  const auto& course = *course_on(carried_courses(), day(2026, 11, 24));
  const auto now = base::start_of(day(2026, 11, 24));
  Answers right;
  for (const auto& question : course.questions) right.emplace_back(question.right);
  auto one_wrong = right;
  one_wrong[2] = std::nullopt;
  const Answers all_open(course.questions.size());
  const auto first = base::StaffId::draw();
  const auto second = base::StaffId::draw();
  Duties duties;
  for (const auto& [staff, answers] :
       {std::pair(first, one_wrong), {second, all_open}, {second, right}, {second, right}}) {
    duties.results.push_back(must(judge_test(course, answers, staff, now, std::nullopt)));
  }
  const auto effect = effect_of(course, duties);
  EXPECT_EQ(effect.people_passed, 2);
  EXPECT_EQ(effect.people_failed_last, 0);
  EXPECT_EQ(effect.tests, 4);
  EXPECT_EQ(effect.first_tests, 2);
  EXPECT_EQ(effect.wrong_by_question.at(2), 2);
  EXPECT_EQ(effect.wrong_by_question.at(0), 1);
}

TEST(Course, ReadsItsLinesOrRefuses) {
  const std::string good =
      "# x\ntitle\t題\nfrom\t2026-04-01\nlesson\t見出し\t本文\nquestion\t問\nchoice\t一\n"
      "right\t二\nwhy\t理由\n";
  const auto course = must(parse_course("test", good));
  EXPECT_EQ(course.questions.at(0).right, 1U);
  EXPECT_FALSE(course.to.has_value());
  const std::string bad[] = {
      "",
      "title\t題\n",
      good + "odd\tx\n",
      good + "right\t三\n",
      good + "to\t2026-03-31\n",
      good + "to\t2026-13-31\n",
      good + "question\t問\nchoice\t一\nwhy\tx\n",
      good + "question\t問\nchoice\t一\nright\t二\n",
      good + "lesson\t見出し\n",
      "choice\t一\n" + good,
  };
  for (const auto& text : bad) EXPECT_FALSE(parse_course("test", text).ok()) << text;
}

TEST(EmploymentRules, ComeOneAfterAnother) {
  Duties duties;
  EXPECT_FALSE(check_rules({2, "就業規則", day(2026, 4, 1), "第12条"}, duties).ok());
  EXPECT_TRUE(check_rules({1, "就業規則", day(2026, 4, 1), "第12条"}, duties).ok());
  EXPECT_FALSE(check_rules({1, "", day(2026, 4, 1), "第12条"}, duties).ok());
  EXPECT_FALSE(check_rules({1, "就業規則", day(2026, 4, 1), ""}, duties).ok());
  duties.rules.push_back({1, "就業規則", day(2026, 4, 1), "第12条"});
  EXPECT_FALSE(check_rules({2, "就業規則", day(2026, 4, 1), "第12条"}, duties).ok());
  EXPECT_TRUE(check_rules({2, "就業規則", day(2026, 4, 2), "第12条"}, duties).ok());
}

}  // namespace
}  // namespace kenpo::staff
