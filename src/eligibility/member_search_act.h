// Finding members while typing. The index is built once, as one bulk leaf of the log; each search
// is a leaf with the people it showed.
#pragma once

#include <string_view>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/member_index.h"

namespace kenpo::eligibility {

inline constexpr notice::Operation member_index_build{
    .name = "member.index",
    .japanese = "加入者検索の索引の作成",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation member_search{
    .name = "member.search",
    .japanese = "加入者の検索",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// Builds the index from the sealed tables: insured people and dependents, as they stand.
base::Result<> build_member_index(Ledger& ledger, const notice::Acting& acting);

/// Members by kana, name or number (see MemberIndex::search), only of establishments in the
/// handler's scope. A hit shows name, number and establishment; nothing else.
base::Result<MemberHits> search_members(Ledger& ledger, const notice::Acting& acting,
                                        std::string_view query);

}  // namespace kenpo::eligibility
