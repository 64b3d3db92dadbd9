#include "eligibility/notification_facts_act.h"

#include <algorithm>

#include "base/width.h"
#include "eligibility/address_origin_store.h"
#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/number_counter_store.h"
#include "eligibility/office_size_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

base::Fault unknown_symbol() {
  return {{"この記号の事業所がありません。", "No establishment has this symbol."},
          {"記号は、当組合が事業所に付けた番号です。", "The symbol is the society's own."},
          {"記号を確かめてください。", "Check the symbol."},
          {}};
}

base::Fault unknown_number() {
  return {{"この記号・番号の被保険者がいません。", "No insured person has this number."},
          {"事業所の台帳に番号がありません。", "The number is not in the ledger."},
          {"記号・番号を確かめてください。取得届がまだなら、先に入力してください。",
           "Check both; enter the acquisition first if it has not come."},
          {}};
}

base::Fault other_birth_date() {
  return {{"生年月日が台帳と違います。", "The birth date differs from the ledger."},
          {"番号が別の人の番号である可能性があります。", "The number may be somebody else's."},
          {"番号と生年月日を確かめてください。", "Check both."},
          {}};
}

base::Fault unknown_branch() {
  return {{"この枝番の被扶養者がいません。", "Nobody has this branch number."},
          {"被保険者の台帳に枝番がありません。", "It is not in the ledger."},
          {"枝番を確かめてください。", "Check the branch number."},
          {}};
}

Result<Establishment> establishment_by_symbol(const store::View& view,
                                              const notice::Recorder& recorder,
                                              const std::string& symbol) {
  for (const auto& each : KENPO_TRY(list_establishments(view))) {
    if (each.symbol != symbol) continue;
    if (!recorder.in_scope(each.id)) return notice::out_of_scope_fault();
    return each;
  }
  return unknown_symbol();
}

/// The period under the number that the day belongs to, or the latest.
const InsuredPeriod& period_for(const std::vector<InsuredPeriod>& periods, base::Date on) {
  // Who is lost on the day held the status to the day before it.
  for (const auto day : {on.plus_days(-1), on}) {
    const auto held = std::ranges::find_if(
        periods, [&](const InsuredPeriod& period) { return period.holds(day); });
    if (held != periods.end()) return *held;
  }
  return periods.back();
}

bool begins_anew(NotificationKind kind) { return kind == NotificationKind::acquisition; }

Result<std::vector<InsuredPeriod>> all_periods(const store::View& view,
                                               const MemberAccess& access,
                                               const base::PersonId& person, base::Moment now) {
  const auto identities = KENPO_TRY(identities_of(view, person, now));
  auto periods = KENPO_TRY(of_all(identities, [&](const base::PersonId& id) {
    return periods_of(view, access, id, now);
  }));
  std::ranges::sort(periods, {}, [](const InsuredPeriod& period) {
    return std::pair(period.acquired, period.id);
  });
  return periods;
}

/// The next number where the new period will be, and whether the notified one is somebody else's.
Result<> add_number(const store::View& view, const MemberAccess& access,
                    const Notification& notification, NotificationFacts& facts) {
  const auto& where = facts.to ? facts.to->id : facts.establishment.id;
  const int highest = KENPO_TRY(highest_number(view, where));
  facts.next_number = std::to_string(std::min(highest + 1, number_limit));
  facts.number_taken = notification.number.empty() && highest >= number_limit;
  if (notification.number.empty()) return base::Done{};
  for (const auto& period :
       KENPO_TRY(periods_of_number(view, access, where, notification.number))) {
    const bool own = std::ranges::any_of(facts.periods, [&](const InsuredPeriod& known) {
      return known.person == period.person;
    });
    if (!own && period.person != notification.person) facts.number_taken = true;
  }
  return base::Done{};
}

Result<bool> any_look_alike(const store::View& view, const MemberAccess& access,
                            const Notification& notification, base::Moment now) {
  const bool new_person = notification.kind == NotificationKind::acquisition ||
                          notification.kind == NotificationKind::dependent_added;
  if (!new_person || !notification.born) return false;
  const auto identities = KENPO_TRY(identities_of(view, notification.person, now));
  for (const auto& other :
       KENPO_TRY(look_alikes(view, access, notification.name_kana, *notification.born))) {
    if (other.sex != notification.sex || other.id == notification.other_person) continue;
    if (std::ranges::find(identities, other.id) == identities.end()) return true;
  }
  return false;
}

