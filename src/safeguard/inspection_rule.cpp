#include "safeguard/inspection_rule.h"

#include <algorithm>
#include <array>

namespace kenpo::safeguard {

namespace {

std::string number(std::uint64_t count) { return std::to_string(count); }

InspectionAnswer sound_when(bool sound) {
  return sound ? InspectionAnswer::sound : InspectionAnswer::finding;
}

/// A statement that an act of the office proves when it was done; else it is looked at by hand.
struct ActEvidence {
  std::string_view question;
  std::string_view operation;
  std::string_view words;
};
constexpr std::array<ActEvidence, 7> act_evidence = {{
    {"O-3", "handler.sign_off", "範囲を確かめた署名"},
    {"H-3", "training.answer", "研修の試験の答案"},
    {"H-4", "training_effect.review", "研修の結果を生かした記録"},
    {"P-1", "passage.record", "入退室の記録"},
    {"P-2", "terminal.register", "端末の登録"},
    {"P-4", "stock_check.record", "棚卸しの記録"},
    {"P-5", "carrying.record", "持ち運びの記録"},
}};

InspectionLine act_line(std::size_t question, const InspectionEvidence& seen) {
  const auto id = inspection_questions().at(question).id;
  const auto at = std::ranges::find(act_evidence, id, &ActEvidence::question);
  if (at == act_evidence.end()) {
    return {question, InspectionAnswer::by_hand, "台帳と現場で確かめます"};
  }
  const auto found = seen.acts.find(at->operation);
  const auto count = found == seen.acts.end() ? 0 : found->second;
  return {question, count > 0 ? InspectionAnswer::sound : InspectionAnswer::by_hand,
          std::string(at->words) + " " + number(count) + "件"};
}

InspectionLine line_of(std::size_t question, const InspectionEvidence& seen) {
  const auto id = inspection_questions().at(question).id;
  const auto line = [&](InspectionAnswer answer, std::string words) {
    return InspectionLine{question, answer, std::move(words)};
  };
  if (id == "O-1") {
    return line(sound_when(seen.one_responsible),
                seen.one_responsible ? "責任者は1人です" : "責任者が1人ではありません");
  }
  if (id == "O-2")
    return line(sound_when(seen.handlers > 0), "名簿 " + number(seen.handlers) + "人");
  if (id == "O-4") {
    return line(sound_when(seen.alerts_escalated == 0),
                "警報 確認済み" + std::to_string(seen.alerts_answered) + "件、確認待ち" +
                    std::to_string(seen.alerts_open) + "件、うち期限切れ" +
                    std::to_string(seen.alerts_escalated) + "件");
  }
  if (id == "O-5") return line(InspectionAnswer::sound, "この点検");
  if (id == "O-6") {
    return line(sound_when(seen.audits > 0 && seen.audit_records > 0),
                "監査記録の閲覧 " + number(seen.audits) + "件、監査の記録 " +
                    std::to_string(seen.audit_records) + "件");
  }
  if (id == "H-1") {
    return line(sound_when(seen.without_undertaking == 0),
                "誓約のない人 " + number(seen.without_undertaking) + "人");
  }
  if (id == "H-2") {
    return line(sound_when(seen.untrained == 0), "研修の切れた人 " + number(seen.untrained) + "人");
  }
  if (id == "T-1") {
    return line(InspectionAnswer::sound,
                "拒んだサインイン " + number(seen.sign_ins_refused) + "件");
  }
  if (id == "T-2") {
    return line(sound_when(seen.reviews_overdue == 0 && seen.subjects_without_review == 0),
                "期限を過ぎた見直し " + std::to_string(seen.reviews_overdue) +
                    "件、見直しの予定がない対象 " + std::to_string(seen.subjects_without_review) +
                    "種");
  }
  if (id == "T-3") {
    return line(sound_when(seen.log_healthy), "利用の記録 " + number(seen.leaves) +
                                                  "件、うち登録 " + number(seen.written) + "件");
  }
  if (id == "T-4")
    return line(InspectionAnswer::sound, "拒んだ操作 " + number(seen.refused) + "件");
  return act_line(question, seen);
}

}  // namespace

std::vector<InspectionLine> inspection_lines(const InspectionEvidence& evidence) {
  std::vector<InspectionLine> lines;
  for (std::size_t question = 0; question < questions_count; ++question) {
    lines.push_back(line_of(question, evidence));
  }
  return lines;
}

InspectionSchedule inspection_schedule(base::Date last, std::int64_t interval_months,
                                       base::Date today) {
  const auto due = last.plus_months_clamped(static_cast<int>(interval_months));
  return {.due_on = due, .overdue = due < today};
}

}  // namespace kenpo::safeguard
