// `/sign-in-locks`: who is locked, locking at once, proposing to give the rights back.
#include <algorithm>

#include "desk/page.h"
#include "desk/visit.h"
#include "staff/handler_lock_act.h"
#include "staff/people_page.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field lock_reason_field{
    .name = "reason", .label = "理由", .length_limit = reason_characters_limit, .mode = {}};

std::string lock_address(const base::StaffId& staff) {
  return "/sign-in-locks/" + std::string(staff.text());
}

bool has_left(const NamedHandler& named, base::Date today) {
  return named.leaves_on && *named.leaves_on <= today && named.handler.locked;
}

/// `named` as of now: somebody whose last day is over is locked by it.
Cell state_cell(const NamedHandler& named, base::Date today) {
  if (has_left(named, today)) return desk::chip_cell(ChipKind::plain, "退職");
  return named.handler.locked ? desk::chip_cell(ChipKind::problem, "停止")
                              : desk::chip_cell(ChipKind::done, "有効");
}

Data state_table(const std::vector<NamedHandler>& handlers, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& named : handlers) {
    std::string roles;
    for (const auto& each : named.handler.assignments) {
      if (!each.holds_on(today)) continue;
      roles += (roles.empty() ? "" : "・") + std::string(notice::wording(each.role));
    }
    rows.push_back({desk::link_cell(named.name, lock_address(named.handler.staff)),
                    {roles},
                    state_cell(named, today)});
  }
  return desk::table("取扱者", {{"氏名"}, {"いまの役割"}, {"状態"}}, rows,
                     std::to_string(rows.size()) + "人");
}

Data locks_table(const LockView& view, const std::vector<NamedHandler>& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& lock : view.locks) {
    rows.push_back({{lock.at.short_text()},
                    {name_of(handlers, lock.staff)},
                    {name_of(handlers, lock.by)},
                    {lock.reason}});
  }
  return desk::table("これまでの停止", {{"日時"}, {"停止した人"}, {"操作した人"}, {"理由"}}, rows,
                     std::to_string(rows.size()) + "件");
}

Result<Response> locks_page(const PeopleScreens& screens, const Visit& visit,
                            const Acting& acting) {
  const auto view = KENPO_TRY(show_locks(screens.office, acting));
  const auto handlers = screens.handlers();
  Data data;
  data.section("handlers", state_table(handlers, visit.now().day()))
      .section("locks", locks_table(view, handlers));
  desk::PageHead head;
  head.title = "サインインの停止";
  head.section = "/sign-in-locks";
  return desk::page(visit, std::move(head), "handler_locks_page", std::move(data));
}

Result<Response> lock_page(const PeopleScreens& screens, const Visit& visit, const Acting& acting,
                           const desk::Form& form) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  auto view = KENPO_TRY(show_locks(screens.office, acting));
  const auto handlers = screens.handlers();
  const auto named = std::ranges::find_if(
      handlers, [&](const NamedHandler& each) { return each.handler.staff == staff; });
  if (named == handlers.end()) return Visit::no_such_page();
  const auto& gate = screens.office.gate;
  const auto today = visit.now().day();
  const bool may_lock =
      gate.ruling(lock_handler_operation, visit.staff()).refusal == notice::Refusal::none;
  const bool responsible = gate.policy()->responsible_person == staff;
  const bool locked = named->handler.locked;
  const bool left = has_left(*named, today);
  Data data;
  data.section("error_summary", form.error_summary())
      .section("state", desk::chip(locked ? ChipKind::problem : ChipKind::done,
                                   left     ? "退職"
                                   : locked ? "停止"
                                            : "有効"))
      .when("responsible", responsible && !locked)
      .when("left", left)
      .text_if_any("lock_address", may_lock && !locked && !responsible ? lock_address(staff) : "")
      .text_if_any("release_address",
                   may_lock && locked && !left ? lock_address(staff) + "/releases" : "")
      .section("reason", form.input(lock_reason_field));
  std::erase_if(view.locks, [&](const HandlerLock& each) { return each.staff != staff; });
  data.section("locks", locks_table(view, handlers));
  desk::PageHead head;
  head.title = "サインインの停止：" + named->name;
  head.section = "/sign-in-locks";
  head.crumbs = {{"サインインの停止", "/sign-in-locks"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "handler_lock_page", std::move(data));
}

Result<Response> lock(const PeopleScreens& screens, const Visit& visit, const Acting& acting) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  auto form = visit.form();
  const auto reason = form.text(lock_reason_field);
  if (form.ok()) {
    const auto done = lock_handler(screens.office, acting, staff, *reason);
    if (done.ok()) {
      return visit.redirect_with(lock_address(staff),
                                 "停止しました。権限と、開いていた画面が終わりました。");
    }
    form.note(done.faults());
  }
  return lock_page(screens, visit, acting, form);
}

Result<Response> release(const PeopleScreens& screens, const Visit& visit, const Acting& acting) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  auto form = visit.form();
  const auto reason = form.text(lock_reason_field);
  if (form.ok()) {
    const auto id = propose_release(screens.office, acting, staff, *reason);
    if (id.ok()) {
      return visit.redirect_with("/approvals/" + std::string(id->text()),
                                 "提案しました。別の人が決めます。");
    }
    form.note(id.faults());
  }
  return lock_page(screens, visit, acting, form);
}

}  // namespace

void add_handler_lock_routes(desk::Router& router, const PeopleScreens& screens) {
  router.menu<show_locks_operation>(desk::MenuGroup::people, "/sign-in-locks", "サインインの停止");
  router.get_act<show_locks_operation>("/sign-in-locks",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return locks_page(screens, visit, acting);
                                       });
  router.get_act<show_locks_operation>("/sign-in-locks/{staff}",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return lock_page(screens, visit, acting, desk::Form());
                                       });
  router.post_act<lock_handler_operation>("/sign-in-locks/{staff}",
                                          [screens](const Visit& visit, const Acting& acting) {
                                            return lock(screens, visit, acting);
                                          });
  router.post_act<propose_operation>("/sign-in-locks/{staff}/releases",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return release(screens, visit, acting);
                                     });
}

}  // namespace kenpo::staff
