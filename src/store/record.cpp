// Rows out: what seal.h promises, without the types of the tables. Rows in: record_write.cpp.
#include <algorithm>

#include "notice/stops.h"
#include "store/acquired.h"
#include "store/box.h"
#include "store/codec.h"
#include "store/engine.h"
#include "store/fault.h"
#include "store/row_sql.h"
#include "store/seal.h"

namespace kenpo::store::detail {

using base::Result;

namespace {

/// Opens the sealed columns of row after row.
class Opener {
 public:
  Opener(Keyring& keys, const Table& table) : keys_(keys), table_(table) {}
  ~Opener() { wipe(plain_.data(), plain_.size()); }
  Opener(const Opener&) = delete;
  Opener& operator=(const Opener&) = delete;

  /// False: the subject was erased; the row has nothing to say any more.
  Result<bool> open(std::string_view sealed, RawRecord& record) {
    const auto subject = SubjectId::parse(record.subject);
    if (!subject || sealed.size() < 2 || sealed[0] != sealed_version) return damaged_fault();
    const KeyClass key_class = KeyClass::of(table_);
    if (!last_ || *last_ != *subject) {
      key_ = KENPO_TRY(keys_.key_for_opening(*subject, key_class));
      last_ = *subject;
    }
    const auto generation = static_cast<std::uint8_t>(sealed[1]);
    if (!key_ || generation < key_->generation) {
      if (KENPO_TRY(keys_.erased(*subject, key_class))) return false;
      return key_missing_fault();
    }
    const RecordBound bound(table_, record.row.number, generation);
    if (!open_box(key_->key, sealed.substr(2), bound.bytes(), plain_) ||
        !decode_fields(plain_, table_.personal, record.personal)) {
      return damaged_fault();
    }
    return true;
  }

