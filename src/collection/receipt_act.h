// Receipts: taken from the bank's file or typed in, shown with what they may be meant for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/matching_rule.h"
#include "eligibility/ledger.h"

namespace kenpo::collection {

inline constexpr notice::PairList for_collection = {
    notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}};

inline constexpr notice::Operation receipt_list{.name = "receipt.list",
                                                .japanese = "入金の一覧の表示",
                                                .pairs = for_collection};
inline constexpr notice::Operation receipt_show{.name = "receipt.show",
                                                .japanese = "入金の表示",
                                                .pairs = for_collection};
inline constexpr notice::Operation receipt_enter{.name = "receipt.enter",
                                                 .japanese = "入金の登録",
                                                 .verb = notice::Verb::write,
                                                 .pairs = for_collection};

/// Half-width characters of a name that is typed in.
inline constexpr std::size_t payer_characters_limit = 48;
inline constexpr std::size_t remark_characters_limit = 100;

/// What a bank's file brought.
struct TakenReceipts {
  std::int64_t added = 0;
  std::int64_t known = 0;      // entered before: by another file, or this one sent twice
  std::int64_t passed = 0;     // money that went out, and what the bank cancelled
  base::Yen total = {};
};

/// Takes the file whole or not at all. A record that is known is passed over, so that files may
/// overlap and be sent twice. Refused: what the reader refuses (format/bank_statement), a handler
/// whose range is not the whole society.
base::Result<TakenReceipts> take_bank_file(eligibility::Ledger& ledger,
                                           const notice::Acting& acting, std::string_view bytes,
                                           const base::Plain& file);

/// A receipt that the bank's file does not have. Refused: a day to come, no amount, a name that is
/// too long or has no spelling in kana.
base::Result<Receipt> enter_receipt(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    Receipt receipt);

/// A receipt with what it may be meant for.
struct ReceiptView {
  Receipt receipt;
  std::vector<MatchProposal> proposals = {};  // none once nothing is left
  std::vector<Allocation> allocations = {};
  std::vector<Debt> open = {};                // what could be paid with it, of all payers
  std::vector<std::pair<PayerId, std::string>> names = {};  // of all payers that are named

  std::string name(const PayerId& payer) const;
};

struct ReceiptPage {
  std::vector<Receipt> receipts = {};
  std::int64_t count = 0;   // in all
  base::Yen unmatched = {};  // left of all receipts
};

/// `count` receipts after the first `skipped`, the newest first. For handlers of the whole society:
/// whose money it is, is not known before it is allocated.
base::Result<ReceiptPage> list_receipts(eligibility::Ledger& ledger, const notice::Acting& acting,
                                        std::int64_t skipped, std::int64_t count);
base::Result<ReceiptView> show_receipt(eligibility::Ledger& ledger, const notice::Acting& acting,
                                       const FundId& id);

/// Refuses a handler whose range is not the whole society.
base::Result<> whole_society(const notice::Recorder& recorder);

}  // namespace kenpo::collection
