#include <algorithm>

#include "base/tsv.h"
#include "cases/rule_table.h"

namespace kenpo::cases {

namespace {

using base::Date;
using base::Month;
using base::Rate;
using base::Span;
using base::Yen;

constexpr std::size_t digits_limit = 12;  // amounts of a person stay far below
constexpr std::size_t list_limit = 400;   // the longest list: the days of a year and some
constexpr std::string_view span_sign = "..";
constexpr Rate whole_of_it{1'000'000};    // no rate is above the thing itself
constexpr std::int64_t decimal_limit = 10'000;  // no measured value is that large
constexpr int last_year = 9000;           // periods counted from a day stay inside the calendar

std::optional<Date> date_of(std::string_view text) {
  const auto date = Date::parse(text);
  return date && date->year() <= last_year ? date : std::nullopt;
}

std::optional<Month> month_of(std::string_view text) {
  const auto month = Month::parse(text);
  return month && month->year() <= last_year ? month : std::nullopt;
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

std::optional<Yen> yen_of(std::string_view text) {
  const bool negative = text.starts_with('-');
  const auto number = whole(negative ? text.substr(1) : text);
  if (!number) return std::nullopt;
  return Yen(negative ? -*number : *number);
}

std::optional<int> count_of(std::string_view text) {
  const auto number = whole(text);
  if (!number || *number > 1'000'000) return std::nullopt;
  return static_cast<int>(*number);
}

/// A decimal number with at most three decimals, in thousandths.
std::optional<std::int64_t> decimal(std::string_view text) {
  const auto point = text.find('.');
  const auto front = whole(text.substr(0, point));
  if (!front || *front >= decimal_limit) return std::nullopt;
  if (point == std::string_view::npos) return *front * 1000;
  const auto decimals = text.substr(point + 1);
  const auto back = whole(decimals);
  if (!back || decimals.size() > 3) return std::nullopt;
  std::int64_t scale = 1000;
  for (std::size_t digit = 0; digit < decimals.size(); ++digit) scale /= 10;
  return *front * 1000 + *back * scale;
}

std::optional<Rate> rate_of(std::string_view text) {
  const auto thousandths = decimal(text);
  if (!thousandths || Rate{*thousandths} > whole_of_it) return std::nullopt;
  return Rate{*thousandths};
}

std::optional<std::int64_t> thousandths_of(std::string_view text) {
  const bool negative = text.starts_with('-');
  const auto number = decimal(negative ? text.substr(1) : text);
  if (!number) return std::nullopt;
  return negative ? -*number : *number;
}

std::optional<Span> span_of(std::string_view text) {
  const auto at = text.find(span_sign);
  if (at == std::string_view::npos) return std::nullopt;
  const auto from = date_of(text.substr(0, at));
  const auto to = date_of(text.substr(at + span_sign.size()));
  if (!from || !to || *to < *from) return std::nullopt;
  return Span{*from, *to};
}

/// The cell read by `read`; a cell that it refuses is noted.
template <typename Value>
std::optional<Value> one(Inputs& inputs, std::string_view column, std::string_view expected,
                         std::optional<Value> (*read)(std::string_view)) {
  const auto cell = inputs.text(column);
  if (cell.empty()) return std::nullopt;
  const auto value = read(cell);
  if (!value) inputs.refuse(column, expected);
  return value;
}

template <typename Value>
std::vector<Value> list(Inputs& inputs, std::string_view column, std::string_view expected,
                        std::optional<Value> (*read)(std::string_view)) {
  std::vector<Value> values;
  for (const auto word : base::words_of(inputs.text(column))) {
    const auto value = read(word);
    if (!value || values.size() >= list_limit) {
      inputs.refuse(column, expected);
      return {};
    }
    values.push_back(*value);
  }
  return values;
}

}  // namespace

void Inputs::refuse(std::string_view column, std::string_view expected) {
  errors_.push_back(std::string(column) + " `" + std::string(text(column)) + "`: " +
                    std::string(expected));
}

std::string_view Inputs::text(std::string_view column) const {
  const auto found = cells_.find(column);
  return found == cells_.end() ? std::string_view() : found->second;
}

std::optional<Date> Inputs::date(std::string_view column) {
  return one<Date>(*this, column, "2026-04-01", date_of);
}
std::optional<Month> Inputs::month(std::string_view column) {
  return one<Month>(*this, column, "2026-04", month_of);
}
std::optional<Yen> Inputs::yen(std::string_view column) {
  return one<Yen>(*this, column, "whole yen", yen_of);
}
std::optional<int> Inputs::count(std::string_view column) {
  return one<int>(*this, column, "a whole number", count_of);
}
std::optional<Rate> Inputs::rate(std::string_view column) {
  return one<Rate>(*this, column, "per mille", rate_of);
}

std::optional<std::int64_t> Inputs::thousandths(std::string_view column) {
  return one<std::int64_t>(*this, column, "a number with at most three decimals", thousandths_of);
}

std::optional<bool> Inputs::answer(std::string_view column) {
  const auto cell = text(column);
  if (cell.empty()) return std::nullopt;
  if (cell != "yes" && cell != "no") refuse(column, "yes | no");
  return cell == "yes";
}
bool Inputs::yes(std::string_view column) { return answer(column).value_or(false); }

std::optional<std::size_t> Inputs::word(std::string_view column,
                                        std::span<const std::string_view> words) {
  const auto cell = text(column);
  if (cell.empty()) return std::nullopt;
  const auto found = std::ranges::find(words, cell);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string expected;
  for (const auto word : words) expected += (expected.empty() ? "" : " | ") + std::string(word);
  refuse(column, expected);
  return std::nullopt;
}

std::vector<Yen> Inputs::yen_list(std::string_view column) {
  return list<Yen>(*this, column, "whole yen, divided by spaces", yen_of);
}
std::vector<int> Inputs::count_list(std::string_view column) {
  return list<int>(*this, column, "whole numbers, divided by spaces", count_of);
}
std::vector<Rate> Inputs::rate_list(std::string_view column) {
  return list<Rate>(*this, column, "per mille, divided by spaces", rate_of);
}
std::vector<Span> Inputs::span_list(std::string_view column) {
  return list<Span>(*this, column, "2022-11-05..2022-11-19, divided by spaces", span_of);
}

template <typename Value>
Value Inputs::needed(std::string_view column, std::optional<Value> value) {
  if (!value && !given(column)) refuse(column, "must be given");
  return value.value_or(Value());
}

Date Inputs::need_date(std::string_view column) { return needed(column, date(column)); }
Month Inputs::need_month(std::string_view column) { return needed(column, month(column)); }
Yen Inputs::need_yen(std::string_view column) { return needed(column, yen(column)); }
int Inputs::need_count(std::string_view column) { return needed(column, count(column)); }
std::string_view Inputs::need_text(std::string_view column) {
  if (!given(column)) refuse(column, "must be given");
  return text(column);
}
std::size_t Inputs::need_word(std::string_view column, std::span<const std::string_view> words) {
  return needed(column, word(column, words));
}

}  // namespace kenpo::cases
