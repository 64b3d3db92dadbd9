// Rows of declared tables: written from a Draft, read as a Record. The personal columns of a row
// travel sealed; they are opened only with the access that the table takes, row by row, and each
// row is told to the audit log.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/access.h"
#include "store/database.h"
#include "store/table.h"
#include "store/value.h"

namespace kenpo::store {

/// A row of one table, for as long as the row exists.
struct RowId {
  std::int64_t number = 0;
  friend auto operator<=>(const RowId&, const RowId&) = default;
};
template <>
struct Stored<RowId> {
  static constexpr Kind kind = Kind::integer;
  static Raw put(RowId value) { return detail::number(value.number); }
  static RowId get(const Field& field) { return {field.number}; }
};

/// The last day there is: a fact without end is valid to here.
inline constexpr base::Date no_end = base::Date::of_serial(2'932'896);  // 9999-12-31
/// A decision that stands is withdrawn at this moment.
inline constexpr base::Moment not_withdrawn{253'402'300'799'999};  // 9999-12-31T23:59:59.999Z

/// The two times of a fact.
struct Times {
  base::Date valid_from;
  base::Date valid_to = no_end;
  base::Moment decided_at;
  base::Moment withdrawn_at = not_withdrawn;
  friend bool operator==(const Times&, const Times&) = default;
};

/// Text or bytes of one column are at most this long: documents are kept as files, not as fields.
inline constexpr std::size_t field_bytes_limit = 64 * 1024;

namespace detail {

/// A draft without its table's type.
struct RawDraft {
  const Table* table = nullptr;
  std::optional<SubjectId> subject;
  std::optional<Times> times;
  std::vector<Raw> clear;
  std::vector<Raw> personal;
};

/// A row without its table's type. Views into it live until the next row.
struct RawRecord {
  RowId row;
  std::string_view subject;  // empty when the table has none
  Times times;
  std::array<Field, columns_limit> clear;
  std::array<Field, columns_limit> personal;
};

enum class Next : std::uint8_t { more, stop };
/// Called for each row.
struct EachRow {
  void* target;
  base::Result<Next> (*call)(void*, const RawRecord&);
};

base::Result<RowId> insert(Transaction&, const AnyAccess&, const RawDraft&);
base::Result<> replace(Transaction&, const AnyAccess&, RowId, const RawDraft&);
base::Result<> assign(Transaction&, const AnyAccess&, const Table&, RowId, const SubjectId&, Slot,
                      const Raw&);
base::Result<std::size_t> withdraw(Transaction&, const AnyAccess&, const Table&, RowId,
                                   base::Moment);
base::Result<std::size_t> remove(Transaction&, const AnyAccess&, const Table&, RowId);
base::Result<std::size_t> each(const View&, const AnyAccess&, const Table&, Clause, Values,
                               EachRow);
base::Result<std::int64_t> count(const View&, const AnyAccess&, const Table&, Clause, Values);
base::Result<std::int64_t> sum(const View&, const AnyAccess&, const Table&, Slot, Clause, Values);
Raw blind(const View&, const Table&, std::string_view normalised);

template <const Table& table>
using SubjectOf =
    std::conditional_t<table.subject == Subject::staff, base::StaffId, base::PersonId>;

}  // namespace detail

using detail::Next;

/// A row to be written. Columns are set by name; the name and its kind are checked when compiled.
/// A required column that was not set is a broken promise when the draft is written.
template <const Table& table>
class Draft {
  static_assert(has_owner(table), "a table needs a subject and its ground, or neither");

 public:
  Draft()
    requires(table.subject == Subject::none && table.timed == Timed::no)
  {
    start();
  }
  explicit Draft(const Times& times)
    requires(table.subject == Subject::none && table.timed == Timed::yes)
  {
    start(), raw_.times = times;
  }
  explicit Draft(const detail::SubjectOf<table>& subject)
    requires(table.subject != Subject::none && table.timed == Timed::no)
  {
    start(), raw_.subject = SubjectId(subject);
  }
  Draft(const detail::SubjectOf<table>& subject, const Times& times)
    requires(table.subject != Subject::none && table.timed == Timed::yes)
  {
    start(), raw_.subject = SubjectId(subject), raw_.times = times;
  }

  template <Storable T>
  Draft& set(ColumnName<table, Stored<T>::kind, Presence::optional> column, const T& value) {
    return put(column.slot, Stored<T>::put(value));
  }
  Draft& set(ColumnName<table, Kind::text, Presence::optional> column, const char* value) {
    return put(column.slot, detail::text(value));
  }
  /// A column of kind `blind`: only the keyed hash of the normalised value is kept.
  Draft& set_blind(ColumnName<table, Kind::blind, Presence::optional> column,
                   std::string_view normalised) {
    return put(column.slot, detail::text(normalised));
  }
  const detail::RawDraft& raw() const { return raw_; }

 private:
  void start() {
    raw_.table = &table;
    raw_.clear.resize(table.clear.count);
    raw_.personal.resize(table.personal.count);
  }
  Draft& put(Slot slot, Raw raw) {
    (slot.part == Part::clear ? raw_.clear : raw_.personal)[slot.index] = std::move(raw);
    return *this;
  }
  detail::RawDraft raw_;
};

/// A row as read. Its text lives until the next row; what is kept must be copied.
template <const Table& table>
class Record {
 public:
  explicit Record(const detail::RawRecord& raw) : raw_(&raw) {}

