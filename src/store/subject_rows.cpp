#include "store/subject_rows.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "store/fault.h"

namespace kenpo::store {

using base::Result;

namespace {

/// Keeps a field beyond its row.
Raw kept(const Column& column, const Field& field) {
  if (column.kind == Kind::blind) return {};
  return {field.type, field.number, std::string(field.text)};
}

void add_values(const Columns& columns, const std::array<Field, columns_limit>& fields, Part part,
                HeldRow& row) {
  for (std::size_t at = 0; at < columns.count; ++at) {
    row.values.push_back({&columns[at], part, kept(columns[at], fields[at])});
  }
}

template <typename Act>
Result<std::size_t> each_row(const View& view, const AnyAccess& access, const Table& table,
                             Clause clause, Values values, Act act) {
  const auto call = [](void* target, const detail::RawRecord& record) -> Result<Next> {
    KENPO_TRY((*static_cast<Act*>(target))(record));
    return Next::more;
  };
  return detail::each(view, access, table, clause, values, {&act, call});
}

}  // namespace

Result<std::vector<HeldRow>> rows_of_subject(const View& view, const SubjectAccess& access,
                                             const Table& table) {
  std::vector<HeldRow> rows;
  if (table.subject == Subject::none) return rows;
  const std::string subject(access.subject().text());
  KENPO_TRY(each_row(view, AnyAccess(access), table, {"subject_id = $1", "ORDER BY row_id"},
                     {subject}, [&](const detail::RawRecord& record) -> Result<> {
                       HeldRow row{&table, record.row, record.times, {}};
                       add_values(table.clear, record.clear, Part::clear, row);
                       add_values(table.personal, record.personal, Part::personal, row);
                       rows.push_back(std::move(row));
                       return base::Done{};
                     }));
  return rows;
}

Result<std::size_t> remove_rows(Transaction& transaction, const SubjectAccess& access,
                                const Table& table, const std::vector<RowId>& rows) {
  KENPO_REQUIRE(table.subject != Subject::none);
  const std::string subject(access.subject().text());
  std::vector<RowId> own;
  KENPO_TRY(each_row(transaction, AnyAccess(access), table, "subject_id = $1", {subject},
                     [&](const detail::RawRecord& record) -> Result<> {
                       own.push_back(record.row);
                       return base::Done{};
                     }));
  std::size_t removed = 0;
  for (const auto& row : rows) {
    KENPO_REQUIRE(std::ranges::find(own, row) != own.end());  // nothing of anybody else
    removed += KENPO_TRY(detail::remove(transaction, AnyAccess(access), table, row));
  }
  return removed;
}

namespace {

/// The declaration without its sealed columns, kept for as long as the program runs: prepared
/// statements are found by its address.
const Table& clear_part(const Table& table) {
  static std::mutex mutex;
  static std::map<const Table*, std::unique_ptr<Table>> parts;
  const std::lock_guard lock(mutex);
  auto& part = parts[&table];
  if (!part) {
    part = std::make_unique<Table>(table);
    part->personal = {};
  }
  return *part;
}

}  // namespace

Result<> each_clear_row(const View& view, const ClearAccess&, const Table& table,
                        const std::function<void(const ClearRow&)>& act) {
  if (table.subject == Subject::none) return base::Done{};
  const Table& part = clear_part(table);
  KENPO_TRY(each_row(view, AnyAccess(no_personal_data), part, {"", "ORDER BY row_id"}, {},
                     [&](const detail::RawRecord& record) -> Result<> {
                       const auto subject = SubjectId::parse(record.subject);
                       if (!subject) return damaged_fault();
                       ClearRow row{subject->as_person(), record.row, record.times, {}};
                       for (std::size_t at = 0; at < part.clear.count; ++at) {
                         row.clear.push_back(kept(part.clear[at], record.clear[at]));
                       }
                       act(row);
                       return base::Done{};
                     }));
  return base::Done{};
}

Result<std::vector<base::PersonId>> subjects_of_rows(const View& view, const LookUp& look_up,
                                                     const Table& table, Clause clause,
                                                     Values values) {
  std::vector<base::PersonId> people;
  KENPO_TRY(each_row(view, AnyAccess(look_up), table, clause, values,
                     [&](const detail::RawRecord& record) -> Result<> {
                       const auto subject = SubjectId::parse(record.subject);
                       if (!subject) return damaged_fault();
                       people.push_back(subject->as_person());
                       return base::Done{};
                     }));
  std::ranges::sort(people);
  const auto repeated = std::ranges::unique(people);
  people.erase(repeated.begin(), repeated.end());
  return people;
}

}  // namespace kenpo::store
