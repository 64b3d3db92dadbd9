// Holds, certificates of erasure and runs over the due list, in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "request/erasure.h"
#include "request/request_store.h"

namespace kenpo::request {

inline constexpr store::Table hold_table{
    .name = "erasure_hold",
    .japanese = "消去の保留",
    .subject = store::Subject::person,
    .statute = notice::Statute::request_of_person,
    .timed = store::Timed::yes,
    .clear = {{"hold", store::Kind::id}, {"by", store::Kind::id}},
    .personal = {{"reason", store::Kind::text}},
    .indexes = {{.columns = {"hold"}}}};

/// Outlives the person's keys: nothing in it is sealed, and nothing in it names anybody.
inline constexpr store::Table certificate_table{
    .name = "erasure_certificate",
    .japanese = "消去証明",
    .untimed = store::Untimed::event,
    .clear = {{"certificate", store::Kind::id},
              {"request", store::Kind::id, store::Presence::optional},
              {"cause", store::Kind::integer},
              {"commitment", store::Kind::blob},
              {"erased_at", store::Kind::moment},
              {"proposed_by", store::Kind::id},
              {"approved_by", store::Kind::id},
              {"people", store::Kind::integer},
              {"row_count", store::Kind::integer},
              {"key_count", store::Kind::integer},
              {"table_names", store::Kind::text}},
    .indexes = {{.columns = {"certificate"}, .uniqueness = store::Uniqueness::one}}};

/// A row when it is proposed and another when it is approved: the newest stands.
inline constexpr store::Table retention_run_table{
    .name = "retention_run",
    .japanese = "保存期間満了の消去",
    .untimed = store::Untimed::event,
    .clear = {{"run", store::Kind::id},
              {"proposed_at", store::Kind::moment},
              {"proposed_by", store::Kind::id},
              {"due_by", store::Kind::date},
              {"people", store::Kind::integer},
              {"row_count", store::Kind::integer},
              {"approved_at", store::Kind::moment, store::Presence::optional},
              {"approved_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"run"}}}};

base::Result<> add(store::Transaction& transaction, const RequestAccess& access, const Hold& hold);
/// 1, or 0 when it had ended before or does not exist.
base::Result<std::size_t> end_hold(store::Transaction& transaction, const RequestAccess& access,
                                   const base::CaseId& hold, base::Moment now);
base::Result<std::vector<Hold>> standing_holds(const store::View& view,
                                               const RequestAccess& access);

base::Result<> add(store::Transaction& transaction, const Certificate& certificate);
base::Result<std::optional<Certificate>> find_certificate(const store::View& view,
                                                          const base::CaseId& id);
/// The newest first, at most 200.
base::Result<std::vector<Certificate>> list_certificates(const store::View& view);

base::Result<> add(store::Transaction& transaction, const RetentionRun& run);
/// The newest run, when there is one.
base::Result<std::optional<RetentionRun>> last_run(const store::View& view);

}  // namespace kenpo::request
