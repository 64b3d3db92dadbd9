// Rows in and out: what seal.h promises, without the types of the tables.
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

using base::Done;
using base::Result;

namespace {

constexpr char sealed_version = 1;

/// The sealed form of the personal columns: version, generation of the key, box.
Result<> seal(Keyring& keys, const RawDraft& draft, RowId row, std::string& sealed) {
  const Table& table = *draft.table;
  const DataKey key = KENPO_TRY(keys.key_for_sealing(*draft.subject, KeyClass::of(table)));
  static thread_local std::string plain;
  encode_fields(draft.personal, plain);
  sealed.clear();
  sealed.push_back(sealed_version);
  sealed.push_back(static_cast<char>(key.generation));
  const RecordBound bound(table, row.number, key.generation);
  seal_box(key.key, plain, bound.bytes(), sealed);
  wipe(plain.data(), plain.size());
  return Done{};
}

Result<> check_fields(const Columns& columns, const std::vector<Raw>& values) {
  for (std::size_t at = 0; at < columns.count; ++at) {
    const Raw& raw = values[at];
    // A required column that the act did not set.
    KENPO_REQUIRE(raw.type != Raw::Type::null || columns[at].presence == Presence::optional);
    if (raw.text.size() > field_bytes_limit) return field_too_long_fault(columns[at]);
  }
  return Done{};
}

/// What a write binds, kept alive until the statement is done.
struct Bound {
  std::vector<BlindIndex> blinds;
  std::string sealed;
};

/// Binds times, clear columns and the sealed blob from parameter `at` on.
Result<int> bind_draft(const View& view, Statement& statement, int at, const RawDraft& draft,
                       RowId row, Bound& bound) {
  const Table& table = *draft.table;
  Keyring& keys = view.database().keys();
  if (draft.times) {
    statement.bind(at++, std::int64_t{draft.times->valid_from.serial()});
    statement.bind(at++, std::int64_t{draft.times->valid_to.serial()});
    statement.bind(at++, draft.times->decided_at.milliseconds);
    statement.bind(at++, draft.times->withdrawn_at.milliseconds);
  }
  bound.blinds.reserve(table.clear.count);
  for (std::size_t column = 0; column < table.clear.count; ++column) {
    const Raw& raw = draft.clear[column];
    if (table.clear[column].kind == Kind::blind && raw.type != Raw::Type::null) {
      const auto& blind = bound.blinds.emplace_back(keys.blind(KeyClass::of(table), raw.text));
      statement.bind_blob(at++, {reinterpret_cast<const char*>(blind.data()), blind.size()});
    } else {
      statement.bind(at++, raw);
    }
  }
  if (table.personal.count > 0) {
    KENPO_TRY(seal(keys, draft, row, bound.sealed));
    statement.bind_blob(at++, bound.sealed);
  }
  return at;
}

/// Before each chunk of rows written: is the notice's row still in force?
Result<> begin_write(Transaction& transaction, const AnyAccess& access, const Table& table) {
  if (transaction.count_row() % chunk_rows == 0 && !access.in_force(access.access)) {
    return notice::withdrawn_fault();
  }
  if (table.subject != Subject::none) transaction.wrote_personal_data();
  return Done{};
}

Result<Lease> lease(const View& view, const Table& table, Shape shape, Clause clause,
                    std::size_t values, std::uint64_t extra = 0) {
  const Table* allowed[] = {&table};
  const std::uint64_t code = static_cast<std::uint64_t>(shape) + 16 * values + 4096 * extra;
  return view.connection().lease({&table, clause.where, clause.tail, code}, allowed, [&] {
    return row_sql(table, shape, clause, values, extra);
  });
}

/// The subject of the row that is about to change, told to the audit log. Nullopt: no such row.
Result<std::optional<std::string>> touch_row(Transaction& transaction, const AnyAccess& access,
                                             const Table& table, RowId row) {
  auto statement = KENPO_TRY(lease(transaction, table, Shape::subject_of_row, "", 0));
  statement->bind_text(1, transaction.database().insurer().text());
  statement->bind(2, row.number);
  if (!KENPO_TRY(statement->step())) return std::optional<std::string>();
  std::string subject(statement->field(0).text);
  if (table.subject != Subject::none) {
    const auto id = SubjectId::parse(subject);
    if (!id) return damaged_fault();
    if (access.stopped(id->as_person())) return notice::stopped_fault();
    access.touched(access.access, id->as_person());
  }
  return std::optional(std::move(subject));
}

}  // namespace

