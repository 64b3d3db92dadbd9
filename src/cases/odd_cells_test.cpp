// Whatever stands in a cell of a table: it is told and fails its row, and nothing crashes.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "cases/cases.h"
#include "cases/rule_table.h"

namespace kenpo::cases {
namespace {

namespace files = std::filesystem;

/// One row of a table beside a rule, with its heading.
struct Row {
  std::string rule;
  std::vector<std::string> columns;
  std::vector<std::string> cells;
};

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (const auto cell : base::cells_of(line)) cells.emplace_back(cell);
  return cells;
}

void read_rows(const files::path& path, std::vector<Row>& rows) {
  std::ifstream file(path);
  std::string rule;
  std::vector<std::string> columns;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("rule\t")) {
      rule = line.substr(5);
      columns.clear();
    } else if (columns.empty()) {
      columns = cells_of(line);
    } else {
      rows.push_back({rule, columns, cells_of(line)});
    }
  }
}

/// Every row of every table beside a rule.
const std::vector<Row>& own_rows() {
  static const std::vector<Row> rows = [] {
    std::vector<files::path> paths;
    for (const auto& entry :
         files::recursive_directory_iterator(files::path(KENPO_SOURCE_DIR) / "src")) {
      if (entry.path().extension() == ".cases") paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<Row> found;
    for (const auto& path : paths) read_rows(path, found);
    return found;
  }();
  return rows;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : "\t") + cell;
  return line + "\n";
}

Report ran(const Row& row) {
  Report report;
  run_text("t.cases", "rule\t" + row.rule + "\n" + joined(row.columns) + joined(row.cells),
           base::Language::english, report);
  return report;
}

bool is_input(const std::string& column) {
  return column != "why" && column != "source" && !column.starts_with('=');
}

/// Rules whose input is any text: no cell is unreadable for them.
bool takes_any_text(const std::string& rule) {
  return rule == "date.parse" || rule.starts_with("identifier.");
}

/// Cells that no column can read.
const std::array<std::string, 5> unreadable = {"?", "2026-02-30x", "1e9", "１２３", "yes no"};

TEST(OddCells, AnUnreadableCellInAnyGivenColumnFailsItsRow) {
  std::string last;
  for (const auto& row : own_rows()) {
    if (takes_any_text(row.rule)) continue;
    for (std::size_t at = 0; at < row.columns.size(); ++at) {
      if (!is_input(row.columns[at]) || row.cells[at].empty()) continue;
      for (const auto& cell : unreadable) {
        auto odd = row;
        odd.cells[at] = cell;
        const auto report = ran(odd);
        const auto key = row.rule + " " + row.columns[at];
        if (report.exit_status() == 0 && key != last) {
          ADD_FAILURE() << key << " `" << cell << "`: " << row.cells.front();
          last = key;
        }
      }
    }
  }
}

/// Cells that some column can read, most of them at an edge.
const std::vector<std::string> edges = {"",
                                        "-",
                                        "0",
                                        "-0",
                                        "1",
                                        "-1",
                                        "999999999999",
                                        "-999999999999",
                                        "1000000",
                                        "999.999",
                                        "9999.999",
                                        "0.001",
                                        "yes",
                                        "no",
                                        "0001-01-01",
                                        "9000-12-31",
                                        "2028-02-29",
                                        "1900-01-01",
                                        "0001-01",
                                        "9000-12",
                                        "2026-08",
                                        "2027-07",
                                        "u",
                                        "insured",
                                        "1 2 3",
                                        "0 0 0",
                                        "999999999999 999999999999 999999999999",
                                        "2026-01-01..2026-12-31",
                                        "0001-01-01..9000-12-31",
                                        "2026-06-10:350000",
                                        "a/u/in/999999999999/999999999999",
                                        "a/e:一般/out/0/0",
                                        "ア",
                                        "低所得I",
                                        "一般",
                                        "household",
                                        "spouse",
                                        "intractable",
                                        "10000",
                                        "20000",
                                        "male",
                                        "general"};

TEST(OddCells, AnyMixOfReadableCellsEndsWithAReport) {
  EXPECT_TRUE(rc::check("no crash, one row counted", [] {
    auto row = *rc::gen::elementOf(own_rows());
    for (std::size_t at = 0; at < row.columns.size(); ++at) {
      const bool odd = is_input(row.columns[at]) && *rc::gen::inRange(0, 3) == 0;
      if (odd) row.cells[at] = *rc::gen::elementOf(edges);
    }
    const auto report = ran(row);
    RC_ASSERT(report.passed + report.failed == 1U);
  }));
}

/// Some rows of each rule with one column at each edge, and every rule with all at the same.
TEST(OddCells, EveryColumnAtEveryEdge) {
  constexpr int rows_a_rule = 6;  // enough to reach each branch of the readers, in a second or two
  std::map<std::string, int> taken;
  for (const auto& row : own_rows()) {
    if (++taken[row.rule] > rows_a_rule) continue;
    for (std::size_t at = 0; at < row.columns.size(); ++at) {
      if (!is_input(row.columns[at])) continue;
      for (const auto& edge : edges) {
        auto odd = row;
        odd.cells[at] = edge;
        const auto report = ran(odd);
        ASSERT_EQ(report.passed + report.failed, 1U) << row.rule << " " << row.columns[at];
      }
    }
  }
  for (const auto& table : rule_tables()) {
    for (const auto& edge : edges) {
      Row row{std::string(table.name), {"why"}, {"all the same"}};
      for (const auto column : table.inputs) {
        row.columns.emplace_back(column);
        row.cells.push_back(edge);
      }
      row.columns.emplace_back(table.results.front());
      row.columns.emplace_back("source");
      row.cells.emplace_back("no such value");
      row.cells.emplace_back("computed");
      EXPECT_EQ(ran(row).failed, 1U) << table.name << " " << edge;
    }
  }
}

/// Bytes that are no table at all.
TEST(OddCells, AnyBytesInACell) {
  EXPECT_TRUE(rc::check("no crash", [] {
    auto row = *rc::gen::elementOf(own_rows());
    const auto at = *rc::gen::inRange<std::size_t>(0, row.columns.size());
    row.cells[at] = *rc::gen::arbitrary<std::string>();
    const auto report = ran(row);
    RC_ASSERT(report.exit_status() != 0 || report.errors.empty());
  }));
}

}  // namespace
}  // namespace kenpo::cases
