#include "remuneration/grade_rule.h"

#include <algorithm>
#include <set>
#include <vector>

#include "law/book.h"

namespace kenpo::remuneration {

namespace {

using base::Date;
using base::Result;
using base::Yen;

constexpr std::string_view group = "remuneration.grade";
constexpr const char* grade_article = "健康保険法40条1項";

/// The grades from a day until the next table begins.
struct Table {
  Date from;
  std::vector<Grade> grades;
};

/// The rows of a day come by name: lower bound and standard of grade 01, of grade 02, …
Table table_on(Date day) {
  Table table{day, {}};
  const auto rows = law::Book::carried().rows_on(group, day);
  KENPO_REQUIRE(rows.size() % 2 == 0);
  for (std::size_t at = 0; at < rows.size(); at += 2) {
    const auto* lower = rows[at];
    const auto* standard = rows[at + 1];
    KENPO_REQUIRE(lower->name.ends_with(".lower_bound") && standard->name.ends_with(".standard"));
    const int number = static_cast<int>(table.grades.size()) + 1;
    table.grades.push_back({number, Yen(lower->number), Yen(standard->number), standard});
  }
  KENPO_REQUIRE(std::ranges::is_sorted(table.grades, {}, &Grade::lower_bound));
  return table;
}

/// A table for every day on which a row of the group begins.
std::vector<Table> read_tables() {
  std::set<Date> days;
  for (const auto& row : law::Book::carried().rows()) {
    if (row.name.starts_with(group)) days.insert(row.from);
  }
  std::vector<Table> tables;
  for (const Date day : days) tables.push_back(table_on(day));
  return tables;
}

base::Fault no_table(Date on, const std::vector<Table>& tables) {
  base::Words why{"等級表が一つも登録されていません", "No table at all"};
  if (!tables.empty()) {
    const base::Plain first(tables.front().from);
    why = {"登録されているのは" + first + "からの等級表です（健康保険法40条1項）",
           "Tables are registered from " + first + " on (art 40(1))"};
  }
  return {{base::Plain(on) + "の等級表が登録されていません",
           "No table of grades for " + base::Plain(on)},
          std::move(why),
          {"日付を確かめてください。日付が正しいときは、公布された等級表を law/grades.tsv に足します",
           "Check the day; if it is right, add the published table to law/grades.tsv"},
          {}};
}

/// The last grade whose lower bound is not above the amount.
const Grade& pick(std::span<const Grade> table, Yen monthly) {
  auto at = std::ranges::upper_bound(table, monthly, {}, &Grade::lower_bound);
  return at == table.begin() ? table.front() : *(at - 1);
}

}  // namespace

Result<std::span<const Grade>> grade_table(Date on) {
  static const std::vector<Table> tables = read_tables();
  const Table* found = nullptr;
  for (const auto& table : tables) {
    if (table.from <= on) found = &table;
  }
  if (found == nullptr) return no_table(on, tables);
  return std::span<const Grade>(found->grades);
}

// 健康保険法40条1項
Result<Grade> grade(Date on, Yen monthly) { return pick(KENPO_TRY(grade_table(on)), monthly); }

Result<law::Decision<Grade>> explain_grade(Date on, Yen monthly) {
  const Grade found = KENPO_TRY(grade(on, monthly));
  law::Decision<Grade> decision{found, {}};
  decision.basis.push_back({{"報酬月額", "Monthly remuneration"}, "健康保険法3条5項", monthly});
  decision.basis.push_back(
      {{"等級の下限", "Lower bound of the grade"}, base::Plain::name(grade_article), found.lower_bound});
  decision.basis.push_back({{"等級", "Grade"}, base::Plain::name(grade_article),
                            law::Count{found.number, law::Unit::grades}});
  decision.basis.push_back({{"標準報酬月額", "Standard monthly remuneration"},
                            base::Plain::name(grade_article), found.standard, found.row});
  return decision;
}

Result<std::optional<Grade>> grade_of_standard(Date on, Yen standard) {
  for (const auto& each : KENPO_TRY(grade_table(on))) {
    if (each.standard == standard) return std::optional(each);
  }
  return std::optional<Grade>();
}

}  // namespace kenpo::remuneration