Result<RowId> insert(Transaction& transaction, const AnyAccess& access, const RawDraft& draft) {
  const Table& table = *draft.table;
  KENPO_TRY(begin_write(transaction, access, table));
  KENPO_TRY(check_fields(table.clear, draft.clear));
  KENPO_TRY(check_fields(table.personal, draft.personal));
  if (draft.subject) {
    const auto person = draft.subject->as_person();
    if (access.stopped(person)) return notice::stopped_fault();
    access.touched(access.access, person);
  }

  std::int64_t& next = transaction.next_row(table);
  if (next == 0) {
    auto last = KENPO_TRY(lease(transaction, table, Shape::last_row, "", 0));
    last->bind_text(1, transaction.database().insurer().text());
    KENPO_TRY(last->step());
    next = last->field(0).number + 1;
  }
  const RowId row{next};
  Bound bound;
  auto statement = KENPO_TRY(lease(transaction, table, Shape::insert, "", 0));
  int at = 1;
  statement->bind_text(at++, transaction.database().insurer().text());
  statement->bind(at++, row.number);
  if (draft.subject) statement->bind_text(at++, draft.subject->text());
  KENPO_TRY(bind_draft(transaction, *statement.operator->(), at, draft, row, bound));
  KENPO_TRY(statement->step());
  ++next;
  return row;
}

Result<> replace(Transaction& transaction, const AnyAccess& access, RowId row,
                 const RawDraft& draft) {
  const Table& table = *draft.table;
  KENPO_TRY(begin_write(transaction, access, table));
  KENPO_TRY(check_fields(table.clear, draft.clear));
  KENPO_TRY(check_fields(table.personal, draft.personal));
  const auto subject = KENPO_TRY(touch_row(transaction, access, table, row));
  if (!subject) return row_absent_fault();
  KENPO_REQUIRE(!draft.subject || draft.subject->text() == *subject);  // a row keeps its subject
  Bound bound;
  auto statement = KENPO_TRY(lease(transaction, table, Shape::replace, "", 0));
  statement->bind_text(1, transaction.database().insurer().text());
  statement->bind(2, row.number);
  KENPO_TRY(bind_draft(transaction, *statement.operator->(), 3, draft, row, bound));
  KENPO_TRY(statement->step());
  return Done{};
}

Result<std::size_t> withdraw(Transaction& transaction, const AnyAccess& access,
                             const Table& table, RowId row, base::Moment now) {
  KENPO_TRY(begin_write(transaction, access, table));
  if (!KENPO_TRY(touch_row(transaction, access, table, row))) return row_absent_fault();
  auto statement = KENPO_TRY(lease(transaction, table, Shape::withdraw, "", 0));
  statement->bind_text(1, transaction.database().insurer().text());
  statement->bind(2, row.number);
  statement->bind(3, now.milliseconds);
  statement->bind(4, not_withdrawn.milliseconds);
  KENPO_TRY(statement->step());
  return statement->changed();
}

Result<std::size_t> remove(Transaction& transaction, const AnyAccess& access, const Table& table,
                           RowId row) {
  KENPO_TRY(begin_write(transaction, access, table));
  if (!KENPO_TRY(touch_row(transaction, access, table, row))) return std::size_t{0};
  auto statement = KENPO_TRY(lease(transaction, table, Shape::remove, "", 0));
  statement->bind_text(1, transaction.database().insurer().text());
  statement->bind(2, row.number);
  KENPO_TRY(statement->step());
  return statement->changed();
}

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
