// Returns in the store, and the files that told them.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/result.h"
#include "review/claim_return.h"
#include "review/finding_store.h"

namespace kenpo::review {

inline constexpr store::Table claim_return_table{
    .name = "claim_return",
    .japanese = "返戻されたレセプト",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::event,
    .clear = {{"returned", store::Kind::id},
              {"claim", store::Kind::id, store::Presence::optional},
              {"treated_in", store::Kind::month},
              {"processed_in", store::Kind::month},
              {"kind", store::Kind::integer},
              {"taken_at", store::Kind::moment}},
    .personal = {{"code", store::Kind::text},
                 {"reason", store::Kind::text},
                 {"supplement", store::Kind::text},
                 {"name", store::Kind::text},
                 {"institution_name", store::Kind::text},
                 {"search_number", store::Kind::text}},
    .indexes = {{.columns = {"returned"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"claim"}}},
    .acquired = "taken_at"};

/// Files of returns that were taken in: the same file twice changes nothing.
inline constexpr store::Table claim_return_file_table{
    .name = "claim_return_file",
    .japanese = "受け付けた返戻ファイル",
    .untimed = store::Untimed::event,
    .clear = {{"sha256", store::Kind::blob},
              {"taken_at", store::Kind::moment},
              {"receipts", store::Kind::integer}},
    .indexes = {{.columns = {"sha256"}, .uniqueness = store::Uniqueness::one}}};

base::Result<> add(store::Transaction& transaction, const FindingAccess& access,
                   const ClaimReturn& returned);
base::Result<std::optional<ClaimReturn>> find_return(const store::View& view,
                                                     const FindingAccess& access,
                                                     const ReturnId& id);
/// The newest first.
base::Result<std::vector<ClaimReturn>> latest_returns(const store::View& view,
                                                      const FindingAccess& access,
                                                      std::int64_t offset, std::int64_t count);
base::Result<std::int64_t> count_returns(const store::View& view, const FindingAccess& access);

base::Result<bool> took_return_file(const store::View& view,
                                    const std::array<std::uint8_t, 32>& sha256);
base::Result<> put_return_file(store::Transaction& transaction,
                               const std::array<std::uint8_t, 32>& sha256, base::Moment now,
                               std::int64_t receipts);

}  // namespace kenpo::review
