#include "staff/approval_rule.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/utf8.h"

namespace kenpo::staff {

namespace {

using base::Result;

base::Fault proposal_fault(base::Words why, base::Words mend) {
  return {.what = {"この提案は受け付けられません。", "The proposal cannot be taken."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

bool is_identifier(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char each) {
    return (each >= 'a' && each <= 'z') || each == '_';
  });
}

bool is_value(std::string_view text) {
  const bool one_line = text.find_first_of("\t\r\n") == std::string_view::npos;
  return one_line && base::count_code_points(text) <= difference_characters_limit;
}

Result<> check_open(const Approval& approval, base::Moment now) {
  switch (state_of(approval, now)) {
    case ApprovalState::open:
      return base::Done{};
    case ApprovalState::expired:
      return proposal_fault({"提案の期限が過ぎています。", "The proposal has expired."},
                            {"必要なら、もう一度提案してください。", "Propose it anew."});
    default:
      return proposal_fault({"すでに決まった提案です。", "It is decided already."},
                            {"提案の一覧で結果を確かめてください。", "See the list of proposals."});
  }
}

}  // namespace

Result<> check_proposal(const Change& change, std::string_view reason) {
  const auto length = base::count_code_points(reason);
  if (length == 0 || length > reason_characters_limit) {
    return proposal_fault({"理由は1文字から500文字までです。", "A reason has 1 to 500 characters."},
                          {"理由を書いてください。", "Write the reason."});
  }
  const base::Words mend{"変更の内容を確かめてください。", "Check the change."};
  if (change.subject.empty() || !is_value(change.subject)) {
    return proposal_fault({"変更の対象がありません。", "The change has no subject."}, mend);
  }
  if (change.differences.empty() || change.differences.size() > differences_limit) {
    return proposal_fault({"変わる項目は1件から100件までです。", "A change has 1 to 100 lines."},
                          mend);
  }
  std::set<std::string_view> fields;
  for (const auto& each : change.differences) {
    const bool sound = is_identifier(each.field) && is_value(each.before) && is_value(each.after) &&
                       each.before != each.after && fields.insert(each.field).second;
    if (!sound) {
      return proposal_fault(
          {"変わる項目の書き方が違います。", "A line of the change is not sound."}, mend);
    }
  }
  return base::Done{};
}

ApprovalState state_of(const Approval& approval, base::Moment now) {
  auto state = ApprovalState::open;
  for (const auto& step : approval.steps) {
    switch (step.kind) {
      case ApprovalStepKind::approved:
        state = ApprovalState::approved;
        break;
      case ApprovalStepKind::carried_out:
        state = ApprovalState::carried_out;
        break;
      case ApprovalStepKind::refused:
        state = ApprovalState::refused;
        break;
      case ApprovalStepKind::withdrawn:
        state = ApprovalState::withdrawn;
        break;
    }
  }
  const bool over = state == ApprovalState::open && now >= approval.expires_at;
  return over ? ApprovalState::expired : state;
}

Result<> may_decide(const Approval& approval, const base::StaffId& who, base::Moment now) {
  if (approval.proposer == who) {
    return proposal_fault(
        {"自分の提案は、自分では決められません。", "Nobody decides on his own proposal."},
        {"もう一人に決めてもらってください。", "Ask the second person."});
  }
  return check_open(approval, now);
}

Result<> may_withdraw(const Approval& approval, const base::StaffId& who, base::Moment now) {
  if (approval.proposer != who) {
    return proposal_fault(
        {"取り下げられるのは提案した人だけです。", "Only the proposer takes it back."},
        {"提案を断るときは「断る」を使ってください。", "Refuse it instead."});
  }
  return check_open(approval, now);
}

Result<> may_carry_out(const Approval& approval, base::Moment now) {
  if (state_of(approval, now) == ApprovalState::approved) return base::Done{};
  return proposal_fault(
      {"実行を待っている提案ではありません。", "It does not wait to be carried out."},
      {"提案の状態を確かめてください。", "Check its state."});
}

Result<Change> sound_change(const Approval& approval) {
  auto change = parse_change(approval.text);
  if (change && base::sha256_hex(approval.text) == approval.text_sha256) return *change;
  return proposal_fault({"提案の内容が、提案されたときのものと違います。",
                         "The text is not the one that was proposed."},
                        {"実行せず、個人情報取扱責任者に知らせてください。",
                         "Do not carry it out; tell the responsible person."});
}

}  // namespace kenpo::staff
