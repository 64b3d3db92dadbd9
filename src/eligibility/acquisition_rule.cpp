// 資格取得届・所属変更届・同日得喪: a period begins.
#include <algorithm>

#include "eligibility/notification_rule.h"
#include "eligibility/office_size_rule.h"
#include "eligibility/short_hours_rule.h"
#include "law/book.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;

Person person_as_notified(const Notification& notification) {
  return {.id = notification.person,
          .name = notification.name,
          .name_kana = notification.name_kana,
          .sex = notification.sex.value_or(Sex::male),
          .born = notification.born.value_or(Date()),
          .postal_code = notification.postal_code,
          .address = notification.address,
          .address_kana = notification.address_kana};
}

/// An acquisition while a period of the same establishment runs is refused; one elsewhere is told.
Result<> check_overlaps(const NotificationFacts& facts, Date on,
                        const base::EstablishmentId& establishment, NotificationEffect& effect) {
  for (const auto& period : facts.periods) {
    if (period.lost && *period.lost <= on) continue;
    if (period.establishment == establishment) {
      return notification_refusal(
          {"この人はすでに資格があります。", "The person is insured already."},
          {"同じ事業所に、終わっていない資格があります。",
           "A period at the same establishment has not ended."},
          {"二重の届出でないか確かめてください。再取得なら先に喪失届を入力してください。",
           "Check for a repeated notification; enter the loss first if it is a return."});
    }
    effect.cautions.push_back(Caution::double_cover);
  }
  return base::Done{};
}

}  // namespace

// 健康保険法3条1項7号
Result<> check_figures_on(Date on) {
  const auto& book = law::Book::carried();
  const bool grades = book.yen("remuneration.grade.01.standard", on.in_month().first_day()).ok();
  if (grades && book.count("eligibility.loss_age", on).ok()) return base::Done{};
  return notification_refusal(
      {base::Plain(on) + "の等級表が登録されていません。",
       "No table of grades for " + base::Plain(on) + "."},
      {"資格取得時の標準報酬月額は、その日の等級表で決めます（健康保険法40条・42条）。",
       "The standard at acquisition follows the grades of the day (art 40, 42)."},
      {"資格取得日を確かめてください。日付が正しいときは、公布された値を law/grades.tsv と "
       "law/eligibility.tsv に足します。",
       "Check the day; if it is right, add the published rows under law/."});
}

Result<> check_age_at(Date born, Date on) {
  const auto age = KENPO_TRY(law::Book::carried().count("eligibility.loss_age", on));
  if (on <= base::reaches_age(born, age.value)) return base::Done{};
  return notification_refusal(
      {"75歳以上の人は被保険者になれません。", "People of 75 cannot be insured."},
      {"後期高齢者医療の被保険者です（健康保険法3条1項7号）。",
       "They belong to the later-stage scheme (art 3(1)(vii))."},
      {"生年月日と取得日を確かめてください。", "Check the birth date and the day."});
}

Result<> judge_short_hours(const Notification& notification, const NotificationFacts& facts,
                           NotificationEffect& effect) {
  if (notification.short_hours == YesNo::no) return base::Done{};
  // What the form says of the size goes before what is registered.
  const bool told = notification.office_size.has_value();
  if (!told && facts.office_size) {
    const auto covered = KENPO_TRY(covers_short_hours(*facts.office_size, notification.on));
    effect.basis.insert(effect.basis.end(), covered.basis.begin(), covered.basis.end());
    if (!covered.value) effect.cautions.push_back(Caution::short_hours_unmet);
  } else if (!told) {
    effect.cautions.push_back(Caution::office_size_unknown);
  }
  if (!notification.weekly_hours) {
    effect.cautions.push_back(Caution::short_hours_unknown);
    return base::Done{};
  }
  const auto decision =
      KENPO_TRY(short_hours_insured({.on = notification.on,
                                     .weekly_hours = *notification.weekly_hours,
                                     .pay = notification.pay,
                                     .student = notification.student,
                                     .office_size = notification.office_size}));
  effect.basis.insert(effect.basis.end(), decision.basis.begin(), decision.basis.end());
  const bool said = std::ranges::find(effect.cautions, Caution::short_hours_unmet) !=
                    effect.cautions.end();
  if (!decision.value && !said) effect.cautions.push_back(Caution::short_hours_unmet);
  return base::Done{};
}

