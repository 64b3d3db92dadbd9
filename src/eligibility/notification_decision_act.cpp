// The decision on a notification, and its reversal.
#include <algorithm>

#include "eligibility/address_origin_store.h"
#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/fact_row_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_entry_act.h"
#include "eligibility/notification_act.h"
#include "eligibility/notification_rule.h"
#include "eligibility/notification_store.h"
#include "eligibility/notification_words.h"
#include "eligibility/notified_paper_store.h"
#include "eligibility/notified_pay_store.h"
#include "eligibility/number_counter_store.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using notice::Permit;
using notice::Purpose;

/// Work that follows from a decision is due ten days after it, as that of a file.
constexpr int follow_up_days = 10;

/// Makes the changes of one notification inside its transaction.
class LedgerChanges {
 public:
  LedgerChanges(store::Transaction& transaction, const MemberAccess& access,
                   const Notification& notification, base::Moment now)
      : transaction_(transaction), access_(access), notification_(notification), now_(now) {}

  Result<> make(const NotificationEffect& effect) {
    for (const auto* person : {&effect.person, &effect.dependent}) {
      if (!*person) continue;
      KENPO_TRY(change(FactKind::person, (*person)->id.text(), [&] {
        return put(transaction_, access_, **person, effect.person_from, now_);
      }));
      touch((*person)->id);
    }
    for (const auto& period : effect.periods) {
      KENPO_TRY(change(FactKind::period, period.id.text(),
                       [&] { return put(transaction_, access_, period, now_); }));
      KENPO_TRY(raise_counter(period));
      touch(period.person);
    }
    for (const auto& link : effect.links) {
      KENPO_TRY(change(FactKind::link, link.id.text(),
                       [&] { return put(transaction_, access_, link, now_); }));
      touch(link.dependent);
    }
    for (const auto& circumstance : effect.circumstances) {
      KENPO_TRY(change(FactKind::circumstance, circumstance.id.text(),
                       [&] { return put(transaction_, access_, circumstance, now_); }));
    }
    if (effect.origin) {
      KENPO_TRY(change(FactKind::address_origin, effect.origin->person.text(),
                       [&] { return put(transaction_, access_, *effect.origin, now_); }));
    }
    if (effect.paper) {
      KENPO_TRY(change(FactKind::notified_paper, effect.paper->id.text(),
                       [&] { return put(transaction_, access_, *effect.paper, now_); }));
    }
    if (effect.pay) KENPO_TRY(add(transaction_, access_, *effect.pay));
    return base::Done{};
  }

  /// What is left for people after the decision.
  Result<> open_work(const NotificationEffect& effect) {
    const auto has = [&](Caution caution) {
      return std::ranges::find(effect.cautions, caution) != effect.cautions.end();
    };
    if (has(Caution::double_cover)) KENPO_TRY(open(WorkKind::double_cover));
    if (has(Caution::two_workplaces)) KENPO_TRY(open(WorkKind::two_workplaces));
    if (has(Caution::dependents_expected)) KENPO_TRY(open(WorkKind::dependents_expected));
    if (has(Caution::remuneration_needed)) KENPO_TRY(open(WorkKind::not_determined));
    if (notification_.kind == NotificationKind::dependent_added) {
      KENPO_TRY(settle(transaction_, notification_.person, WorkKind::dependents_expected, now_,
                       notification_decide.japanese));
    }
    if (has(Caution::look_alike)) KENPO_TRY(open_pairs(effect));
    return base::Done{};
  }

  const std::vector<base::PersonId>& touched() const { return touched_; }

