#include "staff/effect_act.h"

#include "base/utf8.h"
#include "staff/duty_act.h"
#include "staff/duty_rule.h"
#include "staff/effect_store.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;

constexpr std::size_t review_words_limit = 500;

base::Fault effect_fault(base::Words why, base::Words mend) {
  return {.what = {"検証を記録できません。", "The review is not recorded."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

}  // namespace

Result<std::vector<TrainingReview>> show_reviews(const PeopleOffice& office) {
  const auto view = KENPO_TRY(office.database.read());
  return list_reviews(view);
}

Result<> review_effect(const PeopleOffice& office, const Acting& acting, const Course& course,
                       std::string finding, std::string measure, base::Date due) {
  const auto duties = KENPO_TRY(load_duties({office.gate, office.database}));
  const auto work = [&](const Permit<review_effect_operation>&) -> Result<> {
    const auto* actor = std::get_if<base::StaffId>(&acting.actor);
    if (actor == nullptr || office.gate.policy()->responsible_person != *actor) {
      return effect_fault({"検証するのは個人情報取扱責任者です。", "Only the responsible person."},
                          {"責任者に頼んでください。", "Ask the responsible person."});
    }
    const auto effect = effect_of(course, duties);
    if (effect.tests == 0) {
      return effect_fault({"この研修を受けた人がいません。", "Nobody took this course."},
                          {"研修の後に検証してください。", "Review it after the training."});
    }
    const auto now = office.gate.clock().now();
    for (const auto* words : {&finding, &measure}) {
      const auto length = base::count_code_points(*words);
      if (length == 0 || length > review_words_limit) {
        return effect_fault({"分かったことと対応は1文字から500文字までです。",
                             "Finding and measure have 1 to 500 characters."},
                            {"書き直してください。", "Write them again."});
      }
    }
    if (due < now.day()) {
      return effect_fault({"対応の期限が過ぎた日です。", "The day has passed."},
                          {"今日以後の日にしてください。", "Choose a day from today on."});
    }
    auto transaction = KENPO_TRY(office.database.write());
    KENPO_TRY(insert_training_review(transaction, {.course = course.name,
                                                   .by = *actor,
                                                   .at = now,
                                                   .people_passed = effect.people_passed,
                                                   .people_failed = effect.people_failed_last,
                                                   .finding = std::move(finding),
                                                   .measure = std::move(measure),
                                                   .due = due}));
    return transaction.commit_without_personal_data();
  };
  return office.gate.perform<review_effect_operation>(acting, work);
}

}  // namespace kenpo::staff