/// Where the address of the person stands so far, and whether the new one is an employer's.
Result<> add_address(const store::View& view, const MemberAccess& access,
                     const Notification& notification, NotificationFacts& facts) {
  const auto& of = is_of_dependent(notification.kind) && notification.other_person
                       ? *notification.other_person
                       : notification.person;
  facts.address_origin = KENPO_TRY(address_origin_of(view, access, of));
  facts.address_is_establishments =
      KENPO_TRY(is_establishments_address(view, notification.address));
  return base::Done{};
}

}  // namespace

Result<bool> is_establishments_address(const store::View& view, const std::string& address) {
  if (address.empty()) return false;
  const auto key = base::search_key(address);
  return std::ranges::any_of(KENPO_TRY(list_establishments(view)), [&](const Establishment& one) {
    return !one.address.empty() && base::search_key(one.address) == key;
  });
}

Result<Notification> resolved(const store::View& view, const MemberAccess& access,
                              const notice::Recorder& recorder, const NotificationEntry& entry,
                              base::Moment now) {
  auto notification = entry.content;
  const auto establishment =
      KENPO_TRY(establishment_by_symbol(view, recorder, entry.symbol));
  notification.establishment = establishment.id;
  if (!entry.to_symbol.empty()) {
    notification.to_establishment =
        KENPO_TRY(establishment_by_symbol(view, recorder, entry.to_symbol)).id;
  }
  if (begins_anew(notification.kind)) {
    if (entry.same_as) notification.person = *entry.same_as;
    return notification;
  }
  const auto numbered =
      KENPO_TRY(periods_of_number(view, access, establishment.id, entry.number));
  if (numbered.empty()) return unknown_number();
  const auto& period = period_for(numbered, notification.on);
  notification.person = period.person;
  notification.period = period.id;
  const auto person = KENPO_TRY(find_person(view, access, period.person, now));
  if (!person) return unknown_number();
  if (entry.known_born != person->born) return other_birth_date();
  if (notification.kind == NotificationKind::dependent_added) {
    notification.other_person = base::PersonId::draw();
  }
  const bool of_branch = notification.kind == NotificationKind::dependent_ended ||
                         notification.kind == NotificationKind::dependent_changed ||
                         (notification.kind == NotificationKind::individual_number_change &&
                          entry.branch != 0);
  if (of_branch) {
    const auto links = KENPO_TRY(dependents_of(view, access, period.person, now));
    const auto link = std::ranges::find(links, entry.branch, &DependentLink::branch);
    if (link == links.end()) return unknown_branch();
    notification.other_person = link->dependent;
  }
  return notification;
}

Result<NotificationFacts> facts_of(const store::View& view, const MemberAccess& access,
                                   const Notification& notification, base::Moment now) {
  NotificationFacts facts{.today = now.day()};
  const auto establishment = KENPO_TRY(find_establishment(view, notification.establishment));
  if (!establishment) return unknown_symbol();
  facts.establishment = *establishment;
  if (notification.to_establishment) {
    facts.to = KENPO_TRY(find_establishment(view, *notification.to_establishment));
  }
  facts.office_size =
      size_on(KENPO_TRY(sizes_of(view, facts.to ? facts.to->id : facts.establishment.id)),
              notification.on);
  facts.person = KENPO_TRY(find_person(view, access, notification.person, now));
  facts.periods = KENPO_TRY(all_periods(view, access, notification.person, now));
  const auto identities = KENPO_TRY(identities_of(view, notification.person, now));
  facts.dependents = KENPO_TRY(of_all(identities, [&](const base::PersonId& id) {
    return dependents_of(view, access, id, now);
  }));
  facts.circumstances = KENPO_TRY(of_all(identities, [&](const base::PersonId& id) {
    return circumstances_of(view, access, id, now);
  }));
  if (notification.other_person) {
    facts.dependent = KENPO_TRY(find_person(view, access, *notification.other_person, now));
    for (auto& one :
         KENPO_TRY(circumstances_of(view, access, *notification.other_person, now))) {
      if (one.kind == CircumstanceKind::abroad) facts.circumstances.push_back(std::move(one));
    }
  }
  facts.is_protected = facts.person && facts.person->sheltered == Sheltered::yes;
  facts.look_alikes = KENPO_TRY(any_look_alike(view, access, notification, now));
  KENPO_TRY(add_number(view, access, notification, facts));
  KENPO_TRY(add_address(view, access, notification, facts));
  return facts;
}

}  // namespace kenpo::eligibility
