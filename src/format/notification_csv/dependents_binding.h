// Which item of 被扶養者（異動）届 is which member, for reading and for writing (binding.h).
#pragma once

#include "format/notification_csv/binding.h"
#include "format/notification_csv/dependents_layout.h"

namespace kenpo::format::notification_csv {

void bind_spouse(auto& binder, auto& spouse) {
  binder.date(22, spouse.notified_on);
  binder.text(24, spouse.name_kana);
  binder.text(25, spouse.name);
  binder.date(26, spouse.born);
  binder.code(28, spouse.relation);
  binder.individual_number(29, spouse.individual_number);
  binder.pension_number(30, spouse.pension_number);
  binder.flag(32, spouse.foreign_national);
  binder.text(33, spouse.alias_kana);
  binder.text(34, spouse.alias);
  binder.code(35, spouse.dwelling);
  binder.count(36, spouse.prefecture);
  binder.text(37, spouse.postal_parent);
  binder.text(38, spouse.postal_child);
  binder.text(39, spouse.address);
  binder.text(40, spouse.telephone_kind);
  for (int at = 0; at < 3; ++at) {
    binder.text(41 + at, spouse.telephone[static_cast<std::size_t>(at)]);
  }
  binder.date(44, spouse.began_on);
  binder.count(46, spouse.began_for);
  binder.text(47, spouse.began_detail);
  binder.count(48, spouse.occupation);
  binder.yen(49, spouse.income);
  binder.date(50, spouse.ended_on);
  binder.count(52, spouse.ended_for);
  binder.text(53, spouse.ended_detail);
  binder.date(54, spouse.died_on);
  binder.text(56, spouse.remark);
  binder.flag(57, spouse.relation_confirmed);
  binder.code(58, spouse.abroad);
  binder.date(59, spouse.abroad_from);
  binder.count(61, spouse.abroad_for);
  binder.text(62, spouse.abroad_detail);
  binder.date(63, spouse.abroad_ended_on);
  binder.count(65, spouse.abroad_ended_for);
  binder.text(66, spouse.abroad_ended_detail);
  binder.date(67, spouse.moved_in_on);
  binder.yen(69, spouse.yearly_income);
  binder.flag(137, spouse.wants_certificate);
}

void bind_other(auto& binder, int first, auto& other) {
  binder.text(first + 1, other.name_kana);
  binder.text(first + 2, other.name);
  binder.date(first + 3, other.born);
  binder.code(first + 5, other.sex);
  binder.count(first + 6, other.relation);
  binder.text(first + 7, other.relation_detail);
  binder.individual_number(first + 8, other.individual_number);
  binder.code(first + 9, other.dwelling);
  binder.text(first + 10, other.postal_parent);
  binder.text(first + 11, other.postal_child);
  binder.text(first + 12, other.address);
  binder.code(first + 13, other.abroad);
  binder.count(first + 14, other.abroad_for);
  binder.text(first + 15, other.abroad_detail);
  binder.count(first + 16, other.abroad_ended_for);
  binder.text(first + 17, other.abroad_ended_detail);
  binder.date(first + 18, other.moved_in_on);
  binder.date(first + 20, other.began_on);
  binder.count(first + 22, other.occupation);
  binder.count(first + 23, other.prefecture);
  binder.yen(first + 24, other.income);
  binder.count(first + 25, other.began_for);
  binder.text(first + 26, other.began_detail);
  binder.date(first + 27, other.ended_on);
  binder.count(first + 29, other.ended_for);
  binder.text(first + 30, other.ended_detail);
  binder.text(first + 31, other.remark);
  binder.flag(first + 32, other.relation_confirmed);
}

template <typename Binder, RecordOf<Dependents> Record>
void bind(Binder& binder, Record& record) {
  binder.count(5, record.employer_confirmed);
  binder.date(6, record.received_on);
  bind_insured(binder, 8, record.insured);
  binder.code(13, record.sex);
  binder.individual_number(14, record.individual_number);
  binder.pension_number(15, record.pension_number);
  binder.yen(17, record.income);
  binder.text(18, record.postal_parent);
  binder.text(19, record.postal_child);
  binder.text(20, record.address);
  binder.code(21, record.change);
  bind_spouse(binder, record.spouse);
  for (std::size_t at = 0; at < record.others.size(); ++at) {
    bind_other(binder, other_dependent_items[at], record.others[at]);
    binder.flag(138 + static_cast<int>(at), record.others[at].wants_certificate);
  }
}

}  // namespace kenpo::format::notification_csv
