#include "eligibility/notification_edit_act.h"

#include <algorithm>

#include "eligibility/establishment_store.h"
#include "eligibility/notification_number_act.h"
#include "eligibility/notification_rule.h"
#include "eligibility/notification_store.h"
#include "eligibility/notification_words.h"
#include "eligibility/protection_store.h"
#include "eligibility/work_item_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using notice::Permit;
using notice::Purpose;

bool editable(const Notification& notification, const WorkItem& item) {
  return notification.outcome == NotificationOutcome::open &&
         (item.state == WorkState::waiting || item.state == WorkState::held ||
          item.state == WorkState::under_review);
}

struct OpenCase {
  Notification notification;
  WorkItem item;
};

/// Nullopt: no such notification.
Result<std::optional<OpenCase>> open_case(const store::View& view, const MemberAccess& access,
                                          const notice::Recorder& recorder,
                                          const NotificationId& id) {
  auto found = KENPO_TRY(find_notification(view, access, id));
  if (!found) return std::optional<OpenCase>();
  if (!recorder.in_scope(found->establishment)) return notice::out_of_scope_fault();
  const auto item = KENPO_TRY(find_work_item(view, found->item));
  KENPO_REQUIRE(item.has_value());
  if (!editable(*found, *item)) return not_editable();
  return std::optional(OpenCase{*std::move(found), *item});
}

/// The insured person or the dependent that it is about is protected.
Result<bool> is_sheltered(const store::View& view, const MemberAccess& access,
                          const Notification& one) {
  if (KENPO_TRY(standing_protection(view, access, one.person))) return true;
  if (!one.other_person) return false;
  return KENPO_TRY(standing_protection(view, access, *one.other_person)).has_value();
}

/// What is found by the act and never typed stays as it was.
void keep_identity(const Notification& before, Notification& after) {
  after.id = before.id;
  after.case_id = before.case_id;
  after.item = before.item;
  after.entered_at = before.entered_at;
  if (before.kind == NotificationKind::acquisition) after.person = before.person;
  if (before.kind == NotificationKind::dependent_added) after.other_person = before.other_person;
}

}  // namespace

Result<std::optional<TypedBefore>> typed_before(const Permit<notification_typed>& permit,
                                                Ledger& ledger, const NotificationId& id) {
  const MemberAccess access(permit.grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(ledger.database.read());
  const auto now = ledger.gate.clock().now();
  auto found = KENPO_TRY(open_case(view, access, permit.recorder(), id));
  if (!found) return std::optional<TypedBefore>();
  TypedBefore typed{.notification = std::move(found->notification)};
  auto& one = typed.notification;
  const auto facts = KENPO_TRY(facts_of(view, access, one, now));
  typed.symbol = facts.establishment.symbol;
  if (facts.to) typed.to_symbol = facts.to->symbol;
  if (one.period) {
    const auto period = std::ranges::find(facts.periods, *one.period, &InsuredPeriod::id);
    if (period != facts.periods.end()) {
      typed.symbol = period->symbol;
      typed.insured_number = period->number;
    }
    if (facts.person) typed.known_born = facts.person->born;
  }
  if (one.other_person) {
    const auto link =
        std::ranges::find(facts.dependents, *one.other_person, &DependentLink::dependent);
    if (link != facts.dependents.end()) typed.branch = link->branch;
  }
  typed.sheltered = KENPO_TRY(is_sheltered(view, access, one));
  if (typed.sheltered) {  // nor does the symbol come back, which names the establishment
    typed.symbol.clear();
    typed.to_symbol.clear();
    one.postal_code.clear();
    one.address.clear();
    one.address_kana.clear();
  }
  return std::optional(std::move(typed));
}

Result<Notification> edit_notification(Ledger& ledger, const notice::Acting& acting,
                                       const NotificationId& id, NotificationEntry entry,
                                       Entering entering,
                                       std::optional<base::IndividualNumber> individual_number) {
  return ledger.gate.perform<notification_edit>(
      acting, [&](const Permit<notification_edit>& permit) -> Result<Notification> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        const store::NumberAccess number_access(
            permit.grant<Purpose::number_act_information_linkage>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        const auto found = KENPO_TRY(open_case(transaction, access, permit.recorder(), id));
        if (!found) return no_such_notification();
        const auto& before = found->notification;
        if (entry.content.kind != before.kind) return about_somebody_else();
        auto after = KENPO_TRY(resolved(transaction, access, permit.recorder(), entry, now));
        keep_identity(before, after);
        if (after.person != before.person || after.establishment != before.establishment) {
          return about_somebody_else();
        }
        if (after.address.empty() && KENPO_TRY(is_sheltered(transaction, access, before))) {
          after.postal_code = before.postal_code;
          after.address = before.address;
          after.address_kana = before.address_kana;
        }
        if (entering == Entering::for_review) {
          const auto facts = KENPO_TRY(facts_of(transaction, access, after, now));
          KENPO_TRY(effect_of(after, facts));
        }
        const auto by = std::get<base::StaffId>(acting.actor);
        KENPO_TRY(add(transaction, access,
                      EarlierNotification{
                          .notification = before, .replaced_at = now, .replaced_by = by}));
        KENPO_TRY(put(transaction, access, after));
        const auto to =
            entering == Entering::held ? WorkState::held : WorkState::under_review;
        KENPO_TRY(add(transaction, access, found->item,
                      WorkMove{.item = found->item.id,
                               .from = found->item.state,
                               .to = to,
                               .moved_at = now,
                               .moved_by = by,
                               .settled_by = std::string(notification_edit.japanese)}));
        if (individual_number) {
          const bool acquires = after.kind == NotificationKind::acquisition;
          const auto owner = acquires ? KENPO_TRY(owner_of(ledger.numbers, number_access,
                                                           transaction, access, after,
                                                           *individual_number, now))
                                      : std::nullopt;
          if (owner && *owner != after.person) return number_of_somebody_else();
          KENPO_TRY(keep_number(ledger.numbers, number_access, after, individual_number));
        }
        KENPO_TRY(transaction.commit(permit.recorder()));
        return after;
      });
}

}  // namespace kenpo::eligibility
