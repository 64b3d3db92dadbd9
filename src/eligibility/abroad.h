// 海外特例: a dependent who lives abroad and is one all the same (健康保険法3条7項, 施行規則37条の2).
#pragma once

#include <cstdint>

#include "base/plain.h"

namespace kenpo::eligibility {

/// What the notification tells: the exception applies, or it ends.
enum class Abroad : std::uint8_t { applies = 1, ended = 2 };

/// The reasons of the form. 施行規則37条の2: 1 a student abroad; 2 with an insured person who is
/// posted abroad; 3 abroad for a time, not for work; 4 related during the posting, equal to 2;
/// 5 others with the base of their life in Japan.
inline constexpr int abroad_reasons = 5;
/// Why it ends: 1 moved to Japan, 2 anything else.
inline constexpr int abroad_end_moved_in = 1;
inline constexpr int abroad_end_other = 2;

/// 「1 外国において留学をする学生」; empty for a number that the form does not have.
base::Words abroad_words(Abroad abroad, int reason);

}  // namespace kenpo::eligibility