 private:
  Keyring& keys_;
  const Table& table_;
  std::optional<SubjectId> last_;
  std::optional<DataKey> key_;
  std::string plain_;
};

/// The clear part of the row; hands back the column after it.
int read_clear(const Statement& statement, const Table& table, RawRecord& record) {
  int at = 0;
  record.row = {statement.field(at++).number};
  if (table.subject != Subject::none) record.subject = statement.field(at++).text;
  if (table.timed == Timed::yes) {
    const auto day = [](const Field& field) {
      return base::Date::of_serial(static_cast<std::int32_t>(field.number));
    };
    record.times.valid_from = day(statement.field(at++));
    record.times.valid_to = day(statement.field(at++));
    record.times.decided_at = {statement.field(at++).number};
    record.times.withdrawn_at = {statement.field(at++).number};
  }
  for (std::size_t column = 0; column < table.clear.count; ++column) {
    record.clear[column] = statement.field(at++);
  }
  return at;
}

/// From so many rows on a reading is a bulk run, and fetching all keys in one pass is cheaper.
constexpr std::size_t bulk_rows = 4096;

void bind_values(Statement& statement, const View& view, Values values) {
  int at = 1;
  for (const Value& value : values) statement.bind(at++, value.raw);
  statement.bind_text(at, view.database().insurer().text());
}

/// Whether the row is about somebody who had this use stopped (個人情報保護法35条).
bool is_stopped(const AnyAccess& access, const Table& table, const RawRecord& record) {
  if (!access.asks_stops || table.subject == Subject::none) return false;
  const auto subject = SubjectId::parse(record.subject);
  return subject && access.stopped(subject->as_person());
}

}  // namespace

Result<std::size_t> each(const View& view, const AnyAccess& access, const Table& table,
                         Clause clause, Values values, EachRow act) {
  if (!access.in_force(access.access)) return notice::withdrawn_fault();
  auto statement = KENPO_TRY(lease(view, table, Shape::select, clause, values.size()));
  bind_values(*statement.operator->(), view, values);
  Keyring& keys = view.database().keys();
  Opener opener(keys, table);
  const auto gaps = access.pair == 0 ? nullptr : view.database().acquisition_gaps().now();
  const auto consents = gaps ? view.database().acquisition_gaps().consents() : nullptr;
  RawRecord record;
  std::size_t rows = 0;
  std::size_t too_early = 0;
  for (std::size_t read = 1; KENPO_TRY(statement->step()); ++read) {
    if (read % chunk_rows == 0 && !access.in_force(access.access)) {
      return notice::withdrawn_fault();
    }
    const int sealed = read_clear(*statement.operator->(), table, record);
    if (gaps && is_out_of_reach(*gaps, consents.get(), access.pair, table, record)) {
      ++too_early;
      continue;
    }
    if (is_stopped(access, table, record)) continue;  // not even unsealed
    if (table.personal.count > 0) {
      if (read == bulk_rows) KENPO_TRY(keys.warm(KeyClass::of(table)));
      if (!KENPO_TRY(opener.open(statement->field(sealed).text, record))) continue;
    }
    if (table.subject != Subject::none) {
      const auto subject = SubjectId::parse(record.subject);
      if (!subject) return damaged_fault();
      access.touched(access.access, subject->as_person());
    }
    ++rows;
    if (KENPO_TRY(act.call(act.target, record)) == Next::stop) break;
  }
  // Nothing but what was acquired too early: a refusal, not an empty answer.
  if (rows == 0 && too_early > 0) return acquired_before_fault();
  return rows;
}

namespace {

using Gaps = std::shared_ptr<const std::vector<notice::AcquisitionGap>>;

/// The gaps where one of them is the access's own.
Gaps gaps_of(const View& view, const AnyAccess& access, const Table& table) {
  if (access.pair == 0 || table.subject == Subject::none) return nullptr;
  auto gaps = view.database().acquisition_gaps().now();
  const bool any = gaps && std::ranges::any_of(*gaps, [&](const notice::AcquisitionGap& gap) {
                     return (gap.pairs & access.pair) != 0;
                   });
  return any ? gaps : nullptr;
}

/// Rows and, of the clear column, the sum over those that the pair reaches and whose people have
/// not stopped the use. Nothing is unsealed and nobody is touched: as with SQL's own counting.
struct Reached {
  std::int64_t rows = 0;
  std::int64_t sum = 0;
};

Result<Reached> reached(const View& view, const AnyAccess& access, const Table& table,
                        Clause clause, Values values, const Gaps& gaps, std::size_t column) {
  auto statement = KENPO_TRY(lease(view, table, Shape::select, clause, values.size()));
  bind_values(*statement.operator->(), view, values);
  const auto consents = view.database().acquisition_gaps().consents();
  RawRecord record;
  Reached found;
  bool too_early = false;
  for (std::size_t read = 1; KENPO_TRY(statement->step()); ++read) {
    if (read % chunk_rows == 0 && !access.in_force(access.access)) {
      return notice::withdrawn_fault();
    }
    read_clear(*statement.operator->(), table, record);
    if (gaps && is_out_of_reach(*gaps, consents.get(), access.pair, table, record)) {
      too_early = true;
      continue;
    }
    if (is_stopped(access, table, record)) continue;
    ++found.rows;
    if (record.clear[column].type == Raw::Type::integer) found.sum += record.clear[column].number;
  }
  // Nothing but what was acquired too early: a refusal, as for rows that are shown.
  if (found.rows == 0 && too_early) return acquired_before_fault();
  return found;
}

/// Whether SQL may count by itself: nobody has stopped any use, and no gap is the access's own.
bool reaches_all(const AnyAccess& access, const Table& table, const Gaps& gaps) {
  return gaps == nullptr && (!access.asks_stops || table.subject == Subject::none);
}

}  // namespace

Result<std::int64_t> count(const View& view, const AnyAccess& access, const Table& table,
                           Clause clause, Values values) {
  if (!access.in_force(access.access)) return notice::withdrawn_fault();
  if (const auto gaps = gaps_of(view, access, table); !reaches_all(access, table, gaps)) {
    return KENPO_TRY(reached(view, access, table, clause, values, gaps, 0)).rows;
  }
  auto statement = KENPO_TRY(lease(view, table, Shape::count, clause, values.size()));
  bind_values(*statement.operator->(), view, values);
  KENPO_TRY(statement->step());
  return statement->field(0).number;
}

Result<std::int64_t> sum(const View& view, const AnyAccess& access, const Table& table, Slot slot,
                         Clause clause, Values values) {
  KENPO_REQUIRE(slot.part == Part::clear);  // SQL cannot add what is sealed
  if (!access.in_force(access.access)) return notice::withdrawn_fault();
  if (const auto gaps = gaps_of(view, access, table); !reaches_all(access, table, gaps)) {
    return KENPO_TRY(reached(view, access, table, clause, values, gaps, slot.index)).sum;
  }
  auto statement =
      KENPO_TRY(lease(view, table, Shape::sum, clause, values.size(), slot.index));
  bind_values(*statement.operator->(), view, values);
  KENPO_TRY(statement->step());
  return statement->field(0).number;
}

Raw blind(const View& view, const Table& table, std::string_view normalised) {
  const BlindIndex index = view.database().keys().blind(KeyClass::of(table), normalised);
  return {Raw::Type::blob, 0,
          std::string(reinterpret_cast<const char*>(index.data()), index.size())};
}

}  // namespace kenpo::store::detail
