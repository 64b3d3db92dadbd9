#include "premium/levy_ledger_store.h"

#include <algorithm>

namespace kenpo::premium {

namespace {

using base::EstablishmentId;
using base::Month;
using base::Result;
using base::Yen;
using store::no_personal_data;

LedgerEntry entry_from(const store::Record<ledger_entry_table>& record) {
  return {.ledger = record.get<LedgerKind>("ledger"),
          .account = record.get<Account>("account"),
          .establishment = record.get<EstablishmentId>("establishment"),
          .month = record.get<Month>("month"),
          .billed = record.get<Month>("billed"),
          .amount = record.get<Yen>("amount"),
          .posted_at = record.get<base::Moment>("posted_at")};
}

LevySum levy_sum_from(const store::Record<levy_sum_table>& record) {
  LevySum sum{.establishment = record.get<EstablishmentId>("establishment"),
              .month = record.get<Month>("month"),
              .billed = record.get<Month>("billed"),
              .parts = {}};
  sum.parts.millionths = {
      record.get<std::int64_t>("basic"), record.get<std::int64_t>("specific"),
      record.get<std::int64_t>("adjustment"), record.get<std::int64_t>("care"),
      record.get<std::int64_t>("child")};
  return sum;
}

CauseLine cause_from(const store::Record<levy_cause_table>& record) {
  return {.establishment = record.get<EstablishmentId>("establishment"),
          .billed = record.get<Month>("billed"),
          .cause = record.get<Cause>("cause"),
          .persons = record.get<std::int64_t>("persons"),
          .millionths = record.get<std::int64_t>("millionths")};
}

IssuedNotice issued_from(const store::Record<issued_notice_table>& record) {
  return {.establishment = record.get<EstablishmentId>("establishment"),
          .billed = record.get<Month>("billed"),
          .issued_at = record.get<base::Moment>("issued_at"),
          .due = record.get<base::Date>("due"),
          .total = record.get<Yen>("total")};
}

auto cause_order(const CauseLine& line) { return std::pair(line.establishment, line.cause); }

}  // namespace

Result<> add(store::Transaction& transaction, const LedgerEntry& entry) {
  store::Draft<ledger_entry_table> draft;
  draft.set("ledger", entry.ledger)
      .set("account", entry.account)
      .set("establishment", entry.establishment)
      .set("month", entry.month)
      .set("billed", entry.billed)
      .set("amount", entry.amount)
      .set("posted_at", entry.posted_at);
  KENPO_TRY(store::insert<ledger_entry_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<Billed> posted_for(const store::View& view, const EstablishmentId& establishment,
                          Month month) {
  Billed posted;
  KENPO_TRY(store::each<ledger_entry_table>(
      view, no_personal_data, {"establishment = $1 AND month = $2"}, {establishment, month},
      [&](const store::Record<ledger_entry_table>& record) {
        const auto entry = entry_from(record);
        if (entry.account == Account::basic) posted.basic -= entry.amount;
        if (entry.account == Account::specific) posted.specific -= entry.amount;
        if (entry.account == Account::adjustment) posted.adjustment -= entry.amount;
        if (entry.account == Account::care) posted.care -= entry.amount;
        if (entry.account == Account::child) posted.child -= entry.amount;
      }));
  return posted;
}

Result<std::vector<LedgerEntry>> entries_billed(const store::View& view, Month billed) {
  return store::list<ledger_entry_table>(
      view, no_personal_data, {"billed = $1", "ORDER BY establishment, month, row_id"}, {billed},
      entry_from);
}

Result<std::vector<LedgerEntry>> entries_billed(const store::View& view, Month billed,
                                                const EstablishmentId& establishment) {
  return store::list<ledger_entry_table>(
      view, no_personal_data, {"establishment = $1 AND billed = $2", "ORDER BY month, row_id"},
      {establishment, billed}, entry_from);
}

Result<Yen> balance_of(const store::View& view, LedgerKind ledger) {
  return store::sum<ledger_entry_table>(view, no_personal_data, "amount", {"ledger = $1"},
                                        {ledger});
}

Result<> add(store::Transaction& transaction, const LevySum& sum) {
  store::Draft<levy_sum_table> draft;
  draft.set("establishment", sum.establishment)
      .set("month", sum.month)
      .set("billed", sum.billed)
      .set("basic", sum.parts[RateKind::general_basic])
      .set("specific", sum.parts[RateKind::general_specific])
      .set("adjustment", sum.parts[RateKind::adjustment])
      .set("care", sum.parts[RateKind::care])
      .set("child", sum.parts[RateKind::child]);
  KENPO_TRY(store::insert<levy_sum_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<LevySum>> sums_billed(const store::View& view, Month billed) {
  return store::list<levy_sum_table>(view, no_personal_data, {"billed = $1"}, {billed},
                                     levy_sum_from);
}

Result<Parts> parts_for(const store::View& view, const EstablishmentId& establishment,
                        Month month) {
  Parts parts;
  KENPO_TRY(store::each<levy_sum_table>(
      view, no_personal_data, {"establishment = $1 AND month = $2"}, {establishment, month},
      [&](const store::Record<levy_sum_table>& record) { parts += levy_sum_from(record).parts; }));
  return parts;
}

Result<bool> put_causes(store::Transaction& transaction, Month billed,
                        const std::vector<CauseLine>& lines) {
  std::vector<CauseLine> old;
  std::vector<store::RowId> rows;
  KENPO_TRY(store::each<levy_cause_table>(transaction, no_personal_data, {"billed = $1"}, {billed},
                                          [&](const store::Record<levy_cause_table>& record) {
                                            old.push_back(cause_from(record));
                                            rows.push_back(record.row());
                                          }));
  auto wanted = lines;
  std::ranges::sort(wanted, {}, cause_order);
  std::ranges::sort(old, {}, cause_order);
  if (wanted == old) return false;
  for (const auto row : rows) {
    KENPO_TRY(store::remove<levy_cause_table>(transaction, no_personal_data, row));
  }
  for (const auto& line : wanted) {
    store::Draft<levy_cause_table> draft;
    draft.set("establishment", line.establishment)
        .set("billed", line.billed)
        .set("cause", line.cause)
        .set("persons", line.persons)
        .set("millionths", line.millionths);
    KENPO_TRY(store::insert<levy_cause_table>(transaction, no_personal_data, draft));
  }
  return true;
}

Result<std::vector<CauseLine>> causes_of(const store::View& view, Month billed,
                                         const EstablishmentId& establishment) {
  return store::list<levy_cause_table>(
      view, no_personal_data, {"billed = $1 AND establishment = $2", "ORDER BY cause"},
      {billed, establishment}, cause_from);
}

Result<std::vector<LevyRun>> list_runs(const store::View& view) {
  return store::list<levy_run_table>(view, no_personal_data, {"", "ORDER BY month"}, {},
                                     [](const store::Record<levy_run_table>& record) {
                                       return LevyRun{
                                           .month = record.get<Month>("month"),
                                           .facts_at = record.get<base::Moment>("facts_at"),
                                           .finished_at = record.get<base::Moment>("finished_at"),
                                           .persons = record.get<std::int64_t>("persons")};
                                     });
}

Result<> put(store::Transaction& transaction, const LevyRun& run) {
  std::optional<store::RowId> row;
  KENPO_TRY(store::each<levy_run_table>(
      transaction, no_personal_data, {"month = $1"}, {run.month},
      [&](const store::Record<levy_run_table>& record) { row = record.row(); }));
  store::Draft<levy_run_table> draft;
  draft.set("month", run.month)
      .set("facts_at", run.facts_at)
      .set("finished_at", run.finished_at)
      .set("persons", run.persons);
  if (row) return store::replace<levy_run_table>(transaction, no_personal_data, *row, draft);
  KENPO_TRY(store::insert<levy_run_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<IssuedNotice>> issued_for(const store::View& view, Month billed) {
  return store::list<issued_notice_table>(view, no_personal_data, {"billed = $1"}, {billed},
                                          issued_from);
}

Result<std::optional<IssuedNotice>> find_issued(const store::View& view, Month billed,
                                                const EstablishmentId& establishment) {
  return store::find<issued_notice_table>(view, no_personal_data,
                                          {"establishment = $1 AND billed = $2"},
                                          {establishment, billed}, issued_from);
}

Result<> add(store::Transaction& transaction, const IssuedNotice& notice) {
  store::Draft<issued_notice_table> draft;
  draft.set("establishment", notice.establishment)
      .set("billed", notice.billed)
      .set("issued_at", notice.issued_at)
      .set("due", notice.due)
      .set("total", notice.total);
  KENPO_TRY(store::insert<issued_notice_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

}  // namespace kenpo::premium
