// The levy's ledger, sums, causes, runs and issued notices in the store. No personal data: all of
// it is of establishments.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "premium/levy_ledger.h"
#include "store/seal.h"

namespace kenpo::premium {

inline constexpr store::Table ledger_entry_table{
    .name = "levy_ledger_entry",
    .japanese = "調定の仕訳",
    .untimed = store::Untimed::event,
    .clear = {{"ledger", store::Kind::integer},
              {"account", store::Kind::integer},
              {"establishment", store::Kind::id},
              {"month", store::Kind::month},
              {"billed", store::Kind::month},
              {"amount", store::Kind::yen},
              {"posted_at", store::Kind::moment}},
    .indexes = {{.columns = {"establishment", "month"}},
                {.columns = {"billed", "establishment"}}}};

inline constexpr store::Table levy_sum_table{
    .name = "levy_sum",
    .japanese = "調定の集計",
    .untimed = store::Untimed::reckoned,
    .clear = {{"establishment", store::Kind::id},
              {"month", store::Kind::month},
              {"billed", store::Kind::month},
              {"basic", store::Kind::integer},
              {"specific", store::Kind::integer},
              {"adjustment", store::Kind::integer},
              {"care", store::Kind::integer},
              {"child", store::Kind::integer}},
    .indexes = {{.columns = {"establishment", "month"}}, {.columns = {"billed"}}}};

inline constexpr store::Table levy_cause_table{
    .name = "levy_cause",
    .japanese = "前月との差額の内訳",
    .untimed = store::Untimed::reckoned,
    .clear = {{"establishment", store::Kind::id},
              {"billed", store::Kind::month},
              {"cause", store::Kind::integer},
              {"persons", store::Kind::integer},
              {"millionths", store::Kind::integer}},
    .indexes = {{.columns = {"billed", "establishment"}}}};

inline constexpr store::Table levy_run_table{
    .name = "levy_run",
    .japanese = "調定した月",
    .untimed = store::Untimed::event,
    .clear = {{"month", store::Kind::month},
              {"facts_at", store::Kind::moment},
              {"finished_at", store::Kind::moment},
              {"persons", store::Kind::integer}},
    .indexes = {{.columns = {"month"}, .uniqueness = store::Uniqueness::one}}};

inline constexpr store::Table issued_notice_table{
    .name = "issued_notice",
    .japanese = "納入の告知",
    .untimed = store::Untimed::event,
    .clear = {{"establishment", store::Kind::id},
              {"billed", store::Kind::month},
              {"issued_at", store::Kind::moment},
              {"due", store::Kind::date},
              {"total", store::Kind::yen}},
    .indexes = {{.columns = {"establishment", "billed"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"billed"}}}};

base::Result<> add(store::Transaction& transaction, const LedgerEntry& entry);
/// Everything posted for the month of the establishment so far, as amounts by kind.
base::Result<Billed> posted_for(const store::View& view,
                                const base::EstablishmentId& establishment, base::Month month);
/// The entries of a bill, by establishment.
base::Result<std::vector<LedgerEntry>> entries_billed(const store::View& view,
                                                      base::Month billed);
base::Result<std::vector<LedgerEntry>> entries_billed(const store::View& view,
                                                      base::Month billed,
                                                      const base::EstablishmentId& establishment);
/// Debits less credits of a ledger over all time: zero, or the ledger is broken.
base::Result<base::Yen> balance_of(const store::View& view, LedgerKind ledger);

base::Result<> add(store::Transaction& transaction, const LevySum& sum);
base::Result<std::vector<LevySum>> sums_billed(const store::View& view, base::Month billed);
/// All that was posted for the month of the establishment, exactly.
base::Result<Parts> parts_for(const store::View& view,
                              const base::EstablishmentId& establishment, base::Month month);

/// Puts the lines in the place of those of the bills; true when any differed. Every line is of
/// `billed`.
base::Result<bool> put_causes(store::Transaction& transaction, base::Month billed,
                              const std::vector<CauseLine>& lines);
base::Result<std::vector<CauseLine>> causes_of(const store::View& view, base::Month billed,
                                               const base::EstablishmentId& establishment);

/// In the order of their months.
base::Result<std::vector<LevyRun>> list_runs(const store::View& view);
base::Result<> put(store::Transaction& transaction, const LevyRun& run);

base::Result<std::vector<IssuedNotice>> issued_for(const store::View& view, base::Month billed);
base::Result<std::optional<IssuedNotice>> find_issued(const store::View& view,
                                                      base::Month billed,
                                                      const base::EstablishmentId& establishment);
base::Result<> add(store::Transaction& transaction, const IssuedNotice& notice);

}  // namespace kenpo::premium
