#include "staff/standing_rule.h"

#include <algorithm>

#include "staff/staffing_rule.h"

namespace kenpo::staff {

namespace {

using base::Date;
using base::Result;
using notice::Assignment;
using notice::Role;

Result<NamedHandler> entry_on(std::span<const NamedHandler> handlers,
                              const base::StaffId& staff) {
  const auto at = std::ranges::find_if(
      handlers, [&](const NamedHandler& each) { return each.handler.staff == staff; });
  if (at != handlers.end()) return *at;
  return base::refusal({"取扱者名簿にいない人です。", "Not on the list of handlers."},
                       {"名簿を確かめてください。", "See the list."});
}

/// The days from `today` on at which the responsible person may become another one or none.
std::vector<Date> days_of_change(const std::vector<NamedHandler>& handlers, Date today) {
  std::vector<Date> days{today};
  for (const auto& named : handlers) {
    for (const auto& each : named.handler.assignments) {
      if (each.role != Role::responsible_person) continue;
      days.push_back(each.from);
      if (each.to) days.push_back(each.to->plus_days(1));
    }
    if (named.leaves_on) days.push_back(named.leaves_on->plus_days(1));
  }
  std::erase_if(days, [&](Date day) { return day < today; });
  return days;
}

/// Whether a day from `today` on that had a responsible person has none any more.
bool loses_responsible_person(const std::vector<NamedHandler>& before,
                              const std::vector<NamedHandler>& after, Date today) {
  auto days = days_of_change(before, today);
  const auto more = days_of_change(after, today);
  days.insert(days.end(), more.begin(), more.end());
  return std::ranges::any_of(days, [&](Date day) {
    return responsible_person_on(before, day) && !responsible_person_on(after, day);
  });
}

}  // namespace

Result<> check_lockable(const NamedHandler& named) {
  const bool responsible =
      std::ranges::any_of(named.handler.assignments, [](const Assignment& each) {
        return each.role == Role::responsible_person;
      });
  if (!responsible) return base::Done{};
  return base::refusal(
      {"個人情報取扱責任者は停止できません。", "The responsible person is not locked."},
      {"先に、責任者の交代を決めてください。", "Change the responsible person first."});
}

// 公表事項2 組織的安全管理措置
Result<std::vector<NamedHandler>> with_successor(std::span<const NamedHandler> handlers,
                                                 const base::StaffId& successor, Date from,
                                                 Date today) {
  std::vector<NamedHandler> changed;
  bool found = false;
  for (auto named : handlers) {
    auto& all = named.handler.assignments;
    const bool held = std::ranges::any_of(
        all, [](const Assignment& each) { return each.role == Role::responsible_person; });
    // 1 Whoever holds the role ends on the day before; what would begin later is gone.
    std::erase_if(all, [&](const Assignment& each) {
      return each.role == Role::responsible_person && from <= each.from;
    });
    for (auto& each : all) {
      const bool reaches = !each.to || from <= *each.to;
      if (each.role == Role::responsible_person && reaches) each.to = from.plus_days(-1);
    }
    // 2 The successor begins.
    const bool is_successor = named.handler.staff == successor;
    const bool fit = !named.handler.locked && (!named.leaves_on || from <= *named.leaves_on);
    if (is_successor && fit) all.push_back({Role::responsible_person, from, {}});
    found = found || (is_successor && fit);
    if (held || is_successor) changed.push_back(std::move(named));
  }
  const bool holds_already = responsible_person_on(handlers, from) == successor;
  if (!found || from < today || holds_already) {
    return base::refusal({"後任になれる人ではないか、交代の日が過ぎています。",
                          "Not somebody who can succeed, or a day that has passed."},
                         {"名簿にある在職中の人と、今日以後の日を選んでください。",
                          "Choose somebody of the list and a day from today on."});
  }
  return changed;
}

Result<NamedHandler> with_lock(std::span<const NamedHandler> handlers,
                               const base::StaffId& staff) {
  auto named = KENPO_TRY(entry_on(handlers, staff));
  if (named.handler.locked) {
    return base::refusal({"この人は、もう停止しています。", "Locked already."},
                         {"一覧を確かめてください。", "See the list."});
  }
  KENPO_TRY(check_lockable(named));
  named.handler.locked = true;
  return named;
}

Result<NamedHandler> with_release(std::span<const NamedHandler> handlers,
                                  const base::StaffId& staff, Date today) {
  auto named = KENPO_TRY(entry_on(handlers, staff));
  if (!named.handler.locked) {
    return base::refusal({"この人は停止していません。", "Not locked."},
                         {"一覧を確かめてください。", "See the list."});
  }
  if (named.leaves_on && *named.leaves_on <= today) {
    return base::refusal({"退職した人の停止は解けません。", "The employment has ended."},
                         {"再び採用したときは、新しい取扱者として登録してください。",
                          "Enter a new handler after hiring again."});
  }
  named.handler.locked = false;
  return named;
}

Result<NamedHandler> with_leaving(std::span<const NamedHandler> handlers,
                                  const base::StaffId& staff, Date last_day, LeavesAt at,
                                  Date today) {
  KENPO_TRY(entry_on(handlers, staff));
  std::vector<NamedHandler> all(handlers.begin(), handlers.end());
  const auto leaver = std::ranges::find_if(
      all, [&](const NamedHandler& each) { return each.handler.staff == staff; });
  const auto before = all;
  leaver->leaves_on = last_day;
  if (at == LeavesAt::once) leaver->handler.locked = true;
  std::erase_if(leaver->handler.assignments,
                [&](const Assignment& each) { return last_day < each.from; });
  for (auto& each : leaver->handler.assignments) {
    if (!each.to || last_day < *each.to) each.to = last_day;
  }
  if (loses_responsible_person(before, all, today)) {
    return base::refusal(
        {"個人情報取扱責任者がいない日ができます(公表事項2)。",
         "There would be a day without a responsible person."},
        {"先に、責任者の交代を決めてください。", "Change the responsible person first."});
  }
  return *leaver;
}

}  // namespace kenpo::staff
