// The values of the shared partial templates in `components/`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/yen.h"
#include "desk/data.h"

namespace kenpo::desk {

/// States as the office speaks of them. Colour never says more than the words.
enum class ChipKind : std::uint8_t {
  plain,     // 未着手
  progress,  // 審査中, 処理中
  waiting,   // 保留, 決裁待ち
  done,      // 完了, 成功
  problem,   // 失敗, 誤り
};

/// `{{> chip}}`
Data chip(ChipKind kind, std::string label);

struct Column {
  std::string_view label;
  enum class Holds : std::uint8_t { words, numbers } holds = Holds::words;
};

/// One cell of a table: words, words with a link, a state, or an amount.
struct Cell {
  std::string words;
  std::string address = {};
  enum class Shown : std::uint8_t { words, chip } shown = Shown::words;
  ChipKind kind = ChipKind::plain;
};
Cell link_cell(std::string words, std::string address);
Cell chip_cell(ChipKind kind, std::string label);
Cell yen_cell(base::Yen amount);  // 「1,234,567」

/// `{{> table}}`: rows with as many cells as there are columns. `count_words` such as 「120件」.
Data table(std::string caption, const std::vector<Column>& columns,
           const std::vector<std::vector<Cell>>& rows, std::string count_words = {});

/// `{{> pager}}`: 「3 / 40ページ」; pages count from 1, a list without rows has one; the address
/// takes `page=N` behind it.
Data pager(std::int64_t page, std::int64_t rows, std::int64_t rows_of_a_page,
           const std::string& address);

enum class NotificationKind : std::uint8_t { information, success, warning, error };
/// `{{> notification}}`
Data notification(NotificationKind kind, std::string title, std::string words = {});

struct Item {
  std::string term;
  std::string description;
  std::string change_address = {};
};
/// `{{> description_list}}`
Data description_list(const std::vector<Item>& items);

struct Task {
  std::string title;
  std::string hint;
  std::string address;  // empty: cannot be started yet
  ChipKind kind = ChipKind::plain;
  std::string state;  // 未着手 / 保留 / 審査中 / 決裁待ち / 完了
};
/// `{{> task_list}}`
Data task_list(const std::vector<Task>& tasks);

/// `{{> search_box}}`: asks `address?name=…` with GET.
Data search_box(std::string address, std::string name, std::string label, std::string value,
                std::string support = {});

/// 1,234,567
std::string grouped(std::int64_t number);

}  // namespace kenpo::desk
