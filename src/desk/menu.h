// The navigation: the entries of all folders in their groups, as one visitor sees them.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/data.h"
#include "notice/operation.h"

namespace kenpo::desk {

/// The groups of the navigation, in the order of its first row.
enum class MenuGroup : std::uint8_t {
  home,         // ホーム
  work,         // 業務
  persons,      // 本人の請求・苦情
  safety,       // 安全管理
  people,       // 職員・研修
  assembly,     // 組合会
  publication,  // 公表事項・監査
  claims,       // レセプト・給付; its place in the navigation is after 業務
};
inline constexpr std::array menu_groups = {
    MenuGroup::home,   MenuGroup::work,   MenuGroup::claims,   MenuGroup::persons,
    MenuGroup::safety, MenuGroup::people, MenuGroup::assembly, MenuGroup::publication};

/// 「業務」
std::string_view wording(MenuGroup group);

/// One entry of the navigation.
struct MenuEntry {
  MenuGroup group = MenuGroup::work;
  std::string address;
  std::string label;
  const notice::Operation* operation = nullptr;
};

/// So many entries, with so many characters in all, stand side by side in a window of 1280 pixels:
/// 15 pixels a character and 28 around each entry. A visitor with more of them sees the groups
/// instead of two ragged rows.
inline constexpr std::size_t flat_menu_limit = 12;
inline constexpr std::size_t flat_menu_characters_limit = 56;

/// Fills `desk_menu` and `desk_submenu` with the entries of which `may_open` is true. `section` is
/// the address of the entry that the page belongs to, opened by the visitor or not.
/// Few entries: one row. More: a row of the groups, each leading to its first entry, and a second
/// row with the entries of the page's own group. A group of one entry is that entry.
Data menu_data(const std::vector<MenuEntry>& entries, std::string_view section,
               const std::function<bool(const MenuEntry&)>& may_open);

}  // namespace kenpo::desk
