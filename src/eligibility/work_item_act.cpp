#include "eligibility/work_item_act.h"

#include "eligibility/notification_words.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "eligibility/work_item_rule.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using notice::Permit;
using notice::Purpose;

base::Fault no_such_item() {
  return {.what = {"この事務処理はありません。", "There is no such work item."},
          .why = {},
          .mend = {"一覧からたどってください。", "Start from the list."},
          .place = {}};
}

base::Fault moved_meanwhile() {
  return {.what = {"ほかの人が先に進めました。何も変えていません。",
                   "Somebody else has moved the item; nothing was changed."},
          .why = {"画面を開いたあとで状態が変わりました。", "Its state changed after the page came."},
          .mend = {"開き直して、経過を確かめてください。", "Open it again and read its steps."},
          .place = {}};
}

base::Fault no_such_way() {
  return {.what = {"この状態からは、その状態に進めません。", "That state does not follow this one."},
          .why = {"完了にするには、決裁が要ります。", "Finishing takes a decision."},
          .mend = {"表示された状態から選んでください。", "Choose one of the states shown."},
          .place = {}};
}

base::Fault own_proposal() {
  return {.what = {"決裁を求めた人は、決裁できません。", "Who asks for a decision does not decide."},
          .why = {"提案と決裁は別の人が行います。", "Proposal and decision take two people."},
          .mend = {"ほかの担当者か常務理事に決裁を求めてください。",
                   "Ask a colleague or the executive director."},
          .place = {}};
}

base::Fault merge_stands() {
  return {.what = {"名寄せの決定が生きています。", "The two are merged."},
          .why = {"まとめた二人の事務処理は、名寄せを取り消すと審査中に戻ります。",
                  "The item is taken up again when the merge is reversed."},
          .mend = {"比較の画面で、名寄せを取り消してください。", "Reverse it on its page."},
          .place = {}};
}

/// Whether the two of the item are one by a decision that stands.
Result<bool> merged(const store::View& view, const WorkItem& item, base::Moment now) {
  if (!item.person || !item.other_person) return false;
  const auto one = KENPO_TRY(kept_person(view, *item.person, now));
  const auto other = KENPO_TRY(kept_person(view, *item.other_person, now));
  return one == other;
}

}  // namespace

Result<std::vector<WorkItem>> show_work_items(const Permit<work_list>& permit,
                                              store::Database& database,
                                              const WorkFilter& filter) {
  const auto view = KENPO_TRY(database.read());
  auto items = KENPO_TRY(list_work_items(view, filter));
  std::erase_if(items, [&](const WorkItem& item) {
    return !in_scope(permit.recorder(), item.establishment);
  });
  return items;
}

Result<std::optional<WorkItemView>> show_work_item(const Permit<work_show>& permit, Ledger& ledger,
                                                   const WorkItemId& id) {
  const MemberAccess access(permit.grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(ledger.database.read());
  auto item = KENPO_TRY(find_work_item(view, id));
  if (!item) return std::optional<WorkItemView>();
  if (!in_scope(permit.recorder(), item->establishment)) return notice::out_of_scope_fault();
  WorkItemView shown{.item = *std::move(item)};
  shown.moves = KENPO_TRY(moves_of(view, access, id));
  shown.next = next_states(shown.item.state);
  if (shown.item.state == WorkState::awaiting_approval) shown.asked_by = asked_by(shown.moves);
  shown.file = KENPO_TRY(find_intake_file(view, shown.item.case_id));
  if (shown.item.person) {
    shown.person =
        KENPO_TRY(find_person(view, access, *shown.item.person, ledger.gate.clock().now()));
  }
  return std::optional(std::move(shown));
}

Result<WorkItem> item_to_move(const store::View& view, const notice::Recorder& recorder,
                              const notice::Acting& acting, const WorkItemId& id,
                              const WorkStep& step) {
  auto item = KENPO_TRY(find_work_item(view, id));
  if (!item) return no_such_item();
  if (!in_scope(recorder, item->establishment)) return notice::out_of_scope_fault();
  if (item->state != step.from) return moved_meanwhile();
  const auto* mover = std::get_if<base::StaffId>(&acting.actor);
  KENPO_REQUIRE(mover != nullptr);  // the operation runs for staff only
  const auto asker = asked_by(KENPO_TRY(steps_of(view, id)));
  switch (judge_move(step.from, step.to, *mover, asker)) {
    case MoveRefusal::none:
      return *std::move(item);
    case MoveRefusal::no_such_way:
      return no_such_way();
    case MoveRefusal::own_proposal:
      return own_proposal();
  }
  return no_such_way();
}

Result<WorkItem> move_work_item(Ledger& ledger, const notice::Acting& acting, const WorkItemId& id,
                                const WorkStep& step) {
  return ledger.gate.perform<work_move>(
      acting, [&](const Permit<work_move>& permit) -> Result<WorkItem> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        auto item = KENPO_TRY(item_to_move(transaction, permit.recorder(), acting, id, step));
        const auto now = ledger.gate.clock().now();
        if (KENPO_TRY(merged(transaction, item, now))) return merge_stands();
        const bool on_its_page = item.kind == WorkKind::notification &&
                                 (step.to == WorkState::finished ||
                                  step.from == WorkState::finished);
        if (on_its_page) return decided_on_its_page();
        KENPO_TRY(add(transaction, access, item,
                      WorkMove{.item = id,
                               .from = step.from,
                               .to = step.to,
                               .moved_at = now,
                               .moved_by = std::get<base::StaffId>(acting.actor),
                               .note = item.person ? step.note : std::string()}));
        KENPO_TRY(transaction.commit(permit.recorder()));
        item.state = step.to;
        return item;
      });
}

}  // namespace kenpo::eligibility
