#include "staff/handler_rule.h"

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"
#include "staff/standing_rule.h"

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

base::Fault changed_meanwhile() {
  return base::refusal(
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
    return base::refusal(
        {"取扱者の氏名は1文字から40文字までです。", "A name has 1 to 40 characters."},
        {"氏名を入れ直してください。", "Enter the name again."});
  }
  for (const auto& assignment : named.handler.assignments) {
    if (assignment.to && *assignment.to < assignment.from) {
      return base::refusal(
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
      return base::refusal(
          {"この項目は、この提案では変えられません。", "Not a field of this proposal."},
          {"責任者の交代は、交代の画面から提案してください。",
           "Change the responsible person on its own page."});
    }
    if (*value != before) return changed_meanwhile();
    if (!put_value(changed, field, after)) {
      return base::refusal({"変更の値が読めません。", "A value of the change does not read."},
                           {"もう一度提案してください。", "Propose it anew."});
    }
  }
  if (changed.handler.locked) KENPO_TRY(check_lockable(changed));
  KENPO_TRY(check_handler(changed));
  return changed;
}

}  // namespace kenpo::staff
