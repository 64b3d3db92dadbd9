#include "safeguard/incident_rule.h"

#include <algorithm>

#include "law/book.h"
#include "law/business_days.h"

namespace kenpo::safeguard {

namespace {

using base::Date;
using base::Result;

base::Fault step_fault(base::Words why) {
  return {.what = {"この段階に進めません。", "The case cannot go there."},
          .why = std::move(why),
          .mend = {"足りないことを済ませてから進めてください。", "Do what is missing first."},
          .place = {}};
}

Result<int> figure(std::string_view name, Date day) {
  return KENPO_TRY(law::Book::carried().count(name, day)).value;
}

IncidentClasses bit(IncidentClass one, bool applies) {
  return applies ? static_cast<IncidentClasses>(one) : IncidentClasses{0};
}

/// The n-th day, the day of knowing being the first.
Date nth_day(Date known_on, int count) { return known_on.plus_days(count - 1); }

bool all_items(const Incident& incident) {
  return std::ranges::none_of(incident.items, [](const std::string& item) { return item.empty(); });
}

Result<> check_preliminary(const Incident& incident) {
  if (!incident.items[0].empty()) return base::Done{};
  return step_fault(
      {"速報には、少なくとも概要を書いてください。", "A preliminary report needs its outline."});
}

Result<> check_final(const Incident& incident) {
  if (!incident.preliminary_at) {
    return step_fault({"確報は速報の後です。", "The final report follows the preliminary one."});
  }
  if (all_items(incident)) return base::Done{};
  return step_fault(
      {"確報には、9つの事項がすべて要ります。", "A final report needs all nine items."});
}

}  // namespace

Result<IncidentClasses> classify(const IncidentFacts& facts, Date known_on) {
  // 施行規則7条柱書: strongly encrypted, or protected otherwise; 通則編: recovered before anybody
  // saw it.
  if (facts.strongly_encrypted || facts.recovered_unseen) return IncidentClasses{0};
  const auto many = KENPO_TRY(figure("incident.persons.over", known_on));
  const auto many_numbers = KENPO_TRY(figure("incident.number_persons.over", known_on));
  const bool numbers = facts.number_persons > 0;
  IncidentClasses classes = 0;
  // 1号 special-care information: one person.
  classes |= bit(IncidentClass::special_care, facts.special_care > 0);
  // 2号 harm to property by misuse: one person.
  classes |= bit(IncidentClass::property_harm, facts.property_harm && facts.persons > 0);
  // 3号 a possibly improper aim: one person.
  classes |= bit(IncidentClass::improper_aim, facts.improper_aim && facts.persons > 0);
  // 4号 more than 1,000 persons.
  classes |= bit(IncidentClass::many_persons, facts.persons > many);
  // 番号法29条の4
  classes |= bit(IncidentClass::number_system, numbers && facts.number_system);
  classes |= bit(IncidentClass::number_improper, numbers && facts.improper_aim);
  classes |= bit(IncidentClass::number_public, numbers && facts.number_public);
  classes |= bit(IncidentClass::number_many, facts.number_persons > many_numbers);
  return classes;
}

Result<IncidentDates> report_dates(IncidentClasses classes, Date known_on) {
  constexpr auto improper = static_cast<IncidentClasses>(IncidentClass::improper_aim) |
                            static_cast<IncidentClasses>(IncidentClass::number_improper);
  const auto first = KENPO_TRY(figure("incident.preliminary.first", known_on));
  const auto last = KENPO_TRY(figure("incident.preliminary.last", known_on));
  const auto days = KENPO_TRY(
      figure((classes & improper) != 0 ? "incident.final.improper" : "incident.final", known_on));
  return IncidentDates{.preliminary_from = nth_day(known_on, first),
                       .preliminary_by = KENPO_TRY(law::next_business_day(nth_day(known_on, last))),
                       .final_by = KENPO_TRY(law::next_business_day(nth_day(known_on, days)))};
}

IncidentClasses stricter(IncidentClasses before, IncidentClasses now) {
  return static_cast<IncidentClasses>(before | now);
}

Result<> check_step(const Incident& incident, IncidentState to) {
  using enum IncidentState;
  const auto from = incident.state;
  const auto follows = [&](IncidentState before) { return from == before; };
  switch (to) {
    case suspected:
      break;
    case contained:
      if (follows(suspected)) return base::Done{};
      break;
    case classified:
      if (follows(contained) && incident.classes == 0) return base::Done{};
      break;
    case preliminary_due:
      if (incident.classes != 0 && (follows(contained) || follows(classified))) {
        return base::Done{};
      }
      break;
    case final_due:
      if (follows(preliminary_due)) return check_preliminary(incident);
      break;
    case final_sent:
      if (follows(final_due)) return check_final(incident);
      break;
    case persons_told:
      if (follows(final_sent) && incident.told != PersonsTold::not_yet) return base::Done{};
      if (follows(final_sent)) {
        return step_fault({"本人への通知か、代わりの措置を記録してください。",
                           "Record the letters or the substitute measure."});
      }
      break;
    case prevention_done:
      if (follows(persons_told) || follows(classified)) return base::Done{};
      break;
    case closed:
      if (follows(prevention_done)) return base::Done{};
      break;
  }
  return step_fault({"段階は飛ばせず、戻れません。", "No step is left out or taken back."});
}

bool overdue(const Incident& incident, Date today) {
  if (!incident.dates) return false;
  if (incident.state == IncidentState::preliminary_due) {
    return incident.dates->preliminary_by < today;
  }
  return incident.state == IncidentState::final_due && incident.dates->final_by < today;
}

}  // namespace kenpo::safeguard