 private:
  template <typename Write>
  Result<> change(FactKind fact, std::string_view id, Write write) {
    NotificationChange made{
        .notification = notification_.id, .fact = fact, .fact_id = std::string(id)};
    made.before = KENPO_TRY(standing_row(transaction_, access_, fact, id));
    KENPO_TRY(write());
    const auto after = KENPO_TRY(standing_row(transaction_, access_, fact, id));
    KENPO_REQUIRE(after.has_value());
    made.after = *after;
    return add(transaction_, made);
  }
  Result<> raise_counter(const InsuredPeriod& period) {
    const auto& digits = period.number;
    constexpr std::size_t digits_limit = 6;
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const bool counted = !digits.empty() && digits.size() <= digits_limit &&
                         std::ranges::all_of(digits, is_digit);
    if (!counted) return base::Done{};
    const int number = std::stoi(digits);
    const int highest = KENPO_TRY(highest_number(transaction_, period.establishment));
    if (number <= highest) return base::Done{};
    return set_highest_number(transaction_, period.establishment, number);
  }
  Result<> open(WorkKind kind, std::optional<base::PersonId> other = std::nullopt) {
    return add(transaction_, WorkItem{.kind = kind,
                                      .person = notification_.person,
                                      .other_person = other,
                                      .establishment = notification_.establishment,
                                      .case_id = notification_.case_id,
                                      .month = notification_.on.in_month(),
                                      .due = now_.day().plus_days(follow_up_days),
                                      .opened_at = now_});
  }
  Result<> open_pairs(const NotificationEffect& effect) {
    const auto& person = effect.person ? effect.person : effect.dependent;
    if (!person) return base::Done{};
    for (const auto& other :
         KENPO_TRY(look_alikes(transaction_, access_, person->name_kana, person->born))) {
      if (other.sex != person->sex || other.id == person->id) continue;
      if (KENPO_TRY(has_pair(transaction_, person->id, other.id))) continue;
      KENPO_TRY(open(WorkKind::look_alike, other.id));
    }
    return base::Done{};
  }
  void touch(const base::PersonId& person) {
    if (std::ranges::find(touched_, person) == touched_.end()) touched_.push_back(person);
  }

  store::Transaction& transaction_;
  const MemberAccess& access_;
  const Notification& notification_;
  base::Moment now_;
  std::vector<base::PersonId> touched_;
};

WorkMove decision_move(const WorkItem& item, const notice::Acting& acting, base::Moment now,
                       const notice::Operation& act, const std::string& note) {
  return {.item = item.id,
          .from = item.state,
          .to = WorkState::finished,
          .moved_at = now,
          .moved_by = std::get<base::StaffId>(acting.actor),
          .settled_by = std::string(act.japanese),
          .note = note};
}

/// The index of members follows what was committed.
Result<> follow(Ledger& ledger, const MemberAccess& access,
                const std::vector<base::PersonId>& people) {
  const auto view = KENPO_TRY(ledger.database.read());
  return refresh_members(ledger, view, access, people, ledger.gate.clock().now());
}

std::vector<base::PersonId> people_of_changes(const Notification& notification) {
  std::vector<base::PersonId> people{notification.person};
  if (notification.other_person) people.push_back(*notification.other_person);
  return people;
}

/// The decision, under either operation. `kept` sees the notification before anything is committed.
template <typename Kept>
Result<Notification> decided_by(Ledger& ledger, const MemberAccess& access,
                                notice::Recorder& recorder, const notice::Acting& acting,
                                const NotificationId& id, const std::string& note, Deciding how,
                                const notice::Operation& act, Kept kept) {
  auto transaction = KENPO_TRY(ledger.database.write());
  const auto now = ledger.gate.clock().now();
  auto notification = KENPO_TRY(find_notification(transaction, access, id));
  if (!notification) return no_such_notification();
  if (notification->outcome != NotificationOutcome::open) return notification_closed();
  const auto item = KENPO_TRY(item_to_move(
      transaction, recorder, acting, notification->item,
      {.from = WorkState::awaiting_approval, .to = WorkState::finished, .note = note}));
  const auto facts = KENPO_TRY(facts_of(transaction, access, *notification, now));
  const auto effect = KENPO_TRY(effect_of(*notification, facts));
  if (how == Deciding::all_clear && !effect.cautions.empty()) return has_cautions();
  KENPO_TRY(kept(*notification));
  LedgerChanges deciding(transaction, access, *notification, now);
  KENPO_TRY(deciding.make(effect));
  KENPO_TRY(deciding.open_work(effect));
  if (notification->kind == NotificationKind::individual_number_change) {
    const auto& owner = notification->other_person.value_or(notification->person);
    KENPO_TRY(settle(transaction, owner, WorkKind::number_missing, now, act.japanese));
  }
  notification->outcome = NotificationOutcome::decided;
  if (facts.is_protected) {  // the address stands with the protection now
    notification->postal_code.clear();
    notification->address.clear();
    notification->address_kana.clear();
  }
  KENPO_TRY(put(transaction, access, *notification));
  KENPO_TRY(add(transaction, access, item, decision_move(item, acting, now, act, note)));
  KENPO_TRY(transaction.commit(recorder));
  KENPO_TRY(follow(ledger, access, deciding.touched()));
  return *std::move(notification);
}

}  // namespace

