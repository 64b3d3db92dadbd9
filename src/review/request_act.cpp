#include "review/request_act.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/width.h"
#include "claim/claim_store.h"
#include "eligibility/scope.h"
#include "format/reexamination/write.h"
#include "review/request_store.h"
#include "safeguard/export_store.h"
#include "store/under.h"

namespace kenpo::review {

namespace {

namespace out = format::reexamination;
using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

base::Fault whole_society() {
  return base::refusal({"再審査請求は、全事業所を担当する人が行います。",
                        "Requests are made by handlers of the whole society."},
                       {"担当の範囲を確かめてください。", "Look at your range."});
}

/// The latest decision for a request.
Result<FindingDecision> decision_for(const store::View& view, const FindingAccess& access,
                                     const Finding& finding) {
  auto decisions = KENPO_TRY(decisions_of(view, access, finding.id));
  std::ranges::reverse(decisions);
  const auto at = std::ranges::find(decisions, Verdict::request, &FindingDecision::verdict);
  KENPO_REQUIRE(at != decisions.end());
  return *at;
}

/// 整理番号: the day and a number of the file, within the 17 digits of 支払基金.
std::string file_number(base::Moment now, std::size_t number) {
  constexpr std::size_t digits = 9;
  auto text = std::to_string(number);
  text.insert(0, digits - std::min(digits, text.size()), '0');
  return now.day().compact() + text;
}

out::Request row_of(const Request& request, const Finding& finding, std::uint32_t times,
                    const std::string& other_search_number) {
  out::Request row;
  row.number = request.number;
  row.file_number = request.file_number;
  row.times = times;
  row.reason = request.reason;
  row.detail = request.detail;
  row.detail_text = base::wide(request.words);
  if (finding.row != 0) row.targets = {{.row = finding.row, .branch = finding.branch}};
  if (!other_search_number.empty()) {
    row.beside = {{.kind = '1', .search_number = other_search_number, .file_number = ""}};
  }
  return row;
}

/// Gathers the waiting findings receipt by receipt and writes them.
class FileMaking {
 public:
  FileMaking(store::Transaction& transaction, const FindingAccess& access, base::Moment now)
      : transaction_(transaction), access_(access), now_(now) {}

  Result<> gather() {
    for (auto& finding :
         KENPO_TRY(findings_in_state(transaction_, access_, FindingState::to_request))) {
      if (gathered_ == requests_of_a_file) break;
      ++gathered_;
      waiting_[finding.claim].push_back(std::move(finding));
    }
    for (const auto& [claim, findings] : waiting_) KENPO_TRY(write_receipt(claim, findings));
    if (!writer_.faults().empty()) return writer_.faults();
    return base::Done{};
  }

  /// Keeps what was written as sent with the file.
  Result<> keep(const safeguard::ExportId& file) {
    for (auto& request : requests) {
      request.file = file;
      KENPO_TRY(add(transaction_, access_, request));
      KENPO_TRY(put_state(transaction_, access_, request.finding, FindingState::requested));
    }
    return base::Done{};
  }

  std::string bytes() { return std::move(writer_.bytes()); }
  std::int64_t receipts() const { return static_cast<std::int64_t>(waiting_.size()); }
  std::uint64_t people() const { return people_.size(); }
  std::vector<Request> requests;

 private:
  Result<> write_receipt(const claim::ClaimId& id, const std::vector<Finding>& findings) {
    const auto before = KENPO_TRY(requests_of_claim(transaction_, access_, id));
    std::vector<out::Request> rows;
    for (const auto& finding : findings) {
      const auto decision = KENPO_TRY(decision_for(transaction_, access_, finding));
      std::string other;
      if (finding.other) {
        const auto claim =
            KENPO_TRY(claim::find_claim(transaction_, access_, *finding.other));
        if (claim) other = claim->search_number;
      }
      Request request{.finding = finding.id,
                      .person = finding.person,
                      .claim = id,
                      .check = finding.check,
                      .number = static_cast<std::uint32_t>(before.size() + rows.size() + 1),
                      .file_number = file_number(now_, requests.size() + 1),
                      .reason = decision.reason,
                      .detail = decision.detail,
                      .words = decision.words,
                      .claimed_in = finding.claimed_in,
                      .made_at = now_};
      if (request.number > out::requests_limit) return too_many();
      rows.push_back(row_of(request, finding, 1, other));
      people_.insert(finding.person);
      requests.push_back(std::move(request));
    }
    const auto receipt = KENPO_TRY(claim::claim_bytes(transaction_, access_, id));
    writer_.request(receipt, rows);
    return base::Done{};
  }

