#include "eligibility/notification_act.h"

#include <algorithm>

#include "base/width.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/notification_number_act.h"
#include "eligibility/notification_rule.h"
#include "eligibility/notification_store.h"
#include "eligibility/notification_words.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "eligibility/work_item_rule.h"
#include "law/book.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using notice::Permit;
using notice::Purpose;

/// The review is due with the society's own report to the platform (施行規則24条の4: five days).
Result<base::Date> review_due(base::Date received_on, base::Date today) {
  const auto term = KENPO_TRY(law::Book::carried().count("eligibility.linkage.term", today));
  return received_on.plus_days(term.value);
}

WorkMove move_of(const WorkItem& item, WorkState to, const notice::Acting& acting,
                 base::Moment now, const notice::Operation& act, const std::string& note) {
  return {.item = item.id,
          .from = item.state,
          .to = to,
          .moved_at = now,
          .moved_by = std::get<base::StaffId>(acting.actor),
          .settled_by = std::string(act.japanese),
          .note = note};
}

Result<std::vector<Alike>> alikes_of(const store::View& view, const MemberAccess& access,
                                     const Notification& notification, base::Moment now) {
  std::vector<Alike> alikes;
  const bool asks = notification.kind == NotificationKind::acquisition &&
                    notification.outcome == NotificationOutcome::open && notification.born;
  if (!asks) return alikes;
  for (auto& person :
       KENPO_TRY(look_alikes(view, access, notification.name_kana, *notification.born))) {
    if (person.sex != notification.sex) continue;
    const auto periods = KENPO_TRY(periods_of(view, access, person.id, now));
    alikes.push_back({std::move(person), periods.empty() ? std::nullopt
                                                         : std::optional(periods.back())});
  }
  return alikes;
}

/// Those that stand in the same state of the review, the earliest due first.
Result<> add_neighbours(const store::View& view, const MemberAccess& access,
                        const notice::Recorder& recorder, NotificationView& shown) {
  if (shown.notification.outcome != NotificationOutcome::open) return base::Done{};
  auto items = KENPO_TRY(list_work_items(
      view, {.kind = WorkKind::notification, .state = shown.item.state}));
  std::erase_if(items,
                [&](const WorkItem& item) { return !in_scope(recorder, item.establishment); });
  const auto at = std::ranges::find(items, shown.item.id, &WorkItem::id);
  if (at == items.end()) return base::Done{};
  const auto id_of = [&](const WorkItem& item) -> Result<std::optional<NotificationId>> {
    const auto found = KENPO_TRY(notification_of_item(view, access, item.id));
    return found ? std::optional(found->id) : std::nullopt;
  };
  if (at != items.begin()) shown.previous = KENPO_TRY(id_of(*std::prev(at)));
  if (std::next(at) != items.end()) shown.next = KENPO_TRY(id_of(*std::next(at)));
  return base::Done{};
}

template <const notice::Operation& operation>
Result<std::optional<NotificationView>> notification_under(const Permit<operation>& permit,
                                                           Ledger& ledger,
                                                           const NotificationId& id) {
  const MemberAccess access(permit.template grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(ledger.database.read());
  const auto now = ledger.gate.clock().now();
  auto found = KENPO_TRY(find_notification(view, access, id));
  if (!found) return std::optional<NotificationView>();
  if (!permit.recorder().in_scope(found->establishment)) return notice::out_of_scope_fault();
  const auto item = KENPO_TRY(find_work_item(view, found->item));
  KENPO_REQUIRE(item.has_value());
  NotificationView shown{.notification = *std::move(found), .item = *item};
  const auto& notification = shown.notification;
  shown.moves = KENPO_TRY(moves_of(view, access, item->id));
  if (item->state == WorkState::awaiting_approval) shown.asked_by = asked_by(shown.moves);
  shown.facts = KENPO_TRY(facts_of(view, access, notification, now));
  if (notification.outcome == NotificationOutcome::open) {
    auto effect = effect_of(notification, shown.facts);
    if (effect.ok()) {
      shown.effect = std::move(effect).value();
    } else {
      shown.refusals = effect.faults();
    }
  }
  shown.alikes = KENPO_TRY(alikes_of(view, access, notification, now));
  shown.may_reverse = notification.outcome == NotificationOutcome::decided &&
                      notification.kind != NotificationKind::individual_number_change;
  shown.earlier = KENPO_TRY(earlier_of(view, access, id));
  KENPO_TRY(add_neighbours(view, access, permit.recorder(), shown));
  return std::optional(std::move(shown));
}

/// The item and the first step of the clerk: into review, or held.
Result<> open_case(store::Transaction& transaction, const MemberAccess& access,
                   const notice::Acting& acting, const Notification& notification,
                   Entering entering, base::Moment now) {
  const WorkItem item{.id = notification.item,
                      .kind = WorkKind::notification,
                      .person = notification.person,
                      .establishment = notification.establishment,
                      .case_id = notification.case_id,
                      .month = notification.on.in_month(),
                      .due = KENPO_TRY(review_due(notification.received_on, now.day())),
                      .opened_at = now};
  KENPO_TRY(add(transaction, item));
  const auto to = entering == Entering::held ? WorkState::held : WorkState::under_review;
  return add(transaction, access, item,
             move_of(item, to, acting, now, notification_enter, std::string()));
}

}  // namespace