  RowId row() const { return raw_->row; }
  detail::SubjectOf<table> subject() const
    requires(table.subject != Subject::none)
  {
    return *detail::SubjectOf<table>::parse(raw_->subject);
  }
  const Times& times() const
    requires(table.timed == Timed::yes)
  {
    return raw_->times;
  }
  /// The column's value. An optional column is read as std::optional.
  template <Storable T>
  T get(ColumnName<table, Stored<T>::kind, presence_of<T>> column) const {
    const auto& fields = column.slot.part == Part::clear ? raw_->clear : raw_->personal;
    return Stored<T>::get(fields[column.slot.index]);
  }

 private:
  const detail::RawRecord* raw_;
};

/// Adds a row. The caller of a timed table withdraws the row that this one corrects.
template <const Table& table>
base::Result<RowId> insert(Transaction& transaction, const AccessTo<table>& access,
                           const Draft<table>& draft) {
  return detail::insert(transaction, AnyAccess(access), draft.raw());
}

/// Puts other values into a row of the same subject. Tables with the two times refuse it: a
/// correction there is a new decision.
template <const Table& table>
  requires(table.timed == Timed::no)
base::Result<> replace(Transaction& transaction, const AccessTo<table>& access, RowId row,
                       const Draft<table>& draft) {
  return detail::replace(transaction, AnyAccess(access), row, draft.raw());
}

/// Puts another value into one clear column of the subject's row; what is sealed stays as it is. A
/// row that is not the subject's is refused.
template <const Table& table, Storable T>
  requires(table.timed == Timed::no && table.subject != Subject::none)
base::Result<> assign(Transaction& transaction, const AccessTo<table>& access, RowId row,
                      const detail::SubjectOf<table>& subject,
                      ClearColumnName<table, Stored<T>::kind> column, const T& value) {
  return detail::assign(transaction, AnyAccess(access), table, row, SubjectId(subject),
                        column.slot, Stored<T>::put(value));
}

/// Ends a decision at the moment; the row stays. Hands back 1, or 0 when it was withdrawn before.
template <const Table& table>
  requires(table.timed == Timed::yes)
base::Result<std::size_t> withdraw(Transaction& transaction, const AccessTo<table>& access,
                                   RowId row, base::Moment now) {
  return detail::withdraw(transaction, AnyAccess(access), table, row, now);
}

/// Removes a row for good: retention has ended, or the row was work in hand. 1, or 0 when absent.
template <const Table& table>
base::Result<std::size_t> remove(Transaction& transaction, const AccessTo<table>& access,
                                 RowId row) {
  return detail::remove(transaction, AnyAccess(access), table, row);
}

/// Calls `act(const Record<table>&)` for each row of the clause and hands back how many there were.
/// `act` returns void, Next, Result<> or Result<Next>. Rows of erased subjects are passed over.
/// Stops with notice::withdrawn_fault() when the notice's row is withdrawn meanwhile.
template <const Table& table, typename Act>
base::Result<std::size_t> each(const View& view, const AccessTo<table>& access, Clause clause,
                               Values values, Act&& act) {
  using Acting = std::remove_reference_t<Act>;
  const auto call = [](void* target, const detail::RawRecord& raw) -> base::Result<Next> {
    Acting& acting = *static_cast<Acting*>(target);
    using Answer = decltype(acting(Record<table>(raw)));
    if constexpr (std::is_void_v<Answer>) {
      acting(Record<table>(raw));
      return Next::more;
    } else if constexpr (std::is_same_v<Answer, base::Result<>>) {
      KENPO_TRY(acting(Record<table>(raw)));
      return Next::more;
    } else {
      return acting(Record<table>(raw));
    }
  };
  void* target = const_cast<std::remove_const_t<Acting>*>(&act);
  return detail::each(view, AnyAccess(access), table, clause, values, {target, call});
}

/// The rows of the clause, each made into a value by `made_from(const Record<table>&)`.
template <const Table& table, typename Make>
auto list(const View& view, const AccessTo<table>& access, Clause clause, Values values,
          Make made_from)
    -> base::Result<std::vector<std::invoke_result_t<Make&, const Record<table>&>>> {
  std::vector<std::invoke_result_t<Make&, const Record<table>&>> made;
  KENPO_TRY(each<table>(view, access, clause, values, [&](const Record<table>& record) {
    made.push_back(made_from(record));
  }));
  return made;
}

/// The first row of the clause as a value, or nullopt.
template <const Table& table, typename Make>
auto find(const View& view, const AccessTo<table>& access, Clause clause, Values values,
          Make made_from)
    -> base::Result<std::optional<std::invoke_result_t<Make&, const Record<table>&>>> {
  std::optional<std::invoke_result_t<Make&, const Record<table>&>> made;
  KENPO_TRY(each<table>(view, access, clause, values, [&](const Record<table>& record) {
    made.emplace(made_from(record));
    return Next::stop;
  }));
  return made;
}

/// How many rows, of those that the pair reaches (store/acquired.h) and whose people have not
/// stopped the use: a number tells nobody apart who may not be used. Rows that were all acquired
/// too early are a refusal. Tells the audit log that the operation ran, and who was left out.
template <const Table& table>
base::Result<std::int64_t> count(const View& view, const AccessTo<table>& access, Clause clause,
                                 Values values = {}) {
  return detail::count(view, AnyAccess(access), table, clause, values);
}

/// The sum of a clear column of whole yen over the rows of the clause, with the same limits.
template <const Table& table>
base::Result<base::Yen> sum(const View& view, const AccessTo<table>& access,
                            ColumnName<table, Kind::yen, Presence::optional> column, Clause clause,
                            Values values = {}) {
  return base::Yen(KENPO_TRY(
      detail::sum(view, AnyAccess(access), table, column.slot, clause, values)));
}

/// The blind index of a value in this table, as a parameter: `number_blind = $1`.
template <const Table& table>
Value blind(const View& view, std::string_view normalised) {
  return Value(detail::blind(view, table, normalised));
}

}  // namespace kenpo::store
