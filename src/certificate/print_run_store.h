// Print runs, their steps and their numbered papers in the store; and when the ledger of papers was
// last brought up to date.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "certificate/print_run.h"
#include "store/seal.h"

namespace kenpo::certificate {

inline constexpr store::Table print_run_table{
    .name = "certificate_run",
    .japanese = "証の印刷",
    .untimed = store::Untimed::event,
    .clear = {{"run", store::Kind::id},
              {"kind", store::Kind::integer},
              {"way", store::Kind::integer},
              {"secrecy", store::Kind::integer},
              {"papers", store::Kind::integer},
              {"list_hash", store::Kind::text},
              {"made_by", store::Kind::id},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"run"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"made_at"}}}};

inline constexpr store::Table run_step_table{
    .name = "certificate_run_step",
    .japanese = "証の印刷の手続",
    .untimed = store::Untimed::event,
    .clear = {{"run", store::Kind::id},
              {"step", store::Kind::integer},
              {"at", store::Kind::moment},
              {"by", store::Kind::id},
              {"counted", store::Kind::integer},
              {"spoiled", store::Kind::integer}},
    .indexes = {{.columns = {"run", "step"}, .uniqueness = store::Uniqueness::one}}};

inline constexpr store::Table paper_table{
    .name = "certificate_paper",
    .japanese = "証の用紙",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // valid from the day on which it was numbered
    .clear = {{"run", store::Kind::id},
              {"certificate", store::Kind::id},
              {"kind", store::Kind::integer},
              {"paper_number", store::Kind::integer},
              {"outcome", store::Kind::integer}},
    .personal = {{"reason", store::Kind::text}},
    .indexes = {{.columns = {"run"}}, {.columns = {"kind", "paper_number"}}}};
using PaperAccess = store::AccessTo<paper_table>;

/// The last number that a paper of each kind got: no number comes twice, even after an erasure.
inline constexpr store::Table paper_counter_table{
    .name = "certificate_counter",
    .japanese = "証の用紙の番号",
    .untimed = store::Untimed::program,
    .clear = {{"kind", store::Kind::integer}, {"last_number", store::Kind::integer}},
    .indexes = {{.columns = {"kind"}, .uniqueness = store::Uniqueness::one}}};

inline constexpr store::Table upkeep_table{
    .name = "certificate_upkeep",
    .japanese = "証の点検の記録",
    .untimed = store::Untimed::event,
    .clear = {{"day", store::Kind::date}, {"at", store::Kind::moment}},
    .indexes = {{.columns = {"at"}}}};

base::Result<> add(store::Transaction& transaction, const PrintRun& run);
struct RunStepDone {
  RunStep step = RunStep::released;
  base::Moment at;
  base::StaffId by;
  std::int64_t counted = 0;
  std::int64_t spoiled = 0;
};
base::Result<> add(store::Transaction& transaction, const RunId& run, const RunStepDone& done);
base::Result<std::optional<PrintRun>> find_run(const store::View& view, const RunId& id);
/// The latest first.
base::Result<std::vector<PrintRun>> list_runs(const store::View& view, std::int64_t skipped,
                                              std::int64_t most);
base::Result<std::int64_t> count_runs(const store::View& view);

/// Adds the sheet, or decides it anew by its number.
base::Result<> put(store::Transaction& transaction, const PaperAccess& access, const Paper& paper,
                   base::Moment now);
/// By number; spoiled ones too.
base::Result<std::vector<Paper>> papers_of(const store::View& view, const PaperAccess& access,
                                           const RunId& run);
/// Takes the next `count` numbers of the kind; hands back the first.
base::Result<std::int64_t> take_paper_numbers(store::Transaction& transaction, Kind kind,
                                              std::int64_t count);

/// The day for which the ledger of papers was brought up to date, and when.
struct UpkeepDone {
  base::Date day = {};
  base::Moment at = {};
};
base::Result<> add(store::Transaction& transaction, const UpkeepDone& done);
base::Result<std::optional<UpkeepDone>> first_upkeep(const store::View& view);
base::Result<std::optional<UpkeepDone>> last_upkeep(const store::View& view);

}  // namespace kenpo::certificate
