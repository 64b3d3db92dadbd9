// Classes of the monthly limit of the patient's burden (限度額区分): Order art 42(1) for people
// under 70, art 42(3) for people of 70 to 74.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace kenpo::certificate {

/// ア イ ウ エ オ by the standard remuneration; 現役並みIII II I, 一般, 低所得II I.
enum class LimitClass : std::uint8_t {
  a,
  i,
  u,
  e,
  o,
  active_3,
  active_2,
  active_1,
  ordinary,
  low_2,
  low_1
};

/// The class as certificates and claims show it, in the order of LimitClass.
inline constexpr std::array<std::string_view, 11> limit_class_labels = {
    "ア",         "イ",        "ウ",   "エ",       "オ",     "現役並みIII",
    "現役並みII", "現役並みI", "一般", "低所得II", "低所得I"};

/// The class in the names of law rows: `benefit.high_cost.active_3.amount`.
inline constexpr std::array<std::string_view, 11> limit_class_names = {
    "a", "i", "u", "e", "o", "active_3", "active_2", "active_1", "ordinary", "low_2", "low_1"};

constexpr std::string_view label(LimitClass of) {
  return limit_class_labels[static_cast<std::size_t>(of)];
}
constexpr std::string_view name(LimitClass of) {
  return limit_class_names[static_cast<std::size_t>(of)];
}
/// A class of people of 70 to 74.
constexpr bool is_elderly(LimitClass of) { return of >= LimitClass::active_3; }
/// 現役並み所得者: 70 to 74 with a share of 30 %.
constexpr bool has_active_income(LimitClass of) {
  return is_elderly(of) && of <= LimitClass::active_1;
}

}  // namespace kenpo::certificate
