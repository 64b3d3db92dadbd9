// Protections in the store, with the addresses that they keep away from every other table.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/protection.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table protection_table{
    .name = "protection",
    .japanese = "住所等の保護（支援措置）",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,
    .clear = {{"protection", store::Kind::id}},
    .personal = {{"ground", store::Kind::integer},
                 {"evidence", store::Kind::text},
                 {"postal_code", store::Kind::text},
                 {"address", store::Kind::text},
                 {"address_kana", store::Kind::text}},
    .indexes = {{.columns = {"protection"}}}};
using ProtectionAccess = store::AccessTo<protection_table>;

/// Who saw what the protection hides, and why. Only added to.
inline constexpr store::Table protection_look_table{
    .name = "protection_look",
    .japanese = "保護されている住所を見た記録",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"looked_at", store::Kind::moment}, {"looked_by", store::Kind::id}},
    .personal = {{"reason", store::Kind::text}},
    .acquired = "looked_at"};

base::Result<> add(store::Transaction& transaction, const ProtectionAccess& access,
                   const base::PersonId& person, const UncoveringLook& look);
/// The oldest first.
base::Result<std::vector<UncoveringLook>> looks_at(const store::View& view,
                                                   const ProtectionAccess& access,
                                                   const base::PersonId& person);

/// Adds the protection, or decides it anew: the decision that stood is withdrawn.
base::Result<> put(store::Transaction& transaction, const ProtectionAccess& access,
                   const Protection& protection, base::Moment now);

/// The protection that stands, if any.
base::Result<std::optional<Protection>> standing_protection(const store::View& view,
                                                            const ProtectionAccess& access,
                                                            const base::PersonId& person);
/// Everything that was ever decided about the person, the oldest first.
base::Result<std::vector<Protection>> protections_of(const store::View& view,
                                                     const ProtectionAccess& access,
                                                     const base::PersonId& person);
/// Everybody whose protection stands.
base::Result<std::vector<base::PersonId>> protected_people(const store::View& view,
                                                           const ProtectionAccess& access);

}  // namespace kenpo::eligibility
