// Rows in: what seal.h promises, without the types of the tables.
#include "notice/stops.h"
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

Result<> assign(Transaction& transaction, const AnyAccess& access, const Table& table, RowId row,
                const SubjectId& subject, Slot column, const Raw& value) {
  KENPO_TRY(begin_write(transaction, access, table));
  if (access.stopped(subject.as_person())) return notice::stopped_fault();
  access.touched(access.access, subject.as_person());
  auto statement = KENPO_TRY(lease(transaction, table, Shape::assign, "", 0, column.index));
  statement->bind_text(1, transaction.database().insurer().text());
  statement->bind(2, row.number);
  statement->bind_text(3, subject.text());
  statement->bind(4, value);
  KENPO_TRY(statement->step());
  if (statement->changed() != 1) return row_absent_fault();
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

}  // namespace kenpo::store::detail
