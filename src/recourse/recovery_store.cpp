#include "recourse/recovery_store.h"

#include <algorithm>
#include <tuple>

namespace kenpo::recourse {

namespace {

using base::Result;
using store::Record;

template <const store::Table& table>
Recovery recovery_from(const Record<table>& record) {
  Recovery recovery;
  recovery.id = record.template get<RecoveryId>("recovery");
  recovery.person = record.subject();
  recovery.claim = record.template get<std::optional<claim::ClaimId>>("claim");
  recovery.cause = record.template get<Cause>("cause");
  recovery.amount = record.template get<base::Yen>("amount");
  recovery.arose_on = record.template get<base::Date>("arose_on");
  recovery.known_on = record.template get<base::Date>("known_on");
  recovery.due_on = record.template get<base::Date>("due_on");
  recovery.by = record.template get<base::StaffId>("entered_by");
  recovery.at = record.template get<base::Moment>("entered_at");
  recovery.debtor = record.template get<std::string>("debtor");
  recovery.words = record.template get<std::string>("words");
  return recovery;
}

template <const store::Table& table>
Entry entry_from(const Record<table>& record) {
  Entry entry;
  entry.kind = record.template get<EntryKind>("kind");
  entry.on = record.template get<base::Date>("on_day");
  entry.amount = record.template get<base::Yen>("amount");
  entry.by = record.template get<base::StaffId>("entered_by");
  entry.at = record.template get<base::Moment>("entered_at");
  entry.words = record.template get<std::string>("words");
  return entry;
}

template <const store::Table& table>
Result<> insert_recovery(store::Transaction& transaction, const store::AccessTo<table>& access,
                         const Recovery& recovery) {
  store::Draft<table> draft(recovery.person);
  draft.set("recovery", recovery.id)
      .set("claim", recovery.claim)
      .set("cause", recovery.cause)
      .set("amount", recovery.amount)
      .set("arose_on", recovery.arose_on)
      .set("known_on", recovery.known_on)
      .set("due_on", recovery.due_on)
      .set("entered_by", recovery.by)
      .set("entered_at", recovery.at)
      .set("debtor", recovery.debtor)
      .set("words", recovery.words);
  KENPO_TRY(store::insert<table>(transaction, access, draft));
  return base::Done{};
}

template <const store::Table& table>
Result<> insert_entry(store::Transaction& transaction, const store::AccessTo<table>& access,
                      const Recovery& recovery, const Entry& entry) {
  store::Draft<table> draft(recovery.person);
  draft.set("recovery", recovery.id)
      .set("kind", entry.kind)
      .set("on_day", entry.on)
      .set("amount", entry.amount)
      .set("entered_by", entry.by)
      .set("entered_at", entry.at)
      .set("words", entry.words);
  KENPO_TRY(store::insert<table>(transaction, access, draft));
  return base::Done{};
}

template <const store::Table& debts, const store::Table& entries>
Result<> gather(const store::View& view, const store::AccessTo<debts>& access,
                store::Clause clause, store::Values values, std::vector<Recovery>& found) {
  auto listed = KENPO_TRY(store::list<debts>(view, access, clause, values, recovery_from<debts>));
  for (auto& recovery : listed) {
    recovery.entries = KENPO_TRY(
        store::list<entries>(view, access, {"recovery = $1", "ORDER BY row_id"}, {recovery.id},
                             entry_from<entries>));
    found.push_back(std::move(recovery));
  }
  return base::Done{};
}

Result<std::vector<Recovery>> gather_all(const store::View& view, const RecoveryAccess& access,
                                         store::Clause clause, store::Values values) {
  std::vector<Recovery> found;
  KENPO_TRY((gather<recovery_table, recovery_entry_table>(view, access.members, clause, values,
                                                          found)));
  KENPO_TRY((gather<offender_recovery_table, offender_entry_table>(view, access.offenders, clause,
                                                                   values, found)));
  std::ranges::sort(found, {}, [](const Recovery& each) {
    return std::tuple(each.due_on, each.id);
  });
  return found;
}

}  // namespace

Result<> add(store::Transaction& transaction, const RecoveryAccess& access,
             const Recovery& recovery) {
  if (recovery.cause == Cause::third_party) {
    return insert_recovery<offender_recovery_table>(transaction, access.offenders, recovery);
  }
  return add(transaction, access.members, recovery);
}

Result<> add(store::Transaction& transaction, const MemberRecoveryAccess& access,
             const Recovery& recovery) {
  KENPO_REQUIRE(recovery.cause != Cause::third_party);
  return insert_recovery<recovery_table>(transaction, access, recovery);
}

Result<> add(store::Transaction& transaction, const RecoveryAccess& access,
             const Recovery& recovery, const Entry& entry) {
  if (recovery.cause == Cause::third_party) {
    return insert_entry<offender_entry_table>(transaction, access.offenders, recovery, entry);
  }
  return insert_entry<recovery_entry_table>(transaction, access.members, recovery, entry);
}

Result<std::optional<Recovery>> find_recovery(const store::View& view,
                                              const RecoveryAccess& access,
                                              const RecoveryId& id) {
  auto found = KENPO_TRY(gather_all(view, access, {"recovery = $1"}, {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<std::vector<Recovery>> list_recoveries(const store::View& view,
                                              const RecoveryAccess& access) {
  return gather_all(view, access, {"1 = 1", "ORDER BY due_on, row_id"}, {});
}

Result<std::vector<Recovery>> recoveries_of(const store::View& view,
                                            const RecoveryAccess& access,
                                            const claim::ClaimId& claim) {
  return gather_all(view, access, {"claim = $1", "ORDER BY row_id"}, {claim});
}

}  // namespace kenpo::recourse
