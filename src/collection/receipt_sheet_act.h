// A typed list of receipts: looked at with what each line may be meant for, then saved as one act.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/receipt_act.h"
#include "collection/receipt_sheet.h"

namespace kenpo::collection {

inline constexpr notice::Operation receipt_sheet_check{.name = "receipt.check_list",
                                                       .japanese = "入金の一覧の確認",
                                                       .pairs = for_collection};

/// One line as it would be saved.
struct SheetLine {
  SheetRow row;
  Receipt receipt;
  SheetStanding standing = SheetStanding::fresh;
  std::vector<MatchProposal> proposals = {};  // as if the lines above it had been allocated
  std::string payer_name = {};                // of the first proposal
};

struct SheetPreview {
  std::vector<SheetLine> lines = {};
  std::int64_t fresh = 0;    // alike among them
  std::int64_t known = 0;
  std::int64_t certain = 0;  // of the fresh ones: one payer and the exact amount
  base::Yen total = {};      // of the fresh ones
};

/// The text of a file as it is read: UTF-8, else CP932. Refused: neither.
base::Result<std::string> sheet_text(std::string_view bytes);

/// Every line with its standing and with what it may be meant for; nothing is written. Refused,
/// each fault with its line: what read_sheet refuses, a symbol or a name that no establishment has
/// and no kana can spell.
base::Result<SheetPreview> preview_sheet(eligibility::Ledger& ledger,
                                         const notice::Acting& acting, std::string_view text);

/// Saves the fresh lines, whole or not at all; those known before are passed over, so that the same
/// list sent twice changes nothing. Refused: what preview_sheet refuses.
base::Result<TakenReceipts> enter_sheet(eligibility::Ledger& ledger, const notice::Acting& acting,
                                        std::string_view text);

}  // namespace kenpo::collection
