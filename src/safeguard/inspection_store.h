// Inspections and audit records in the store: added, never changed.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/inspection.h"
#include "store/seal.h"

namespace kenpo::safeguard {

inline constexpr store::Table inspection_table{.name = "inspection",
                                               .japanese = "自己点検",
                                               .untimed = store::Untimed::event,
                                               .clear = {{"inspection", store::Kind::id},
                                                         {"due_on", store::Kind::date},
                                                         {"run_at", store::Kind::moment},
                                                         {"signed_by", store::Kind::id},
                                                         {"findings", store::Kind::integer},
                                                         {"evidence", store::Kind::text},
                                                         {"words", store::Kind::text}},
                                               .indexes = {{.columns = {"run_at"}}}};

inline constexpr store::Table audit_record_table{
    .name = "audit_record",
    .japanese = "監事の監査の記録",
    .untimed = store::Untimed::event,
    .clear = {{"audit", store::Kind::id},
              {"held_on", store::Kind::date},
              {"auditor", store::Kind::id},
              {"scope", store::Kind::text},
              {"findings", store::Kind::text},
              {"measures", store::Kind::text},
              {"measures_due", store::Kind::date, store::Presence::optional},
              {"recorded_at", store::Kind::moment}},
    .indexes = {{.columns = {"held_on"}}}};

base::Result<> add(store::Transaction& transaction, const Inspection& inspection);
/// The newest first.
base::Result<std::vector<Inspection>> list_inspections(const store::View& view);
base::Result<std::optional<Inspection>> last_inspection(const store::View& view);

base::Result<> add(store::Transaction& transaction, const AuditRecord& record, base::Moment now);
/// The newest first.
base::Result<std::vector<AuditRecord>> list_audit_records(const store::View& view);

}  // namespace kenpo::safeguard
