#include "request/kept_act.h"

#include <algorithm>

#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "request/case_act.h"
#include "request/erasure_store.h"
#include "request/retention_rule.h"
#include "request/stop_store.h"

namespace kenpo::request {

using base::Date;
using base::Result;

namespace {

std::optional<Date> day_of(const store::Column& column, const store::Raw& raw) {
  if (raw.type != store::Raw::Type::integer) return std::nullopt;
  switch (column.kind) {
    case store::Kind::date:
      return Date::of_serial(static_cast<std::int32_t>(raw.number));
    case store::Kind::month:
      return base::Month::of_index(static_cast<std::int32_t>(raw.number)).last_day();
    case store::Kind::moment:
      return base::Moment{raw.number}.day();
    default:
      return std::nullopt;
  }
}

/// Whether the rows of the table have a day of their own.
bool has_day(const store::Table& table) {
  return table.timed == store::Timed::yes ||
         std::ranges::any_of(table.clear, [](const store::Column& column) {
           return column.kind == store::Kind::date || column.kind == store::Kind::month ||
                  column.kind == store::Kind::moment;
         });
}

/// Adds a period of membership: the latest end counts, an open one before all.
void add(Memberships& memberships, const base::PersonId& person, const store::Times& times) {
  if (times.withdrawn_at != store::not_withdrawn) return;
  const std::optional<Date> until =
      times.valid_to == store::no_end ? std::nullopt : std::optional(times.valid_to);
  const auto [at, added] = memberships.try_emplace(person, until);
  if (added || !at->second) return;
  at->second = until ? std::optional(std::max(*at->second, *until)) : std::nullopt;
}

}  // namespace

std::optional<RecordClass> class_of(const store::Table& table) {
  using notice::Category;
  if (table.subject != store::Subject::person) return std::nullopt;
  if (!table.category) {
    if (table.statute != notice::Statute::request_of_person) return std::nullopt;
    if (table.name == log_keeping_table.name) return RecordClass::audit_log;
    return table.name == provision_table.name ? RecordClass::provision : RecordClass::request;
  }
  switch (*table.category) {
    case Category::medical_claim:
      return RecordClass::medical_claim;
    case Category::health_checkup:
      return RecordClass::health_checkup;
    case Category::health_guidance:
      return RecordClass::health_guidance;
    case Category::cash_benefit:
    case Category::bank_account:
    case Category::third_party_act:
    case Category::physician_inquiry:
    case Category::health_programme_subsidy:
      return RecordClass::benefit;
    case Category::eligibility:
      return table.name.find("premium") != std::string_view::npos ? RecordClass::premium
                                                                  : RecordClass::eligibility;
    default:
      return RecordClass::other;
  }
}

std::optional<Date> made_on(const store::Table& table, const store::Times& times,
                            const std::vector<store::Raw>& clear) {
  if (table.timed == store::Timed::yes) {
    if (times.withdrawn_at != store::not_withdrawn) return times.withdrawn_at.day();
    if (times.valid_to != store::no_end) return times.valid_to;
    return times.decided_at.day();
  }
  std::optional<Date> latest;
  for (std::size_t at = 0; at < table.clear.count; ++at) {
    const auto day = day_of(table.clear[at], clear[at]);
    if (day && (!latest || *latest < *day)) latest = day;
  }
  return latest;
}

std::optional<Parent> parent_of(std::span<const store::Table* const> tables,
                                const store::Table& table) {
  if (has_day(table)) return std::nullopt;
  for (std::size_t own = 0; own < table.clear.count; ++own) {
    if (table.clear[own].kind != store::Kind::id) continue;
    for (const auto* other : tables) {
      const bool kin = other != &table && other->subject == table.subject &&
                       other->category == table.category && table.category && has_day(*other);
      if (!kin) continue;
      for (std::size_t at = 0; at < other->clear.count; ++at) {
        const auto& column = other->clear[at];
        if (column.kind == store::Kind::id && column.name == table.clear[own].name) {
          return Parent{other, own, at};
        }
      }
    }
  }
  return std::nullopt;
}

void add_day(DaysById& days, const Parent& parent, const store::Times& times,
             const std::vector<store::Raw>& clear) {
  const auto day = made_on(*parent.table, times, clear);
  if (!day) return;
  const auto [at, added] = days.try_emplace(clear[parent.parent_column].text, *day);
  if (!added) at->second = std::max(at->second, *day);
}

std::optional<Date> made_with_parent(const store::Table& table, const store::Times& times,
                                     const std::vector<store::Raw>& clear,
                                     const std::optional<Parent>& parent, const DaysById& days) {
  if (!parent) return made_on(table, times, clear);
  const auto at = days.find(clear[parent->own_column].text);
  return at == days.end() ? std::nullopt : std::optional(at->second);
}

Result<std::optional<Date>> row_erasable_from(const store::Table& table, const store::Times& times,
                                              std::optional<Date> made,
                                              const Memberships& memberships,
                                              const base::PersonId& person) {
  const auto record_class = class_of(table);
  KENPO_REQUIRE(record_class.has_value());
  // A stop or a hold that stands is in use: its period begins when it ends.
  const bool stands = table.timed == store::Timed::yes &&
                      times.withdrawn_at == store::not_withdrawn && times.valid_to == store::no_end;
  if (stands && *record_class == RecordClass::request) return std::optional<Date>();
  const auto membership = memberships.find(person);
  KeptRecord record{.record_class = *record_class};
  if (membership != memberships.end()) {
    record.member_until = membership->second;
  } else {
    record.member_until = made;  // never a member: counted from the record itself
  }
  if (!made && !record.member_until) return std::optional<Date>();
  record.made = made.value_or(record.member_until.value_or(Date{}));
  const auto due = KENPO_TRY(erasable_from(record));
  return due.value;
}

Result<Memberships> memberships_of_all(const store::View& view, const store::ClearAccess& access) {
  Memberships memberships;
  for (const auto* table :
       {&eligibility::insured_period_table, &eligibility::dependent_link_table}) {
    KENPO_TRY(store::each_clear_row(view, access, *table, [&](const store::ClearRow& row) {
      add(memberships, row.person, row.times);
    }));
  }
  return memberships;
}

Result<Memberships> membership_of(const store::View& view,
                                  const std::vector<store::SubjectAccess>& subjects) {
  KENPO_REQUIRE(!subjects.empty());
  Memberships together;
  const auto first = subjects.front().subject().as_person();
  for (const auto* table :
       {&eligibility::insured_period_table, &eligibility::dependent_link_table}) {
    for (const auto& row : KENPO_TRY(rows_of_all(view, subjects, *table))) {
      add(together, first, row.times);
    }
  }
  if (together.empty()) return together;
  Memberships memberships;
  for (const auto& subject : subjects) {
    memberships.emplace(subject.subject().as_person(), together.begin()->second);
  }
  return memberships;
}

Result<bool> has_died(const store::View& view, const std::vector<store::SubjectAccess>& subjects) {
  std::optional<Date> latest;
  bool died = false;
  for (const auto& row :
       KENPO_TRY(rows_of_all(view, subjects, eligibility::insured_period_table))) {
    if (row.times.withdrawn_at != store::not_withdrawn) continue;
    if (latest && *latest > row.times.valid_to) continue;
    latest = row.times.valid_to;
    died = std::ranges::any_of(row.values, [](const store::HeldValue& value) {
      return value.column->name == "end_reason" && value.raw.type == store::Raw::Type::integer &&
             value.raw.number == static_cast<std::int64_t>(eligibility::EndReason::death);
    });
  }
  return died;
}

std::vector<store::Raw> clear_of(const store::HeldRow& row) {
  std::vector<store::Raw> clear;
  for (const auto& value : row.values) {
    if (value.part == store::Part::clear) clear.push_back(value.raw);
  }
  return clear;
}

}  // namespace kenpo::request
