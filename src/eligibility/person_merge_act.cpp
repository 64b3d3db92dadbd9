#include "eligibility/person_merge_act.h"

#include <algorithm>

#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/work_item_rule.h"

namespace kenpo::eligibility {

namespace {

using base::PersonId;
using base::Result;
using notice::Permit;
using notice::Purpose;

base::Fault not_two_people() {
  return {.what = {"名寄せの事務処理ではありません。", "The work item is not about two people."},
          .why = {},
          .mend = {"一覧からたどってください。", "Start from the list."},
          .place = {}};
}

base::Fault not_one_of_them() {
  return {.what = {"残す台帳が、この二人のものではありません。",
                   "The ledger to keep belongs to neither."},
          .why = {},
          .mend = {"画面の二人から選んでください。", "Choose one of the two."},
          .place = {}};
}

base::Fault merged_already() {
  return {.what = {"どちらかの台帳は、もうほかの台帳にまとめてあります。",
                   "One of the ledgers is under another already."},
          .why = {"一つの台帳は、一つの台帳にだけまとめられます。",
                  "A ledger goes under one other only."},
          .mend = {"前の名寄せを確かめ、必要なら取り消してください。",
                   "Check the earlier decision; reverse it if need be."},
          .place = {}};
}

base::Fault reversed_before() {
  return {.what = {"この名寄せは、もう取り消してあります。", "The decision was reversed before."},
          .why = {},
          .mend = {"開き直して、経過を確かめてください。", "Open the page again."},
          .place = {}};
}

/// The person with all by which their scope is judged; nullopt when erased.
Result<std::optional<LookAlike>> look_alike_of(const store::View& view, const MemberAccess& access,
                                               const PersonId& id, base::Moment now) {
  auto person = KENPO_TRY(find_person(view, access, id, now));
  if (!person) return std::optional<LookAlike>();
  LookAlike found{.person = *std::move(person)};
  found.periods = KENPO_TRY(periods_of(view, access, id, now));
  found.dependent_of = KENPO_TRY(links_of(view, access, id, now));
  found.dependents = KENPO_TRY(dependents_of(view, access, id, now)).size();
  return std::optional(std::move(found));
}

/// Whether one of the person's establishments, own or the insured person's, is the handler's.
Result<bool> held(const store::View& view, const MemberAccess& access,
                  const notice::Recorder& recorder, const LookAlike& one, base::Moment now) {
  const auto is_held = [&](const InsuredPeriod& period) {
    return recorder.in_scope(period.establishment);
  };
  if (std::ranges::any_of(one.periods, is_held)) return true;
  for (const auto& link : one.dependent_of) {
    const auto periods = KENPO_TRY(periods_of(view, access, link.insured, now));
    if (std::ranges::any_of(periods, is_held)) return true;
  }
  return false;
}

struct Pair {
  LookAlike one;
  LookAlike other;
};

/// Both people of the item, touched and in scope. Nullopt: not of two people, or one erased.
Result<std::optional<Pair>> pair_of(const store::View& view, const MemberAccess& access,
                                    const notice::Recorder& recorder, const WorkItem& item,
                                    base::Moment now) {
  if (!item.person || !item.other_person) return std::optional<Pair>();
  auto one = KENPO_TRY(look_alike_of(view, access, *item.person, now));
  auto other = KENPO_TRY(look_alike_of(view, access, *item.other_person, now));
  if (!one || !other) return std::optional<Pair>();
  const bool holds_one = KENPO_TRY(held(view, access, recorder, *one, now));
  const bool holds_other = KENPO_TRY(held(view, access, recorder, *other, now));
  if (!holds_one || !holds_other) return notice::out_of_scope_fault();
  return std::optional(Pair{*std::move(one), *std::move(other)});
}

/// One decision about the two people of an item, in its transaction.
class MergeDecision {
 public:
  MergeDecision(store::Transaction& transaction, const MemberAccess& access, base::Moment now,
                const notice::Acting& acting, WorkStep step)
      : transaction_(transaction),
        access_(access),
        now_(now),
        acting_(acting),
        step_(std::move(step)) {}

  /// The item, when the step may be taken and both people are known and in scope.
  Result<WorkItem> item(const notice::Recorder& recorder, const WorkItemId& id) {
    auto item = KENPO_TRY(item_to_move(transaction_, recorder, acting_, id, step_));
    const auto pair = KENPO_TRY(pair_of(transaction_, access_, recorder, item, now_));
    if (!pair) return not_two_people();
    return item;
  }
  /// The item takes its step, by this act.
  Result<> move(const WorkItem& item, const notice::Operation& act) {
    return add(transaction_, access_, item,
               WorkMove{.item = item.id,
                        .from = step_.from,
                        .to = step_.to,
                        .moved_at = now_,
                        .moved_by = by(),
                        .settled_by = std::string(act.japanese),
                        .note = step_.note});
  }
  base::StaffId by() const { return std::get<base::StaffId>(acting_.actor); }

