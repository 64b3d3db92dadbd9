#include "eligibility/notification_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::eligibility {

using base::Date;
using base::Fault;
using base::Result;
using base::Words;

namespace {

/// An amount of ten million yen or more stands as 9,999,999 on the notification.
constexpr base::Yen pay_capped_yen{9'999'999};

/// The terms of notification (施行規則24条 and others), in days.
std::string_view term_of(NotificationKind kind) {
  switch (kind) {
    case NotificationKind::two_workplaces:
    case NotificationKind::two_workplaces_end:
      return "eligibility.two_workplaces.term";
    case NotificationKind::detention:
    case NotificationKind::detention_end:
      return "eligibility.detention.term";
    case NotificationKind::acquisition:
    case NotificationKind::loss:
    case NotificationKind::transfer:
    case NotificationKind::rehire:
    case NotificationKind::dependent_added:
    case NotificationKind::dependent_ended:
    case NotificationKind::dependent_changed:
      return "eligibility.notification.term";
    default:
      return {};  // without delay: no number of days
  }
}

/// What every notification is asked, whatever it tells.
Result<> add_common(const Notification& notification, const NotificationFacts& facts,
                    NotificationEffect& effect) {
  const auto& book = law::Book::carried();
  if (const auto term = term_of(notification.kind); !term.empty()) {
    const auto days = KENPO_TRY(book.count(term, facts.today));
    if (notification.received_on > notification.on.plus_days(days.value)) {
      effect.cautions.push_back(Caution::late);
      effect.basis.push_back({{"届出の期限", "Term of notification"},
                              base::Plain::name(days.row->basis),
                              notification.on.plus_days(days.value), days.row});
    }
  }
  const auto years = KENPO_TRY(book.count("eligibility.limitation", facts.today));
  if (notification.on < facts.today.plus_years_clamped(-years.value)) {
    effect.cautions.push_back(Caution::beyond_limitation);
  }
  if (facts.today < notification.on) effect.cautions.push_back(Caution::future_day);
  if (facts.is_protected) effect.cautions.push_back(Caution::protected_person);
  return base::Done{};
}

/// What the address that is set is, and where it comes from (features: sensitive mail goes to a
/// confirmed home only).
void add_address_origin(const Notification& notification, const NotificationFacts& facts,
                        NotificationEffect& effect) {
  const auto& of = effect.dependent ? effect.dependent : effect.person;
  if (!of || notification.address.empty()) return;
  const auto supposed = facts.address_is_establishments ? AddressKind::work : AddressKind::home;
  const AddressOrigin origin{
      .person = of->id,
      .kind = notification.address_kind.value_or(supposed),
      .source = notification.address_source.value_or(AddressSource::notification),
      .from = notification.on};
  if (facts.address_is_establishments) {
    effect.cautions.push_back(Caution::address_of_establishment);
  }
  const bool as_supposed =
      origin.kind == AddressKind::home && origin.source == AddressSource::notification;
  if (as_supposed && !facts.address_origin) return;  // what stands without a word about it
  effect.origin = origin;
}

/// 施行規則24条・29条・38条, items 34, 22 and 23 and 137 to 139 of the forms: for the work on papers.
void add_notified_paper(const Notification& notification, NotificationEffect& effect) {
  const bool of_dependent = notification.kind == NotificationKind::dependent_added;
  const auto& of = of_dependent ? effect.dependent : effect.person;
  const bool begins = of_dependent || notification.kind == NotificationKind::acquisition;
  NotifiedPaper told{.person = begins && of ? of->id : notification.person,
                     .case_id = notification.case_id,
                     .on = notification.on,
                     .received_on = notification.received_on};
  if (begins) told.wanted = notification.wants_certificate;
  if (notification.kind == NotificationKind::loss) {
    told.attached = notification.certificates_attached.value_or(0);
    told.not_returned = notification.certificates_not_returned.value_or(0);
  }
  if (told.tells_anything()) effect.paper = told;
}

Result<NotificationEffect> effect_by_kind(const Notification& notification,
                                          const NotificationFacts& facts) {
  switch (notification.kind) {
    case NotificationKind::acquisition:
      return effect_of_acquisition(notification, facts);
    case NotificationKind::loss:
      return effect_of_loss(notification, facts);
    case NotificationKind::transfer:
    case NotificationKind::rehire:
      return effect_of_continuation(notification, facts);
    case NotificationKind::name_change:
    case NotificationKind::address_change:
    case NotificationKind::personal_change:
    case NotificationKind::number_change:
    case NotificationKind::individual_number_change:
      return effect_of_personal_change(notification, facts);
    case NotificationKind::short_hours_change:
      return effect_of_short_hours_change(notification, facts);
    case NotificationKind::dependent_added:
    case NotificationKind::dependent_ended:
    case NotificationKind::dependent_changed:
      return effect_of_dependent(notification, facts);
    case NotificationKind::voluntary:
    case NotificationKind::voluntary_end:
    case NotificationKind::special:
      return effect_of_voluntary(notification, facts);
    case NotificationKind::two_workplaces:
    case NotificationKind::two_workplaces_end:
    case NotificationKind::detention:
    case NotificationKind::detention_end:
    case NotificationKind::absence:
    case NotificationKind::absence_end:
      return effect_of_circumstance(notification, facts);
  }
  return notification_refusal({"届書の種類が分かりません。", "Unknown kind."}, {}, {});
}

}  // namespace

