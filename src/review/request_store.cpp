#include "review/request_store.h"

#include <algorithm>

#include "store/remove_rows.h"

namespace kenpo::review {

namespace {

using base::Result;
using store::Record;

Request request_from(const Record<claim_request_table>& record) {
  Request request;
  request.id = record.get<RequestId>("request");
  request.finding = record.get<FindingId>("finding");
  request.person = record.subject();
  request.claim = record.get<claim::ClaimId>("claim");
  request.check = record.get<std::string>("rule");
  request.file = record.get<safeguard::ExportId>("file");
  request.number = static_cast<std::uint32_t>(record.get<std::int64_t>("number"));
  request.file_number = record.get<std::string>("file_number");
  request.reason = record.get<std::string>("reason");
  request.detail = record.get<std::string>("detail");
  request.words = record.get<std::string>("words");
  request.claimed_in = record.get<base::Month>("claimed_in");
  request.made_at = record.get<base::Moment>("made_at");
  return request;
}

RequestResult result_from(const Record<claim_request_result_table>& record) {
  RequestResult result;
  result.request = record.get<RequestId>("request");
  result.end = record.get<RequestEnd>("ended");
  result.code = record.get<std::string>("code");
  result.processed_in = record.get<std::optional<base::Month>>("processed_in");
  result.reduction = record.get<base::Yen>("reduction");
  result.message = record.get<std::string>("message");
  result.at = record.get<base::Moment>("posted_at");
  return result;
}

Result<std::vector<Request>> with_results(const store::View& view, const FindingAccess& access,
                                          std::vector<Request> requests) {
  for (auto& request : requests) {
    request.result = KENPO_TRY(store::find<claim_request_result_table>(
        view, access, {"request = $1"}, {request.id}, result_from));
  }
  return requests;
}

}  // namespace

Result<> add(store::Transaction& transaction, const FindingAccess& access,
             const Request& request) {
  store::Draft<claim_request_table> draft(request.person);
  draft.set("request", request.id)
      .set("finding", request.finding)
      .set("claim", request.claim)
      .set("rule", request.check)
      .set("file", request.file)
      .set("number", static_cast<std::int64_t>(request.number))
      .set("reason", request.reason)
      .set("detail", request.detail)
      .set("claimed_in", request.claimed_in)
      .set("made_at", request.made_at)
      .set("file_number", request.file_number)
      .set("words", request.words);
  KENPO_TRY(store::insert<claim_request_table>(transaction, access, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const FindingAccess& access, const Request& request,
             const RequestResult& result) {
  store::Draft<claim_request_result_table> draft(request.person);
  draft.set("request", request.id)
      .set("claim", request.claim)
      .set("ended", result.end)
      .set("code", result.code)
      .set("processed_in", result.processed_in)
      .set("reduction", result.reduction)
      .set("posted_at", result.at)
      .set("message", result.message);
  KENPO_TRY(store::insert<claim_request_result_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Request>> requests_of_claim(const store::View& view,
                                               const FindingAccess& access,
                                               const claim::ClaimId& claim) {
  return with_results(view, access,
                      KENPO_TRY(store::list<claim_request_table>(
                          view, access, {"claim = $1", "ORDER BY row_id"}, {claim},
                          request_from)));
}

Result<std::vector<Request>> requests_of_file(const store::View& view,
                                              const FindingAccess& access,
                                              const safeguard::ExportId& file) {
  return with_results(view, access,
                      KENPO_TRY(store::list<claim_request_table>(
                          view, access, {"file = $1", "ORDER BY row_id"}, {file}, request_from)));
}

Result<std::vector<Request>> latest_requests(const store::View& view, const FindingAccess& access,
                                             std::int64_t offset, std::int64_t count) {
  return with_results(view, access,
                      KENPO_TRY(store::list<claim_request_table>(
                          view, access, {"1 = 1", "ORDER BY row_id DESC LIMIT $1 OFFSET $2"},
                          {count, offset}, request_from)));
}

Result<std::int64_t> count_requests(const store::View& view, const FindingAccess& access) {
  return store::count<claim_request_table>(view, access, {"1 = 1"});
}

Result<std::vector<Request>> all_requests(const store::View& view, const FindingAccess& access) {
  return with_results(view, access,
                      KENPO_TRY(store::list<claim_request_table>(
                          view, access, {"1 = 1", "ORDER BY row_id"}, {}, request_from)));
}

Result<> move_requests(store::Transaction& transaction, const FindingAccess& access,
                       const claim::ClaimId& claim, const base::PersonId& to) {
  auto requests = KENPO_TRY(requests_of_claim(transaction, access, claim));
  KENPO_TRY(
      store::remove_rows<claim_request_result_table>(transaction, access, {"claim = $1"}, {claim}));
  KENPO_TRY(store::remove_rows<claim_request_table>(transaction, access, {"claim = $1"}, {claim}));
  for (auto& request : requests) {
    request.person = to;
    KENPO_TRY(add(transaction, access, request));
    if (request.result) KENPO_TRY(add(transaction, access, request, *request.result));
  }
  return base::Done{};
}

Result<std::set<claim::ClaimId>> returned_claims(const store::View& view,
                                                 const FindingAccess& access) {
  std::set<claim::ClaimId> returned;
  KENPO_TRY(store::each<claim_request_result_table>(
      view, access, {"ended = $1"}, {RequestEnd::answered},
      [&](const Record<claim_request_result_table>& record) {
        if (takes_back(record.get<std::string>("code"))) {
          returned.insert(record.get<claim::ClaimId>("claim"));
        }
      }));
  return returned;
}

base::Result<base::Yen> reduction_of(const store::View& view, const FindingAccess& access,
                                     const claim::ClaimId& claim) {
  return store::sum<claim_request_result_table>(view, access, "reduction", {"claim = $1"},
                                                {claim});
}

Result<bool> took_result_file(const store::View& view,
                              const std::array<std::uint8_t, 32>& sha256) {
  const store::Bytes hash{std::string(sha256.begin(), sha256.end())};
  return KENPO_TRY(store::count<claim_result_file_table>(view, store::no_personal_data,
                                                         {"sha256 = $1"}, {hash})) > 0;
}

Result<> put_result_file(store::Transaction& transaction,
                         const std::array<std::uint8_t, 32>& sha256, base::Moment now,
                         std::int64_t results) {
  store::Draft<claim_result_file_table> draft;
  draft.set("sha256", store::Bytes{std::string(sha256.begin(), sha256.end())})
      .set("taken_at", now)
      .set("results", results);
  KENPO_TRY(store::insert<claim_result_file_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

}  // namespace kenpo::review
