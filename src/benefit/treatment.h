// What the rules of high-cost medical expense ask about a treatment.
#pragma once

#include <cstdint>

namespace kenpo::benefit {

/// 入院・外来. A pharmacy's receipt belongs to the outpatient care that it was prescribed in.
enum class Setting : std::uint8_t { inpatient, outpatient };

/// 多数回該当: high-cost medical expense was paid in three or more of the twelve months that end
/// with the month of treatment.
enum class Frequent : std::uint8_t { no, yes };

/// 75歳到達時特例: the month in which the person (or the insured person) turns 75, unless the
/// birthday is the 1st.
enum class Turning75 : std::uint8_t { no, yes };

}  // namespace kenpo::benefit
