// Cases of third parties in the store: 第三者行為に関する情報.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "recourse/third_party_case.h"
#include "store/seal.h"

namespace kenpo::recourse {

inline constexpr store::Table third_party_case_table{
    .name = "third_party_case",
    .japanese = "第三者行為の届出",
    .subject = store::Subject::person,  // the victim
    .category = notice::Category::third_party_act,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"claim", store::Kind::id},
              {"opened_on", store::Kind::date},
              {"entered_by", store::Kind::id},
              {"entered_at", store::Kind::moment}},
    .indexes = {{.columns = {"case_id"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"claim"}}},
    .acquired = "entered_at"};

inline constexpr store::Table third_party_step_table{
    .name = "third_party_step",
    .japanese = "第三者行為の届出の経過",
    .subject = store::Subject::person,
    .category = notice::Category::third_party_act,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"kind", store::Kind::integer},
              {"paper", store::Kind::integer, store::Presence::optional},
              {"on_day", store::Kind::date},
              {"entered_by", store::Kind::id},
              {"entered_at", store::Kind::moment}},
    .personal = {{"words", store::Kind::text}},
    .indexes = {{.columns = {"case_id"}}},
    .acquired = "entered_at"};

using ThirdPartyAccess = store::AccessTo<third_party_case_table>;

base::Result<> add(store::Transaction& transaction, const ThirdPartyAccess& access,
                   const ThirdPartyCase& of);
base::Result<> add(store::Transaction& transaction, const ThirdPartyAccess& access,
                   const ThirdPartyCase& of, const CaseStep& step);
/// With its steps.
base::Result<std::optional<ThirdPartyCase>> find_case(const store::View& view,
                                                      const ThirdPartyAccess& access,
                                                      const ThirdPartyCaseId& id);
base::Result<std::optional<ThirdPartyCase>> case_about(const store::View& view,
                                                       const ThirdPartyAccess& access,
                                                       const claim::ClaimId& claim);
/// All with their steps, the newest first.
base::Result<std::vector<ThirdPartyCase>> list_cases(const store::View& view,
                                                     const ThirdPartyAccess& access);

}  // namespace kenpo::recourse
