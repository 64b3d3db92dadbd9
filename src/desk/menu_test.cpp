#include "desk/menu.h"

#include <gtest/gtest.h>

#include "desk/page.h"

namespace kenpo::desk {
namespace {

/// So many entries of each group, named by group and number: 「業務2」 at `/1/2`.
std::vector<MenuEntry> entries_of(std::initializer_list<std::pair<MenuGroup, int>> counts) {
  std::vector<MenuEntry> entries;
  for (const auto& [group, count] : counts) {
    for (int at = 1; at <= count; ++at) {
      const auto place = std::to_string(static_cast<int>(group)) + "/" + std::to_string(at);
      entries.push_back(
          {group, "/" + place, std::string(wording(group)) + std::to_string(at), nullptr});
    }
  }
  return entries;
}

/// The page that nobody may see, inside the layout: only what stands in the navigation counts.
std::string shown(const std::vector<MenuEntry>& entries, std::string_view section,
                  const std::function<bool(const MenuEntry&)>& may_open) {
  Data visitor = menu_data(entries, section, may_open);
  for (const auto* tag : {"desk_user", "desk_roles", "desk_now", "desk_idle_milliseconds",
                          "desk_operation", "desk_statute"}) {
    visitor.text(tag, "");
  }
  visitor.nothing("desk_statute_only").nothing("desk_purposes");
  Data data;
  for (const auto* tag : {"desk_society", "desk_complaint", "desk_title", "desk_window_title",
                          "form_token"}) {
    data.text(tag, "");
  }
  for (const auto* tag : {"desk_crumbs", "desk_previous", "desk_next", "desk_submit",
                          "desk_message", "refusals"}) {
    data.nothing(tag);
  }
  data.section("desk_visitor", std::move(visitor));
  const auto page = Templates::carried().fill("fault_page", data);
  EXPECT_TRUE(page.ok());
  if (!page.ok()) return {};
  const auto from = page->find("<nav class=\"desk-menu\"");
  return page->substr(from, page->find("</nav>", from) - from);
}

std::string shown_all(const std::vector<MenuEntry>& entries, std::string_view section) {
  return shown(entries, section, [](const MenuEntry&) { return true; });
}

bool has(const std::string& page, std::string_view words) {
  return page.find(words) != std::string::npos;
}

const auto many = entries_of({{MenuGroup::home, 1},
                              {MenuGroup::safety, 6},
                              {MenuGroup::work, 6},
                              {MenuGroup::assembly, 1}});

TEST(MenuTest, FewEntriesStandInOneRowInTheOrderOfTheirGroups) {
  const auto few = entries_of({{MenuGroup::home, 1}, {MenuGroup::safety, 3}, {MenuGroup::work, 8}});
  ASSERT_EQ(few.size(), flat_menu_limit);
  const auto page = shown_all(few, "/1/2");
  EXPECT_TRUE(has(page, "href=\"/1/2\" aria-current=\"page\">業務2<"));
  EXPECT_FALSE(has(page, "desk-submenu"));
  EXPECT_LT(page.find("業務3"), page.find("安全管理1"));
}

TEST(MenuTest, ManyEntriesStandInGroupsWithTheEntriesOfTheOwnGroupBelow) {
  const auto page = shown_all(many, "/3/2");
  EXPECT_TRUE(has(page, "href=\"/3/1\" aria-current=\"true\">安全管理<"));
  EXPECT_TRUE(has(page, "href=\"/1/1\">業務<"));
  EXPECT_TRUE(has(page, "<ul class=\"desk-submenu\" aria-label=\"安全管理\">"));
  EXPECT_TRUE(has(page, "href=\"/3/2\" aria-current=\"page\">安全管理2<"));
  EXPECT_FALSE(has(page, "業務2"));
}

TEST(MenuTest, LongLabelsStandInGroupsBeforeTheyWouldFillASecondRow) {
  auto long_ones = entries_of({{MenuGroup::home, 1}, {MenuGroup::safety, 4}, {MenuGroup::work, 4}});
  EXPECT_FALSE(has(shown_all(long_ones, "/3/1"), "desk-submenu"));
  for (auto& entry : long_ones) entry.label = "とても長い名前の業務";
  EXPECT_TRUE(has(shown_all(long_ones, "/3/1"), "desk-submenu"));
}

TEST(MenuTest, AGroupOfOneEntryIsThatEntry) {
  const auto page = shown_all(many, "/0/1");
  EXPECT_TRUE(has(page, "href=\"/0/1\" aria-current=\"page\">ホーム1<"));
  EXPECT_TRUE(has(page, "href=\"/5/1\">組合会1<"));
  EXPECT_FALSE(has(page, "desk-submenu"));
}

TEST(MenuTest, AGroupWithoutAnEntryToOpenIsLeftOut) {
  const auto more = entries_of({{MenuGroup::work, 7}, {MenuGroup::people, 6},
                                {MenuGroup::safety, 6}});
  const auto page = shown(more, "/3/1", [](const MenuEntry& entry) {
    return entry.group != MenuGroup::safety;
  });
  EXPECT_FALSE(has(page, "安全管理"));
  EXPECT_TRUE(has(page, ">職員・研修<"));
}

TEST(MenuTest, TheGroupIsMarkedOnAPageOfItThatTheVisitorHasNoEntryFor) {
  const auto page = shown(many, "/3/6", [](const MenuEntry& entry) {
    return entry.address != "/3/6";
  });
  EXPECT_TRUE(has(page, "aria-current=\"true\">安全管理<"));
  EXPECT_FALSE(has(page, "aria-current=\"page\""));
  EXPECT_FALSE(has(page, "/3/6"));
}

TEST(MenuTest, NothingIsMarkedOnAPageThatBelongsNowhere) {
  const auto page = shown_all(many, "");
  EXPECT_FALSE(has(page, "aria-current"));
  EXPECT_FALSE(has(page, "desk-submenu"));
}

}  // namespace
}  // namespace kenpo::desk
