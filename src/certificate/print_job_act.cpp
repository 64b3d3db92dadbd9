// What a run prints: each paper with the facts that stand on it and the window of its envelope.
#include "certificate/addressee_act.h"
#include "certificate/print_run_act.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "store/under.h"

namespace kenpo::certificate {

using base::Result;
using eligibility::MemberAccess;

namespace of_jobs {

/// 資格取得日, or the day of recognition, of the membership that the paper is about.
Result<base::Date> since_when(const store::View& view, const MemberAccess& access,
                              const Certificate& paper, base::Moment now) {
  base::Date since = paper.from;
  if (paper.person != paper.insured) {
    for (const auto& link : KENPO_TRY(eligibility::links_of(view, access, paper.person, now))) {
      if (link.insured == paper.insured && link.from <= paper.from) since = link.from;
    }
    return since;
  }
  for (const auto& period : KENPO_TRY(eligibility::periods_of(view, access, paper.person, now))) {
    if (period.acquired <= paper.from) since = period.acquired;
  }
  return since;
}

Result<PrintedPaper> drawn(const store::View& view, const MemberAccess& access,
                           const Certificate& paper, Way way, base::Moment now) {
  PrintedPaper made{.certificate = paper};
  made.address = KENPO_TRY(addressee(view, access, paper, way, now));
  if (const auto person = KENPO_TRY(eligibility::find_person(view, access, paper.person, now))) {
    made.sex = person->sex == eligibility::Sex::male ? "男" : "女";
    made.born = person->born;
  }
  made.acquired = KENPO_TRY(since_when(view, access, paper, now));
  // What was kept when the paper was numbered is what is printed.
  const auto& contents = paper.contents;
  if (contents.sex) made.sex = *contents.sex == eligibility::Sex::male ? "男" : "女";
  if (contents.born) made.born = *contents.born;
  if (contents.joined) made.acquired = *contents.joined;
  return made;
}

}  // namespace of_jobs

Result<PrintJob> print_job(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const RunId& id) {
  return store::read_under<certificate_print>(
      ledger, acting,
      [&](const notice::Permit<certificate_print>& permit,
          const store::View& view) -> Result<PrintJob> {
        const MemberAccess access(permit.grant<notice::Purpose::certificate_issuance>());
        const auto run = KENPO_TRY(find_run(view, id));
        if (!run || !run->may_print()) {
          return base::Fault{
              {"この印刷は、いまは印刷できません。", "The run cannot be printed now."},
              {"印刷できるのは、二人目の決裁から枚数の確認までです。",
               "Only between its release and its count."},
              {"印刷の画面で段階を確かめてください。", "Look at the stage of the run."},
              {}};
        }
        PrintJob job{.run = *run};
        const auto now = ledger.gate.clock().now();
        for (const auto& paper : KENPO_TRY(certificates_of_run(view, access, id))) {
          if (!eligibility::in_scope(permit.recorder(), paper.establishment)) {
            return notice::out_of_scope_fault();
          }
          job.papers.push_back(KENPO_TRY(of_jobs::drawn(view, access, paper, run->way, now)));
        }
        return job;
      });
}

}  // namespace kenpo::certificate
