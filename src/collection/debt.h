// What a payer owes: a bill of an employer, a premium of a voluntary member, a late charge. Whether
// it is paid follows from the allocations, never from a flag.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/fault.h"
#include "base/yen.h"
#include "collection/payer.h"

namespace kenpo::collection {

enum class DebtKind : std::uint8_t {
  employer_bill = 1,         // 納入告知した保険料
  voluntary_month = 2,       // 任意継続被保険者の月の保険料
  voluntary_prepayment = 3,  // 任意継続被保険者の前納保険料
  late_charge = 4,           // 延滞金 on a bill, or on the premium of a member's month
  voluntary_shortfall = 5,   // 前納した月の不足額 (施行令50条)
  voluntary_correction = 6,  // 遡及訂正の不足額, of the months corrected until its month
  late_charge_shortfall = 7,   // 延滞金 on a voluntary_shortfall
  late_charge_correction = 8,  // 延滞金 on a voluntary_correction
};
inline constexpr int debt_kinds_count = 8;
/// Owed by a voluntary member for premiums.
constexpr bool is_of_member(DebtKind kind) {
  return kind == DebtKind::voluntary_month || kind == DebtKind::voluntary_prepayment ||
         kind == DebtKind::voluntary_shortfall || kind == DebtKind::voluntary_correction;
}
base::Words wording(DebtKind kind);

constexpr bool is_late_charge(DebtKind kind) {
  return kind == DebtKind::late_charge || kind == DebtKind::late_charge_shortfall ||
         kind == DebtKind::late_charge_correction;
}

/// A payer has one debt of a kind a month. Of a bill it is the month with which it is claimed, also
/// of what it claims for earlier ones; of a prepayment the first month; of a late charge that of
/// the demand that was late.
struct DebtKey {
  DebtKind kind = DebtKind::employer_bill;
  PayerId payer;
  base::Month month = {};
  friend auto operator<=>(const DebtKey&, const DebtKey&) = default;
};

/// The late charge on the demand: each demand has one of its own, whatever months it covers.
std::optional<DebtKey> late_charge_of(const DebtKey& demand);

struct Debt {
  DebtKey key;
  base::Date claimed_on = {};  // 納入の告知
  base::Date due = {};         // 納付期限
  /// 繰上徴収 (健康保険法172条): the due date before it was brought forward.
  std::optional<base::Date> due_before = {};
  base::Yen health = {};       // 健康保険 (general, adjustment and care premiums)
  base::Yen child = {};        // 子ども・子育て支援金, in a ledger of its own
  base::Yen paid = {};         // by the allocations
  base::Date last_paid_on = {};  // of the last allocation, when there is one

  base::Yen total() const { return health + child; }
  base::Yen rest() const { return total() - paid; }
  friend bool operator==(const Debt&, const Debt&) = default;
};

/// `1-<payer>-2026-04`: a debt in an address or a form.
std::string debt_text(const DebtKey& key);
std::optional<DebtKey> parse_debt(std::string_view text);

}  // namespace kenpo::collection