// 健康保険法35条・42条・48条, 施行規則24条
Result<NotificationEffect> effect_of_acquisition(const Notification& notification,
                                                 const NotificationFacts& facts) {
  NotificationEffect effect;
  KENPO_TRY(check_cover(facts.establishment, notification.on));
  auto person = person_as_notified(notification);
  if (facts.person) {
    // Somebody whom the society knows keeps the address of the ledger when none is notified.
    if (person.address.empty()) {
      person.postal_code = facts.person->postal_code;
      person.address = facts.person->address;
      person.address_kana = facts.person->address_kana;
    }
    person.sheltered = facts.person->sheltered;
  }
  KENPO_TRY(check_figures_on(notification.on));
  KENPO_TRY(check_age_at(person.born, notification.on));
  KENPO_TRY(check_overlaps(facts, notification.on, notification.establishment, effect));
  InsuredPeriod period{.person = notification.person,
                       .establishment = notification.establishment,
                       .acquisition_class = notification.acquisition_class,
                       .acquired = notification.on,
                       .symbol = facts.establishment.symbol,
                       .number = KENPO_TRY(number_for(notification, facts)),
                       .short_hours = notification.short_hours,
                       .two_workplaces = notification.two_workplaces};
  effect.basis.push_back({{"使用されるに至った日に資格を取得", "Acquired on the day employed"},
                          "健康保険法35条", notification.on});
  KENPO_TRY(judge_short_hours(notification, facts, effect));
  effect.pay = acquisition_pay(notification, period);
  effect.person = std::move(person);
  effect.person_from = notification.on;
  effect.periods.push_back(std::move(period));
  if (facts.look_alikes) effect.cautions.push_back(Caution::look_alike);
  if (notification.has_dependents == YesNo::yes) {
    effect.cautions.push_back(Caution::dependents_expected);
  }
  if (notification.two_workplaces == YesNo::yes) {
    effect.cautions.push_back(Caution::two_workplaces);
  }
  return effect;
}

// 健康保険法36条柱書: who acquires again on the day loses on that day.
Result<NotificationEffect> effect_of_continuation(const Notification& notification,
                                                  const NotificationFacts& facts) {
  auto old = KENPO_TRY(concerned_period(notification, facts));
  const bool moves = notification.kind == NotificationKind::transfer;
  if (moves && (!facts.to || facts.to->id == old.establishment)) {
    return notification_refusal(
        {"異動先の事業所が、今の事業所と同じです。", "Both establishments are the same."}, {},
        {"異動先の記号を確かめてください。", "Check the symbol of the new one."});
  }
  const auto& to = facts.to ? *facts.to : facts.establishment;
  if (notification.on <= old.acquired || (old.lost && *old.lost != notification.on)) {
    return notification_refusal(
        {"その日に続いている資格がありません。", "No period goes on on that day."},
        {"異動・再雇用の日は、資格取得日より後で、喪失していない日です。",
         "The day lies after the acquisition and before any loss."},
        {"日付と加入者台帳を確かめてください。", "Check the day and the ledger."});
  }
  NotificationEffect effect;
  KENPO_TRY(check_cover(to, notification.on));
  KENPO_TRY(check_age_at(facts.person ? facts.person->born : Date(), notification.on));
  InsuredPeriod period{.person = old.person,
                       .establishment = to.id,
                       .acquisition_class = notification.acquisition_class,
                       .acquired = notification.on,
                       .symbol = to.symbol,
                       .number = KENPO_TRY(number_for(notification, facts)),
                       .short_hours = notification.short_hours,
                       .two_workplaces = old.two_workplaces};
  if (!moves && notification.number.empty()) period.number = old.number;
  old.lost = notification.on;
  old.end_reason = moves ? EndReason::transferred : EndReason::rehired;
  effect.basis.push_back({{"その日に更に資格を取得したので、同じ日に喪失",
                           "Lost on the day of the new acquisition"},
                          "健康保険法36条", notification.on});
  effect.basis.push_back({{"被扶養者はそのまま続く", "The dependents stay"}, "健康保険法3条7項",
                          true});
  effect.pay = acquisition_pay(notification, period);
  effect.periods.push_back(std::move(old));
  effect.periods.push_back(std::move(period));
  effect.cautions.push_back(Caution::certificate_due);
  KENPO_TRY(judge_short_hours(notification, facts, effect));
  return effect;
}

}  // namespace kenpo::eligibility
