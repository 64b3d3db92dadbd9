// Claims files that were taken in, by their SHA-256: the same file twice changes nothing.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "claim/claim_intake.h"
#include "store/seal.h"

namespace kenpo::claim {

inline constexpr store::Table claim_intake_table{
    .name = "claim_intake",
    .japanese = "受け付けたレセプトファイル",
    .untimed = store::Untimed::event,
    .clear = {{"intake", store::Kind::id},
              {"sha256", store::Kind::blob},
              {"taken_at", store::Kind::moment},
              {"claimed_in", store::Kind::month},
              {"receipts", store::Kind::integer},
              {"corrected", store::Kind::integer},
              {"with_findings", store::Kind::integer},
              {"counts", store::Kind::text}},
    .indexes = {{.columns = {"sha256"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"claimed_in"}}}};

base::Result<> put(store::Transaction& transaction, const ClaimIntake& intake);
base::Result<std::optional<ClaimIntake>> find_claim_intake(
    const store::View& view, const std::array<std::uint8_t, 32>& sha256);
/// The intakes of a month of claiming, the latest first.
base::Result<std::vector<ClaimIntake>> claim_intakes(const store::View& view,
                                                     base::Month claimed_in);
/// The months of claiming of which a file was taken in at the moment or later, the first first.
base::Result<std::vector<base::Month>> claimed_months_since(const store::View& view,
                                                            base::Moment since);
/// The newest month of claiming that has an intake.
base::Result<std::optional<base::Month>> newest_claimed_month(const store::View& view);
/// Every month of claiming that has an intake, the oldest first.
base::Result<std::vector<base::Month>> claimed_months(const store::View& view);

}  // namespace kenpo::claim
