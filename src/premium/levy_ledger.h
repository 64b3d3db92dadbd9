// The ledger of the levy: what employers owe, in whole yen, in entries that balance. The
// contribution for children (子ども・子育て支援金) has a ledger of its own.
#pragma once

#include <cstdint>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"
#include "premium/parts.h"
#include "premium/posting.h"

namespace kenpo::premium {

enum class LedgerKind : std::uint8_t { health = 1, child_support = 2 };

enum class Account : std::uint8_t {
  receivable = 1,  // 未収保険料: debit
  basic = 2,       // 基本保険料: credit
  specific = 3,    // 特定保険料: credit
  adjustment = 4,  // 調整保険料: credit
  care = 5,        // 介護保険料: credit
  child = 6,       // 子ども・子育て支援金: credit
};
base::Words wording(Account account);

/// One line: a debit when positive, a credit when negative. The lines of an establishment, a month
/// and a bill add up to zero in each ledger.
struct LedgerEntry {
  LedgerKind ledger = LedgerKind::health;
  Account account = Account::receivable;
  base::EstablishmentId establishment;
  base::Month month = {};   // the month the premium is for
  base::Month billed = {};  // the bill it is claimed with
  base::Yen amount = {};
  base::Moment posted_at = {};
};

/// The entries that claim an amount (or take it back): balanced in each ledger; zeros left out.
std::vector<LedgerEntry> entries_of(const base::EstablishmentId& establishment,
                                    base::Month month, base::Month billed, const Billed& amount,
                                    base::Moment now);

/// The exact sums behind the bill of an establishment: one row a chunk of postings.
struct LevySum {
  base::EstablishmentId establishment;
  base::Month month = {};
  base::Month billed = {};
  Parts parts = {};
};

/// How the bill differs from last month's: people and amount by cause.
struct CauseLine {
  base::EstablishmentId establishment;
  base::Month billed = {};
  Cause cause = Cause::acquisition;
  std::int64_t persons = 0;
  std::int64_t millionths = 0;
  friend bool operator==(const CauseLine&, const CauseLine&) = default;
};

/// A month that was levied.
struct LevyRun {
  base::Month month = {};
  base::Moment facts_at = {};  // changes before this moment are in it
  base::Moment finished_at = {};
  std::int64_t persons = 0;
};

/// 納入の告知 of an establishment's bill: nothing is added to the bill afterwards.
struct IssuedNotice {
  base::EstablishmentId establishment;
  base::Month billed = {};
  base::Moment issued_at = {};
  base::Date due = {};
  base::Yen total = {};
};

}  // namespace kenpo::premium
