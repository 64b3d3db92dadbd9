// A print run from its making to the post: listed, released by a second person, printed, counted,
// handed over.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "certificate/paper_act.h"
#include "certificate/print_run_store.h"
#include "staff/approval_act.h"

namespace kenpo::certificate {

inline constexpr notice::Operation certificate_run_list{
    .name = "certificate_run.list", .japanese = "証の印刷の一覧", .pairs = {issuance_pair}};
inline constexpr notice::Operation certificate_run_show{
    .name = "certificate_run.show", .japanese = "証の印刷の表示", .pairs = {issuance_pair}};
inline constexpr notice::Operation certificate_run_make{.name = "certificate_run.make",
                                                        .japanese = "証の印刷の作成",
                                                        .verb = notice::Verb::write,
                                                        .pairs = {issuance_pair}};
inline constexpr notice::Operation certificate_run_keep{
    .name = "certificate_run.keep",
    .japanese = "証の印刷の記録(書損・枚数・交付)",
    .verb = notice::Verb::write,
    .pairs = {issuance_pair}};
inline constexpr notice::Operation certificate_print{
    .name = "certificate_run.print", .japanese = "証の印刷", .pairs = {issuance_pair}};

inline constexpr std::int64_t runs_a_page = 50;
/// The name of the kind of proposal that releases a run; its subject is the run's id.
inline constexpr std::string_view run_release_kind = "certificate_run_release";

/// Takes the papers that wait (the longest first, at most `run_papers_limit`) of the handler's
/// scope into a run, fills them in from today's ledgers and numbers them. A protected person's
/// paper is never among others': they get runs of one paper. Refused: nothing waits.
base::Result<RunId> make_run(eligibility::Ledger& ledger, const notice::Acting& acting, Kind kind,
                             Way way, Secrecy secrecy);

/// Lays the run before a second person. Refused: released before, somebody else's run.
base::Result<base::CaseId> propose_run(eligibility::Ledger& ledger, staff::Approvals& approvals,
                                       const notice::Acting& acting, const RunId& id);
/// The kind of proposal that releases a run. Added once, at the start.
staff::ApprovalKind run_kind();

struct RunList {
  std::vector<PrintRun> runs = {};
  std::int64_t count = 0;
};
/// Page by page from 0, the latest first. No personal data.
base::Result<RunList> list_all_runs(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    std::int64_t page);

struct RunPapers {
  PrintRun run;
  std::vector<Paper> papers = {};              // by number, spoiled ones too
  std::vector<Certificate> certificates = {};  // by the number of their good paper
  std::int64_t spoiled() const;
};
base::Result<RunPapers> show_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const RunId& id);

/// Refused: not released, closed before.
base::Result<PrintJob> print_job(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const RunId& id);

/// The sheet with the number was spoiled: its certificate gets the next number of the kind.
/// Refused: the run is not being printed, no such good sheet in it.
base::Result<> record_spoiled(eligibility::Ledger& ledger, const notice::Acting& acting,
                              const RunId& id, std::int64_t number, const std::string& reason);

/// Ends the printing. Refused unless the sheets counted by hand are the released papers and the
/// spoiled ones together.
base::Result<> close_run(eligibility::Ledger& ledger, const notice::Acting& acting, const RunId& id,
                         std::int64_t counted);

/// Gives the run up before its release: its papers wait again, its numbers stay unused.
base::Result<> dissolve_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                            const RunId& id);

/// All papers of the run went out today. Refused before the count, or twice.
base::Result<> deliver_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const RunId& id);

}  // namespace kenpo::certificate
