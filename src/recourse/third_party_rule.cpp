#include "recourse/third_party_rule.h"

#include "law/book.h"

namespace kenpo::recourse {

using base::Result;

// 健康保険法57条, 健康保険法施行規則65条
Result<> check_step(const ThirdPartyCase& of, const CaseStep& step, base::Date today) {
  if (of.closed()) {
    return base::refusal({"終了した届出です。", "The case is closed."},
                         {"別の受診のときは、新しく登録してください。", "Open another one."});
  }
  if (step.on < of.opened_on || today < step.on) {
    return base::refusal(
        {"日が正しくありません。", "The day does not fit."},
        {"登録の日から今日までの日にしてください。", "From its opening to today."});
  }
  const bool about_papers =
      step.kind == CaseStepKind::received || step.kind == CaseStepKind::reminded;
  if (about_papers && !of.asked_on()) {
    return base::refusal({"まだ書類を送っていません。", "No papers were sent."},
                         {"「書類の送付」を先に記録してください。", "Record their sending first."});
  }
  if (step.kind == CaseStepKind::received && (!step.paper || of.received().contains(*step.paper))) {
    return base::refusal(
        {"書類が選ばれていないか、もう受け取っています。", "No paper is named, or it came before."},
        {"届いた書類を選んでください。", "Choose the paper that came."});
  }
  if (step.kind == CaseStepKind::reminded && of.missing().empty()) {
    return base::refusal({"足りない書類がありません。", "No paper is missing."},
                         {"督促は要りません。", "No reminder is needed."});
  }
  const bool needs_words = step.kind == CaseStepKind::remark ||
                           (step.kind == CaseStepKind::closed && !of.missing().empty());
  if (needs_words && step.words.empty()) {
    return base::refusal({"メモがありません。", "There are no words."},
                         {"内容か、書類がそろわないまま終える理由を入れてください。",
                          "Give the substance, or why it ends without the papers."});
  }
  return base::Done{};
}

Result<std::optional<base::Date>> papers_due(const ThirdPartyCase& of) {
  const auto asked = of.asked_on();
  if (!asked || of.closed() || of.missing().empty()) return std::optional<base::Date>{};
  const auto days = KENPO_TRY(law::Book::carried().count("recourse.third_party.papers", *asked));
  return std::optional(asked->plus_days(days.value));
}

}  // namespace kenpo::recourse
