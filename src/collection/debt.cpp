#include "collection/debt.h"

namespace kenpo::collection {

base::Words wording(DebtKind kind) {
  switch (kind) {
    case DebtKind::employer_bill:
      return {"保険料（事業所）", "Bill of an employer"};
    case DebtKind::voluntary_month:
      return {"保険料（任意継続）", "Premium of a voluntary member"};
    case DebtKind::voluntary_prepayment:
      return {"前納保険料（任意継続）", "Prepayment of a voluntary member"};
    case DebtKind::late_charge:
      return {"延滞金", "Late charge"};
    case DebtKind::voluntary_shortfall:
      return {"前納の不足額（任意継続）", "Shortfall of a prepayment"};
    case DebtKind::voluntary_correction:
      return {"訂正による不足額（任意継続）", "Shortfall after a correction"};
    case DebtKind::late_charge_shortfall:
      return {"延滞金（前納の不足額）", "Late charge on a shortfall of a prepayment"};
    case DebtKind::late_charge_correction:
      return {"延滞金（訂正による不足額）", "Late charge on a shortfall after a correction"};
  }
  return {};
}

std::optional<DebtKey> late_charge_of(const DebtKey& demand) {
  switch (demand.kind) {
    // An establishment and a person are never one payer: their charges cannot meet.
    case DebtKind::employer_bill:
    case DebtKind::voluntary_month:
      return DebtKey{DebtKind::late_charge, demand.payer, demand.month};
    case DebtKind::voluntary_shortfall:
      return DebtKey{DebtKind::late_charge_shortfall, demand.payer, demand.month};
    case DebtKind::voluntary_correction:
      return DebtKey{DebtKind::late_charge_correction, demand.payer, demand.month};
    case DebtKind::voluntary_prepayment:
    case DebtKind::late_charge:
    case DebtKind::late_charge_shortfall:
    case DebtKind::late_charge_correction:
      break;
  }
  return std::nullopt;
}

std::string debt_text(const DebtKey& key) {
  return std::to_string(static_cast<int>(key.kind)) + "-" + std::string(key.payer.text()) + "-" +
         key.month.iso();
}

std::optional<DebtKey> parse_debt(std::string_view text) {
  constexpr std::size_t month_length = 7;  // 2026-04
  if (text.size() < month_length + 3 || text[1] != '-') return std::nullopt;
  const int kind = text[0] - '0';
  const auto month = base::Month::parse(text.substr(text.size() - month_length));
  const auto payer = PayerId::parse(text.substr(2, text.size() - month_length - 3));
  const bool known = kind >= 1 && kind <= debt_kinds_count;
  if (!known || !month || !payer || text[text.size() - month_length - 1] != '-') {
    return std::nullopt;
  }
  return DebtKey{static_cast<DebtKind>(kind), *payer, *month};
}

}  // namespace kenpo::collection
