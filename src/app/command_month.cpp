// kenpo month
#include "app/command.h"
#include "app/notice_sender.h"
#include "app/office.h"
#include "base/clock.h"
#include "batch/month_job.h"

namespace kenpo::app {

int run_month(const Common& common, const std::string& month) {
  const auto wanted = base::Month::parse(month);
  if (!wanted) {
    refuse({{.what = {"月の書き方が違います。", "This is not a month."},
             .why = {},
             .mend = {"例：kenpo month 2026-10", "For instance kenpo month 2026-10"},
             .place = {}}},
           common);
    return exit_usage;
  }
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  auto ledger = (*office)->ledger();
  ProgressBar bar(common);
  const auto reports = batch::run_month(ledger, notice::Acting{notice::ProgramActor::scheduler},
                                        {.month = *wanted,
                                         .outbox = (*office)->directory() + "/outbox",
                                         .sender = sender_of((*office)->society()),
                                         .data_directory = (*office)->directory(),
                                         .tell = bar.teller()});
  if (!reports.ok()) return refuse(reports.faults(), common);
  for (const auto& report : *reports) {
    say(base::in(common.language, report.step).text() + "：" +
        base::in(common.language, report.told).text());
  }
  return exit_done;
}

}  // namespace kenpo::app
