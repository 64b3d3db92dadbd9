// What screens that pay out by the bank's transfer file share: the account and the order on a form,
// what is told of a file that was made.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"
#include "collection/payout_act.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/section_page.h"
#include "desk/visit.h"

namespace kenpo::collection {

inline constexpr desk::Field bank_field{
    .name = "bank_code", .label = "銀行番号(4桁)", .length_limit = 4, .mode = "numeric"};
inline constexpr desk::Field branch_field{
    .name = "branch_code", .label = "支店番号(3桁)", .length_limit = 3, .mode = "numeric"};
inline constexpr desk::Field account_kind_field{.name = "kind", .label = "預金種目"};
inline constexpr desk::Field account_number_field{
    .name = "number", .label = "口座番号(7桁)", .length_limit = 7, .mode = "numeric"};

/// 普通, 当座, 貯蓄
const std::vector<desk::Choice>& account_kinds();

/// The account as it was typed; nullopt when a field is missing or too long, which the form notes.
std::optional<RefundAccount> read_account(desk::Form& form, const desk::Field& holder_field);

inline constexpr desk::Field pay_field{
    .name = "pay_on", .label = "振込日", .support = "例：R8.12.10", .length_limit = 20};
inline constexpr desk::Field erase_field{.name = "delete_by",
                                         .label = "ファイルを消去する期限",
                                         .support = "振込が済み、渡したファイルを消す日。例：R9.1.31",
                                         .length_limit = 20};
/// The fields of the order, for the form that makes a file.
desk::FormFields order_fields(const desk::Form& form);
/// Nullopt when a field is missing or not a day, which the form notes.
std::optional<TransferOrder> read_order(desk::Form& form);
/// The page after a file was made: its passphrase, told once.
base::Result<desk::Response> made_file_page(const desk::Visit& visit, const MadeTransfer& made,
                                            desk::PageHead head);
/// 「提供台帳」 for a file that was released; else nothing.
desk::Cell ledger_cell(const std::optional<safeguard::ExportId>& sealed, bool ready);

}  // namespace kenpo::collection
