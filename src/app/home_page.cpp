#include "app/home_page.h"

#include <algorithm>
#include <map>

#include "base/era.h"
#include "app/watch_routes.h"
#include "claim/claim_intake_store.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/scope.h"
#include "eligibility/work_item_store.h"
#include "premium/levy_ledger_store.h"
#include "safeguard/log_page.h"

namespace kenpo::app {

namespace {

using base::Result;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Task;
using desk::Visit;
using eligibility::WorkItem;
using notice::Permit;

std::string count_words(std::int64_t count) { return desk::grouped(count) + "件"; }

/// The open items of one kind: how many, and the earliest day that is due.
struct Sum {
  std::int64_t count = 0;
  base::Date due;
};
using Sums = std::map<eligibility::WorkKind, Sum>;

/// Of the handler's establishments.
Result<Sums> open_work(const store::View& view, const notice::Recorder& recorder) {
  Sums sums;
  KENPO_TRY(eligibility::each_open_work_item(view, [&](const WorkItem& item) {
    if (!eligibility::in_scope(recorder, item.establishment)) return;
    auto& sum = sums.try_emplace(item.kind, Sum{0, item.due}).first->second;
    ++sum.count;
    sum.due = std::min(sum.due, item.due);
  }));
  return sums;
}

std::vector<Task> work_tasks(const Sums& sums, base::Date today) {
  std::vector<Task> tasks;
  for (const auto& [kind, sum] : sums) {
    tasks.push_back({.title = wording(kind).ja.text(),
                     .hint = "早い期限 " + sum.due.iso(),
                     .address = "/work?kind=" + std::to_string(static_cast<int>(kind)),
                     .kind = sum.due < today ? ChipKind::problem : ChipKind::plain,
                     .state = count_words(sum.count)});
  }
  return tasks;
}

/// The claims that the eligibility check left to people, of the newest month: its files together.
Result<std::vector<Task>> claim_tasks(const store::View& view) {
  const auto month = KENPO_TRY(claim::newest_claimed_month(view));
  if (!month) return std::vector<Task>{};
  std::uint64_t receipts = 0;
  std::uint64_t to_decide = 0;
  base::Moment taken_at;
  const auto intakes = KENPO_TRY(claim::claim_intakes(view, *month));
  for (const auto& intake : intakes) {
    receipts += intake.receipts;
    to_decide += intake.to_decide();
    taken_at = std::max(taken_at, intake.taken_at);
  }
  return std::vector<Task>{
      {.title = "レセプトの資格点検（" + base::era_month(*month) + "請求分）",
       .hint = "最後の受付 " + taken_at.short_text() + "、" + std::to_string(intakes.size()) +
               "ファイル、" + count_words(static_cast<std::int64_t>(receipts)),
       .address = "/claims?month=" + month->iso(),
       .kind = to_decide == 0 ? ChipKind::done : ChipKind::waiting,
       .state = "確認 " + count_words(static_cast<std::int64_t>(to_decide))}};
}

/// The newest month that was levied, and the payment notices of its bill.
Result<std::vector<Task>> levy_tasks(const store::View& view) {
  std::vector<Task> tasks;
  const auto runs = KENPO_TRY(premium::list_runs(view));
  if (runs.empty()) return tasks;
  const auto& run = runs.back();
  const auto issued = KENPO_TRY(premium::issued_for(view, run.month));
  tasks.push_back(
      {.title = "保険料の調定（" + base::era_month(run.month) + "分）",
       .hint = "終了 " + run.finished_at.short_text() + "、" + desk::grouped(run.persons) + "人",
       .address = "/levies/" + run.month.iso(),
       .kind = ChipKind::done,
       .state = "調定済み"});
  tasks.push_back(
      {.title = "納入告知書（" + base::era_month(run.month) + "分）",
       .hint = issued.empty() ? "" : "納期限 " + issued.front().due.iso(),
       .address = "/levies/" + run.month.iso(),
       .kind = issued.empty() ? ChipKind::plain : ChipKind::done,
       .state = issued.empty() ? "未着手" : count_words(static_cast<std::int64_t>(issued.size()))});
  return tasks;
}

constexpr std::string_view audit_address = "/audit";

/// What was found changed outside the program, each with what to do; the page of the log says more
/// to those who may open it.
void add_wrong(const notice::LogVerification& verified, bool may_open, std::vector<Task>& tasks) {
  constexpr std::size_t wrong_shown_limit = 5;
  for (const auto& fault : verified.faults) {
    if (tasks.size() > wrong_shown_limit) break;
    tasks.push_back({.title = fault.what.ja.text(),
                     .hint = fault.why.ja.text() + safeguard::whom_to_tell,
                     .address = may_open ? std::string(audit_address) : std::string(),
                     .kind = ChipKind::problem,
                     .state = "すぐ知らせる"});
  }
}

Result<std::vector<Task>> safety_tasks(Office& office, const Visit& visit) {
  const auto state = office.log().state();
  const auto policy = office.gate().policy();
  std::vector<Task> tasks;
  const auto verified = office.log_verification();
  tasks.push_back({.title = "監査記録",
                   .hint = desk::grouped(static_cast<std::int64_t>(state.durable)) + "件、" +
                           safeguard::verification_words(verified),
                   .address = "",
                   .kind = state.healthy ? ChipKind::done : ChipKind::problem,
                   .state = state.healthy ? "書き込めます" : "書き込めません"});
  if (verified) add_wrong(*verified, visit.may(desk::Method::get, audit_address), tasks);
  tasks.push_back({.title = "公表事項",
                   .hint = "第" + std::to_string(policy->notice.version) + "版",
                   .address = "/notice",
                   .kind = policy->notice.version == 0 ? ChipKind::problem : ChipKind::done,
                   .state = policy->notice.version == 0 ? "施行なし" : "施行中"});
  if (const auto* handler = policy->find(visit.staff()); handler && handler->trained_until) {
    const auto left = handler->trained_until->since(visit.now().day());
    constexpr int soon_days = 30;
    tasks.push_back({.title = "あなたの研修",
                     .hint = "期限 " + handler->trained_until->iso(),
                     .address = "",
                     .kind = left < soon_days ? ChipKind::waiting : ChipKind::done,
                     .state = "あと" + std::to_string(left) + "日"});
  }
  const auto watched = KENPO_TRY(watch_board_tasks(office, visit.now(), visit.staff()));
  tasks.insert(tasks.end(), watched.begin(), watched.end());
  return tasks;
}

/// The search a clerk begins most work with; absent for those who may not look at members.
void add_search(const desk::Router& router, const Visit& visit, Data& data) {
  auto address = eligibility::open_address(router, visit, "/members");
  data.when("may_search", !address.empty())
      .section("search", desk::search_box(std::move(address), "q", "加入者を探す", "",
                                          "氏名・カナ・番号のどれでも探せます。"));
}

void add_tasks(Data& data, std::string_view name, const std::vector<Task>& tasks) {
  if (tasks.empty()) {
    data.nothing(name);
  } else {
    data.section(name, desk::task_list(tasks));
  }
}

Result<Response> home(Office& office, const desk::Router& router, const Visit& visit,
                      const notice::Recorder& recorder) {
  const auto view = KENPO_TRY(office.database().read());
  const auto sums = KENPO_TRY(open_work(view, recorder));
  std::int64_t count = 0;
  for (const auto& [kind, sum] : sums) count += sum.count;
  Data data;
  add_search(router, visit, data);
  data.text("work_count", count_words(count));
  add_tasks(data, "work", work_tasks(sums, visit.now().day()));
  add_tasks(data, "claims", KENPO_TRY(claim_tasks(view)));
  add_tasks(data, "levy", KENPO_TRY(levy_tasks(view)));
  data.section("safety", desk::task_list(KENPO_TRY(safety_tasks(office, visit))));
  desk::PageHead head;
  head.title = "今日の仕事";
  head.section = "/";
  return desk::page(visit, std::move(head), "home_page", std::move(data));
}

}  // namespace

void add_home_routes(desk::Router& router, Office& office) {
  router.menu<show_board_operation>(desk::MenuGroup::home, "/", "ホーム");
  router.get<show_board_operation>(
      "/", [&office, &router](const Visit& visit, const Permit<show_board_operation>& permit) {
        return home(office, router, visit, permit.recorder());
      });
}

}  // namespace kenpo::app
