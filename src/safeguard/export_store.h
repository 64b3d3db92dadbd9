// The ledger of what left the office, in the store. Each step is a row of its own.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/export.h"
#include "safeguard/register_office.h"
#include "store/seal.h"

namespace kenpo::safeguard {

/// No person stands in the ledger; who was in it, the leaf of the audit log knows.
inline constexpr store::Table export_entry_table{
    .name = "export_entry",
    .japanese = "提供台帳",
    .untimed = store::Untimed::event,
    .clear = {{"export_id", store::Kind::id},
              {"operation", store::Kind::text},
              {"pairs", store::Kind::integer},
              {"product", store::Kind::text},
              {"recipient_class", store::Kind::integer},
              {"recipient", store::Kind::text},
              {"country", store::Kind::text},
              {"basis", store::Kind::integer},
              {"processor", store::Kind::id, store::Presence::optional},
              {"delete_by", store::Kind::date},
              {"rows_count", store::Kind::integer},
              {"people", store::Kind::integer},
              {"size_bytes", store::Kind::integer},
              {"sha256", store::Kind::text},
              {"made_by", store::Kind::id},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"export_id"}, .uniqueness = store::Uniqueness::one}}};

enum class ExportStepKind : std::uint8_t { released = 1, handed_over = 2, deleted = 3 };

inline constexpr store::Table export_step_table{
    .name = "export_step",
    .japanese = "提供の決裁・引渡し・消去",
    .untimed = store::Untimed::event,
    .clear = {{"export_id", store::Kind::id},
              {"kind", store::Kind::integer},
              {"at", store::Kind::moment},
              {"by_staff", store::Kind::id},
              {"deleted_on", store::Kind::date, store::Presence::optional},
              {"proof", store::Kind::text, store::Presence::optional}},
    .indexes = {{.columns = {"export_id", "kind"}}}};

struct ExportStep {
  ExportStepKind kind = ExportStepKind::released;
  base::Moment at;
  base::StaffId by;
  std::optional<base::Date> deleted_on = std::nullopt;
  std::optional<std::string> proof = std::nullopt;
};

base::Result<> add(store::Transaction& transaction, const Export& entry);
base::Result<> add(store::Transaction& transaction, const ExportId& id, const ExportStep& step);
/// Every entry with its steps, the newest first.
base::Result<std::vector<Export>> list_exports(const store::View& view);
base::Result<std::optional<Export>> find_export(const store::View& view, const ExportId& id);

/// The processor whose contract has the number stands in the terms. An unknown number leaves them
/// without one, which check_terms refuses; so does no number.
base::Result<> name_processor(const store::View& view, const std::string& contract,
                              ExportTerms& terms);

}  // namespace kenpo::safeguard
