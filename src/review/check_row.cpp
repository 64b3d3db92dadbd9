#include "review/check_row.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/require.h"
#include "base/resource.h"
#include "base/tsv.h"

namespace kenpo::review {

namespace {

struct KindName {
  std::string_view name;
  const char* wording;
};
constexpr KindName kind_names[] = {
    {"record", "記録"},         {"duplicate", "重複"},     {"again_next_month", "縦覧"},
    {"times_a_month", "縦覧"},  {"age", "年齢"},           {"sex", "性別"},
    {"no_visit", "突合"},       {"drug_twice", "突合"},    {"while_inpatient", "横覧"},
    {"injury", "給付発生原因"}, {"third_party", "給付発生原因"},
    {"patient_group", "給付割合"}, {"limit_class", "限度額区分"}, {"standing", "資格"},
    {"dose_amount", "用量"},    {"dose_days", "用量"},
};
static_assert(std::size(kind_names) == check_kinds_count);

constexpr std::string_view severity_names[] = {"error", "warning", "notice"};

template <typename Value, typename Range, typename Projection>
Value place_of(const Range& names, std::string_view name, Projection projection) {
  const auto at = std::ranges::find(names, name, projection);
  KENPO_REQUIRE(at != std::end(names));
  return static_cast<Value>(std::distance(std::begin(names), at));
}

constexpr std::size_t columns_count = 10;

CheckRow row_of(const std::vector<std::string_view>& cells) {
  KENPO_REQUIRE(cells.size() == columns_count);
  CheckRow row;
  row.id = cells[0];
  const auto from = base::Date::parse(cells[1]);
  KENPO_REQUIRE(from.has_value());
  row.from = *from;
  row.to = base::Date::parse(cells[2]);
  row.kind = place_of<CheckKind>(kind_names, cells[3], &KindName::name);
  row.severity = place_of<Severity>(severity_names, cells[4], std::identity{});
  row.title = cells[5];
  row.reason = cells[6];
  row.detail = cells[7];
  row.parameter = cells[8];
  row.basis = cells[9];
  return row;
}

std::vector<CheckRow> read_rows() {
  std::vector<CheckRow> rows;
  bool heading = true;
  for (const auto line : base::lines_of(base::resource("src/review/checks.tsv"))) {
    if (line.empty() || line[0] == '#') continue;
    if (!heading) rows.push_back(row_of(base::cells_of(line)));
    heading = false;
  }
  return rows;
}

}  // namespace

const char* wording(CheckKind kind) {
  return kind_names[static_cast<std::size_t>(kind)].wording;
}

const char* wording(Severity severity) {
  switch (severity) {
    case Severity::error: return "誤り";
    case Severity::warning: return "疑い";
    case Severity::notice: return "確認";
  }
  return "";
}

std::span<const CheckRow> check_rows() {
  static const auto rows = read_rows();
  return rows;
}

const CheckRow* find_check(std::string_view id) {
  const auto rows = check_rows();
  const auto at = std::ranges::find(rows, id, &CheckRow::id);
  return at == rows.end() ? nullptr : &*at;
}

}  // namespace kenpo::review
