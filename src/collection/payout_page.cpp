#include "collection/payout_page.h"

namespace kenpo::collection {

const std::vector<desk::Choice>& account_kinds() {
  static const std::vector<desk::Choice> kinds = {{"1", "普通"}, {"2", "当座"}, {"4", "貯蓄"}};
  return kinds;
}

std::optional<RefundAccount> read_account(desk::Form& form, const desk::Field& holder_field) {
  const auto bank = form.text(bank_field);
  const auto branch = form.text(branch_field);
  const auto kind = form.choice(account_kind_field, account_kinds());
  const auto number = form.text(account_number_field);
  const auto holder = form.text(holder_field);
  if (!bank || !branch || !kind || !number || !holder) return std::nullopt;
  return RefundAccount{*bank, *branch, kind->front(), *number, *holder};
}

}  // namespace kenpo::collection