Fault notification_refusal(Words what, Words why, Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

Result<InsuredPeriod> concerned_period(const Notification& notification,
                                       const NotificationFacts& facts) {
  const auto found = std::ranges::find_if(facts.periods, [&](const InsuredPeriod& period) {
    return notification.period == period.id;
  });
  if (found == facts.periods.end()) {
    return notification_refusal(
        {"対象の資格が台帳にありません。", "The period is not in the ledger."},
        {"届書を入力したあとで、資格の記録が取り消されました。",
         "It was reversed after the notification was typed in."},
        {"加入者台帳を確かめてください。", "Look into the ledger."});
  }
  return *found;
}

Result<> check_cover(const Establishment& establishment, Date on) {
  const bool covered =
      establishment.from <= on && (!establishment.until || on <= *establishment.until);
  if (covered) return base::Done{};
  return notification_refusal(
      {"事業所の適用期間の外の日です。", "The day lies outside the establishment's cover."},
      {"事業所はその日に当組合の適用事業所ではありません。",
       "On that day the establishment was not covered."},
      {"日付または事業所の適用期間を確かめてください。", "Check the day or the cover."});
}

void end_links(const NotificationFacts& facts, Date last, NotificationEffect& effect) {
  for (auto link : facts.dependents) {
    if (link.from > last || (link.until && *link.until <= last)) continue;
    link.until = last;
    effect.links.push_back(std::move(link));
  }
  if (!effect.links.empty()) effect.cautions.push_back(Caution::dependents_end);
}

Result<std::string> number_for(const Notification& notification, const NotificationFacts& facts) {
  if (facts.number_taken) {
    return notification_refusal(
        {"この番号は別の人が使っています。", "The number is in use by another person."},
        {"1つの番号は1人だけが使えます。", "A number belongs to one person."},
        {"番号を確かめるか、空にしてください。空なら次の番号を付けます。",
         "Check it, or leave it empty: the next one is given."});
  }
  return notification.number.empty() ? facts.next_number : notification.number;
}

NotifiedPay acquisition_pay(const Notification& notification, const InsuredPeriod& period) {
  return {.form = PayForm::acquisition,
          .person = period.person,
          .period = period.id,
          .establishment = period.establishment,
          .case_id = notification.case_id,
          .on = period.acquired,
          .amount = notification.pay,
          .short_hours = period.short_hours,
          .two_workplaces = period.two_workplaces,
          .capped = yes_no(notification.pay >= pay_capped_yen)};
}

Result<NotificationEffect> effect_of(const Notification& notification,
                                     const NotificationFacts& facts) {
  const auto born = notification.born ? notification.born
                    : facts.person    ? std::optional(facts.person->born)
                                      : std::nullopt;
  const bool of_the_insured = !is_of_dependent(notification.kind);
  if (of_the_insured && born && notification.on < *born) {
    return notification_refusal({"生年月日より前の日付です。", "The day lies before the birth."},
                                {}, {"日付を確かめてください。", "Check the day."});
  }
  auto effect = KENPO_TRY(effect_by_kind(notification, facts));
  add_address_origin(notification, facts, effect);
  add_notified_paper(notification, effect);
  KENPO_TRY(add_common(notification, facts, effect));
  return effect;
}

}  // namespace kenpo::eligibility
