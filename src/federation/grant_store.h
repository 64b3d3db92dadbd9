// Cases of the grant, and the federation's figures of a year, in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "federation/grant.h"
#include "store/seal.h"

namespace kenpo::federation {

/// A change of the case is a new row; the one before is withdrawn.
inline constexpr store::Table grant_table{
    .name = "high_cost_grant",
    .japanese = "高額医療交付金の対象",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .timed = store::Timed::yes,
    .clear = {{"case_of", store::Kind::id},
              {"grant_year", store::Kind::integer},
              {"treated_in", store::Kind::month},
              {"kind", store::Kind::integer},
              {"state", store::Kind::integer}},
    .personal = {{"cost", store::Kind::yen},
                 {"threshold", store::Kind::yen},
                 {"receipts", store::Kind::text},
                 {"applied_cost", store::Kind::yen, store::Presence::optional},
                 {"applied_on", store::Kind::date, store::Presence::optional},
                 {"granted", store::Kind::yen, store::Presence::optional},
                 {"decided_on", store::Kind::date, store::Presence::optional},
                 {"reason", store::Kind::text}},
    .indexes = {{.columns = {"case_of"}}, {.columns = {"grant_year", "state"}}}};

inline constexpr store::Table grant_standard_table{
    .name = "high_cost_grant_standard",
    .japanese = "高額医療交付金の基準額",
    .timed = store::Timed::yes,
    .clear = {{"grant_year", store::Kind::integer},
              {"general", store::Kind::yen},
              {"special", store::Kind::yen},
              {"rate", store::Kind::rate, store::Presence::optional},
              {"source", store::Kind::text},
              {"entered_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"grant_year"}}}};

/// When the cases of a year were last brought up to the claims.
inline constexpr store::Table grant_scan_table{
    .name = "high_cost_grant_scan",
    .japanese = "高額医療交付金の対象を調べた時刻",
    .untimed = store::Untimed::program,
    .clear = {{"grant_year", store::Kind::integer},
              {"scanned_at", store::Kind::moment},
              {"claims", store::Kind::integer},
              {"candidates", store::Kind::integer}},
    .indexes = {{.columns = {"grant_year"}}}};

using GrantAccess = store::AccessTo<grant_table>;

/// Adds a case.
base::Result<> put(store::Transaction& transaction, const GrantAccess& access, const Grant& grant,
                   base::Moment now);
/// Puts the case in the place of what stands for it.
base::Result<> change(store::Transaction& transaction, const GrantAccess& access,
                      const Grant& grant, base::Moment now);
/// The case stands no longer: the claims say that it never was one.
base::Result<> drop(store::Transaction& transaction, const GrantAccess& access,
                    const GrantId& grant, base::Moment now);

/// The standing cases of a year, in the order in which they came; nullopt: in every state.
base::Result<std::vector<Grant>> grants_of(const store::View& view, const GrantAccess& access,
                                           GrantYear year,
                                           std::optional<GrantState> state = std::nullopt);
base::Result<std::optional<Grant>> find_grant(const store::View& view, const GrantAccess& access,
                                              const GrantId& grant);

/// The newest that stands.
base::Result<std::optional<GrantStandard>> entered_standard(const store::View& view,
                                                            GrantYear year);
base::Result<> put(store::Transaction& transaction, const GrantStandard& standard,
                   std::optional<base::StaffId> by, base::Moment now);

struct GrantScan {
  GrantYear year;
  base::Moment scanned_at;
  std::int64_t claims = 0;
  std::int64_t candidates = 0;
};
base::Result<> put(store::Transaction& transaction, const GrantScan& scan);
base::Result<std::optional<GrantScan>> last_scan(const store::View& view, GrantYear year);

}  // namespace kenpo::federation
