#include "review/claim_return_act.h"

#include <utility>

#include "base/hash.h"
#include "claim/claim_store.h"
#include "claim/receipt_reading.h"
#include "claim/register_store.h"
#include "eligibility/scope.h"
#include "format/claim/codes.h"
#include "format/claim/looks_like.h"
#include "format/claim/reader.h"
#include "format/reexamination/read.h"
#include "review/claim_return_store.h"
#include "store/under.h"

namespace kenpo::review {

std::string kind_words(const ClaimReturn& returned) {
  const std::string code(1, returned.kind);
  const auto name = format::claim::code_name(format::claim::CodeSet::return_kind, code);
  return name.empty() ? code : std::string(name);
}

namespace of_return_files {

namespace file = format::claim;
using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Purpose;
using LedgerAccess = notice::Access<notice::Category::eligibility>;

/// Keeps each reason of each receipt.
class Returns final : public file::Receiver {
 public:
  Returns(store::Transaction& transaction, const FindingAccess& access, const LedgerAccess& ledger,
          base::Plain name, base::Moment now)
      : transaction_(transaction),
        access_(access),
        ledger_(ledger),
        name_(std::move(name)),
        now_(now) {}

  Result<> receipt(const file::Receipt& receipt) override {
    const auto reasons = format::reexamination::returns_of(receipt.lines);
    if (reasons.empty()) {
      return base::Fault{.what = {"返戻の理由（HR）のないレセプトです。", "It has no reason."},
                         .why = {},
                         .mend = {"審査支払機関の返戻ファイルか確かめてください。",
                                  "Check whether it is a file of returns."},
                         .place = {.file = name_,
                                   .line = receipt.lines.empty() ? 0 : receipt.lines.front().number,
                                   .column = 0,
                                   .field = {}}};
    }
    ++taken.receipts;
    for (const auto& reason : reasons) {
      const auto claim = claim::claim_of(receipt, reason.processed_in);
      KENPO_TRY(keep(claim, reason));
    }
    return base::Done{};
  }

  TakenReturns taken;

 private:
  Result<> keep(const claim::Claim& claim, const format::reexamination::ReturnReason& reason) {
    ClaimReturn made{
        .treated_in = claim.treated_in,
        .processed_in = reason.processed_in,
        .kind = reason.kind,
        .taken_at = now_,
        .code = reason.code,
        .reason = reason.reason,
        .supplement = reason.supplement,
        .name = claim.name,
        .institution = claim.institution_name,
        .search_number = reason.search_number.empty() ? claim.search_number : reason.search_number};
    const auto candidates = KENPO_TRY(claim::candidates_of(transaction_, ledger_, claim, now_));
    for (const auto& candidate : candidates) {
      const bool same = candidate.patient == claim.patient && claim.born == candidate.born;
      if (same) made.person = candidate.person;
      for (const auto& ours :
           KENPO_TRY(claim::claims_of(transaction_, access_, candidate.person, claim.treated_in))) {
        if (made.search_number.empty() || ours.search_number != made.search_number) continue;
        made.claim = ours.id;
        made.person = ours.person;
      }
    }
    taken.known += made.claim ? 1 : 0;
    ++taken.reasons;
    return add(transaction_, access_, made);
  }

  store::Transaction& transaction_;
  const FindingAccess& access_;
  const LedgerAccess& ledger_;
  base::Plain name_;
  base::Moment now_;
};

Result<TakenReturns> take(const Permit<return_take>& permit, store::Transaction& transaction,
                          base::Moment now, const base::Plain& name, std::string_view bytes) {
  if (!eligibility::unlimited(permit.recorder())) return notice::out_of_scope_fault();
  const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  const LedgerAccess ledger(permit.grant<Purpose::member_administration>());
  const auto hash = base::sha256(bytes);
  if (KENPO_TRY(took_return_file(transaction, hash))) return TakenReturns{.already = true};
  const auto form = file::looks_like(bytes.substr(0, file::recognise_bytes));
  if (!form || *form != file::Form::returned) {
    return base::Fault{.what = {"返戻ファイルではありません。", "It is no file of returns."},
                       .why = {},
                       .mend = {"審査支払機関の HEN・SAH のファイルを選んでください。",
                                "Choose a HEN or SAH file."},
                       .place = {.file = name, .line = 0, .column = 0, .field = {}}};
  }
  Returns returns(transaction, access, ledger, name, now);
  const auto read = file::read_claims(bytes, *form, returns);
  if (!read.ok()) {
    auto faults = read.faults();
    for (auto& fault : faults) fault.place.file = name;
    return faults;
  }
  KENPO_TRY(put_return_file(transaction, hash, now, returns.taken.receipts));
  return returns.taken;
}

}  // namespace of_return_files

using base::Result;

Result<TakenReturns> take_returns(const ReviewOffice& office, const notice::Acting& acting,
                                  const base::Plain& file, std::string_view bytes) {
  return store::write_under<return_take>(
      office, acting,
      [&](const notice::Permit<return_take>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<TakenReturns> {
        return of_return_files::take(permit, transaction, now, file, bytes);
      });
}

Result<ReturnPage> list_returns(const ReviewOffice& office, const notice::Acting& acting,
                                std::int64_t offset) {
  return store::read_under<return_list>(
      office, acting,
      [&](const notice::Permit<return_list>& permit,
          const store::View& view) -> Result<ReturnPage> {
        if (!eligibility::unlimited(permit.recorder())) return notice::out_of_scope_fault();
        const FindingAccess access(
            permit.grant<notice::Purpose::benefit_examination_and_payment>());
        return ReturnPage{
            .lines = KENPO_TRY(latest_returns(view, access, offset, returns_of_a_page)),
            .count = KENPO_TRY(count_returns(view, access))};
      });
}

Result<std::optional<ClaimReturn>> show_return(const ReviewOffice& office,
                                               const notice::Acting& acting, const ReturnId& id) {
  return store::read_under<return_show>(
      office, acting,
      [&](const notice::Permit<return_show>& permit,
          const store::View& view) -> Result<std::optional<ClaimReturn>> {
        if (!eligibility::unlimited(permit.recorder())) return notice::out_of_scope_fault();
        const FindingAccess access(
            permit.grant<notice::Purpose::benefit_examination_and_payment>());
        return find_return(view, access, id);
      });
}

}  // namespace kenpo::review
