// 被扶養者（異動）届 of a file: each dependent becomes a case for the review, as if typed in
// (健康保険法3条7項, 施行規則38条). Nobody becomes or ceases to be a dependent by the file alone.
#include <algorithm>
#include <utility>

#include "base/width.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/file_intake_act.h"
#include "eligibility/notification_number_act.h"
#include "eligibility/notification_store.h"
#include "eligibility/work_item_store.h"
#include "law/book.h"

namespace kenpo::eligibility {

namespace {

namespace csv = format::notification_csv;
using base::Date;
using base::Result;

/// What a spouse and another dependent both say.
struct Dependent {
  std::string name = {};
  std::string name_kana = {};
  std::optional<Sex> sex = {};
  std::optional<Date> born = {};
  std::string postal_code = {};
  std::string address = {};
  std::optional<Relation> relation = {};
  std::optional<Date> began_on = {};
  std::optional<Date> ended_on = {};
  std::string detail = {};
  std::optional<base::IndividualNumber> number = {};
  std::optional<Date> notified_on = {};
  std::optional<csv::Dwelling> dwelling = {};
  std::optional<base::Yen> income = {};
  YesNo wants_certificate = YesNo::no;
  std::optional<Abroad> abroad = {};
  std::optional<int> abroad_for = {};
  std::optional<Date> abroad_on = {};
};

/// 「理由　備考」, what the review reads beside the form.
std::string detail_of(const std::string& began, const std::string& ended,
                      const std::string& remark) {
  std::string joined;
  for (const auto* part : {&began, &ended, &remark}) {
    if (part->empty()) continue;
    if (!joined.empty()) joined += "　";
    joined += *part;
  }
  return joined;
}

std::optional<Abroad> abroad_of(const std::optional<csv::AbroadException>& notified) {
  if (!notified) return std::nullopt;
  return *notified == csv::AbroadException::applies ? Abroad::applies : Abroad::ended;
}

/// The words beside the reason of 海外特例, for the review.
std::string abroad_detail(const std::string& begins, const std::string& ends) {
  const auto told = detail_of(begins, ends, std::string());
  return told.empty() ? told : "海外特例：" + told;
}

Dependent dependent_of(csv::SpouseNotified& spouse) {
  // Codes 1 and 3 of the form are husbands.
  constexpr int spouse_codes = 100;
  Dependent made{.name = spouse.name,
                 .name_kana = spouse.name_kana,
                 .born = spouse.born,
                 .postal_code = spouse.postal_parent + spouse.postal_child,
                 .address = spouse.address,
                 .began_on = spouse.began_on,
                 .ended_on = spouse.ended_on,
                 .detail = detail_of(spouse.began_detail, spouse.ended_detail, spouse.remark),
                 .number = std::move(spouse.individual_number),
                 .notified_on = spouse.notified_on,
                 .dwelling = spouse.dwelling,
                 .income = spouse.yearly_income ? spouse.yearly_income : spouse.income,
                 .wants_certificate = yes_no(spouse.wants_certificate),
                 .abroad = abroad_of(spouse.abroad)};
  if (made.abroad == Abroad::applies) {
    made.abroad_for = spouse.abroad_for;
    made.abroad_on = spouse.abroad_from;
  } else if (made.abroad == Abroad::ended) {
    made.abroad_for = spouse.abroad_ended_for;
    made.abroad_on = spouse.abroad_ended_on ? spouse.abroad_ended_on : spouse.moved_in_on;
  }
  made.detail = detail_of(made.detail,
                          abroad_detail(spouse.abroad_detail, spouse.abroad_ended_detail),
                          std::string());
  if (spouse.relation) {
    made.relation = static_cast<Relation>(spouse_codes + static_cast<int>(*spouse.relation));
    const bool husband = *spouse.relation == csv::SpouseRelation::husband ||
                         *spouse.relation == csv::SpouseRelation::husband_not_registered;
    made.sex = husband ? Sex::male : Sex::female;
  }
  return made;
}

Dependent dependent_of(csv::OtherNotified& other) {
  Dependent made{
      .name = other.name,
      .name_kana = other.name_kana,
      .born = other.born,
      .postal_code = other.postal_parent + other.postal_child,
      .address = other.address,
      .began_on = other.began_on,
      .ended_on = other.ended_on,
      .detail = detail_of(other.relation_detail,
                          detail_of(other.began_detail, other.ended_detail, std::string()),
                          other.remark),
      .number = std::move(other.individual_number),
      .dwelling = other.dwelling,
      .income = other.income,
      .wants_certificate = yes_no(other.wants_certificate),
      .abroad = abroad_of(other.abroad)};
  // The blocks of others have no day of the exception: it is the day of the notification.
  if (made.abroad == Abroad::applies) made.abroad_for = other.abroad_for;
  if (made.abroad == Abroad::ended) {
    made.abroad_for = other.abroad_ended_for;
    made.abroad_on = other.moved_in_on;
  }
  made.detail = detail_of(made.detail,
                          abroad_detail(other.abroad_detail, other.abroad_ended_detail),
                          std::string());
  if (other.relation) made.relation = static_cast<Relation>(*other.relation);
  if (other.sex) {
    made.sex = *other.sex == csv::DependentSex::male ? Sex::male : Sex::female;
  }
  return made;
}

std::vector<Dependent> dependents_in(csv::Dependents& record) {
  std::vector<Dependent> dependents;
  if (csv::is_written(record.spouse)) dependents.push_back(dependent_of(record.spouse));
  for (auto& other : record.others) {
    if (csv::is_written(other)) dependents.push_back(dependent_of(other));
  }
  return dependents;
}

/// The day that tells which period of the insured person is meant.
Date day_of(const std::vector<Dependent>& dependents, Date today) {
  for (const auto& each : dependents) {
    if (each.ended_on) return each.ended_on->plus_days(-1);
    if (each.began_on) return *each.began_on;
  }
  return today;
}

/// What a change tells beside the ledger's own items: read at the review, kept as its remark.
std::string change_detail(const Dependent& each) {
  std::string told;
  if (each.dwelling) told = *each.dwelling == csv::Dwelling::together ? "同居" : "別居";
  std::string income;
  if (each.income) income = "収入 " + std::to_string(each.income->amount()) + "円";
  return detail_of(told, income, each.detail);
}

bool is_same(const Person& person, const std::string& name_kana, std::optional<Date> born) {
  return person.born == born && base::search_key(person.name_kana) == base::search_key(name_kana);
}

}  // namespace

/// Who ceases: the one dependent of the insured person with this kana and birth date.
Result<std::optional<base::PersonId>> FileIntake::dependent_in_ledger(
    const base::PersonId& insured, const std::string& name_kana, Date born) {
  for (const auto& link :
       KENPO_TRY(dependents_of(given_.transaction, given_.access, insured, given_.now))) {
    const auto person =
        KENPO_TRY(find_person(given_.transaction, given_.access, link.dependent, given_.now));
    if (person && is_same(*person, name_kana, born)) return std::optional(person->id);
  }
  return std::optional<base::PersonId>();
}

/// Who changes: by kana and birth date, else the only one with either, for the change may be the
/// other.
Result<std::optional<base::PersonId>> FileIntake::changed_dependent(
    const base::PersonId& insured, const std::string& name_kana, Date born) {
  std::vector<base::PersonId> same_birth;
  std::vector<base::PersonId> same_name;
  for (const auto& link :
       KENPO_TRY(dependents_of(given_.transaction, given_.access, insured, given_.now))) {
    if (link.until) continue;
    const auto person =
        KENPO_TRY(find_person(given_.transaction, given_.access, link.dependent, given_.now));
    if (!person) continue;
    if (is_same(*person, name_kana, born)) return std::optional(person->id);
    if (person->born == born) same_birth.push_back(person->id);
    if (is_same(*person, name_kana, person->born)) same_name.push_back(person->id);
  }
  if (same_birth.size() == 1) return std::optional(same_birth.front());
  if (same_birth.empty() && same_name.size() == 1) return std::optional(same_name.front());
  return std::optional<base::PersonId>();
}

/// Whose number the notified one is decides whether it is a change of its own: then it waits in the
/// sealed store for the decision of 個人番号変更届.
Result<> FileIntake::take_changed_number(const Notification& change,
                                         std::optional<base::IndividualNumber> number, Line line) {
  if (!number) return base::Done{};
  const auto owner = KENPO_TRY(given_.number_store.find(given_.number_access, *number));
  if (owner) {
    const auto person = KENPO_TRY(person_behind(given_.transaction, given_.access, *owner));
    if (person == change.other_person) return base::Done{};  // known, or waits already
    misfit(Misfit::dependent_number_differs, line);
    return base::Done{};
  }
  const Notification renumbered{.kind = NotificationKind::individual_number_change,
                                .person = change.person,
                                .establishment = change.establishment,
                                .case_id = base::CaseId::draw(),
                                .entered_at = change.entered_at,
                                .received_on = change.received_on,
                                .on = change.on,
                                .period = change.period,
                                .other_person = change.other_person};
  numbers_.emplace_back(number_slot(renumbered.id), *std::move(number));
  return open_case(renumbered);
}

/// 異動の別 3: each dependent becomes a case; what the notification leaves out stays.
Result<> FileIntake::take_changes(csv::Dependents& record, Line line) {
  auto dependents = dependents_in(record);
  const auto told_on = record.received_on.value_or(given_.now.day());
  const auto found = KENPO_TRY(find(record.insured, told_on, line));
  if (!found) return base::Done{};
  for (auto& each : dependents) {
    const auto person =
        KENPO_TRY(changed_dependent(found->person.id, each.name_kana, *each.born));
    if (!person) {
      misfit(Misfit::unknown_dependent, line);
      continue;
    }
    Notification change{.kind = NotificationKind::dependent_changed,
                        .person = found->person.id,
                        .establishment = given_.establishment.id,
                        .case_id = base::CaseId::draw(),
                        .entered_at = given_.now,
                        .received_on = given_.now.day(),
                        .on = each.notified_on.value_or(told_on),
                        .period = found->period.id,
                        .other_person = *person,
                        .name = std::move(each.name),
                        .name_kana = std::move(each.name_kana),
                        .sex = each.sex,
                        .born = each.born,
                        .postal_code = std::move(each.postal_code),
                        .address = std::move(each.address),
                        .relation = each.relation,
                        .detail = change_detail(each),
                        .abroad = each.abroad,
                        .abroad_for = each.abroad_for,
                        .abroad_on = each.abroad_on};
    KENPO_TRY(take_changed_number(change, std::move(each.number), line));
    KENPO_TRY(open_case(std::move(change)));
    ++counts_.dependents;
  }
  return base::Done{};
}

/// Who begins: the person with the individual number, or somebody new.
Result<std::optional<base::PersonId>> FileIntake::new_dependent(
    const std::optional<base::IndividualNumber>& number, const std::string& name_kana, Date born,
    Line line) {
  if (!number) return std::optional(base::PersonId::draw());
  auto owner = KENPO_TRY(given_.number_store.find(given_.number_access, *number));
  if (!owner) return std::optional(base::PersonId::draw());
  owner = KENPO_TRY(person_behind(given_.transaction, given_.access, *owner));
  const auto known =
      KENPO_TRY(find_person(given_.transaction, given_.access, *owner, given_.now));
  if (known && !is_same(*known, name_kana, born)) {
    misfit(Misfit::dependent_number_differs, line);
    return std::optional<base::PersonId>();
  }
  return owner;
}

Result<> FileIntake::open_case(Notification notification) {
  const auto term = KENPO_TRY(
      law::Book::carried().count("eligibility.linkage.term", notification.received_on));
  KENPO_TRY(add(given_.transaction, given_.access, notification));
  ++counts_.work_items;
  return add(given_.transaction, WorkItem{.id = notification.item,
                                          .kind = WorkKind::notification,
                                          .person = notification.person,
                                          .establishment = notification.establishment,
                                          .case_id = notification.case_id,
                                          .month = notification.on.in_month(),
                                          .due = notification.received_on.plus_days(term.value),
                                          .opened_at = given_.now});
}

Result<> FileIntake::take(csv::Dependents& record, Line line) {
  if (record.change == csv::DependentsChange::changed) return take_changes(record, line);
  const bool added = record.change == csv::DependentsChange::added;
  auto dependents = dependents_in(record);
  const auto found =
      KENPO_TRY(find(record.insured, day_of(dependents, given_.now.day()), line));
  if (!found) return base::Done{};
  for (auto& each : dependents) {
    const auto person =
        added ? KENPO_TRY(new_dependent(each.number, each.name_kana, *each.born, line))
              : KENPO_TRY(dependent_in_ledger(found->person.id, each.name_kana, *each.born));
    if (!person) {
      if (!added) misfit(Misfit::unknown_dependent, line);
      continue;
    }
    KENPO_TRY(open_case(
        {.kind = added ? NotificationKind::dependent_added : NotificationKind::dependent_ended,
         .person = found->person.id,
         .establishment = given_.establishment.id,
         .case_id = base::CaseId::draw(),
         .entered_at = given_.now,
         .received_on = given_.now.day(),
         .on = added ? *each.began_on : *each.ended_on,
         .period = found->period.id,
         .other_person = *person,
         .name = std::move(each.name),
         .name_kana = std::move(each.name_kana),
         .sex = each.sex,
         .born = each.born,
         .postal_code = std::move(each.postal_code),
         .address = std::move(each.address),
         .relation = each.relation,
         .detail = std::move(each.detail),
         .wants_certificate = each.wants_certificate,
         .abroad = each.abroad,
         .abroad_for = each.abroad_for,
         .abroad_on = each.abroad_on}));
    if (each.number) numbers_.emplace_back(*person, *std::move(each.number));
    ++counts_.dependents;
  }
  return base::Done{};
}

}  // namespace kenpo::eligibility
