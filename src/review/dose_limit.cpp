#include "review/dose_limit.h"

#include <algorithm>
#include <tuple>

namespace kenpo::review {

namespace {

constexpr std::size_t code_characters = 9;
constexpr std::size_t least_price_characters = 7;   // 成分: the ingredient and how it is given
constexpr std::size_t most_price_characters = 12;

bool is_code(std::string_view text) {
  return text.size() == code_characters && text.front() == '6' &&
         std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

}  // namespace

const char* wording(DoseWay way) {
  switch (way) {
    case DoseWay::every: return "すべて";
    case DoseWay::internal: return "内服";
    case DoseWay::as_needed: return "屯服";
    case DoseWay::external: return "外用";
    case DoseWay::injection: return "注射";
  }
  return "";
}

bool is_dose_drug(std::string_view text) {
  if (is_code(text)) return true;
  if (text.size() < least_price_characters || text.size() > most_price_characters) return false;
  const auto ingredient = text.substr(0, least_price_characters);
  const auto rest = text.substr(least_price_characters);
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  return std::ranges::all_of(ingredient, is_digit) &&
         (rest.empty() || (rest.front() >= 'A' && rest.front() <= 'Z' &&
                           std::ranges::all_of(rest.substr(1), is_digit)));
}

bool is_about(const DoseLimit& limit, std::string_view code, std::string_view price_code) {
  return is_code(limit.drug) ? limit.drug == code : price_code.starts_with(limit.drug);
}

const DoseLimit* dose_limit_in(std::span<const DoseLimit> limits, std::string_view code,
                               std::string_view price_code, DoseWay way, base::Month month) {
  const DoseLimit* best = nullptr;
  const auto rank = [](const DoseLimit& limit) {
    return std::tuple(limit.way != DoseWay::every, is_code(limit.drug), limit.drug.size(),
                      limit.from, limit.at);
  };
  // A row that has ended says nothing: what is wider holds again.
  const auto is_replaced = [&](const DoseLimit& limit) {
    return std::ranges::any_of(limits, [&](const DoseLimit& later) {
      return later.drug == limit.drug && later.way == limit.way && later.from <= month &&
             std::tuple(later.from, later.at) > std::tuple(limit.from, limit.at);
    });
  };
  for (const auto& limit : limits) {
    const bool holds = limit.from <= month && (limit.way == DoseWay::every || limit.way == way) &&
                       !limit.ends() && is_about(limit, code, price_code);
    if (!holds || is_replaced(limit)) continue;
    if (best == nullptr || rank(limit) > rank(*best)) best = &limit;
  }
  return best;
}

}  // namespace kenpo::review