  static base::Fault too_many() {
    return base::refusal({"一つのレセプトの請求が多すぎます。", "Too many requests of a receipt."},
                         {"999回までです。", "There may be 999."});
  }

  store::Transaction& transaction_;
  const FindingAccess& access_;
  base::Moment now_;
  std::size_t gathered_ = 0;
  std::map<claim::ClaimId, std::vector<Finding>> waiting_;
  std::set<base::PersonId> people_;
  out::Writer writer_;
};

base::Fault nothing_waits() {
  return base::refusal({"ファイルを待つ再審査請求がありません。", "No request waits."},
                       {"内容点検で「再審査請求」と判断してから作ってください。",
                        "Decide for a request first."});
}

Result<> find_unreleased(const store::View& view, RequestPage& page) {
  for (const auto& line : page.lines) {
    const auto& file = line.request.file;
    const bool seen = std::ranges::find(page.unreleased, file) != page.unreleased.end();
    if (line.request.result || seen) continue;
    const auto entry = KENPO_TRY(safeguard::find_export(view, file));
    if (entry && !entry->released_at) page.unreleased.push_back(file);
  }
  return base::Done{};
}

}  // namespace

Result<RequestPage> list_requests(const ReviewOffice& office, const Acting& acting,
                                  std::int64_t offset) {
  return store::read_under<request_list>(
      office, acting,
      [&](const Permit<request_list>& permit, const store::View& view) -> Result<RequestPage> {
        if (!eligibility::unlimited(permit.recorder())) return whole_society();
        const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
        RequestPage page{.count = KENPO_TRY(count_requests(view, access)), .offset = offset};
        for (auto& request :
             KENPO_TRY(latest_requests(view, access, offset, requests_of_a_page))) {
          auto claim = KENPO_TRY(claim::find_claim(view, access, request.claim));
          if (claim) page.lines.push_back({std::move(request), *std::move(claim)});
        }
        KENPO_TRY(find_unreleased(view, page));
        const auto waiting =
            KENPO_TRY(findings_in_state(view, access, FindingState::to_request));
        page.waiting = static_cast<std::int64_t>(waiting.size());
        return page;
      });
}

// 健康保険法76条5項
Result<MadeRequests> make_request_file(const safeguard::RegisterOffice& office,
                                       const Acting& acting, base::Date delete_by,
                                       const std::string& plain_reason) {
  return safeguard::write_under<request_provide>(
      office, acting,
      [&](const Permit<request_provide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<MadeRequests> {
        if (!eligibility::unlimited(permit.recorder())) return whole_society();
        const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
        FileMaking making(transaction, access, now);
        KENPO_TRY(making.gather());
        if (making.requests.empty()) return nothing_waits();
        const auto requests = making.requests.size();
        const auto made = KENPO_TRY(safeguard::enter_export(
            office, transaction, permit, acting,
            {.product = "再審査請求ファイル",
             .terms = {.recipient_class = safeguard::RecipientClass::reviewing_organisation,
                       .recipient = "社会保険診療報酬支払基金",
                       .basis = safeguard::ExportBasis::law,
                       .processor = std::nullopt,
                       .delete_by = delete_by,
                       .plain_reason = plain_reason},
             .files = {{"saishinsa-" + now.day().iso() + ".csv", making.bytes()}},
             .rows = requests,
             .people = making.people()}));
        KENPO_TRY(making.keep(made.id));
        return MadeRequests{made, making.receipts(), static_cast<std::int64_t>(requests)};
      });
}

Result<> drop_request_file(const safeguard::RegisterOffice& office, const Acting& acting,
                           const safeguard::ExportId& file) {
  return safeguard::write_under<request_drop>(
      office, acting,
      [&](const Permit<request_drop>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        if (!eligibility::unlimited(permit.recorder())) return whole_society();
        const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
        const auto entry = KENPO_TRY(safeguard::find_export(transaction, file));
        if (!entry || entry->released_at) {
          return base::refusal({"決裁の済んだファイルは取りやめられません。",
                                "A released file cannot be taken back."},
                               {"審査支払機関に取下げを申し出てください。",
                                "Ask the reviewing organisation to withdraw it."});
        }
        bool any = false;
        for (const auto& request : KENPO_TRY(requests_of_file(transaction, access, file))) {
          if (request.result) continue;
          any = true;
          KENPO_TRY(add(transaction, access, request,
                        RequestResult{.request = request.id, .end = RequestEnd::dropped,
                                      .at = now}));
          KENPO_TRY(put_state(transaction, access, request.finding, FindingState::to_request));
        }
        if (any) return base::Done{};
        return base::refusal({"取りやめる請求がありません。", "There is nothing to take back."},
                             {"一覧を確かめてください。", "Look at the list."});
      });
}

}  // namespace kenpo::review
