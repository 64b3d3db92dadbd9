// Results of re-examinations: read from the file, matched with their requests, posted.
#include <utility>
#include <vector>

#include "base/hash.h"
#include "claim/claim_store.h"
#include "eligibility/scope.h"
#include "format/claim/looks_like.h"
#include "format/claim/reader.h"
#include "format/reexamination/read.h"
#include "review/request_act.h"
#include "review/request_store.h"
#include "store/under.h"

namespace kenpo::review {

namespace of_results {

namespace file = format::claim;
using base::Result;
using notice::Acting;
using notice::Permit;

base::Fault result_fault(const base::Plain& name, std::uint64_t line, base::Words what,
                         base::Words mend) {
  return {.what = std::move(what),
          .why = {},
          .mend = std::move(mend),
          .place = {.file = name, .line = line, .column = 0, .field = {}}};
}

/// Matches each receipt's results with the requests about it.
class Results final : public file::Receiver {
 public:
  Results(store::Transaction& transaction, const FindingAccess& access, base::Plain name,
          base::Moment now)
      : transaction_(transaction), access_(access), name_(std::move(name)), now_(now) {}

  Result<> receipt(const file::Receipt& receipt) override {
    const auto line = receipt.lines.empty() ? 0 : receipt.lines.front().number;
    const auto outcomes = format::reexamination::outcomes_of(receipt.lines);
    const auto key = claim::receipt_key(receipt.decided_head->management_number, receipt.bytes);
    const auto claim = KENPO_TRY(claim::find_receipt(transaction_, access_, key));
    if (outcomes.empty() || !claim) {
      return note(result_fault(
          name_, line,
          outcomes.empty() ? base::Words{"審査結果（MK）のないレセプトです。", "It has no result."}
                           : base::Words{"請求したことのないレセプトです。",
                                         "The receipt is not ours."},
          {"審査支払機関の再審査の結果ファイルか確かめてください。",
           "Check whether it is a file of results."}));
    }
    const auto requests = KENPO_TRY(requests_of_claim(transaction_, access_, claim->id));
    auto left = reduction_of(*claim, "103", receipt.decided_head->counted_points());
    for (const auto& outcome : outcomes) {
      KENPO_TRY(post(*claim, requests, outcome, left, line));
    }
    return base::Done{};
  }

  base::Faults take_faults() { return std::exchange(faults_, {}); }
  TakenResults taken;

 private:
  Result<> note(base::Fault fault) {
    faults_.push_back(std::move(fault));
    if (faults_.size() >= base::faults_limit) return std::exchange(faults_, {});
    return base::Done{};
  }

  /// `left`: what the receipt was cut by, given to its first 査定 and to no second one.
  Result<> post(const claim::Claim& claim, const std::vector<Request>& requests,
                const format::reexamination::Outcome& outcome, base::Yen& left,
                std::uint64_t line) {
    const Request* request = nullptr;
    for (const auto& each : requests) {
      const bool sent = !each.result || each.result->end == RequestEnd::answered;
      if (sent && each.number == outcome.number) request = &each;
    }
    if (request == nullptr || request->result) {
      return note(result_fault(
          name_, line,
          request == nullptr ? base::Words{"申し出一連番号に当たる請求がありません。",
                                           "There is no such request."}
                             : base::Words{"結果の済んだ請求です。", "It was answered before."},
          {"ファイルを確かめて、審査支払機関に照会してください。",
           "Check the file and ask the reviewing organisation."}));
    }
    RequestResult result{.request = request->id,
                         .code = outcome.result,
                         .processed_in = outcome.processed_in,
                         .message = outcome.message,
                         .at = now_};
    constexpr std::string_view cut = "103";
    result.reduction = outcome.result == cut
                           ? std::exchange(left, base::Yen())
                           : reduction_of(claim, outcome.result, claim.decided_points);
    KENPO_TRY(add(transaction_, access_, *request, result));
    KENPO_TRY(put_state(transaction_, access_, request->finding, FindingState::answered));
    ++taken.results;
    taken.reduction += result.reduction;
    return base::Done{};
  }

  store::Transaction& transaction_;
  const FindingAccess& access_;
  base::Plain name_;
  base::Moment now_;
  base::Faults faults_;
};

Result<TakenResults> take(const Permit<result_take>& permit, store::Transaction& transaction,
                          base::Moment now, const base::Plain& name, std::string_view bytes) {
  if (!eligibility::unlimited(permit.recorder())) return notice::out_of_scope_fault();
  const FindingAccess access(
      permit.grant<notice::Purpose::benefit_examination_and_payment>());
  const auto hash = base::sha256(bytes);
  if (KENPO_TRY(took_result_file(transaction, hash))) {
    return TakenResults{.already = true};
  }
  const auto form = file::looks_like(bytes.substr(0, file::recognise_bytes));
  if (!form || *form != file::Form::insurer) {
    return result_fault(name, 0, {"再審査の結果ファイルではありません。", "It is no result file."},
                        {"審査支払機関のファイルを選んでください。", "Choose the right file."});
  }
  Results results(transaction, access, name, now);
  const auto read = file::read_claims(bytes, *form, results);
  auto faults = results.take_faults();
  if (!read.ok()) {
    for (auto fault : read.faults()) {
      fault.place.file = name;
      faults.push_back(std::move(fault));
    }
  }
  if (!faults.empty()) return faults;
  KENPO_TRY(put_result_file(transaction, hash, now, results.taken.results));
  return results.taken;
}

}  // namespace of_results

base::Result<TakenResults> take_results(const ReviewOffice& office, const notice::Acting& acting,
                                  const base::Plain& file, std::string_view bytes) {
  return store::write_under<result_take>(
      office, acting,
      [&](const notice::Permit<result_take>& permit, store::Transaction& transaction,
          base::Moment now) -> base::Result<TakenResults> {
        return of_results::take(permit, transaction, now, file, bytes);
      });
}

}  // namespace kenpo::review
