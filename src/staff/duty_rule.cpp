#include "staff/duty_rule.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "law/book.h"

namespace kenpo::staff {

namespace {

using base::Result;

constexpr std::int64_t millionths_of_one = 1'000'000;
constexpr std::size_t rules_title_characters_limit = 60;

base::Fault test_fault(base::Words why) {
  return {.what = {"回答を受け付けられません。", "The answers cannot be taken."},
          .why = std::move(why),
          .mend = {"研修の画面を開き直して、答えてください。", "Open the course again."},
          .place = {}};
}

int count_right(const Course& course, const Answers& answers) {
  int right = 0;
  for (std::size_t at = 0; at < answers.size(); ++at) {
    if (answers[at] == course.questions[at].right) ++right;
  }
  return right;
}

}  // namespace

const EmploymentRules* rules_in_force(const Duties& duties, base::Date day) {
  const EmploymentRules* found = nullptr;
  for (const auto& rules : duties.rules) {
    const bool newer = found == nullptr || found->in_force_from < rules.in_force_from;
    if (rules.in_force_from <= day && newer) found = &rules;
  }
  return found;
}

// 公表事項2 人的安全管理措置
std::optional<base::Date> undertaking_on(const Duties& duties, const base::StaffId& staff,
                                         base::Date day) {
  const auto* rules = rules_in_force(duties, day);
  if (rules == nullptr) return std::nullopt;
  const auto at = std::ranges::find_if(duties.undertakings, [&](const Undertaking& each) {
    return each.staff == staff && each.rules_version == rules->version && each.on <= day;
  });
  return at == duties.undertakings.end() ? std::nullopt : std::optional(at->on);
}

std::optional<base::Date> trained_until(const Duties& duties, const base::StaffId& staff) {
  std::optional<base::Date> until;
  for (const auto& result : duties.results) {
    const bool counts = result.staff == staff && result.outcome == TrainingOutcome::passed;
    if (counts) until = std::max(until, result.valid_until);
  }
  return until;
}

Result<TrainingResult> judge_test(const Course& course, const Answers& answers,
                                  const base::StaffId& staff, base::Moment now,
                                  std::optional<base::Date> due) {
  if (answers.size() != course.questions.size()) {
    return test_fault({"問題の数と回答の数が違います。", "Not as many answers as questions."});
  }
  for (std::size_t at = 0; at < answers.size(); ++at) {
    if (answers[at] && *answers[at] >= course.questions[at].choices.size()) {
      return test_fault({"ない選択肢が選ばれています。", "A choice does not exist."});
    }
  }
  const auto today = now.day();
  const auto& book = law::Book::carried();
  const auto mark = KENPO_TRY(book.rate("staff.training.pass_mark", today)).value;
  const auto interval = KENPO_TRY(book.count("staff.training.interval", today)).value;
  TrainingResult result{.staff = staff,
                        .course = course.name,
                        .answered_at = now,
                        .answers = answers,
                        .right_count = count_right(course, answers),
                        .questions_count = static_cast<int>(answers.size()),
                        .outcome = TrainingOutcome::failed,
                        .valid_until = {}};
  if (due && *due < today) result.punctual = TrainingResult::Punctual::late;
  // right / questions ≥ mark, without a division
  const bool enough =
      result.right_count * millionths_of_one >= result.questions_count * mark.millionths;
  if (today < course.from || (course.to && *course.to < today)) {
    result.outcome = TrainingOutcome::course_closed;
  } else if (enough) {
    result.outcome = TrainingOutcome::passed;
    result.valid_until = today.plus_months_clamped(interval);
  }
  return result;
}

CourseEffect effect_of(const Course& course, const Duties& duties) {
  CourseEffect effect;
  effect.wrong_by_question.resize(course.questions.size());
  std::set<base::StaffId> took;
  std::set<base::StaffId> passed;
  for (const auto& result : duties.results) {
    if (result.course != course.name) continue;
    ++effect.tests;
    if (result.outcome == TrainingOutcome::passed) passed.insert(result.staff);
    const bool first = took.insert(result.staff).second;
    if (!first || result.answers.size() != course.questions.size()) continue;
    ++effect.first_tests;
    for (std::size_t at = 0; at < result.answers.size(); ++at) {
      if (result.answers[at] != course.questions[at].right) ++effect.wrong_by_question[at];
    }
  }
  effect.people_passed = static_cast<int>(passed.size());
  effect.people_failed_last = static_cast<int>(took.size() - passed.size());
  return effect;
}

Result<> check_rules(const EmploymentRules& rules, const Duties& duties) {
  const auto fault = [](base::Words why) {
    return base::Fault{
        .what = {"就業規則を登録できません。", "The rules of employment cannot be entered."},
        .why = std::move(why),
        .mend = {"内容を直してください。", "Mend them."},
        .place = {}};
  };
  for (const auto* text : {&rules.title, &rules.secrecy_article}) {
    const auto length = base::count_code_points(*text);
    if (length == 0 || length > rules_title_characters_limit) {
      return fault(
          {"名称と条は1文字から60文字までです。", "Title and article: 1 to 60 characters."});
    }
  }
  if (rules.version != static_cast<int>(duties.rules.size()) + 1) {
    return fault({"版が続いていません。", "The version is not the next."});
  }
  if (!duties.rules.empty() && rules.in_force_from <= duties.rules.back().in_force_from) {
    return fault({"施行日が前の版より後ではありません。",
                  "It does not come into force after the version before."});
  }
  return base::Done{};
}

}  // namespace kenpo::staff
