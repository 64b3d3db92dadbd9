#include "certificate/print_run_store.h"

namespace kenpo::certificate {

using base::Result;

namespace of_print_runs {

using store::no_personal_data;

PrintRun run_from(const store::Record<print_run_table>& record) {
  return {.id = record.get<RunId>("run"),
          .kind = record.get<Kind>("kind"),
          .way = record.get<Way>("way"),
          .secrecy = record.get<Secrecy>("secrecy"),
          .papers = record.get<std::int64_t>("papers"),
          .list_hash = record.get<std::string>("list_hash"),
          .made_by = record.get<base::StaffId>("made_by"),
          .made_at = record.get<base::Moment>("made_at")};
}

Result<> fill_steps(const store::View& view, PrintRun& run) {
  KENPO_TRY(store::each<run_step_table>(view, no_personal_data, {"run = $1"}, {run.id},
                                        [&](const store::Record<run_step_table>& record) {
                                          const auto at = record.get<base::Moment>("at");
                                          switch (record.get<RunStep>("step")) {
                                            case RunStep::released:
                                              run.released_at = at;
                                              run.released_by = record.get<base::StaffId>("by");
                                              break;
                                            case RunStep::closed:
                                              run.closed_at = at;
                                              run.counted = record.get<std::int64_t>("counted");
                                              run.spoiled = record.get<std::int64_t>("spoiled");
                                              break;
                                            case RunStep::delivered:
                                              run.delivered_at = at;
                                              break;
                                            case RunStep::dissolved:
                                              run.dissolved_at = at;
                                              break;
                                          }
                                        }));
  return base::Done{};
}

Paper paper_from(const store::Record<paper_table>& record) {
  return {.run = record.get<RunId>("run"),
          .person = record.subject(),
          .certificate = record.get<CertificateId>("certificate"),
          .kind = record.get<Kind>("kind"),
          .number = record.get<std::int64_t>("paper_number"),
          .outcome = record.get<PaperOutcome>("outcome"),
          .reason = record.get<std::string>("reason")};
}

UpkeepDone upkeep_from(const store::Record<upkeep_table>& record) {
  return {record.get<base::Date>("day"), record.get<base::Moment>("at")};
}

}  // namespace of_print_runs

Result<> add(store::Transaction& transaction, const PrintRun& run) {
  store::Draft<print_run_table> draft;
  draft.set("run", run.id)
      .set("kind", run.kind)
      .set("way", run.way)
      .set("secrecy", run.secrecy)
      .set("papers", run.papers)
      .set("list_hash", run.list_hash)
      .set("made_by", run.made_by)
      .set("made_at", run.made_at);
  KENPO_TRY(store::insert<print_run_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const RunId& run, const RunStepDone& done) {
  store::Draft<run_step_table> draft;
  draft.set("run", run)
      .set("step", done.step)
      .set("at", done.at)
      .set("by", done.by)
      .set("counted", done.counted)
      .set("spoiled", done.spoiled);
  KENPO_TRY(store::insert<run_step_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<PrintRun>> find_run(const store::View& view, const RunId& id) {
  auto run = KENPO_TRY(store::find<print_run_table>(view, store::no_personal_data, {"run = $1"},
                                                    {id}, of_print_runs::run_from));
  if (run) KENPO_TRY(of_print_runs::fill_steps(view, *run));
  return run;
}

Result<std::vector<PrintRun>> list_runs(const store::View& view, std::int64_t skipped,
                                        std::int64_t most) {
  auto runs = KENPO_TRY(store::list<print_run_table>(
      view, store::no_personal_data,
      {"1 = 1", "ORDER BY made_at DESC, row_id DESC LIMIT $1 OFFSET $2"}, {most, skipped},
      of_print_runs::run_from));
  for (auto& run : runs) KENPO_TRY(of_print_runs::fill_steps(view, run));
  return runs;
}

Result<std::int64_t> count_runs(const store::View& view) {
  return store::count<print_run_table>(view, store::no_personal_data, {"1 = 1"});
}

Result<> put(store::Transaction& transaction, const PaperAccess& access, const Paper& paper,
             base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<paper_table>(
      transaction, access, {"kind = $1 AND paper_number = $2 AND withdrawn_at = $3"},
      {paper.kind, paper.number, store::not_withdrawn},
      [&](const store::Record<paper_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<paper_table>(transaction, access, *old, now));
  store::Draft<paper_table> draft(paper.person,
                                  store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("run", paper.run)
      .set("certificate", paper.certificate)
      .set("kind", paper.kind)
      .set("paper_number", paper.number)
      .set("outcome", paper.outcome)
      .set("reason", paper.reason);
  KENPO_TRY(store::insert<paper_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Paper>> papers_of(const store::View& view, const PaperAccess& access,
                                     const RunId& run) {
  return store::list<paper_table>(view, access,
                                  {"run = $1 AND withdrawn_at = $2", "ORDER BY paper_number"},
                                  {run, store::not_withdrawn}, of_print_runs::paper_from);
}

Result<std::int64_t> take_paper_numbers(store::Transaction& transaction, Kind kind,
                                        std::int64_t count) {
  std::optional<store::RowId> row;
  std::int64_t last = 0;
  KENPO_TRY(store::each<paper_counter_table>(transaction, store::no_personal_data, {"kind = $1"},
                                             {kind},
                                             [&](const store::Record<paper_counter_table>& record) {
                                               row = record.row();
                                               last = record.get<std::int64_t>("last_number");
                                             }));
  store::Draft<paper_counter_table> draft;
  draft.set("kind", kind).set("last_number", last + count);
  if (row) {
    KENPO_TRY(
        store::replace<paper_counter_table>(transaction, store::no_personal_data, *row, draft));
  } else {
    KENPO_TRY(store::insert<paper_counter_table>(transaction, store::no_personal_data, draft));
  }
  return last + 1;
}

Result<> add(store::Transaction& transaction, const UpkeepDone& done) {
  store::Draft<upkeep_table> draft;
  draft.set("day", done.day).set("at", done.at);
  KENPO_TRY(store::insert<upkeep_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<UpkeepDone>> first_upkeep(const store::View& view) {
  return store::find<upkeep_table>(view, store::no_personal_data, {"1 = 1", "ORDER BY at LIMIT 1"},
                                   {}, of_print_runs::upkeep_from);
}

Result<std::optional<UpkeepDone>> last_upkeep(const store::View& view) {
  return store::find<upkeep_table>(view, store::no_personal_data,
                                   {"1 = 1", "ORDER BY at DESC LIMIT 1"}, {},
                                   of_print_runs::upkeep_from);
}

}  // namespace kenpo::certificate
