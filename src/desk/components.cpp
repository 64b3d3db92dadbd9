#include "desk/components.h"

#include <algorithm>
#include <utility>

#include "base/require.h"

namespace kenpo::desk {

namespace {

std::string class_of(ChipKind kind) {
  switch (kind) {
    case ChipKind::plain:
      return "plain";
    case ChipKind::progress:
      return "progress";
    case ChipKind::waiting:
      return "waiting";
    case ChipKind::done:
      return "done";
    case ChipKind::problem:
      return "problem";
  }
  return "plain";
}

std::string class_of(NotificationKind kind) {
  switch (kind) {
    case NotificationKind::information:
      return "information";
    case NotificationKind::success:
      return "success";
    case NotificationKind::warning:
      return "warning";
    case NotificationKind::error:
      return "error";
  }
  return "information";
}

Data cell_data(const Cell& cell, const Column& column) {
  Data data;
  data.text("cell", cell.words)
      .text_if_any("cell_address", cell.address)
      .when("is_number", column.holds == Column::Holds::numbers)
      .text_if_any("cell_chip", cell.shown == Cell::Shown::chip ? class_of(cell.kind) : "");
  return data;
}

}  // namespace

std::string grouped(std::int64_t number) {
  auto digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (auto at = digits.size(); at > sign + 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

Data chip(ChipKind kind, std::string label) {
  Data data;
  data.text("chip_kind", class_of(kind)).text("chip_label", std::move(label));
  return data;
}

Cell link_cell(std::string words, std::string address) {
  return {.words = std::move(words), .address = std::move(address)};
}

Cell chip_cell(ChipKind kind, std::string label) {
  return {.words = std::move(label), .address = {}, .shown = Cell::Shown::chip, .kind = kind};
}

Cell yen_cell(base::Yen amount) { return {.words = grouped(amount.amount())}; }

Data table(std::string caption, const std::vector<Column>& columns,
           const std::vector<std::vector<Cell>>& rows, std::string count_words) {
  std::vector<Data> heads;
  for (const auto& column : columns) {
    Data head;
    head.text("column", std::string(column.label))
        .when("number_column", column.holds == Column::Holds::numbers);
    heads.push_back(std::move(head));
  }
  std::vector<Data> lines;
  for (const auto& row : rows) {
    KENPO_REQUIRE(row.size() == columns.size());
    std::vector<Data> cells;
    for (std::size_t at = 0; at < row.size(); ++at) {
      cells.push_back(cell_data(row[at], columns[at]));
    }
    Data line;
    line.list("cells", std::move(cells));
    lines.push_back(std::move(line));
  }
  Data data;
  data.text("caption", std::move(caption))
      .text_if_any("count_words", std::move(count_words))
      .list("columns", std::move(heads))
      .list("rows", std::move(lines));
  return data;
}

Data pager(std::int64_t page, std::int64_t rows, std::int64_t rows_of_a_page,
           const std::string& address) {
  const auto pages = std::max<std::int64_t>(1, (rows + rows_of_a_page - 1) / rows_of_a_page);
  const std::string joint = address.find('?') == std::string::npos ? "?page=" : "&page=";
  const auto at = [&](std::int64_t number) { return address + joint + std::to_string(number); };
  Data data;
  data.text_if_any("pager_previous", page > 1 ? at(page - 1) : "")
      .text_if_any("pager_next", page < pages ? at(page + 1) : "")
      .text("pager_words", std::to_string(page) + " / " + std::to_string(pages) + "ページ");
  return data;
}

Data notification(NotificationKind kind, std::string title, std::string words) {
  Data data;
  data.text("notification_kind", class_of(kind))
      .text("notification_title", std::move(title))
      .text_if_any("notification_words", std::move(words));
  return data;
}

Data description_list(const std::vector<Item>& items) {
  std::vector<Data> rows;
  for (const auto& item : items) {
    Data row;
    row.text("term", item.term)
        .text("description", item.description)
        .text_if_any("change_address", item.change_address);
    rows.push_back(std::move(row));
  }
  Data data;
  data.list("items", std::move(rows));
  return data;
}

Data task_list(const std::vector<Task>& tasks) {
  std::vector<Data> rows;
  for (const auto& task : tasks) {
    Data row;
    row.text("task_title", task.title)
        .text_if_any("task_hint", task.hint)
        .text_if_any("task_address", task.address)
        .text("task_kind", class_of(task.kind))
        .text("task_state", task.state);
    rows.push_back(std::move(row));
  }
  Data data;
  data.list("tasks", std::move(rows));
  return data;
}

Data search_box(std::string address, std::string name, std::string label, std::string value,
                std::string support) {
  Data data;
  data.text("search_address", std::move(address))
      .text("search_name", std::move(name))
      .text("search_label", std::move(label))
      .text("search_value", std::move(value))
      .text_if_any("search_support", std::move(support));
  return data;
}

}  // namespace kenpo::desk