 private:
  store::Transaction& transaction_;
  const MemberAccess& access_;
  base::Moment now_;
  const notice::Acting& acting_;
  WorkStep step_;
};

Result<> check_free(const store::View& view, const WorkItem& item, base::Moment now) {
  for (const auto& person : {*item.person, *item.other_person}) {
    const auto kept = KENPO_TRY(kept_person(view, person, now));
    if (kept != person) return merged_already();
    const auto all = KENPO_TRY(identities_of(view, person, now));
    if (all.size() >= identities_limit) return merged_already();
  }
  return base::Done{};
}

}  // namespace

namespace {

template <const notice::Operation& operation>
Result<std::optional<Comparison>> comparison_under(const Permit<operation>& permit,
                                                   Ledger& ledger, const WorkItemId& id) {
  const MemberAccess access(permit.template grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(ledger.database.read());
  const auto item = KENPO_TRY(find_work_item(view, id));
  if (!item) return std::optional<Comparison>();
  const auto now = ledger.gate.clock().now();
  auto pair = KENPO_TRY(pair_of(view, access, permit.recorder(), *item, now));
  if (!pair) return std::optional<Comparison>();
  Comparison shown{
      .item = *item, .one = std::move(pair->one), .other = std::move(pair->other)};
  if (item->state == WorkState::awaiting_approval) {
    shown.asked_by = asked_by(KENPO_TRY(steps_of(view, id)));
  }
  for (const auto& merge : KENPO_TRY(merges_of(view, *item->person))) {
    const auto& partner = merge.kept == *item->person ? merge.merged : merge.kept;
    if (partner == *item->other_person) shown.merges.push_back(merge);
  }
  return std::optional(std::move(shown));
}

}  // namespace

Result<std::optional<Comparison>> compare_people(const Permit<merge_compare>& permit,
                                                 Ledger& ledger, const WorkItemId& id) {
  return comparison_under(permit, ledger, id);
}

Result<std::optional<Comparison>> reveal_people(const Permit<merge_reveal>& permit, Ledger& ledger,
                                                const WorkItemId& id) {
  return comparison_under(permit, ledger, id);
}

Result<PersonMerge> merge_people(Ledger& ledger, const notice::Acting& acting,
                                 const WorkItemId& id, const PersonId& kept,
                                 const std::string& note) {
  return ledger.gate.perform<merge_decide>(
      acting, [&](const Permit<merge_decide>& permit) -> Result<PersonMerge> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        MergeDecision deciding(transaction, access, now, acting,
                               {WorkState::awaiting_approval, WorkState::finished, note});
        const auto item = KENPO_TRY(deciding.item(permit.recorder(), id));
        if (kept != *item.person && kept != *item.other_person) return not_one_of_them();
        KENPO_TRY(check_free(transaction, item, now));
        const PersonMerge merge{
            .kept = kept,
            .merged = kept == *item.person ? *item.other_person : *item.person,
            .decided_at = now,
            .decided_by = deciding.by()};
        KENPO_TRY(put(transaction, merge));
        KENPO_TRY(deciding.move(item, merge_decide));
        KENPO_TRY(transaction.commit(permit.recorder()));
        ledger.gate.stops().join(merge.kept, merge.merged);  // 個人情報保護法35条
        return merge;
      });
}

Result<PersonMerge> reverse_merge(Ledger& ledger, const notice::Acting& acting,
                                  const WorkItemId& id, const MergeId& merge_id,
                                  const std::string& note) {
  return ledger.gate.perform<merge_reverse>(
      acting, [&](const Permit<merge_reverse>& permit) -> Result<PersonMerge> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        MergeDecision deciding(transaction, access, now, acting,
                               {WorkState::finished, WorkState::under_review, note});
        const auto item = KENPO_TRY(deciding.item(permit.recorder(), id));
        auto merge = KENPO_TRY(find_merge(transaction, merge_id));
        const auto is_of_item = [&](const PersonId& person) {
          return person == *item.person || person == *item.other_person;
        };
        if (!merge || !is_of_item(merge->kept) || !is_of_item(merge->merged)) {
          return not_two_people();
        }
        if (!KENPO_TRY(reverse(transaction, merge_id, now, deciding.by()))) {
          return reversed_before();
        }
        KENPO_TRY(deciding.move(item, merge_reverse));
        KENPO_TRY(transaction.commit(permit.recorder()));
        merge->reversed_at = now;
        merge->reversed_by = deciding.by();
        return *std::move(merge);
      });
}

}  // namespace kenpo::eligibility
