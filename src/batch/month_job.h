// The month's work (月次処理): determinations, levy, demands on voluntary members, payment notices,
// pledges, the check of the collection's ledger, the eligibility check and the content checks of
// claims, certificates, high-cost medical expense, pseudonymised segments for analysis, and what is
// left for people. Every step may be
// run again: what is done stays done.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/plain.h"
#include "base/progress.h"
#include "base/result.h"
#include "eligibility/ledger.h"
#include "notice/gate.h"
#include "premium/payment_notice.h"

namespace kenpo::batch {

/// One step that was run: its name and what came of it, in the words of the office.
struct StepReport {
  base::Words step;
  base::Words told;
};

struct MonthPlan {
  base::Month month;
  std::string outbox;            // where the papers go; the folder of the month is made in it
  premium::NoticeSender sender;  // what stands on every paper
  std::string data_directory;    // where pseudonymised segments are kept; empty: none are made
  base::TellProgress tell;
};

/// Runs or resumes the month. Stops at the first step that is refused; the steps before it stand.
base::Result<std::vector<StepReport>> run_month(eligibility::Ledger& ledger,
                                                const notice::Acting& acting,
                                                const MonthPlan& plan);

}  // namespace kenpo::batch
