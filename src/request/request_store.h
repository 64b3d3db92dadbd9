// Requests in the store: the case as it arrived, and its steps. Neither is ever changed.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "request/request.h"
#include "store/seal.h"

namespace kenpo::request {

inline constexpr store::Table request_case_table{
    .name = "request_case",
    .japanese = "本人の請求",
    .subject = store::Subject::person,
    .statute = notice::Statute::request_of_person,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"kind", store::Kind::integer},
              {"arrived", store::Kind::date},
              {"channel", store::Kind::integer},
              {"asker", store::Kind::integer},
              {"held", store::Kind::integer},
              {"claims", store::Kind::integer}},
    .personal = {{"name", store::Kind::text},
                 {"name_kana", store::Kind::text},
                 {"born", store::Kind::date, store::Presence::optional},
                 {"asker_name", store::Kind::text},
                 {"postal_code", store::Kind::text},
                 {"address", store::Kind::text},
                 {"wanted", store::Kind::text},
                 {"reason", store::Kind::text}},
    .indexes = {{.columns = {"case_id"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"arrived"}}}};

inline constexpr store::Table request_step_table{
    .name = "request_step",
    .japanese = "本人の請求の手続",
    .subject = store::Subject::person,
    .statute = notice::Statute::request_of_person,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"event", store::Kind::integer},
              {"state", store::Kind::integer},
              {"at", store::Kind::moment},
              {"by", store::Kind::id},
              {"due", store::Kind::date, store::Presence::optional},
              {"proof", store::Kind::integer},
              {"outcome", store::Kind::integer},
              {"ground", store::Kind::integer}},
    .personal = {{"words", store::Kind::text}},
    .indexes = {{.columns = {"case_id"}}}};

using RequestAccess = store::AccessTo<request_case_table>;

/// The cases of one screen.
inline constexpr std::size_t cases_listed_limit = 200;

base::Result<> add(store::Transaction& transaction, const RequestAccess& access,
                   const Case& request);
base::Result<> add(store::Transaction& transaction, const RequestAccess& access, const Step& step);

base::Result<std::optional<CaseFile>> find_case(const store::View& view,
                                                const RequestAccess& access,
                                                const base::CaseId& id);
/// The newest arrivals first, at most cases_listed_limit.
base::Result<std::vector<CaseFile>> list_cases(const store::View& view,
                                               const RequestAccess& access);
/// All cases of a person, the oldest first.
base::Result<std::vector<CaseFile>> cases_of(const store::View& view, const RequestAccess& access,
                                             const base::PersonId& person);

}  // namespace kenpo::request
