#include "eligibility/notification_number_act.h"

#include "base/width.h"
#include "eligibility/notification_store.h"
#include "eligibility/notification_words.h"
#include "eligibility/person_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

/// Under whom the number of a notification is kept until the decision.
base::PersonId holder_of_number(const Notification& notification) {
  if (notification.kind == NotificationKind::individual_number_change) {
    return number_slot(notification.id);
  }
  return notification.kind == NotificationKind::dependent_added ? *notification.other_person
                                                                : notification.person;
}

/// A changed number has to be nobody's yet, neither the person's own.
Result<> check_new_number(store::NumberStore& numbers, const store::NumberAccess& number_access,
                          const Notification& notification,
                          const base::IndividualNumber& number) {
  if (notification.kind != NotificationKind::individual_number_change) return base::Done{};
  const auto owner = KENPO_TRY(numbers.find(number_access, number));
  const auto slot = number_slot(notification.id);
  if (!owner || *owner == slot) return base::Done{};
  if (*owner == notification.other_person.value_or(notification.person)) {
    return number_is_the_same();
  }
  return number_waits();
}

}  // namespace

Result<std::optional<base::PersonId>> owner_of(store::NumberStore& numbers,
                                               const store::NumberAccess& number_access,
                                               const store::View& view,
                                               const MemberAccess& access,
                                               const Notification& notification,
                                               const base::IndividualNumber& number,
                                               base::Moment now) {
  const auto owner = KENPO_TRY(numbers.find(number_access, number));
  if (!owner) return owner;
  const auto waits_in = NotificationId::parse(owner->text());
  if (waits_in && KENPO_TRY(find_notification(view, access, *waits_in))) return number_waits();
  const auto known = KENPO_TRY(find_person(view, access, *owner, now));
  if (!known) return owner;
  const bool same = known->born == notification.born &&
                    base::search_key(known->name_kana) == base::search_key(notification.name_kana);
  if (!same) return number_of_somebody_else();
  return owner;
}

Result<> keep_number(store::NumberStore& numbers, const store::NumberAccess& number_access,
                     const Notification& notification,
                     const std::optional<base::IndividualNumber>& number) {
  const bool changes = notification.kind == NotificationKind::individual_number_change;
  if (!number) return changes ? Result<>(number_needed()) : Result<>(base::Done{});
  KENPO_TRY(check_new_number(numbers, number_access, notification, *number));
  return numbers.put(number_access, holder_of_number(notification), *number);
}

Result<> erase_number(Ledger& ledger, const store::NumberAccess& number_access,
                      const MemberAccess& access, const Notification& dropped,
                      const base::StaffId& by) {
  const auto now = ledger.gate.clock().now();
  const auto view = KENPO_TRY(ledger.database.read());
  const bool may_have = dropped.kind == NotificationKind::individual_number_change ||
                        dropped.kind == NotificationKind::dependent_added ||
                        dropped.kind == NotificationKind::acquisition;
  if (!may_have) return base::Done{};
  const auto holder = holder_of_number(dropped);
  if (KENPO_TRY(find_person(view, access, holder, now))) return base::Done{};
  for (const auto& other : KENPO_TRY(notifications_of(view, access, holder))) {
    if (other.outcome == NotificationOutcome::open) return base::Done{};
  }
  if (!KENPO_TRY(ledger.numbers.has(number_access, holder))) return base::Done{};
  KENPO_TRY(ledger.numbers.erase(number_access, holder, by, now));
  return base::Done{};
}

Result<base::PersonId> person_behind(const store::View& view, const MemberAccess& access,
                                     const base::PersonId& owner) {
  const auto waits_in = NotificationId::parse(owner.text());
  if (!waits_in) return owner;
  const auto found = KENPO_TRY(find_notification(view, access, *waits_in));
  return found ? found->other_person.value_or(found->person) : owner;
}

}  // namespace kenpo::eligibility
