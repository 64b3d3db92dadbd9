#include "app/home_page.h"

#include <algorithm>
#include <map>

#include "claim/claim_intake_store.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/work_item_store.h"
#include "premium/levy_ledger_store.h"
#include "safeguard/alert_board_page.h"

namespace kenpo::app {

namespace {

using base::Result;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Task;
using desk::Visit;
using eligibility::WorkItem;
using eligibility::WorkState;
using notice::Permit;

ChipKind chip_kind(WorkState state) {
  switch (state) {
    case WorkState::waiting:
      return ChipKind::plain;
    case WorkState::held:
    case WorkState::awaiting_approval:
      return ChipKind::waiting;
    case WorkState::under_review:
      return ChipKind::progress;
    case WorkState::finished:
      return ChipKind::done;
  }
  return ChipKind::plain;
}

std::string count_words(std::int64_t count) { return desk::grouped(count) + "件"; }

/// The open items by kind: how many, and the earliest day that is due.
std::vector<Task> work_tasks(const std::vector<WorkItem>& items, base::Date today) {
  struct Sum {
    std::int64_t count = 0;
    base::Date due;
  };
  std::map<eligibility::WorkKind, Sum> sums;
  for (const auto& item : items) {
    auto& sum = sums.try_emplace(item.kind, Sum{0, item.due}).first->second;
    ++sum.count;
    sum.due = std::min(sum.due, item.due);
  }
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

/// The claims that the eligibility check left to people, of the newest month.
Result<std::vector<Task>> claim_tasks(const store::View& view) {
  std::vector<Task> tasks;
  const auto month = KENPO_TRY(claim::newest_claimed_month(view));
  if (!month) return tasks;
  for (const auto& intake : KENPO_TRY(claim::claim_intakes(view, *month))) {
    tasks.push_back(
        {.title = "レセプトの資格点検(請求年月 " + month->iso() + ")",
         .hint = "受付 " + intake.taken_at.short_text() + "、" +
                 count_words(static_cast<std::int64_t>(intake.receipts)),
         .address = "/claims?month=" + month->iso(),
         .kind = intake.to_decide() == 0 ? ChipKind::done : ChipKind::waiting,
         .state = "確認 " + count_words(static_cast<std::int64_t>(intake.to_decide()))});
  }
  return tasks;
}

/// The newest month that was levied, and the payment notices of its bill.
Result<std::vector<Task>> levy_tasks(const store::View& view) {
  std::vector<Task> tasks;
  const auto runs = KENPO_TRY(premium::list_runs(view));
  if (runs.empty()) return tasks;
  const auto& run = runs.back();
  const auto issued = KENPO_TRY(premium::issued_for(view, run.month));
  tasks.push_back(
      {.title = "保険料の調定(" + run.month.iso() + "月分)",
       .hint = "終了 " + run.finished_at.short_text() + "、" + desk::grouped(run.persons) + "人",
       .address = "/levies/" + run.month.iso(),
       .kind = ChipKind::done,
       .state = "調定済み"});
  tasks.push_back(
      {.title = "納入告知書(" + run.month.iso() + "月分)",
       .hint = issued.empty() ? "" : "納期限 " + issued.front().due.iso(),
       .address = "/levies/" + run.month.iso(),
       .kind = issued.empty() ? ChipKind::plain : ChipKind::done,
       .state = issued.empty() ? "未着手" : count_words(static_cast<std::int64_t>(issued.size()))});
  return tasks;
}

std::vector<Task> safety_tasks(Office& office, const Visit& visit) {
  const auto state = office.log().state();
  const auto policy = office.gate().policy();
  std::vector<Task> tasks;
  tasks.push_back({.title = "監査記録",
                   .hint = desk::grouped(static_cast<std::int64_t>(state.durable)) + "件",
                   .address = "",
                   .kind = state.healthy ? ChipKind::done : ChipKind::problem,
                   .state = state.healthy ? "正常" : "書き込めません"});
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
  return tasks;
}

Result<Response> home(Office& office, const Visit& visit) {
  const auto view = KENPO_TRY(office.database().read());
  const auto items = KENPO_TRY(eligibility::open_work_items(view));
  const auto count = KENPO_TRY(eligibility::count_open_work_items(view));
  auto safety = safety_tasks(office, visit);
  const auto watched = KENPO_TRY(safeguard::watch_tasks(office.database(), visit.now()));
  safety.insert(safety.end(), watched.begin(), watched.end());
  Data data;
  data.text("work_count", count_words(count))
      .when("no_work", items.empty())
      .section("work", desk::task_list(work_tasks(items, visit.now().day())))
      .section("claims", desk::task_list(KENPO_TRY(claim_tasks(view))))
      .section("levy", desk::task_list(KENPO_TRY(levy_tasks(view))))
      .section("safety", desk::task_list(safety));
  desk::PageHead head;
  head.title = "今日の仕事";
  head.section = "/";
  return desk::page(visit, std::move(head), "home_page", std::move(data));
}

Result<Response> work(Office& office, const Visit& visit) {
  const auto view = KENPO_TRY(office.database().read());
  const auto wanted = visit.query("kind");
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& item : KENPO_TRY(eligibility::open_work_items(view))) {
    if (!wanted.empty() && wanted != std::to_string(static_cast<int>(item.kind))) continue;
    const auto address =
        item.person ? "/members/" + std::string(item.person->text()) : std::string();
    rows.push_back({address.empty() ? desk::Cell{wording(item.kind).ja.text()}
                                    : desk::link_cell(wording(item.kind).ja.text(), address),
                    {advice(item.kind).ja.text()},
                    {item.month.iso()},
                    {item.due.iso()},
                    desk::chip_cell(chip_kind(item.state), wording(item.state).ja.text())});
  }
  Data data;
  data.section("items",
               desk::table("確認が要るもの", {{"種類"}, {"すること"}, {"月"}, {"期限"}, {"状態"}},
                           rows, count_words(static_cast<std::int64_t>(rows.size()))));
  desk::PageHead head;
  head.title = "事務処理の一覧";
  head.section = "/work";
  return desk::page(visit, std::move(head), "work_page", std::move(data));
}

}  // namespace

void add_home_routes(desk::Router& router, Office& office) {
  router.menu<show_board_operation>("/", "ホーム");
  router.menu<list_work_operation>("/work", "事務処理");
  router.get<show_board_operation>(
      "/", [&office](const Visit& visit, const Permit<show_board_operation>&) {
        return home(office, visit);
      });
  router.get<list_work_operation>(
      "/work", [&office](const Visit& visit, const Permit<list_work_operation>&) {
        return work(office, visit);
      });
}

}  // namespace kenpo::app
