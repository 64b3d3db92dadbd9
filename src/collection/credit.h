// Money of a payer that is not owed: it is set off against coming premiums or given back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/yen.h"
#include "collection/receipt.h"
#include "safeguard/export.h"

namespace kenpo::collection {

/// 過誤納の原因.
enum class CreditCause : std::uint8_t {
  over_payment = 1,        // 納付額が多い
  double_payment = 2,      // 二重の納付
  over_levy = 3,           // 調定額の減少: a bill below zero
  prepayment_unexpired = 4,  // 前納期間の途中の喪失 (施行令51条)
  prepayment_rate = 5,       // 前納期間の途中の料率の引下げ (施行規則139条・140条)
  prepayment_lapsed = 6,     // 期限までに納付されなかった前納
  voluntary_correction = 7,  // 遡及訂正による減額 (任意継続)
  shortfall_taken_back = 8,  // 前納の不足額の取消し: what it rested on was corrected
  late_charge_reduced = 9,   // 延滞金の減額: waived, or computed anew from other payments
  period_cancelled = 10,     // 任意継続の資格の取消し: what was prepaid for it
};
base::Words wording(CreditCause cause);

struct Credit {
  FundId id = FundId::draw();
  PayerId payer;
  CreditCause cause = CreditCause::over_payment;
  base::Date arose_on = {};  // the notice or the payment that was too much
  base::Month month = {};    // of the bill; of an over-payment that of the day
  base::Yen amount = {};
  base::Yen child = {};      // of it 子ども・子育て支援金, of an over-levy
  base::Moment decided_at = {};
  base::Yen used = {};       // by the allocations

  base::Yen rest() const { return amount - used; }
};

using BatchId = base::Id<struct RefundBatchKind>;

/// 還付: decided by one person, paid by a transfer file that a second one releases.
struct Refund {
  FundId id = FundId::draw();
  PayerId payer;
  FundId credit;
  CreditCause cause = CreditCause::over_payment;
  base::Yen amount = {};
  base::Date decided_on = {};
  base::Moment decided_at = {};
  std::optional<BatchId> batch = {};
};

/// The payee's account (加入者の口座情報 when the payer is a person).
struct RefundAccount {
  std::string bank_code;       // four digits
  std::string branch_code;     // three digits
  char kind = '1';             // 1 ordinary, 2 current, 4 savings
  std::string number;          // seven digits
  std::string holder;          // in the spelling of bank files
};

enum class BatchState : std::uint8_t { proposed, released, paid, dropped };

struct RefundBatch {
  BatchId id = BatchId::draw();
  base::Date pay_on = {};
  std::int64_t count = 0;
  base::Yen total = {};
  std::string sha256 = {};  // of the transfer file
  base::Moment made_at = {};
  std::optional<safeguard::ExportId> sealed = {};  // its line in the ledger of exports
  std::optional<base::Moment> released_at = {};
  std::optional<base::Date> paid_on = {};
  std::optional<base::Moment> dropped_at = {};  // its refunds wait for another file

  BatchState state() const {
    if (dropped_at) return BatchState::dropped;
    if (paid_on) return BatchState::paid;
    return released_at ? BatchState::released : BatchState::proposed;
  }
};

/// The society's own account that refunds are paid from.
struct PayingAccount {
  std::string client_code;  // 委託者コード, ten digits
  std::string client_name;  // in the spelling of bank files
  std::string bank_code;
  std::string branch_code;
  std::string number;       // seven digits, ordinary account
};

}  // namespace kenpo::collection
