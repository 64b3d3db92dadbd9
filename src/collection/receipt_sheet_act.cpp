#include "collection/receipt_sheet_act.h"

#include <algorithm>
#include <map>

#include "base/cp932.h"
#include "base/utf8.h"
#include "base/width.h"
#include "collection/debt_act.h"
#include "collection/payer_act.h"
#include "collection/receipt_sheet_rule.h"
#include "collection/receipt_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

bool is_symbol(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

base::Fault payer_fault(const SheetRow& row, base::Words what) {
  auto fault = collection_fault(std::move(what), {},
                                {"事業所の記号か名前、または名前のカナを入れてください。",
                                 "Enter an establishment's symbol or name, or a name in kana."});
  fault.place.line = row.line;
  fault.place.field = "納付者";
  return fault;
}

/// The receipt of a line: a symbol, the name of one establishment, else kana as banks spell it.
Result<Receipt> receipt_of(PayerFinder& finder, const SheetRow& row, base::Moment now) {
  Receipt made{.received_on = row.on,
               .amount = row.amount,
               .origin = ReceiptOrigin::typed,
               .remark = row.remark,
               .entered_at = now};
  const auto code = base::normalised(base::Entry::code, row.payer);
  if (is_symbol(code)) {
    if (KENPO_TRY(finder.by_code(code)).empty()) {
      return payer_fault(row, {"この記号の事業所はありません。", "No such symbol."});
    }
    made.payer_code = code;
    return made;
  }
  if (const auto symbol = KENPO_TRY(finder.symbol_of_name(row.payer))) {
    made.payer_code = *symbol;
  }
  const auto spelled = spelled_payer(row.payer);
  if (spelled) {
    made.payer = *spelled;
  } else if (made.payer_code.empty()) {
    return payer_fault(row, {"納付者が分かりません。", "The payer is not known."});
  }
  return made;
}

struct MadeLine {
  SheetRow row;
  Receipt receipt;
  std::string same;
  bool known = false;
};

/// The lines as receipts; faults of all lines together.
Result<std::vector<MadeLine>> lines_in(const store::View& view, const MemberAccess& access,
                                       PayerFinder& finder, std::string_view text,
                                       base::Moment now) {
  std::vector<MadeLine> lines;
  base::Faults faults;
  std::map<std::string, int> seen;
  for (auto& row : KENPO_TRY(read_sheet(text, now.day()))) {
    auto made = receipt_of(finder, row, now);
    if (!made.ok()) {
      faults.insert(faults.end(), made.faults().begin(), made.faults().end());
      continue;
    }
    auto same = sameness_of(*made, ++seen[sameness_of(*made, 0)]);
    const bool known = KENPO_TRY(is_known(view, access, same));
    lines.push_back({std::move(row), std::move(*made), std::move(same), known});
  }
  if (!faults.empty()) return faults;
  return lines;
}

template <const notice::Operation& operation>
MemberAccess sheet_access(const Permit<operation>& permit) {
  return MemberAccess(permit.template grant<notice::Purpose::premium_collection>());
}

/// Takes what a certain line pays off the open debts, so that the next line finds what is left.
void settle_in(std::vector<Debt>& open, const MatchProposal& proposal) {
  for (const auto& part : proposal.parts) {
    const auto debt = std::ranges::find(open, part.debt, &Debt::key);
    if (debt != open.end()) debt->paid += part.amount;
  }
  std::erase_if(open, [](const Debt& debt) { return debt.rest() <= Yen(); });
}

}  // namespace

Result<std::string> sheet_text(std::string_view bytes) {
  if (base::is_utf8(bytes)) return std::string(bytes);
  auto decoded = base::decode_cp932(bytes);
  if (decoded.bad.empty()) return std::move(decoded.text);
  return collection_fault({"文字コードが読めません。", "The characters cannot be read."}, {},
                          {"UTF-8かShift_JISのCSVで保存してください。",
                           "Save it as UTF-8 or Shift_JIS."});
}

Result<SheetPreview> preview_sheet(Ledger& ledger, const notice::Acting& acting,
                                   std::string_view text) {
  return store::read_under<receipt_sheet_check>(
      ledger, acting,
      [&](const Permit<receipt_sheet_check>& permit,
          const store::View& view) -> Result<SheetPreview> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = sheet_access(permit);
        const auto now = ledger.gate.clock().now();
        PayerFinder finder(view, access, now);
        PayerNames names(view, access, now);
        auto open = open_debts(KENPO_TRY(load_debts(view, access)));
        SheetPreview preview;
        for (auto& made : KENPO_TRY(lines_in(view, access, finder, text, now))) {
          SheetLine line{.row = std::move(made.row), .receipt = std::move(made.receipt)};
          if (made.known) {
            line.standing = SheetStanding::known;
            ++preview.known;
            preview.lines.push_back(std::move(line));
            continue;
          }
          const bool alike = KENPO_TRY(
              has_receipt(view, access, line.receipt.received_on, line.receipt.amount));
          line.standing = alike ? SheetStanding::alike : SheetStanding::fresh;
          line.proposals = KENPO_TRY(finder.proposals_for(line.receipt, open));
          if (!line.proposals.empty()) {
            line.payer_name = KENPO_TRY(names.name(line.proposals[0].payer));
          }
          ++preview.fresh;
          preview.total += line.receipt.amount;
          if (is_certain(line.proposals)) {
            ++preview.certain;
            settle_in(open, line.proposals[0]);
          }
          preview.lines.push_back(std::move(line));
        }
        return preview;
      });
}

Result<TakenReceipts> enter_sheet(Ledger& ledger, const notice::Acting& acting,
                                  std::string_view text) {
  return store::write_under<receipt_enter>(
      ledger, acting,
      [&](const Permit<receipt_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<TakenReceipts> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = sheet_access(permit);
        PayerFinder finder(transaction, access, now);
        TakenReceipts taken;
        for (const auto& line : KENPO_TRY(lines_in(transaction, access, finder, text, now))) {
          if (line.known) {
            ++taken.known;
            continue;
          }
          KENPO_TRY(add(transaction, access, line.receipt, line.same));
          ++taken.added;
          taken.total += line.receipt.amount;
        }
        return taken;
      });
}

}  // namespace kenpo::collection
