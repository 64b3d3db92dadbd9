// Members of the assembly, officers, and the society's charter figures in the store.
#pragma once

#include <optional>
#include <vector>

#include "assembly/member.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/seal.h"

namespace kenpo::assembly {

inline constexpr store::Table assembly_member_table{
    .name = "assembly_member",
    .japanese = "組合会議員",
    .subject = store::Subject::person,
    .category = notice::Category::assembly_member,
    .timed = store::Timed::yes,  // valid in the term
    .clear = {{"membership", store::Kind::id},
              {"kind", store::Kind::integer},
              {"ended", store::Kind::integer, store::Presence::optional},
              {"substitute_for", store::Kind::id, store::Presence::optional}},
    .personal = {{"name", store::Kind::text},
                 {"name_kana", store::Kind::text},
                 {"workplace", store::Kind::text},
                 {"postal_code", store::Kind::text},
                 {"address", store::Kind::text},
                 {"telephone", store::Kind::text},
                 {"mail", store::Kind::text}},
    .indexes = {{.columns = {"membership"}}}};

inline constexpr store::Table assembly_officer_table{
    .name = "assembly_officer",
    .japanese = "役員",
    .subject = store::Subject::person,
    .category = notice::Category::assembly_member,
    .timed = store::Timed::yes,
    .clear = {{"membership", store::Kind::id}, {"post", store::Kind::integer}}};

/// 定数・任期 as the 規約 has them: no personal data.
inline constexpr store::Table assembly_charter_table{
    .name = "assembly_charter",
    .japanese = "組合会の規約",
    .timed = store::Timed::yes,
    .clear = {{"fixed_number", store::Kind::integer},
              {"term_years", store::Kind::integer},
              {"written_vote", store::Kind::integer}}};

using AssemblyAccess = store::AccessTo<assembly_member_table>;

/// Adds the membership, or decides it anew.
base::Result<> put(store::Transaction& transaction, const AssemblyAccess& access,
                   const Membership& membership, base::Moment now);
/// All memberships as they stand, by kind and first day.
base::Result<std::vector<Membership>> list_members(const store::View& view,
                                                   const AssemblyAccess& access);
base::Result<std::optional<Membership>> find_member(const store::View& view,
                                                    const AssemblyAccess& access,
                                                    const MembershipId& id);

base::Result<> put(store::Transaction& transaction, const AssemblyAccess& access,
                   const Officer& officer, base::Moment now);
base::Result<std::vector<Officer>> list_officers(const store::View& view,
                                                 const AssemblyAccess& access);

base::Result<> put(store::Transaction& transaction, const Charter& charter, base::Moment now);
/// The charter in force on the day; nullopt before the first one.
base::Result<std::optional<Charter>> charter_on(const store::View& view, base::Date day);

}  // namespace kenpo::assembly