Result<Notification> enter_notification(Ledger& ledger, const notice::Acting& acting,
                                        NotificationEntry entry, Entering entering,
                                        std::optional<base::IndividualNumber> individual_number) {
  return ledger.gate.perform<notification_enter>(
      acting, [&](const Permit<notification_enter>& permit) -> Result<Notification> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        const store::NumberAccess number_access(
            permit.grant<Purpose::number_act_information_linkage>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        if (individual_number && entry.content.kind == NotificationKind::acquisition) {
          const auto owner =
              KENPO_TRY(owner_of(ledger.numbers, number_access, transaction, access,
                                 entry.content, *individual_number, now));
          if (owner) entry.same_as = owner;
        }
        auto notification =
            KENPO_TRY(resolved(transaction, access, permit.recorder(), entry, now));
        notification.case_id = base::CaseId::draw();
        notification.entered_at = now;
        if (entering == Entering::for_review) {
          const auto facts = KENPO_TRY(facts_of(transaction, access, notification, now));
          KENPO_TRY(effect_of(notification, facts));
        }
        KENPO_TRY(add(transaction, access, notification));
        KENPO_TRY(open_case(transaction, access, acting, notification, entering, now));
        KENPO_TRY(keep_number(ledger.numbers, number_access, notification, individual_number));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return notification;
      });
}

Result<NotificationList> list_notifications(const Permit<notification_board>& permit,
                                            Ledger& ledger, std::optional<WorkState> state,
                                            std::size_t page) {
  const MemberAccess access(permit.grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(ledger.database.read());
  const auto now = ledger.gate.clock().now();
  auto items =
      KENPO_TRY(list_work_items(view, {.kind = WorkKind::notification, .state = state}));
  std::erase_if(items, [&](const WorkItem& item) {
    return !in_scope(permit.recorder(), item.establishment);
  });
  NotificationList list{.count = items.size()};
  const auto from = (page - 1) * notifications_of_a_page;
  for (auto at = from; at < items.size() && list.lines.size() < notifications_of_a_page; ++at) {
    auto notification = KENPO_TRY(notification_of_item(view, access, items[at].id));
    if (!notification) continue;  // the person had this use stopped
    auto name = notification->name;
    if (name.empty()) {
      const auto person = KENPO_TRY(find_person(view, access, notification->person, now));
      if (person) name = person->name.empty() ? person->name_kana : person->name;
    }
    NotificationLine line{*std::move(notification), items[at], std::move(name)};
    if (line.item.state == WorkState::awaiting_approval) {
      const auto facts = KENPO_TRY(facts_of(view, access, line.notification, now));
      const auto effect = effect_of(line.notification, facts);
      line.all_clear = effect.ok() && effect->cautions.empty();
      line.asked_by = asked_by(KENPO_TRY(steps_of(view, line.item.id)));
    }
    list.lines.push_back(std::move(line));
  }
  return list;
}

Result<std::optional<NotificationView>> show_notification(
    const Permit<notification_show>& permit, Ledger& ledger, const NotificationId& id) {
  return notification_under(permit, ledger, id);
}

Result<std::optional<NotificationId>> notification_for_item(
    const Permit<notification_show>& permit, Ledger& ledger, const WorkItemId& item) {
  const MemberAccess access(permit.grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(ledger.database.read());
  const auto found = KENPO_TRY(notification_of_item(view, access, item));
  if (!found) return std::optional<NotificationId>();
  if (!permit.recorder().in_scope(found->establishment)) return notice::out_of_scope_fault();
  return std::optional(found->id);
}

Result<std::optional<NotificationView>> reveal_notification(
    const Permit<notification_reveal>& permit, Ledger& ledger, const NotificationId& id) {
  return notification_under(permit, ledger, id);
}

Result<Notification> choose_person(Ledger& ledger, const notice::Acting& acting,
                                   const NotificationId& id, const base::PersonId& person) {
  return ledger.gate.perform<notification_enter>(
      acting, [&](const Permit<notification_enter>& permit) -> Result<Notification> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        auto notification = KENPO_TRY(find_notification(transaction, access, id));
        if (!notification) return no_such_notification();
        if (!permit.recorder().in_scope(notification->establishment)) {
          return notice::out_of_scope_fault();
        }
        if (notification->outcome != NotificationOutcome::open) return notification_closed();
        const auto alikes = KENPO_TRY(alikes_of(transaction, access, *notification, now));
        const auto chosen = std::ranges::find_if(
            alikes, [&](const Alike& alike) { return alike.person.id == person; });
        if (chosen == alikes.end()) return not_alike();
        notification->person =
            KENPO_TRY(kept_person(transaction, chosen->person.id, now));
        KENPO_TRY(put(transaction, access, *notification));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return *std::move(notification);
      });
}

Result<Notification> drop_notification(Ledger& ledger, const notice::Acting& acting,
                                       const NotificationId& id, const std::string& note) {
  return ledger.gate.perform<notification_drop>(
      acting, [&](const Permit<notification_drop>& permit) -> Result<Notification> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        auto notification = KENPO_TRY(find_notification(transaction, access, id));
        if (!notification) return no_such_notification();
        if (!permit.recorder().in_scope(notification->establishment)) {
          return notice::out_of_scope_fault();
        }
        if (notification->outcome != NotificationOutcome::open) return notification_closed();
        const auto item = KENPO_TRY(find_work_item(transaction, notification->item));
        KENPO_REQUIRE(item.has_value());
        notification->outcome = NotificationOutcome::dropped;
        KENPO_TRY(put(transaction, access, *notification));
        KENPO_TRY(add(transaction, access, *item,
                      move_of(*item, WorkState::finished, acting, ledger.gate.clock().now(),
                              notification_drop, note)));
        KENPO_TRY(transaction.commit(permit.recorder()));
        const store::NumberAccess number_access(
            permit.grant<Purpose::number_act_information_linkage>());
        KENPO_TRY(erase_number(ledger, number_access, access, *notification,
                               std::get<base::StaffId>(acting.actor)));
        return *std::move(notification);
      });
}

}  // namespace kenpo::eligibility
