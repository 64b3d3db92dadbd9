// 氏名・住所・性別・番号の変更, 被扶養者(異動)届, 二以上勤務・118条・長期休職.
#include <algorithm>

#include "eligibility/notification_rule.h"
#include "law/book.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;

base::Fault nobody_in_the_ledger() {
  return notification_refusal(
      {"この人は台帳にいません。", "The person is not in the ledger."}, {},
      {"記号・番号と生年月日を確かめてください。", "Check symbol, number and birth date."});
}

base::Fault nothing_changes() {
  return notification_refusal(
      {"台帳と同じ内容です。", "The ledger says the same already."}, {},
      {"届書の種類と内容を確かめてください。", "Check the kind and the contents."});
}

/// The next free branch number (枝番) of the insured person.
Result<int> next_branch(const std::vector<DependentLink>& links) {
  int highest = 0;
  for (const auto& link : links) highest = std::max(highest, link.branch);
  if (highest >= branch_limit) {
    return notification_refusal({"枝番が足りません。", "No branch number is left."},
                                {"枝番は2桁です。", "It has two digits."}, {});
  }
  return highest + 1;
}

// 健康保険法3条7項, 施行規則38条: the recognition itself is the decision of two people.
Result<NotificationEffect> effect_of_new_dependent(const Notification& notification,
                                                   const NotificationFacts& facts) {
  const auto period = KENPO_TRY(concerned_period(notification, facts));
  if (!period.holds(notification.on)) {
    return notification_refusal(
        {"その日に被保険者の資格がありません。", "The insured person has no status on that day."},
        {"被扶養者は、被保険者の資格がある間に限ります（健康保険法3条7項）。",
         "A dependent belongs to an insured person (art 3(7))."},
        {"日付と加入者台帳を確かめてください。", "Check the day and the ledger."});
  }
  if (notification.born && notification.on < *notification.born) {
    return notification_refusal({"生年月日より前の日付です。", "The day lies before the birth."},
                                {}, {"日付を確かめてください。", "Check the day."});
  }
  // 健康保険法3条7項ただし書
  const auto age =
      KENPO_TRY(law::Book::carried().count("eligibility.loss_age", notification.on));
  if (notification.born && base::reaches_age(*notification.born, age.value) < notification.on) {
    return notification_refusal(
        {"75歳以上の人は被扶養者になれません。", "People of 75 cannot be dependents."},
        {"後期高齢者医療の被保険者です（健康保険法3条7項ただし書）。",
         "They belong to the later-stage scheme (art 3(7))."},
        {"生年月日と、なった日を確かめてください。", "Check the birth date and the day."});
  }
  NotificationEffect effect;
  const auto id = notification.other_person.value_or(base::PersonId::draw());
  effect.dependent = Person{.id = id,
                            .name = notification.name,
                            .name_kana = notification.name_kana,
                            .sex = notification.sex.value_or(Sex::male),
                            .born = notification.born.value_or(Date()),
                            .postal_code = notification.postal_code,
                            .address = notification.address,
                            .address_kana = notification.address_kana};
  effect.person_from = notification.on;
  effect.links.push_back({.dependent = id,
                          .insured = period.person,
                          .branch = KENPO_TRY(next_branch(facts.dependents)),
                          .relation = notification.relation.value_or(Relation::other),
                          .from = notification.on});
  effect.basis.push_back({{"被扶養者になった日", "Dependent from"}, "健康保険法3条7項",
                          notification.on});
  KENPO_TRY(judge_residence(notification, facts, period, id, effect));
  if (facts.look_alikes) effect.cautions.push_back(Caution::look_alike);
  return effect;
}

// 施行規則38条: the last day is the day before.
Result<NotificationEffect> effect_of_ended_dependent(const Notification& notification,
                                                     const NotificationFacts& facts) {
  const auto found = std::ranges::find_if(facts.dependents, [&](const DependentLink& link) {
    return notification.other_person == link.dependent && !link.until;
  });
  if (found == facts.dependents.end()) {
    return notification_refusal(
        {"この枝番の被扶養者はいません。", "Nobody is a dependent under this branch number."}, {},
        {"枝番と加入者台帳を確かめてください。", "Check the branch number and the ledger."});
  }
  if (notification.on <= found->from) {
    return notification_refusal(
        {"被扶養者になった日以前の日付です。", "The day is not after the beginning."}, {},
        {"日付を確かめてください。", "Check the day."});
  }
  NotificationEffect effect;
  auto link = *found;
  link.until = notification.on.plus_days(-1);
  effect.basis.push_back({{"被扶養者であった最後の日", "Last day as a dependent"},
                          "健康保険法3条7項", *link.until});
  end_residence(facts, link, effect);
  effect.links.push_back(std::move(link));
  effect.cautions.push_back(Caution::certificate_due);
  return effect;
}

