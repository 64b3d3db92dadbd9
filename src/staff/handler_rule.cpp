#include "staff/handler_rule.h"

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"
#include "staff/staffing_rule.h"

namespace kenpo::staff {

namespace {

using base::Date;
using base::Result;
using notice::Assignment;
using notice::Role;

constexpr std::size_t name_characters_limit = 40;  // names on screens and in watermarks
constexpr std::string_view role_prefix = "role_";
constexpr std::string_view open_word = "open";
constexpr std::string_view locked_word = "locked";

base::Fault list_fault(base::Words what, base::Words mend) {
  return {.what = std::move(what), .why = {}, .mend = std::move(mend), .place = {}};
}

base::Fault changed_meanwhile() {
  return list_fault(
      {"提案の後に、名簿が変わっています。", "The list has changed since the proposal."},
      {"いまの名簿を見て、もう一度提案してください。", "Propose it anew."});
}

std::string state_text(const NamedHandler& named) {
  return std::string(named.handler.locked ? locked_word : open_word);
}

std::string establishments_text(const NamedHandler& named) {
  std::vector<std::string> ids;
  for (const auto& each : named.handler.establishments) ids.emplace_back(each.text());
  std::ranges::sort(ids);
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : " ") + id;
  return text;
}

/// The value of a field as it stands in the entry; nullopt for a field that does not exist.
std::optional<std::string> present_value(const NamedHandler& named, std::string_view field) {
  if (field == "name") return named.name;
  if (field == "state") return state_text(named);
  if (field == "establishments") return establishments_text(named);
  if (!field.starts_with(role_prefix)) return std::nullopt;
  const auto role = notice::parse_role(field.substr(role_prefix.size()));
  if (!role || *role == Role::responsible_person) return std::nullopt;
  return periods_text(named.handler, *role);
}

std::optional<Assignment> parse_period(Role role, std::string_view text) {
  const auto words = base::words_of(text);
  if (words.size() != 2) return std::nullopt;
  const auto from = Date::parse(words[0]);
  const auto to = Date::parse(words[1]);
  if (!from || (!to && words[1] != "-")) return std::nullopt;
  return Assignment{role, *from, to};
}

bool put_periods(notice::Handler& handler, Role role, std::string_view text) {
  std::erase_if(handler.assignments, [&](const Assignment& each) { return each.role == role; });
  if (text.empty()) return true;
  for (const auto part : base::cells_of(text, ';')) {
    const auto period = parse_period(role, part);
    if (!period) return false;
    handler.assignments.push_back(*period);
  }
  return true;
}

bool put_establishments(notice::Handler& handler, std::string_view text) {
  handler.establishments.clear();
  for (const auto word : base::words_of(text)) {
    const auto id = base::EstablishmentId::parse(word);
    if (!id) return false;
    handler.establishments.push_back(*id);
  }
  return true;
}

bool put_value(NamedHandler& named, std::string_view field, std::string_view value) {
  if (field == "name") return named.name = value, true;
  if (field == "state") {
    named.handler.locked = value == locked_word;
    return value == locked_word || value == open_word;
  }
  if (field == "establishments") return put_establishments(named.handler, value);
  const auto role = notice::parse_role(field.substr(role_prefix.size()));
  return role && put_periods(named.handler, *role, value);
}

bool holds_responsibility(const notice::Handler& handler) {
  return std::ranges::any_of(handler.assignments, [](const Assignment& each) {
    return each.role == Role::responsible_person;
  });
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

std::string periods_text(const notice::Handler& handler, Role role) {
  std::vector<std::string> periods;
  for (const auto& each : handler.assignments) {
    if (each.role != role) continue;
    periods.push_back(each.from.iso() + " " + (each.to ? each.to->iso() : "-"));
  }
  std::ranges::sort(periods);
  std::string text;
  for (const auto& period : periods) text += (text.empty() ? "" : ";") + period;
  return text;
}

Result<> check_handler(const NamedHandler& named) {
  const auto length = base::count_code_points(named.name);
  if (length == 0 || length > name_characters_limit) {
    return list_fault({"取扱者の氏名は1文字から40文字までです。", "A name has 1 to 40 characters."},
                      {"氏名を入れ直してください。", "Enter the name again."});
  }
  for (const auto& assignment : named.handler.assignments) {
    if (assignment.to && *assignment.to < assignment.from) {
      return list_fault(
          {"役割の終わりの日が始まりの日より前です。", "A role ends before it begins."},
          {"役割の期間を直してください。", "Mend the period of the role."});
    }
  }
  return base::Done{};
}

Change change_of(const NamedHandler& before, const NamedHandler& after) {
  std::vector<std::string> fields{"name", "state", "establishments"};
  for (std::size_t at = 0; at < notice::roles_count; ++at) {
    fields.push_back(std::string(role_prefix) +
                     std::string(notice::identifier(static_cast<Role>(at))));
  }
  Change change{std::string(after.handler.staff.text()), {}};
  for (const auto& field : fields) {
    const auto old_value = present_value(before, field);
    const auto new_value = present_value(after, field);
    if (old_value && old_value != new_value) {
      change.differences.push_back({field, *old_value, new_value.value_or("")});
    }
  }
  return change;
}

Result<NamedHandler> with_change(const NamedHandler& present, const Change& change) {
  auto changed = present;
  for (const auto& [field, before, after] : change.differences) {
    const auto value = present_value(present, field);
    if (!value) {
      return list_fault(
          {"この項目は、この提案では変えられません。", "Not a field of this proposal."},
          {"責任者の交代は、交代の画面から提案してください。",
           "Change the responsible person on its own page."});
    }
    if (*value != before) return changed_meanwhile();
    if (!put_value(changed, field, after)) {
      return list_fault({"変更の値が読めません。", "A value of the change does not read."},
                        {"もう一度提案してください。", "Propose it anew."});
    }
  }
  if (changed.handler.locked && holds_responsibility(changed.handler)) {
    return list_fault(
        {"個人情報取扱責任者は停止できません。", "The responsible person is not locked."},
        {"先に、責任者の交代を決めてください。", "Change the responsible person first."});
  }
  KENPO_TRY(check_handler(changed));
  return changed;
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
    return list_fault({"後任になれる人ではないか、交代の日が過ぎています。",
                       "Not somebody who can succeed, or a day that has passed."},
                      {"名簿にある在職中の人と、今日以後の日を選んでください。",
                       "Choose somebody of the list and a day from today on."});
  }
  return changed;
}

Result<NamedHandler> with_leaving(std::span<const NamedHandler> handlers,
                                  const base::StaffId& staff, Date last_day, LeavesAt at,
                                  Date today) {
  std::vector<NamedHandler> all(handlers.begin(), handlers.end());
  const auto leaver = std::ranges::find_if(
      all, [&](const NamedHandler& each) { return each.handler.staff == staff; });
  if (leaver == all.end()) {
    return list_fault({"取扱者名簿にいない人です。", "Not on the list of handlers."},
                      {"名簿を確かめてください。", "See the list."});
  }
  const auto before = all;
  leaver->leaves_on = last_day;
  if (at == LeavesAt::once) leaver->handler.locked = true;
  std::erase_if(leaver->handler.assignments,
                [&](const Assignment& each) { return last_day < each.from; });
  for (auto& each : leaver->handler.assignments) {
    if (!each.to || last_day < *each.to) each.to = last_day;
  }
  if (loses_responsible_person(before, all, today)) {
    return list_fault(
        {"個人情報取扱責任者がいない日ができます(公表事項2)。",
         "There would be a day without a responsible person."},
        {"先に、責任者の交代を決めてください。", "Change the responsible person first."});
  }
  return *leaver;
}

}  // namespace kenpo::staff
