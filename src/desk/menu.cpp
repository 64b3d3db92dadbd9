#include "desk/menu.h"

#include <optional>

#include "base/utf8.h"

namespace kenpo::desk {

namespace {

/// What `aria-current` says of a link: the page itself, or the group that the page is in.
enum class Here : std::uint8_t { no, page, group };

Data link(std::string_view address, std::string_view label, Here here) {
  Data row;
  row.text("desk_menu_address", std::string(address))
      .text("desk_menu_label", std::string(label))
      .when("desk_menu_page", here == Here::page)
      .when("desk_menu_group", here == Here::group);
  return row;
}

using Openable = std::vector<const MenuEntry*>;

std::vector<Data> links(const Openable& entries, std::string_view section) {
  std::vector<Data> rows;
  for (const auto* entry : entries) {
    rows.push_back(
        link(entry->address, entry->label, entry->address == section ? Here::page : Here::no));
  }
  return rows;
}

Openable of_group(const Openable& entries, MenuGroup group) {
  Openable found;
  for (const auto* entry : entries) {
    if (entry->group == group) found.push_back(entry);
  }
  return found;
}

bool fits_one_row(const Openable& entries) {
  std::size_t characters = 0;
  for (const auto* entry : entries) characters += base::count_code_points(entry->label);
  return entries.size() <= flat_menu_limit && characters <= flat_menu_characters_limit;
}

Data grouped(const Openable& openable, std::string_view section, std::optional<MenuGroup> current) {
  Data data;
  data.nothing("desk_submenu");
  std::vector<Data> groups;
  for (const auto group : menu_groups) {
    const auto entries = of_group(openable, group);
    if (entries.empty()) continue;
    if (entries.size() == 1) {
      groups.push_back(std::move(links(entries, section).front()));
      continue;
    }
    const bool here = group == current;
    groups.push_back(
        link(entries.front()->address, wording(group), here ? Here::group : Here::no));
    if (!here) continue;
    Data second;
    second.text("desk_submenu_label", std::string(wording(group)))
        .list("desk_submenu_entries", links(entries, section));
    data.section("desk_submenu", std::move(second));
  }
  data.list("desk_menu", std::move(groups));
  return data;
}

}  // namespace

std::string_view wording(MenuGroup group) {
  switch (group) {
    case MenuGroup::home:
      return "ホーム";
    case MenuGroup::work:
      return "業務";
    case MenuGroup::persons:
      return "本人の請求・苦情";
    case MenuGroup::safety:
      return "安全管理";
    case MenuGroup::people:
      return "職員・研修";
    case MenuGroup::assembly:
      return "組合会";
    case MenuGroup::publication:
      return "公表事項・監査";
    case MenuGroup::claims:
      return "レセプト・給付";
  }
  return {};
}

Data menu_data(const std::vector<MenuEntry>& entries, std::string_view section,
               const std::function<bool(const MenuEntry&)>& may_open) {
  Openable openable;
  std::optional<MenuGroup> current;
  for (const auto& entry : entries) {
    if (entry.address == section) current = entry.group;
    if (may_open(entry)) openable.push_back(&entry);
  }
  if (!fits_one_row(openable)) return grouped(openable, section, current);
  Openable ordered;
  for (const auto group : menu_groups) {
    for (const auto* entry : of_group(openable, group)) ordered.push_back(entry);
  }
  Data data;
  data.list("desk_menu", links(ordered, section)).nothing("desk_submenu");
  return data;
}

}  // namespace kenpo::desk
