// Which rows are kept and until when: from the tables' declarations and the rules of retention.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "request/erasure.h"
#include "store/subject_rows.h"

namespace kenpo::request {

/// The last day of membership of people; no entry: never a member; nullopt: a member today.
using Memberships = std::map<base::PersonId, std::optional<base::Date>>;

/// The class of the table's records; nullopt: not about members (staff, sign-in).
std::optional<RecordClass> class_of(const store::Table& table);

/// The day a row's period is counted from, by its two times or the latest of its clear days;
/// nullopt: it has none and stands with the membership.
std::optional<base::Date> made_on(const store::Table& table, const store::Times& times,
                                  const std::vector<store::Raw>& clear);

/// The table whose rows say from when the rows of a table without any day are counted: the same
/// category, and an id column of the same name. The bytes of a claim go with the claim.
struct Parent {
  const store::Table* table = nullptr;
  std::size_t own_column = 0;
  std::size_t parent_column = 0;
};
std::optional<Parent> parent_of(std::span<const store::Table* const> tables,
                                const store::Table& table);

/// The days of the parent's rows by their id.
using DaysById = std::map<std::string, base::Date>;
void add_day(DaysById& days, const Parent& parent, const store::Times& times,
             const std::vector<store::Raw>& clear);
/// The day of the row itself, or of its parent's row.
std::optional<base::Date> made_with_parent(const store::Table& table, const store::Times& times,
                                           const std::vector<store::Raw>& clear,
                                           const std::optional<Parent>& parent,
                                           const DaysById& days);

/// The first day on which the row may be erased; nullopt: not while the person is a member. `made`:
/// made_with_parent of the row.
base::Result<std::optional<base::Date>> row_erasable_from(const store::Table& table,
                                                          const store::Times& times,
                                                          std::optional<base::Date> made,
                                                          const Memberships& memberships,
                                                          const base::PersonId& person);

base::Result<Memberships> memberships_of_all(const store::View& view,
                                             const store::ClearAccess& access);
/// Of one person under several ids: the same day for each, the latest of all.
base::Result<Memberships> membership_of(const store::View& view,
                                        const std::vector<store::SubjectAccess>& subjects);

/// Whether the ledger says that the person has died: the last period of the insured ended by death.
base::Result<bool> has_died(const store::View& view,
                            const std::vector<store::SubjectAccess>& subjects);

/// The clear columns of a held row, in the order of the declaration.
std::vector<store::Raw> clear_of(const store::HeldRow& row);

}  // namespace kenpo::request
