// The ledger of the collection: money in the bank, what is still to be allocated, what was
// allocated to the premiums of health insurance and to the contribution for children, each in
// a book of its own, in whole yen, in entries that balance.
#pragma once

#include <cstdint>
#include <vector>

#include "base/clock.h"
#include "base/fault.h"
#include "base/yen.h"
#include "collection/credit.h"
#include "collection/receipt.h"

namespace kenpo::collection {

enum class Book : std::uint8_t { cash = 1, health = 2, child_support = 3 };
inline constexpr int books_count = 3;

enum class CashAccount : std::uint8_t {
  bank = 1,         // 預金: debit
  suspense = 2,     // 仮受金: received, not allocated
  credit = 3,       // 過誤納金: owed to payers
  refund = 4,       // 還付未払金: decided, not paid
  clearing = 5,     // 会計間の振替: zero over the three books
  receivable = 6,   // 未収保険料: credit side of what the levy debits
  late_charge = 7,  // 延滞金収入
  voluntary = 8,    // 任意継続の保険料収入
};
base::Words wording(CashAccount account);

/// One line: a debit when positive, a credit when negative. The lines of one event add up to zero
/// in each book.
struct CashEntry {
  Book book = Book::cash;
  CashAccount account = CashAccount::bank;
  base::Yen amount = {};
  FundId event;
  base::Moment posted_at = {};
};

/// An amount in the two books of premiums.
struct BookAmount {
  base::Yen health = {};
  base::Yen child = {};
  base::Yen total() const { return health + child; }
};

/// What part of `amount` goes to which book when `paid` of the debt was paid before: each yen in
/// the proportion of the debt, the contribution for children cut. It follows from what is paid in
/// all, so that whole payments and parts, taken back or not, always end the same.
BookAmount books_of(const Debt& debt, base::Yen paid, base::Yen amount);

std::vector<CashEntry> entries_of(const Receipt& receipt);
/// `books` is what books_of says, for a debt; its whole is the allocation's amount.
std::vector<CashEntry> entries_of(const Allocation& allocation, const BookAmount& books);
/// A bill below zero becomes a credit: the levy's ledger has it as a receivable below zero.
std::vector<CashEntry> entries_of_over_levy(const Credit& credit);
/// The demand on a voluntary member: the levy's ledger does not have it.
std::vector<CashEntry> entries_of_demand(const Debt& debt, const FundId& event, base::Moment now);
/// A late charge that was decided and is less now becomes a credit.
std::vector<CashEntry> entries_of_reduced_charge(const Credit& credit);
/// The unexpired part of a prepayment becomes a credit.
std::vector<CashEntry> entries_of_unexpired(const Credit& credit);
std::vector<CashEntry> entries_of_payment(const Refund& refund, base::Moment now);

}  // namespace kenpo::collection
