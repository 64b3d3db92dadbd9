#include "batch/month_job.h"

#include <sys/stat.h>

#include <cerrno>

#include <cstdio>
#include <fstream>

#include "analysis/segment_act.h"
#include "benefit/high_cost_act.h"
#include "benefit/outpatient_year_act.h"
#include "certificate/paper_act.h"
#include "claim/claim_intake_store.h"
#include "claim/claim_recheck_act.h"
#include "collection/allocation_act.h"
#include "collection/pledge_act.h"
#include "collection/voluntary_act.h"
#include "eligibility/reach_act.h"
#include "eligibility/work_item_store.h"
#include "premium/levy_act.h"
#include "premium/open_determination_store.h"
#include "premium/payment_notice_act.h"
#include "premium/payment_notice_print.h"
#include "premium/society_rate_store.h"
#include "recourse/lapse_act.h"
#include "remuneration/candidate_act.h"
#include "remuneration/determination_job.h"
#include "remuneration/voluntary_standard_act.h"
#include "review/review_run_act.h"

namespace kenpo::batch {

namespace {

using base::Plain;
using base::Result;
using base::Words;
using eligibility::Ledger;
using notice::Acting;

base::Fault paper_fault() {
  return {.what = {"納入告知書を書き出せません。", "A payment notice cannot be written."},
          .why = {},
          .mend = {"出力先の空きと権限を確かめて、もう一度実行してください。",
                   "Check space and permissions of the outbox and run again."},
          .place = {}};
}

/// Nothing is done in a month whose premiums cannot be worked out: what is missing is told at once.
Result<> check_rates(Ledger& ledger, const MonthPlan& plan) {
  const auto view = KENPO_TRY(ledger.database.read());
  KENPO_TRY(premium::rates_of(view, plan.month));
  return base::Done{};
}

Result<StepReport> determine(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto done = KENPO_TRY(remuneration::determine_all(ledger, acting, plan.tell));
  const auto decided = Plain(done.decided);
  const auto left = Plain(done.for_people);
  return StepReport{{"標準報酬の決定", "determinations"},
                    {"決定 " + decided + "件、確認が要るもの " + left + "件",
                     decided + " decided, " + left + " to decide"}};
}

Result<StepReport> levy(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto done = KENPO_TRY(premium::levy_month(ledger, acting, plan.month, plan.tell));
  KENPO_TRY(premium::check_levy_ledger(ledger, acting));
  const auto view = KENPO_TRY(ledger.database.read());
  const auto open = KENPO_TRY(premium::count_undetermined_people(view, plan.month));
  const auto persons = Plain(done.persons);
  const auto postings = Plain(done.postings);
  const auto earlier = Plain(done.retroactive);
  StepReport report{
      {"保険料の調定", "levy"},
      {persons + "人、仕訳 " + postings + "件(うち遡及 " + earlier + "件)",
       persons + " people, " + postings + " postings, " + earlier + " of them for earlier months"}};
  if (open == 0) return report;
  report.told.ja += "。標準報酬の決定が残る人 " + Plain(open) +
                    "人は、従前の標準報酬があればその額で調定しました";
  report.told.en += "; " + Plain(open) +
                    " with an open determination were levied on the standard held before, if any";
  return report;
}

collection::VoluntaryLevy operator+(collection::VoluntaryLevy sum,
                                    const collection::VoluntaryLevy& more) {
  sum.demanded += more.demanded;
  sum.prepaid += more.prepaid;
  sum.without_standard += more.without_standard;
  sum.unpaid += more.unpaid;
  sum.lapsed += more.lapsed;
  sum.repriced += more.repriced;
  sum.to_sort_out += more.to_sort_out;
  sum.corrected += more.corrected;
  sum.cancelled += more.cancelled;
  return sum;
}

/// 健康保険法43条: who is to be revised though no form says so.
Result<StepReport> propose_revisions(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto done = KENPO_TRY(remuneration::propose_candidates(ledger, acting, plan.month));
  const auto found = Plain(done.found);
  const auto opened = Plain(done.opened);
  return StepReport{{"随時改定の候補", "candidates for a revision"},
                    {"候補 " + found + "人（うち今回の求め " + opened + "人）",
                     found + " candidates, " + opened + " of them newly asked for"}};
}

/// 健康保険法47条・附則3条: each April, and at the entry. Proposed before the demands of the next month
/// are made; a person decides, and what was demanded or prepaid by then is settled.
Result<StepReport> propose_voluntary(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto done = KENPO_TRY(remuneration::propose_voluntary_round(
      ledger, acting, plan.month.plus(1).fiscal_year()));
  const auto waiting = Plain(done.waiting);
  const auto opened = Plain(done.opened);
  return StepReport{{"任意継続・特例退職の標準報酬", "standards of voluntary members"},
                    {"決定を待つ人 " + waiting + "人（うち今回の求め " + opened + "人）",
                     waiting + " wait for a decision, " + opened + " of them newly asked for"}};
}

/// The month itself, for those who came late, and the month after it: the premium of a month is due
/// on its 10th (健康保険法164条1項ただし書).
Result<StepReport> levy_voluntary(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto today = ledger.gate.clock().now().day();
  collection::VoluntaryLevy sum;
  for (const auto month : {plan.month, plan.month.plus(1)}) {
    const auto due = KENPO_TRY(collection::first_due_on(month, today));
    const auto done = KENPO_TRY(collection::levy_voluntary(ledger, acting, month, due));
    sum = sum + done;
  }
  const auto demanded = Plain(sum.demanded);
  const auto prepaid = Plain(sum.prepaid);
  const auto repriced = Plain(sum.repriced + sum.lapsed);
  const auto corrected = Plain(sum.corrected);
  const auto cancelled = Plain(sum.cancelled);
  const auto unpaid = Plain(sum.unpaid);
  const auto left = Plain(sum.without_standard + sum.to_sort_out);
  return StepReport{
      {"任意継続の保険料の請求", "premiums of voluntary members"},
      {"請求 " + demanded + "件、前納 " + prepaid + "件、前納の再計算 " + repriced +
           "件、請求後の訂正 " + corrected + "か月、資格の取消し " + cancelled + "人、未納 " + unpaid +
           "人、確認が要るもの " + left + "件",
       demanded + " demanded, " + prepaid + " prepaid, " + repriced + " prepayments settled, " +
           corrected + " months corrected, " + cancelled + " cancelled, " + unpaid + " unpaid, " +
           left + " left for people"}};
}

Result<StepReport> watch_pledges(Ledger& ledger, const Acting& acting) {
  const auto done = KENPO_TRY(collection::watch_pledges(ledger, acting));
  const auto agreed = Plain(done.agreed);
  const auto broken = Plain(done.broken);
  return StepReport{{"納付誓約の点検", "payment pledges"},
                    {agreed + "件、不履行 " + broken + "件", agreed + ", " + broken + " broken"}};
}

Result<StepReport> check_collection(Ledger& ledger, const Acting& acting) {
  const auto done = KENPO_TRY(collection::check_collection(ledger, acting));
  const auto receipts = Plain(done.receipts);
  const auto debts = Plain(done.debts);
  return StepReport{{"徴収の台帳の検査", "ledger of the collection"},
                    {"一致(入金 " + receipts + "件、請求 " + debts + "件)",
                     "consistent: " + receipts + " receipts, " + debts + " debts"}};
}

/// The file's name holds the establishment's symbol, which is no personal data.
std::string paper_path(const MonthPlan& plan, const premium::PaymentNotice& notice) {
  return plan.outbox + "/" + plan.month.iso() + "/納入告知書-" + notice.establishment.symbol +
         ".pdf";
}

/// Writes the paper unless a paper of the same bytes is there.
Result<> write_paper(const std::string& path, const std::string& bytes) {
  const auto temporary = path + ".new";
  std::ofstream file(temporary, std::ios::binary);
  file << bytes;
  file.close();
  if (!file || std::rename(temporary.c_str(), path.c_str()) != 0) return paper_fault();
  return base::Done{};
}

Result<StepReport> print_notices(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto notices = KENPO_TRY(premium::list_payment_notices(ledger, acting, plan.month));
  for (const auto& folder : {plan.outbox, plan.outbox + "/" + plan.month.iso()}) {
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return paper_fault();
  }
  std::int64_t printed = 0;
  for (const auto& notice : notices) {
    if (notice.total.amount() <= 0) continue;  // set off, not claimed
    const auto paper = KENPO_TRY(premium::print_payment_notice(notice, plan.sender));
    KENPO_TRY(write_paper(paper_path(plan, notice), paper.pdf));
    ++printed;
    if (plan.tell) {
      plan.tell({printed,
                 static_cast<std::int64_t>(notices.size()),
                 {"納入告知書の作成", "printing payment notices"}});
    }
  }
  const auto count = Plain(printed);
  return StepReport{
      {"納入告知書", "payment notices"},
      {count + "通(案。告知は画面で行います)", count + " drafts; they are issued on the desk"}};
}

Result<StepReport> check_claims(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto view = KENPO_TRY(ledger.database.read());
  const auto newest = KENPO_TRY(claim::newest_claimed_month(view));
  if (!newest) {
    return StepReport{{"資格点検", "eligibility check"},
                      {"レセプトはまだありません", "no claims yet"}};
  }
  const auto done =
      KENPO_TRY(claim::recheck_claims(ledger.gate, ledger.database, acting, *newest, plan.tell));
  const auto claims = Plain(done.claims);
  const auto changed = Plain(done.changed);
  return StepReport{{"資格点検", "eligibility check"},
                    {claims + "件、結果が変わったもの " + changed + "件",
                     claims + " claims, " + changed + " changed"}};
}

/// What came in, and what a late notification or a change of class has moved since the last time.
Result<StepReport> keep_benefits(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto done = KENPO_TRY(benefit::keep_high_cost(ledger, acting, plan.tell));
  const auto households = Plain(done.households);
  const auto changed = Plain(done.changed);
  const auto proposed = Plain(done.proposed);
  return StepReport{{"高額療養費・付加給付", "high-cost medical expense"},
                    {"世帯と月 " + households + "件、変わったもの " + changed + "件、支給の案 " +
                         proposed + "件",
                     households + " households and months, " + changed + " changed, " + proposed +
                         " proposed"}};
}

/// The newest period that has ended (施行令41条の2), once claims of its last month may have come.
Result<StepReport> keep_outpatient_years(Ledger& ledger, const Acting& acting,
                                         const MonthPlan& plan) {
  const base::Words step{"外来年間合算", "yearly sums of outpatient care"};
  const auto last = KENPO_TRY(benefit::ended_year(ledger.gate.clock().now().day()));
  const auto view = KENPO_TRY(ledger.database.read());
  const auto newest = KENPO_TRY(claim::newest_claimed_month(view));
  if (!newest || *newest <= last) {
    return StepReport{step, {"最後の月のレセプトはまだありません", "no claims of its last month"}};
  }
  const auto done = KENPO_TRY(benefit::keep_outpatient_years(ledger, acting, last, plan.tell));
  // Of the period that goes on: whoever has died in it, or is insured nowhere.
  constexpr int months_of_a_period = 12;
  const auto early = KENPO_TRY(benefit::keep_outpatient_years(
      ledger, acting, last.plus(months_of_a_period), plan.tell));
  const auto people = Plain(done.people + early.people);
  const auto proposed = Plain(done.proposed + early.proposed);
  return StepReport{
      step,
      {people + "人、支給の案 " + proposed + "件", people + " people, " + proposed + " proposed"}};
}

/// The newest month and the one before it, for what came late; of the half year before them the
/// receipts that are another person's now, or were returned.
Result<StepReport> review_claims(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const base::Words step{"内容点検", "content checks"};
  const auto view = KENPO_TRY(ledger.database.read());
  const auto newest = KENPO_TRY(claim::newest_claimed_month(view));
  if (!newest) return StepReport{step, {"レセプトはまだありません", "no claims yet"}};
  review::ReviewReport sum;
  for (const auto month : KENPO_TRY(claim::claimed_months(view))) {
    if (month < newest->plus(-review::months_looked_back)) continue;
    const auto which = month < newest->plus(-1) ? review::LookAt::changed : review::LookAt::every;
    const auto done = KENPO_TRY(
        review::review_month(ledger.gate, ledger.database, acting, month, plan.tell, which));
    sum.receipts += done.receipts;
    sum.found += done.found;
    sum.gone += done.gone;
  }
  const auto receipts = Plain(sum.receipts);
  const auto found = Plain(sum.found);
  const auto gone = Plain(sum.gone);
  return StepReport{step,
                    {"点検 " + receipts + "件、見つかったもの " + found +
                         "件、該当しなくなったもの " + gone + "件",
                     receipts + " looked at, " + found + " found, " + gone + " gone"}};
}

/// The same months, and half a year before them: receipts stay open until somebody has decided.
Result<StepReport> open_lapses(Ledger& ledger, const Acting& acting) {
  const base::Words step{"資格喪失後の受診", "treatment after the loss"};
  const auto view = KENPO_TRY(ledger.database.read());
  const auto newest = KENPO_TRY(claim::newest_claimed_month(view));
  if (!newest) return StepReport{step, {"レセプトはまだありません", "no claims yet"}};
  const auto done = KENPO_TRY(recourse::open_lapses({ledger.gate, ledger.database}, acting,
                                                    newest->plus(-review::months_looked_back),
                                                    *newest));
  const auto opened = Plain(done.opened);
  const auto cleared = Plain(done.cleared);
  return StepReport{step,
                    {"新しいもの " + opened + "件、資格を確認したもの " + cleared + "件",
                     opened + " new, " + cleared + " cleared"}};
}

Result<StepReport> keep_certificates(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto done =
      KENPO_TRY(certificate::keep_all_papers(ledger, acting, plan.month, plan.tell));
  const auto issue = Plain(done.to_issue);
  const auto collect = Plain(done.to_collect);
  const auto invited = Plain(done.invited);
  return StepReport{{"証の点検", "certificates"},
                    {"交付 " + issue + "件、回収 " + collect + "件、申請の案内 " + invited + "件",
                     issue + " to issue, " + collect + " to collect, " + invited + " to invite"}};
}

/// Who reaches an age in the month after, so that letters and certificates are ready.
Result<StepReport> open_reaches(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const auto done =
      KENPO_TRY(eligibility::open_reach_items(ledger, acting, plan.month.plus(1)));
  const auto ages = Plain(done.ages);
  const auto terms = Plain(done.terms);
  return StepReport{{"年齢到達・任意継続の満了", "ages reached, terms that end"},
                    {"年齢 " + ages + "件、満了 " + terms + "件",
                     ages + " ages, " + terms + " terms"}};
}

/// 仮名加工 (個人情報保護法41条1項): what is current is left as it is.
Result<StepReport> make_segments(Ledger& ledger, const Acting& acting, const MonthPlan& plan) {
  const base::Words step{"医療費分析の仮名加工", "pseudonymised segments"};
  if (plan.data_directory.empty()) {
    return StepReport{step, {"作る場所がありません", "nowhere to keep them"}};
  }
  analysis::Analysis analysis(ledger.gate, ledger.database, plan.data_directory);
  const auto done = KENPO_TRY(analysis::make_segments(analysis, acting, plan.tell));
  const auto months = Plain(static_cast<std::int64_t>(done.made.size()));
  const auto claims = Plain(done.claims);
  return StepReport{step,
                    {months + "か月、レセプト " + claims + "件",
                     months + " months, " + claims + " claims"}};
}

Result<StepReport> count_work(Ledger& ledger) {
  const auto view = KENPO_TRY(ledger.database.read());
  const auto open = Plain(KENPO_TRY(eligibility::count_open_work_items(view)));
  return StepReport{{"確認が要るもの", "left for people"}, {open + "件", open + " items"}};
}

}  // namespace

Result<std::vector<StepReport>> run_month(Ledger& ledger, const Acting& acting,
                                          const MonthPlan& plan) {
  KENPO_TRY(check_rates(ledger, plan));
  std::vector<StepReport> reports;
  reports.push_back(KENPO_TRY(determine(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(propose_revisions(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(levy(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(propose_voluntary(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(levy_voluntary(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(print_notices(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(watch_pledges(ledger, acting)));
  reports.push_back(KENPO_TRY(check_collection(ledger, acting)));
  reports.push_back(KENPO_TRY(check_claims(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(review_claims(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(open_lapses(ledger, acting)));
  reports.push_back(KENPO_TRY(keep_certificates(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(keep_benefits(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(keep_outpatient_years(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(open_reaches(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(make_segments(ledger, acting, plan)));
  reports.push_back(KENPO_TRY(count_work(ledger)));
  return reports;
}

}  // namespace kenpo::batch
