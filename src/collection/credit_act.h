// What was paid or levied too much: set off against coming premiums, or given back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"
#include "collection/debt.h"
#include "collection/receipt_act.h"

namespace kenpo::collection {

inline constexpr notice::Operation credit_list{.name = "credit.list",
                                               .japanese = "過誤納の一覧の表示",
                                               .pairs = for_collection};
inline constexpr notice::Operation credit_settle{.name = "credit.settle",
                                                 .japanese = "過誤納の充当",
                                                 .verb = notice::Verb::write,
                                                 .pairs = for_collection};

/// A bill below zero of a month that is closed: it can become a credit.
struct NegativeBill {
  base::EstablishmentId establishment;
  base::Month month = {};
  base::Yen amount = {};  // above zero
  base::Yen child = {};
  base::Date arose_on = {};  // the due date of the month: when it would have been notified
};

struct SetOffCandidate {
  Debt debt;
  bool in_time = false;  // due within six months (健康保険法164条2項)
};
struct CreditView {
  Credit credit;
  std::string name;
  bool employer = false;
  base::Date until = {};               // set_off_until
  base::Date lapses = {};              // refund_lapses_on
  std::vector<SetOffCandidate> open = {};  // the payer's debts with a rest
  std::vector<Allocation> uses = {};
};

struct CreditPage {
  std::vector<CreditView> credits;  // the newest first
  std::int64_t count = 0;           // in all
  std::vector<std::pair<NegativeBill, std::string>> bills;  // not made a credit yet, with names
};

/// For handlers of the whole society.
base::Result<CreditPage> list_credits(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      Slice slice = {});
base::Result<CreditView> show_credit(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const FundId& id);

/// Makes a credit of the bill. Refused: the bill is not below zero, or its month is not closed.
base::Result<Credit> credit_bill(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const base::EstablishmentId& establishment, base::Month month);

/// Sets the credit off against the debt of the same payer as far as both reach. Refused: a debt of
/// somebody else, one that is due after the six months, nothing left.
base::Result<base::Yen> set_off(eligibility::Ledger& ledger, const notice::Acting& acting,
                                const FundId& credit, const DebtKey& debt);

/// For acts in their own transaction.
base::Result<Credit> known_credit(const store::View& view, const FundId& id);

}  // namespace kenpo::collection
