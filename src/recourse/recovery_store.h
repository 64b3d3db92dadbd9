// Debts to the society in the store: those of members under レセプトに関する情報, those of third
// parties under 第三者行為に関する情報.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "recourse/recovery.h"
#include "store/seal.h"

namespace kenpo::recourse {

constexpr store::Table make_recovery_table(std::string_view name, std::string_view japanese,
                                           notice::Category category) {
  return {.name = name,
          .japanese = japanese,
          .subject = store::Subject::person,
          .category = category,
          .untimed = store::Untimed::event,
          .clear = {{"recovery", store::Kind::id},
                    {"claim", store::Kind::id, store::Presence::optional},
                    {"cause", store::Kind::integer},
                    {"amount", store::Kind::yen},
                    {"arose_on", store::Kind::date},
                    {"known_on", store::Kind::date},
                    {"due_on", store::Kind::date},
                    {"entered_by", store::Kind::id},
                    {"entered_at", store::Kind::moment}},
          .personal = {{"debtor", store::Kind::text}, {"words", store::Kind::text}},
          .indexes = {{.columns = {"recovery"}, .uniqueness = store::Uniqueness::one},
                      {.columns = {"claim"}},
                      {.columns = {"due_on"}}},
          .acquired = "entered_at"};
}
constexpr store::Table make_entry_table(std::string_view name, std::string_view japanese,
                                        notice::Category category) {
  return {.name = name,
          .japanese = japanese,
          .subject = store::Subject::person,
          .category = category,
          .untimed = store::Untimed::event,
          .clear = {{"recovery", store::Kind::id},
                    {"kind", store::Kind::integer},
                    {"on_day", store::Kind::date},
                    {"amount", store::Kind::yen},
                    {"entered_by", store::Kind::id},
                    {"entered_at", store::Kind::moment}},
          .personal = {{"words", store::Kind::text}},
          .indexes = {{.columns = {"recovery"}}},
          .acquired = "entered_at"};
}

inline constexpr store::Table recovery_table =
    make_recovery_table("recovery", "返納金・不当利得の債権", notice::Category::medical_claim);
inline constexpr store::Table recovery_entry_table =
    make_entry_table("recovery_entry", "債権の経過", notice::Category::medical_claim);
inline constexpr store::Table offender_recovery_table =
    make_recovery_table("offender_recovery", "第三者への求償の債権",
                        notice::Category::third_party_act);
inline constexpr store::Table offender_entry_table =
    make_entry_table("offender_entry", "求償の経過", notice::Category::third_party_act);

using MemberRecoveryAccess = store::AccessTo<recovery_table>;
using OffenderRecoveryAccess = store::AccessTo<offender_recovery_table>;

/// Both halves of the ledger.
struct RecoveryAccess {
  MemberRecoveryAccess members;
  OffenderRecoveryAccess offenders;
};

base::Result<> add(store::Transaction& transaction, const RecoveryAccess& access,
                   const Recovery& recovery);
base::Result<> add(store::Transaction& transaction, const RecoveryAccess& access,
                   const Recovery& recovery, const Entry& entry);
/// Adds a debt of a member. Of any cause but 求償.
base::Result<> add(store::Transaction& transaction, const MemberRecoveryAccess& access,
                   const Recovery& recovery);
/// With its entries.
base::Result<std::optional<Recovery>> find_recovery(const store::View& view,
                                                    const RecoveryAccess& access,
                                                    const RecoveryId& id);
/// All of them with their entries, by the day on which they are due.
base::Result<std::vector<Recovery>> list_recoveries(const store::View& view,
                                                    const RecoveryAccess& access);
/// Those that rest on a receipt.
base::Result<std::vector<Recovery>> recoveries_of(const store::View& view,
                                                  const RecoveryAccess& access,
                                                  const claim::ClaimId& claim);

}  // namespace kenpo::recourse
