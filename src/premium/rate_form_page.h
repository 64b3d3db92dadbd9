// The fields of a form about all rates of a society: used where they are entered and where they are
// tried.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "desk/form.h"
#include "premium/society_rate.h"

namespace kenpo::premium {

inline constexpr std::size_t rate_characters_limit = 12;
constexpr desk::Field rate_field(std::string_view name, std::string_view label) {
  return {.name = name, .label = label, .length_limit = rate_characters_limit, .mode = "decimal"};
}
/// In the order of RateKind.
inline constexpr std::array<desk::Field, rate_kinds_count> total_rate_fields = {
    rate_field("basic", "基本保険料率(‰)"), rate_field("specific", "特定保険料率(‰)"),
    rate_field("adjustment", "調整保険料率(‰)"), rate_field("care", "介護保険料率(‰)"),
    rate_field("child", "支援金率(‰)")};
inline constexpr std::array<desk::Field, rate_kinds_count> insured_rate_fields = {
    rate_field("basic_insured", "基本のうち被保険者(‰)"),
    rate_field("specific_insured", "特定のうち被保険者(‰)"),
    rate_field("adjustment_insured", "調整のうち被保険者(‰)"),
    rate_field("care_insured", "介護のうち被保険者(‰)"),
    rate_field("child_insured", "支援金のうち被保険者(‰)")};

/// `98.1`: a rate per mille with at most three decimals.
std::optional<base::Rate> parse_permille(const std::string& text);

/// The five rates, in the order of the fields.
std::array<SharedRate*, rate_kinds_count> all_of(SocietyRates& rates);

/// Reads all ten fields; faults are noted in the form.
std::optional<SocietyRates> read_rates(desk::Form& form);
/// Fills the fields that nobody has sent.
void prefill_rates(desk::Form& form, SocietyRates rates);

}  // namespace kenpo::premium
