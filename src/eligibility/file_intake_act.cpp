#include "eligibility/file_intake_act.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/width.h"
#include "eligibility/address_origin_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/notification_number_act.h"
#include "eligibility/notification_rule.h"
#include "eligibility/number_counter_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/work_item_store.h"

namespace kenpo::eligibility {

namespace {

namespace csv = format::notification_csv;
using base::Date;
using base::Result;

/// Work of an intake is due ten days after it: the notices of the month go out by the 20th.
constexpr int work_due_days = 10;

Sex sex_of(csv::InsuredKind kind) {
  return kind == csv::InsuredKind::female || kind == csv::InsuredKind::female_fund ? Sex::female
                                                                                   : Sex::male;
}

Person person_of(const csv::Acquisition& record) {
  return {.name = record.insured.name,
          .name_kana = record.insured.name_kana,
          .sex = sex_of(record.kind),
          .born = record.insured.born,
          .postal_code = record.postal_parent + record.postal_child,
          .address = record.address,
          .address_kana = record.address_kana};
}

/// Why nobody can be acquired on the day, whoever it is; nullopt: somebody can.
std::optional<Misfit> unfit_day(const csv::Acquisition& record,
                                const Establishment& establishment) {
  const auto on = record.acquired_on;
  const bool covered =
      establishment.from <= on && (!establishment.until || on <= *establishment.until);
  if (!covered) return Misfit::establishment_ended;
  if (!check_figures_on(on).ok()) return Misfit::no_figures;
  if (!check_age_at(record.insured.born, on).ok()) return Misfit::reached_end_age;
  return std::nullopt;
}

bool overlaps(const InsuredPeriod& period, Date from) {
  return !period.lost || from < *period.lost;
}

}  // namespace

Result<> FileIntake::run(csv::NotificationFile& file) {
  for (auto& record : file.records) {
    const auto taken = std::visit([&](auto& content) { return take(content, record.line_number); },
                                  record.content);
    if (!taken.ok()) return taken.faults();
    if (faults_.size() >= base::faults_limit) break;
  }
  if (!faults_.empty()) return std::move(faults_);
  if (highest_number_) {
    KENPO_TRY(set_highest_number(given_.transaction, given_.establishment.id, *highest_number_));
  }
  return base::Done{};
}

void FileIntake::misfit(Misfit misfit, Line line) {
  faults_.push_back(misfit_fault(misfit, given_.file, line));
}

Result<> FileIntake::open_item(WorkKind kind, std::optional<base::PersonId> person,
                               base::Month month, std::optional<base::PersonId> other_person) {
  ++counts_.work_items;
  return add(given_.transaction, WorkItem{.kind = kind,
                                          .person = person,
                                          .other_person = other_person,
                                          .establishment = given_.establishment.id,
                                          .case_id = given_.case_id,
                                          .month = month,
                                          .due = given_.now.day().plus_days(work_due_days),
                                          .opened_at = given_.now});
}

Result<> FileIntake::open_look_alikes(const Person& person, base::Month month) {
  const auto identities =
      KENPO_TRY(identities_of(given_.transaction, person.id, given_.now));
  for (const auto& other :
       KENPO_TRY(look_alikes(given_.transaction, given_.access, person.name_kana, person.born))) {
    if (other.sex != person.sex) continue;
    if (std::ranges::find(identities, other.id) != identities.end()) continue;
    if (KENPO_TRY(has_pair(given_.transaction, person.id, other.id))) continue;
    KENPO_TRY(open_item(WorkKind::look_alike, person.id, month, other.id));
  }
  return base::Done{};
}

void FileIntake::note_member(const Person& person, const InsuredPeriod& period) {
  members_.push_back({.person = person.id,
                      .establishment = period.establishment,
                      .name = person.name,
                      .name_kana = person.name_kana,
                      .symbol = period.symbol,
                      .number = period.number,
                      .branch = 0,
                      .lost = period.lost,
                      .born = person.born,
                      .sheltered = person.sheltered});
}

Result<> FileIntake::keep_number(std::optional<base::IndividualNumber>& number,
                                 const base::PersonId& person, base::Month month) {
  if (!number) return open_item(WorkKind::number_missing, person, month);
  KENPO_TRY(settle(given_.transaction, person, WorkKind::number_missing, given_.now,
                   notification_intake.japanese));
  numbers_.emplace_back(person, std::move(*number));
  return base::Done{};
}

Result<> FileIntake::keep_numbers() {
  KENPO_TRY(given_.number_store.put_all(given_.number_access, numbers_));
  numbers_.clear();
  return base::Done{};
}

/// The person with the individual number; or, without it, the one person that a return to work
/// (継続再雇用) is certainly about: same kana, name and sex, last insured at this establishment.
Result<std::optional<FileIntake::Same>> FileIntake::same_person(const csv::Acquisition& record) {
  if (record.individual_number) {
    const auto owner =
        KENPO_TRY(given_.number_store.find(given_.number_access, *record.individual_number));
    if (owner) {
      const auto id = KENPO_TRY(person_behind(given_.transaction, given_.access, *owner));
      const bool known =
          KENPO_TRY(find_person(given_.transaction, given_.access, id, given_.now)).has_value();
      return std::optional(Same{id, known});
    }
  }
  std::optional<Same> same;
  if (!record.rehired_after_retirement) return same;
  const auto alike = KENPO_TRY(look_alikes(given_.transaction, given_.access,
                                           record.insured.name_kana, record.insured.born));
  for (const auto& person : alike) {
    if (person.name != record.insured.name || person.sex != sex_of(record.kind)) continue;
    const auto periods =
        KENPO_TRY(periods_of(given_.transaction, given_.access, person.id, given_.now));
    if (periods.empty() || periods.back().establishment != given_.establishment.id) continue;
    if (same) return std::optional<Same>();
    same = Same{person.id, true};
  }
  return same;
}

/// Whether a known person may acquire on the day; true when a period elsewhere overlaps.
Result<std::optional<bool>> FileIntake::may_acquire(const base::PersonId& person, Date on,
                                                    Line line) {
  bool elsewhere = false;
  const auto identities = KENPO_TRY(identities_of(given_.transaction, person, given_.now));
  const auto periods = KENPO_TRY(of_all(identities, [&](const base::PersonId& id) {
    return periods_of(given_.transaction, given_.access, id, given_.now);
  }));
  for (const auto& period : periods) {
    if (!overlaps(period, on)) continue;
    if (period.establishment == given_.establishment.id) {
      misfit(Misfit::already_insured, line);
      return std::optional<bool>();
    }
    elsewhere = true;
  }
  return std::optional(elsewhere);
}

/// The number of the notification when it is free, the next free one when none was notified.
Result<std::optional<std::string>> FileIntake::free_number(const csv::Acquisition& record,
                                                           const base::PersonId& person,
                                                           Line line) {
  if (!highest_number_) {
    highest_number_ = KENPO_TRY(highest_number(given_.transaction, given_.establishment.id));
  }
  auto number = plain_number(record.insured.number);
  if (number.empty()) {
    if (*highest_number_ >= number_limit) {
      misfit(Misfit::numbers_used_up, line);
      return std::optional<std::string>();
    }
    number = std::to_string(++*highest_number_);
    return std::optional(number);
  }
  for (const auto& period : KENPO_TRY(
           periods_of_number(given_.transaction, given_.access, given_.establishment.id, number))) {
    if (period.person == person) continue;
    const auto holder =
        KENPO_TRY(find_person(given_.transaction, given_.access, period.person, given_.now));
    const bool same = holder && holder->born == record.insured.born &&
                      base::search_key(holder->name_kana) ==
                          base::search_key(record.insured.name_kana);
    misfit(same && overlaps(period, record.acquired_on) ? Misfit::already_insured
                                                        : Misfit::number_taken,
           line);
    return std::optional<std::string>();
  }
  highest_number_ = std::max(*highest_number_, std::stoi(number));
  return std::optional(number);
}

// 健康保険法35条・48条, 施行規則24条
Result<> FileIntake::take(csv::Acquisition& record, Line line) {
  const Date on = record.acquired_on;
  if (const auto unfit = unfit_day(record, given_.establishment)) {
    misfit(*unfit, line);
    return base::Done{};
  }
  const auto same = KENPO_TRY(same_person(record));
  auto person = person_of(record);
  if (same) person.id = same->id;
  bool elsewhere = false;
  if (same && same->known) {
    const auto may = KENPO_TRY(may_acquire(person.id, on, line));
    if (!may) return base::Done{};
    elsewhere = *may;
  }
  const auto number = KENPO_TRY(free_number(record, person.id, line));
  if (!number) return base::Done{};

  const InsuredPeriod period{.person = person.id,
                             .establishment = given_.establishment.id,
                             .acquisition_class = record.acquisition_class,
                             .acquired = on,
                             .lost = std::nullopt,
                             .end_reason = std::nullopt,
                             .symbol = given_.establishment.symbol,
                             .number = *number,
                             .short_hours = yes_no(record.short_time_worker),
                             .two_workplaces = yes_no(record.two_workplaces)};
  KENPO_TRY(put(given_.transaction, given_.access, person, on, given_.now));
  KENPO_TRY(put(given_.transaction, given_.access, period, given_.now));
  KENPO_TRY(keep_address_origin(person, same && same->known, on));
  KENPO_TRY(keep_pay({.form = PayForm::acquisition,
                      .person = person.id,
                      .period = period.id,
                      .establishment = period.establishment,
                      .case_id = given_.case_id,
                      .on = on,
                      .amount = record.pay_total,
                      .short_hours = period.short_hours,
                      .two_workplaces = period.two_workplaces,
                      .capped = yes_no(record.pay_total.amount() >= csv::capped_amount_yen)},
                     {person, period}, on, on));
  KENPO_TRY(keep_number(record.individual_number, person.id, on.in_month()));
  const auto month = on.in_month();
  KENPO_TRY(open_look_alikes(person, month));
  if (elsewhere) KENPO_TRY(open_item(WorkKind::double_cover, person.id, month));
  KENPO_TRY(check_acquisition(record, person.id));
  if (record.two_workplaces) KENPO_TRY(open_item(WorkKind::two_workplaces, person.id, month));
  if (record.has_dependents) KENPO_TRY(open_item(WorkKind::dependents_expected, person.id, month));
  const auto kept =
      KENPO_TRY(find_person(given_.transaction, given_.access, person.id, given_.now));
  note_member(kept ? *kept : person, period);
  ++counts_.acquisitions;
  return base::Done{};
}

/// Says what the address is when it is an employer's, or when something else was said before.
Result<> FileIntake::keep_address_origin(const Person& person, bool known, Date on) {
  if (person.address.empty()) return base::Done{};
  if (!establishment_addresses_) {
    establishment_addresses_.emplace();
    for (const auto& each : KENPO_TRY(list_establishments(given_.transaction))) {
      if (!each.address.empty()) {
        establishment_addresses_->insert(base::search_key(each.address));
      }
    }
  }
  const bool employers = establishment_addresses_->contains(base::search_key(person.address));
  const bool told_before =
      known && KENPO_TRY(address_origin_of(given_.transaction, given_.access, person.id));
  if (!employers && !told_before) return base::Done{};
  return put(given_.transaction, given_.access,
             AddressOrigin{.person = person.id,
                           .kind = employers ? AddressKind::work : AddressKind::home,
                           .source = AddressSource::file,
                           .from = on},
             given_.now);
}

// 健康保険法36条, 施行規則29条
Result<> FileIntake::take(csv::Loss& record, Line line) {
  // The status is held to the day before the loss.
  auto found = KENPO_TRY(find(record.insured, record.lost_on.plus_days(-1), line));
  if (!found) return base::Done{};
  auto& period = found->period;
  if (record.lost_on <= period.acquired) {
    misfit(Misfit::loss_before_acquisition, line);
    return base::Done{};
  }
  if (period.lost == record.lost_on) {
    ++counts_.unchanged;
    return base::Done{};
  }
  if (period.lost) {
    KENPO_TRY(open_item(WorkKind::loss_corrected, period.person, record.lost_on.in_month()));
  }
  period.lost = record.lost_on;
  period.end_reason = static_cast<EndReason>(record.cause);
  KENPO_TRY(put(given_.transaction, given_.access, period, given_.now));
  KENPO_TRY(end_dependents(period));
  KENPO_TRY(keep_paper({.person = period.person,
                        .case_id = given_.case_id,
                        .on = record.lost_on,
                        .received_on = given_.now.day(),
                        .attached = record.certificates_attached.value_or(0),
                        .not_returned = record.certificates_not_returned.value_or(0)}));
  note_member(found->person, period);
  ++counts_.losses;
  return base::Done{};
}

/// Dependents lose their status with the insured person.
Result<> FileIntake::end_dependents(const InsuredPeriod& period) {
  const Date last = period.lost->plus_days(-1);
  for (auto link :
       KENPO_TRY(dependents_of(given_.transaction, given_.access, period.person, given_.now))) {
    if (link.until && *link.until <= last) continue;
    if (link.from > last) continue;
    link.until = last;
    KENPO_TRY(put(given_.transaction, given_.access, link, given_.now));
  }
  return base::Done{};
}

Result<std::vector<InsuredPeriod>> FileIntake::periods_by_name(const Insured& insured) {
  std::vector<InsuredPeriod> periods;
  for (const auto& person :
       KENPO_TRY(look_alikes(given_.transaction, given_.access, insured.name_kana, insured.born))) {
    for (auto& period :
         KENPO_TRY(periods_of(given_.transaction, given_.access, person.id, given_.now))) {
      if (period.establishment == given_.establishment.id) periods.push_back(std::move(period));
    }
  }
  return periods;
}

Result<std::optional<FileIntake::Found>> FileIntake::find(const Insured& insured, Date on,
                                                          Line line) {
  const std::optional<Found> nobody;
  const bool numbered = !plain_number(insured.number).empty();
  const auto periods = numbered
                           ? KENPO_TRY(periods_of_number(given_.transaction, given_.access,
                                                         given_.establishment.id, insured.number))
                           : KENPO_TRY(periods_by_name(insured));
  if (periods.empty()) {
    const bool elsewhere =
        !KENPO_TRY(look_alikes(given_.transaction, given_.access, insured.name_kana, insured.born))
             .empty();
    misfit(!numbered   ? Misfit::number_missing
           : elsewhere ? Misfit::other_establishment
                       : Misfit::unknown_person,
           line);
    return nobody;
  }
  const auto holds = [&](const InsuredPeriod& period) { return period.holds(on); };
  const auto held = std::ranges::find_if(periods, holds);
  const auto& period = held != periods.end() ? *held : periods.back();
  const bool one_person = std::ranges::all_of(
      periods, [&](const InsuredPeriod& other) { return other.person == period.person; });
  if (!numbered && !one_person) {
    misfit(Misfit::number_missing, line);
    return nobody;
  }
  auto person =
      KENPO_TRY(find_person(given_.transaction, given_.access, period.person, given_.now));
  KENPO_REQUIRE(person.has_value());
  if (person->born != insured.born) {
    misfit(Misfit::birth_differs, line);
    return nobody;
  }
  const bool named = given_.arrival == Arrival::file;  // the forms of pay ask for no name
  if (named && base::search_key(person->name_kana) != base::search_key(insured.name_kana)) {
    KENPO_TRY(open_item(WorkKind::name_differs, person->id, on.in_month()));
  }
  return std::optional(Found{std::move(*person), period});
}

}  // namespace kenpo::eligibility
