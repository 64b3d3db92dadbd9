// A flag as the store keeps it.
#pragma once

#include <cstdint>

namespace kenpo::eligibility {

enum class YesNo : std::uint8_t { no, yes };

constexpr YesNo yes_no(bool is) { return is ? YesNo::yes : YesNo::no; }

}  // namespace kenpo::eligibility
