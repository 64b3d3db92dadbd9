#include "law/row.h"

#include <algorithm>
#include <array>

#include "base/tsv.h"

namespace kenpo::law {

namespace {

using base::Date;
using base::Fault;
using base::Plain;
using base::Result;

constexpr std::array<std::string_view, 11> unit_words = {
    "yen",    "permille", "days",    "hours",  "months", "years",
    "grades", "times",    "persons", "number", "text"};
constexpr std::size_t columns_count = 8;
constexpr std::size_t digits_limit = 15;  // the most digits an amount in yen can have
constexpr std::string_view unchecked_start = "unchecked: ";
constexpr std::string_view planned_start = "planned: ";
constexpr std::string_view open_point_sign = ": ";

Fault fault_at(std::string_view file, std::uint64_t line, base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {Plain::name(file), line, 0, {}}};
}

std::optional<Unit> unit_of(std::string_view word) {
  const auto found = std::ranges::find(unit_words, word);
  if (found == unit_words.end()) return std::nullopt;
  return static_cast<Unit>(found - unit_words.begin());
}

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
  });
}

std::optional<std::int64_t> whole(std::string_view text) {
  if (text.empty() || text.size() > digits_limit) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Millionths of a rate in per mille with at most three decimals.
std::optional<std::int64_t> millionths(std::string_view text) {
  const auto point = text.find('.');
  const auto front = whole(text.substr(0, point));
  if (!front || *front > 1'000'000) return std::nullopt;
  if (point == std::string_view::npos) return *front * 1000;
  const auto decimals = text.substr(point + 1);
  const auto back = whole(decimals);
  if (!back || decimals.size() > 3) return std::nullopt;
  std::int64_t scale = 1000;
  for (std::size_t digit = 0; digit < decimals.size(); ++digit) scale /= 10;
  return *front * 1000 + *back * scale;
}

std::optional<std::int64_t> number_of(std::string_view value, Unit unit) {
  if (unit == Unit::text) return value.empty() ? std::nullopt : std::optional<std::int64_t>(0);
  return unit == Unit::permille ? millionths(value) : whole(value);
}

bool is_day_or(std::string_view cell, std::string_view instead) {
  return cell == instead || Date::parse(cell).has_value();
}

bool is_check(std::string_view cell) {
  for (const auto start : {unchecked_start, planned_start}) {
    if (cell.starts_with(start)) return cell.size() > start.size();
  }
  // The day alone, or the day and what stays open beside the value.
  const auto sign = cell.find(open_point_sign);
  if (!Date::parse(cell.substr(0, sign))) return false;
  return sign == std::string_view::npos || cell.size() > sign + open_point_sign.size();
}

}  // namespace

std::string_view word_of(Unit unit) { return unit_words[static_cast<std::size_t>(unit)]; }

base::Words shown(Unit unit) {
  switch (unit) {
    case Unit::yen: return {"円", " yen"};
    case Unit::permille: return {"‰", "‰"};
    case Unit::days: return {"日", " days"};
    case Unit::hours: return {"時間", " hours"};
    case Unit::months: return {"か月", " months"};
    case Unit::years: return {"年", " years"};
    case Unit::grades: return {"等級", " grades"};
    case Unit::times: return {"回", " times"};
    case Unit::persons: return {"人", " persons"};
    case Unit::number:
    case Unit::text: break;
  }
  return {"", ""};
}

Result<Row> read_row(std::string_view file, std::uint64_t line, std::string_view text) {
  const auto cells = base::cells_of(text);
  if (cells.size() != columns_count) {
    return fault_at(file, line, {"列の数が合いません。", "The number of cells is wrong."},
                    {"8列にしてください。", "Write eight cells."});
  }
  Row row{cells[0], {}, {}, cells[3], {}, cells[5], cells[6], cells[7], file, line, 0};
  const auto from = Date::parse(cells[1]);
  const auto to = Date::parse(cells[2]);
  const bool open = cells[2].empty();
  if (!from || (!open && !to) || (to && *to < *from)) {
    return fault_at(file, line, {"期間が正しくありません。", "The span of days is wrong."},
                    {"存在する日を、始めの日から順に書いてください。",
                     "Write days that exist, the first one first."});
  }
  row.from = *from;
  if (!open) row.to = to;
  const auto unit = unit_of(cells[4]);
  const auto number = unit ? number_of(row.value, *unit) : std::nullopt;
  if (!is_name(row.name) || !number) {
    return fault_at(file, line, {"名前、値または単位が正しくありません。",
                                 "The name, the value or the unit is wrong."},
                    {"docs/formats/law_rows.mdの書き方に合わせてください。",
                     "Write it as docs/formats/law_rows.md says."});
  }
  row.unit = *unit;
  row.number = *number;
  if (row.basis.empty() || !is_day_or(row.promulgated, "-") || !is_check(row.checked)) {
    return fault_at(file, line, {"根拠または確認日が正しくありません。",
                                 "The basis or the day of the check is wrong."},
                    {"根拠と確認した日、または未確認の理由を書いてください。",
                     "Write the basis, and the day of the check or why it is unchecked."});
  }
  return row;
}

}  // namespace kenpo::law
