#include "collection/collection_ledger.h"

namespace kenpo::collection {

namespace {

using base::Yen;

/// Lines of one event; zeros are left out.
class Lines {
 public:
  Lines(FundId event, base::Moment now) : event_(event), now_(now) {}
  /// Moves the amount from one account to another of the same book.
  Lines& move(Book book, CashAccount from, CashAccount to, Yen amount) {
    if (amount == Yen()) return *this;
    lines_.push_back({book, to, amount, event_, now_});
    lines_.push_back({book, from, -amount, event_, now_});
    return *this;
  }
  std::vector<CashEntry> done() { return std::move(lines_); }

 private:
  FundId event_;
  base::Moment now_;
  std::vector<CashEntry> lines_;
};

/// The contribution for children within the first `paid` yen of the debt.
Yen child_within(const Debt& debt, Yen paid) {
  if (debt.total() == Yen()) return Yen();
  return base::Share::of(base::Share::Wide{debt.child.amount()} * paid.amount(),
                         debt.total().amount())
      .truncated();
}

CashAccount account_of(SourceKind kind) {
  return kind == SourceKind::receipt ? CashAccount::suspense : CashAccount::credit;
}

}  // namespace

base::Words wording(CashAccount account) {
  switch (account) {
    case CashAccount::bank:
      return {"預金", "Bank"};
    case CashAccount::suspense:
      return {"仮受金（未充当）", "Suspense"};
    case CashAccount::credit:
      return {"過誤納金", "Credits of payers"};
    case CashAccount::refund:
      return {"還付未払金", "Refunds to pay"};
    case CashAccount::clearing:
      return {"会計間の振替", "Clearing"};
    case CashAccount::receivable:
      return {"未収保険料", "Receivable"};
    case CashAccount::late_charge:
      return {"延滞金", "Late charges"};
    case CashAccount::voluntary:
      return {"任意継続の保険料", "Voluntary premiums"};
  }
  return {};
}

BookAmount books_of(const Debt& debt, Yen paid, Yen amount) {
  const auto child = child_within(debt, paid + amount) - child_within(debt, paid);
  return {.health = amount - child, .child = child};
}

std::vector<CashEntry> entries_of(const Receipt& receipt) {
  return Lines(receipt.id, receipt.entered_at)
      .move(Book::cash, CashAccount::suspense, CashAccount::bank, receipt.amount)
      .done();
}

std::vector<CashEntry> entries_of(const Allocation& allocation, const BookAmount& books) {
  Lines lines(allocation.id, allocation.decided_at);
  const auto source = account_of(allocation.source_kind);
  if (allocation.target_kind == TargetKind::credit) {
    return lines.move(Book::cash, CashAccount::credit, source, allocation.amount).done();
  }
  if (allocation.target_kind == TargetKind::refund) {
    return lines.move(Book::cash, CashAccount::refund, source, allocation.amount).done();
  }
  const bool charge = is_late_charge(allocation.debt->kind);
  const auto settled = charge ? CashAccount::late_charge : CashAccount::receivable;
  return lines.move(Book::cash, CashAccount::clearing, source, allocation.amount)
      .move(Book::health, settled, CashAccount::clearing, books.health)
      .move(Book::child_support, settled, CashAccount::clearing, books.child)
      .done();
}

std::vector<CashEntry> entries_of_over_levy(const Credit& credit) {
  return Lines(credit.id, credit.decided_at)
      .move(Book::cash, CashAccount::credit, CashAccount::clearing, credit.amount)
      .move(Book::health, CashAccount::clearing, CashAccount::receivable,
            credit.amount - credit.child)
      .move(Book::child_support, CashAccount::clearing, CashAccount::receivable, credit.child)
      .done();
}

std::vector<CashEntry> entries_of_demand(const Debt& debt, const FundId& event,
                                         base::Moment now) {
  return Lines(event, now)
      .move(Book::health, CashAccount::voluntary, CashAccount::receivable, debt.health)
      .move(Book::child_support, CashAccount::voluntary, CashAccount::receivable, debt.child)
      .done();
}

std::vector<CashEntry> entries_of_reduced_charge(const Credit& credit) {
  return Lines(credit.id, credit.decided_at)
      .move(Book::cash, CashAccount::credit, CashAccount::clearing, credit.amount)
      .move(Book::health, CashAccount::clearing, CashAccount::late_charge, credit.amount)
      .done();
}

std::vector<CashEntry> entries_of_unexpired(const Credit& credit) {
  return Lines(credit.id, credit.decided_at)
      .move(Book::cash, CashAccount::credit, CashAccount::clearing, credit.amount)
      .move(Book::health, CashAccount::clearing, CashAccount::voluntary,
            credit.amount - credit.child)
      .move(Book::child_support, CashAccount::clearing, CashAccount::voluntary, credit.child)
      .done();
}

std::vector<CashEntry> entries_of_payment(const Refund& refund, base::Moment now) {
  return Lines(refund.id, now)
      .move(Book::cash, CashAccount::bank, CashAccount::refund, refund.amount)
      .done();
}

}  // namespace kenpo::collection