Result<Notification> decide_notification(Ledger& ledger, const notice::Acting& acting,
                                         const NotificationId& id, const std::string& note,
                                         Deciding how) {
  return ledger.gate.perform<notification_decide>(
      acting, [&](const Permit<notification_decide>& permit) -> Result<Notification> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        return decided_by(ledger, access, permit.recorder(), acting, id, note, how,
                          notification_decide, [](const Notification& one) -> Result<> {
                            if (one.kind != NotificationKind::individual_number_change) {
                              return base::Done{};
                            }
                            return number_decided_apart();
                          });
      });
}

Result<Notification> decide_number(Ledger& ledger, const notice::Acting& acting,
                                   const NotificationId& id, const std::string& note) {
  return ledger.gate.perform<notification_number_decide>(
      acting, [&](const Permit<notification_number_decide>& permit) -> Result<Notification> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        const store::NumberAccess number_access(
            permit.grant<Purpose::number_act_information_linkage>());
        const auto slot = number_slot(id);
        const auto replace = [&](const Notification& one) -> Result<> {
          if (one.kind != NotificationKind::individual_number_change) return decided_on_its_page();
          const auto number = KENPO_TRY(ledger.numbers.open(number_access, slot));
          if (!number) return number_needed();
          return ledger.numbers.put(number_access, one.other_person.value_or(one.person), *number);
        };
        auto decided =
            KENPO_TRY(decided_by(ledger, access, permit.recorder(), acting, id, note,
                                 Deciding::one_looked_at, notification_number_decide, replace));
        KENPO_TRY(ledger.numbers.erase(number_access, slot,
                                       std::get<base::StaffId>(acting.actor),
                                       ledger.gate.clock().now()));
        return decided;
      });
}

Result<PileDecided> decide_pile(Ledger& ledger, const notice::Acting& acting,
                                const std::vector<NotificationId>& ids) {
  PileDecided pile;
  for (const auto& id : ids) {
    if (pile.decided + pile.left >= notifications_of_a_page) {
      ++pile.left;
      continue;
    }
    const auto done =
        decide_notification(ledger, acting, id, std::string(), Deciding::all_clear);
    ++(done.ok() ? pile.decided : pile.left);
  }
  return pile;
}

Result<Notification> reverse_notification(Ledger& ledger, const notice::Acting& acting,
                                          const NotificationId& id, const std::string& note) {
  return ledger.gate.perform<notification_reverse>(
      acting, [&](const Permit<notification_reverse>& permit) -> Result<Notification> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        auto notification = KENPO_TRY(find_notification(transaction, access, id));
        if (!notification) return no_such_notification();
        if (!permit.recorder().in_scope(notification->establishment)) {
          return notice::out_of_scope_fault();
        }
        if (notification->outcome != NotificationOutcome::decided) return not_decided();
        if (notification->kind == NotificationKind::individual_number_change) {
          return number_stays_replaced();
        }
        // The address of a protected person stands with the protection: it is corrected there.
        const bool sheltered =
            notification->kind == NotificationKind::address_change &&
            KENPO_TRY(standing_protection(transaction, access, notification->person)).has_value();
        if (sheltered) return address_is_protected();
        auto changes = KENPO_TRY(changes_of(transaction, id));
        std::ranges::reverse(changes);
        for (const auto& change : changes) {
          if (!KENPO_TRY(take_back(transaction, access, change, now))) return built_upon();
        }
        for (const auto& pay :
             KENPO_TRY(pay_of_case(transaction, access, notification->case_id))) {
          KENPO_TRY(set_state(transaction, access, pay, PayState::cancelled));
        }
        notification->outcome = NotificationOutcome::reversed;
        KENPO_TRY(put(transaction, access, *notification));
        const auto item = KENPO_TRY(find_work_item(transaction, notification->item));
        KENPO_REQUIRE(item.has_value());
        KENPO_TRY(add(transaction, access, *item,
                      decision_move(*item, acting, now, notification_reverse, note)));
        KENPO_TRY(transaction.commit(permit.recorder()));
        std::vector<base::PersonId> people = people_of_changes(*notification);
        const auto view = KENPO_TRY(ledger.database.read());
        for (const auto& link :
             KENPO_TRY(dependents_of(view, access, notification->person, now))) {
          people.push_back(link.dependent);
        }
        KENPO_TRY(refresh_members(ledger, view, access, people, now));
        return *std::move(notification);
      });
}

}  // namespace kenpo::eligibility
