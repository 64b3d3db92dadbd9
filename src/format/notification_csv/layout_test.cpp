#include "format/notification_csv/layout.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace kenpo::format::notification_csv {
namespace {

constexpr std::string_view mode_names[] = {
    "fixed", "code", "flag", "digits", "number", "amount", "era", "era_date", "era_year",
    "era_month", "day", "symbol", "kana_name", "kanji_name", "half_width", "text",
    "individual_number", "empty"};

/// The item as docs/formats/notification_csv.md shows it.
std::string page_row(const Item& item) {
  std::string row = "| " + std::to_string(item.number) + " | " + std::string(item.name) + " | ";
  row += std::to_string(item.shortest_bytes);
  if (item.longest_bytes != item.shortest_bytes) row += "–" + std::to_string(item.longest_bytes);
  row += " | " + std::string(mode_names[static_cast<std::size_t>(item.mode)]) + " | ";
  row += item.need == Need::required ? "yes | " : "| ";
  constexpr std::size_t prefectures_bytes = 100;  // the list of 47 stands once, above the tables
  if (item.allowed.size() > prefectures_bytes) {
    row += "prefecture codes";
  } else if (!item.allowed.empty()) {
    row += std::string(item.allowed);
  } else if (item.most > 0) {
    row += std::to_string(item.least) + " to " + std::to_string(item.most);
  }
  return row + " |\n";
}

std::string page_table(std::span<const Item> items) {
  std::string table =
      "| item | name | bytes | mode | required | allowed |\n|---|---|---|---|---|---|\n";
  for (const auto& item : items) table += page_row(item);
  return table;
}

TEST(NotificationLayout, FormsHaveTheItemsOfTheSpecification) {
  const std::pair<std::string_view, std::size_t> expected[] = {
      {"2200700", 34}, {"2201700", 27}, {"2225700", 53}, {"2221700", 49}, {"2265700", 21},
      {"2202700", 139}};
  ASSERT_EQ(form_layouts().size(), std::size(expected));
  for (const auto& [code, count] : expected) {
    const auto* layout = layout_of_code(code);
    ASSERT_NE(layout, nullptr) << code;
    EXPECT_EQ(layout->items.size(), count) << code;
    EXPECT_EQ(&layout_of(layout->form), layout);
    EXPECT_EQ(layout->items[0].allowed, code);
  }
}

TEST(NotificationLayout, RowsAreSound) {
  std::vector<std::span<const Item>> tables = {medium_items(), attorney_medium_items(),
                                               count_items(), establishment_items()};
  for (const auto& layout : form_layouts()) tables.push_back(layout.items);
  for (const auto& items : tables) {
    ASSERT_LT(items.size(), items_limit);
    for (std::size_t at = 0; at < items.size(); ++at) {
      const Item& item = items[at];
      EXPECT_EQ(item.number, at + 1) << item.name;
      EXPECT_LE(item.shortest_bytes, item.longest_bytes) << item.name;
      EXPECT_LE(item.least, item.most) << item.name;
      if (item.mode == Mode::era_date || item.mode == Mode::era_year) {
        ASSERT_GT(at, 0u);
        EXPECT_EQ(items[at - 1].mode, Mode::era) << item.name;
      }
      if (item.mode == Mode::era_month) {
        ASSERT_GT(at, 1u);
        EXPECT_EQ(items[at - 1].mode, Mode::era_year) << item.name;
      }
    }
  }
}

TEST(NotificationLayout, ThePageShowsTheTables) {
  std::ifstream file(KENPO_SOURCE_DIR "/docs/formats/notification_csv.md", std::ios::binary);
  ASSERT_TRUE(file);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  for (auto items : {medium_items(), attorney_medium_items(), count_items(),
                     establishment_items()}) {
    EXPECT_NE(page.find(page_table(items)), page.npos) << page_table(items);
  }
  for (const auto& layout : form_layouts()) {
    const auto title = "### " + std::string(layout.code) + " " + std::string(layout.name) + "\n";
    EXPECT_NE(page.find(title), page.npos) << title;
    EXPECT_NE(page.find(page_table(layout.items)), page.npos) << page_table(layout.items);
  }
}

TEST(NotificationLayout, OtherFormsHaveNames) {
  EXPECT_EQ(other_form_name("22187041"), "旧様式の住所変更届");
  EXPECT_EQ(other_form_name("22257041"), "旧様式の算定基礎届");
  EXPECT_EQ(other_form_name("22007041"), "2018年3月より前の旧様式");
  EXPECT_TRUE(other_form_name("2202700").empty());
  EXPECT_TRUE(other_form_name("2220700").empty());
  EXPECT_TRUE(other_form_name("").empty());
}

}  // namespace
}  // namespace kenpo::format::notification_csv
