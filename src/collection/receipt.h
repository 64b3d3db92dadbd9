// Money that came in, and where it went.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "collection/debt.h"

namespace kenpo::collection {

/// A receipt, a credit or a refund: what money is taken from or moved to.
using FundId = base::Id<struct FundKind>;

enum class ReceiptOrigin : std::uint8_t {
  bank_file = 1,  // 銀行のファイル
  typed = 2,      // 手入力: cash, cheque, a receipt the bank's file does not have
};

struct Receipt {
  FundId id = FundId::draw();
  base::Date received_on = {};
  base::Yen amount = {};
  ReceiptOrigin origin = ReceiptOrigin::bank_file;
  std::string payer = {};       // as the bank spells it, in half-width kana
  std::string payer_code = {};  // 振込依頼人コード
  std::string remark = {};      // bank and branch, or the clerk's note
  base::Moment entered_at = {};
  base::Yen allocated = {};     // by the allocations

  base::Yen rest() const { return amount - allocated; }
};

/// Why money was allocated so.
enum class MatchReason : std::uint8_t {
  code = 1,    // 振込依頼人コード
  name = 2,    // 振込依頼人名
  amount = 3,  // 金額だけ
  clerk = 4,   // the clerk's own choice
  set_off = 5,  // 過誤納の充当
};
base::Words wording(MatchReason reason);

enum class SourceKind : std::uint8_t { receipt = 1, credit = 2 };
enum class TargetKind : std::uint8_t { debt = 1, credit = 2, refund = 3 };

/// Money moved from a receipt or a credit. Never changed: what was wrong is taken back by another
/// one with the amount negative.
struct Allocation {
  FundId id = FundId::draw();
  SourceKind source_kind = SourceKind::receipt;
  FundId source;
  TargetKind target_kind = TargetKind::debt;
  std::optional<DebtKey> debt = {};    // of a debt
  std::optional<FundId> target = {};   // of a credit or a refund
  base::Yen amount = {};
  base::Date on = {};  // the day on which it counts as paid: that of the receipt, or of the set-off
  MatchReason reason = MatchReason::clerk;
  std::optional<base::StaffId> by = {};
  base::Moment decided_at = {};
};

}  // namespace kenpo::collection