Result<NotificationEffect> effect_of_new_number(const Notification& notification,
                                                const NotificationFacts& facts) {
  auto period = KENPO_TRY(concerned_period(notification, facts));
  NotificationEffect effect;
  auto number = KENPO_TRY(number_for(notification, facts));
  if (number == period.number) return nothing_changes();
  period.number = std::move(number);
  effect.periods.push_back(std::move(period));
  effect.basis.push_back({{"番号が変わっても、同じ人・同じ資格のまま", "The person stays the same"},
                          "健康保険法3条12項", true});
  effect.cautions.push_back(Caution::certificate_due);
  return effect;
}

// 番号法2条5項: the number itself is in the sealed store only; nothing of the ledger changes.
Result<NotificationEffect> effect_of_individual_number(const Notification& notification,
                                                       const NotificationFacts& facts) {
  KENPO_TRY(concerned_period(notification, facts));
  if (notification.other_person && !facts.dependent) return nobody_in_the_ledger();
  NotificationEffect effect;
  effect.basis.push_back({{"個人番号を、届け出た番号に置き換える",
                           "The individual number is replaced by the notified one"},
                          "施行規則 様式第7号（個人番号変更届）", notification.on});
  effect.cautions.push_back(Caution::number_at_decision);
  return effect;
}

template <typename Value>
void take_if_notified(Value& known, const Value& notified) {
  if (!notified.empty()) known = notified;
}

// 施行規則38条: what is not notified stays as it is.
Result<NotificationEffect> effect_of_changed_dependent(const Notification& notification,
                                                       const NotificationFacts& facts) {
  const auto found = std::ranges::find_if(facts.dependents, [&](const DependentLink& link) {
    return notification.other_person == link.dependent && link.from <= notification.on &&
           (!link.until || notification.on <= *link.until);
  });
  if (found == facts.dependents.end() || !facts.dependent) {
    return notification_refusal(
        {"その日に、この枝番の被扶養者はいません。",
         "Nobody is a dependent under this branch number on that day."},
        {}, {"枝番、日付、加入者台帳を確かめてください。",
             "Check the branch number, the day and the ledger."});
  }
  auto person = *facts.dependent;
  take_if_notified(person.name, notification.name);
  take_if_notified(person.name_kana, notification.name_kana);
  if (notification.sex) person.sex = *notification.sex;
  if (notification.born) person.born = *notification.born;
  take_if_notified(person.postal_code, notification.postal_code);
  take_if_notified(person.address, notification.address);
  take_if_notified(person.address_kana, notification.address_kana);
  NotificationEffect effect;
  auto link = *found;
  if (notification.relation) link.relation = *notification.relation;
  const bool same_link = link == *found;
  const auto period = KENPO_TRY(concerned_period(notification, facts));
  const bool residence =
      KENPO_TRY(change_residence(notification, facts, period, link.dependent, effect));
  if (person == *facts.dependent && same_link && !residence) {
    if (notification.detail.empty()) return nothing_changes();
    effect.basis.push_back({{"台帳の項目は変わらない（備考を残す）", "Only the remark is kept"},
                            "健康保険法施行規則38条", notification.on});
    return effect;
  }
  if (person.name != facts.dependent->name) effect.cautions.push_back(Caution::certificate_due);
  if (person != *facts.dependent) effect.dependent = std::move(person);
  effect.person_from = notification.on;
  if (!same_link) effect.links.push_back(std::move(link));
  effect.basis.push_back({{"届出による変更", "Changed as notified"}, "健康保険法施行規則38条",
                          notification.on});
  return effect;
}

}  // namespace

Result<NotificationEffect> effect_of_personal_change(const Notification& notification,
                                                     const NotificationFacts& facts) {
  if (!facts.person) return nobody_in_the_ledger();
  if (notification.kind == NotificationKind::number_change) {
    return effect_of_new_number(notification, facts);
  }
  if (notification.kind == NotificationKind::individual_number_change) {
    return effect_of_individual_number(notification, facts);
  }
  NotificationEffect effect;
  auto person = *facts.person;
  base::Plain article = "健康保険法施行規則28条";
  if (notification.kind == NotificationKind::name_change) {
    person.name = notification.name;
    person.name_kana = notification.name_kana;
    effect.cautions.push_back(Caution::certificate_due);
  } else if (notification.kind == NotificationKind::address_change) {
    person.postal_code = notification.postal_code;
    person.address = notification.address;
    person.address_kana = notification.address_kana;
    article = "健康保険法施行規則28条の2";
  } else {
    if (notification.sex) person.sex = *notification.sex;
    if (notification.born) person.born = *notification.born;
    article = "健康保険法48条・39条";
  }
  const bool moved = notification.kind == NotificationKind::address_change;
  if (person == *facts.person && !moved) return nothing_changes();
  effect.person = std::move(person);
  effect.person_from = notification.on;
  effect.basis.push_back({{"届出による変更", "Changed as notified"}, std::move(article),
                          notification.on});
  return effect;
}

Result<NotificationEffect> effect_of_dependent(const Notification& notification,
                                               const NotificationFacts& facts) {
  switch (notification.kind) {
    case NotificationKind::dependent_added:
      return effect_of_new_dependent(notification, facts);
    case NotificationKind::dependent_changed:
      return effect_of_changed_dependent(notification, facts);
    default:
      return effect_of_ended_dependent(notification, facts);
  }
}

}  // namespace kenpo::eligibility
