#include "collection/payout_page.h"

#include <utility>

#include "desk/section_page.h"
#include "safeguard/export_form_page.h"
#include "safeguard/export_made_page.h"

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

desk::FormFields order_fields(const desk::Form& form) {
  return desk::FormFields()
      .input(form, pay_field)
      .input(form, erase_field)
      .next_row()
      .input(form, safeguard::plain_field);
}

std::optional<TransferOrder> read_order(desk::Form& form) {
  const auto pay_on = form.date(pay_field);
  const auto delete_by = form.date(erase_field);
  const auto reason = form.text(safeguard::plain_field);
  if (!form.ok()) return std::nullopt;
  return TransferOrder{*pay_on, *delete_by, reason.value_or("")};
}

base::Result<desk::Response> made_file_page(const desk::Visit& visit, const MadeTransfer& made,
                                            desk::PageHead head) {
  return safeguard::export_made_page(
      visit, made.made,
      {{"受け取り方", "二人目が決裁すると、提供台帳から受け取れます。暗号化しない理由を入れたときは、"
                      "このパスワードで元のファイルを取り出せます。"}},
      std::move(head));
}

desk::Cell ledger_cell(const std::optional<safeguard::ExportId>& sealed, bool ready) {
  if (!sealed || !ready) return {""};
  return desk::link_cell("提供台帳", "/exports/" + std::string(sealed->text()));
}

}  // namespace kenpo::collection
