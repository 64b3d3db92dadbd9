// Requests for re-examination and their results in the store.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <vector>

#include "base/result.h"
#include "review/finding_store.h"
#include "review/request.h"

namespace kenpo::review {

inline constexpr store::Table claim_request_table{
    .name = "claim_request",
    .japanese = "再審査請求",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::event,
    .clear = {{"request", store::Kind::id},
              {"finding", store::Kind::id},
              {"claim", store::Kind::id},
              {"rule", store::Kind::text},
              {"file", store::Kind::id},
              {"number", store::Kind::integer},
              {"reason", store::Kind::text},
              {"detail", store::Kind::text},
              {"claimed_in", store::Kind::month},
              {"made_at", store::Kind::moment}},
    .personal = {{"file_number", store::Kind::text}, {"words", store::Kind::text}},
    .indexes = {{.columns = {"request"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"claim"}},
                {.columns = {"finding"}},
                {.columns = {"file"}},
                {.columns = {"made_at"}}},
    .acquired = "made_at"};

/// The result, and with it the adjustment of the claim (過誤調整): posted once, never changed.
inline constexpr store::Table claim_request_result_table{
    .name = "claim_request_result",
    .japanese = "再審査請求の結果",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::event,
    .clear = {{"request", store::Kind::id},
              {"claim", store::Kind::id},
              {"ended", store::Kind::integer},
              {"code", store::Kind::text},
              {"processed_in", store::Kind::month, store::Presence::optional},
              {"reduction", store::Kind::yen},
              {"posted_at", store::Kind::moment}},
    .personal = {{"message", store::Kind::text}},
    .indexes = {{.columns = {"request"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"claim"}},
                {.columns = {"processed_in"}}},
    .acquired = "posted_at"};

/// Result files that were taken in: the same file twice changes nothing.
inline constexpr store::Table claim_result_file_table{
    .name = "claim_result_file",
    .japanese = "受け付けた再審査の結果ファイル",
    .untimed = store::Untimed::event,
    .clear = {{"sha256", store::Kind::blob},
              {"taken_at", store::Kind::moment},
              {"results", store::Kind::integer}},
    .indexes = {{.columns = {"sha256"}, .uniqueness = store::Uniqueness::one}}};

base::Result<> add(store::Transaction& transaction, const FindingAccess& access,
                   const Request& request);
base::Result<> add(store::Transaction& transaction, const FindingAccess& access,
                   const Request& request, const RequestResult& result);

/// With their results, the oldest first.
base::Result<std::vector<Request>> requests_of_claim(const store::View& view,
                                                     const FindingAccess& access,
                                                     const claim::ClaimId& claim);
base::Result<std::vector<Request>> requests_of_file(const store::View& view,
                                                    const FindingAccess& access,
                                                    const safeguard::ExportId& file);
/// The newest first.
base::Result<std::vector<Request>> latest_requests(const store::View& view,
                                                   const FindingAccess& access,
                                                   std::int64_t offset, std::int64_t count);
base::Result<std::int64_t> count_requests(const store::View& view, const FindingAccess& access);
base::Result<std::vector<Request>> all_requests(const store::View& view,
                                                const FindingAccess& access);

/// Files the requests about a receipt, with their results, under another person.
base::Result<> move_requests(store::Transaction& transaction, const FindingAccess& access,
                             const claim::ClaimId& claim, const base::PersonId& to);

/// The receipts that a result has taken off the society altogether (返戻・請求先変更): what is said
/// about them is past.
base::Result<std::set<claim::ClaimId>> returned_claims(const store::View& view,
                                                       const FindingAccess& access);

/// What the results so far have taken off the claim, in yen.
base::Result<base::Yen> reduction_of(const store::View& view, const FindingAccess& access,
                                     const claim::ClaimId& claim);
/// Calls `act(person)` for whoever a result was posted about at the moment or later.
template <typename Act>
base::Result<std::size_t> each_result_since(const store::View& view, const FindingAccess& access,
                                            base::Moment since, Act&& act) {
  return store::each<claim_request_result_table>(
      view, access, {"posted_at >= $1"}, {since},
      [&](const store::Record<claim_request_result_table>& record) { act(record.subject()); });
}

base::Result<bool> took_result_file(const store::View& view,
                                    const std::array<std::uint8_t, 32>& sha256);
base::Result<> put_result_file(store::Transaction& transaction,
                               const std::array<std::uint8_t, 32>& sha256, base::Moment now,
                               std::int64_t results);

}  // namespace kenpo::review
