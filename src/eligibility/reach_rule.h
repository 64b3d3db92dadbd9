// Ages that change something: 40, 65, 70 and 75 by 年齢計算ニ関スル法律.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/plain.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::eligibility {

enum class Reach : std::uint8_t {
  care_begins = 1,  // 40: 介護保険第2号被保険者
  care_ends = 2,    // 65: 介護保険第1号被保険者
  elderly = 3,      // 70: 高齢受給者
  later_stage = 4,  // 75: 後期高齢者医療
};
inline constexpr Reach reaches[] = {Reach::care_begins, Reach::care_ends, Reach::elderly,
                                    Reach::later_stage};

/// The day from which the age has its effect; its basis tells the day on which the age is reached.
/// 40, 65: the first of the month in which the age is reached (the day before the birthday lies in
/// it); 70: the first of the month after; 75: the birthday.
base::Result<law::Decision<base::Date>> reach_day(Reach reach, base::Date born);

/// The age in years.
base::Result<int> reach_age(Reach reach);

/// 「40歳」
base::Words wording(Reach reach);
/// What it does, in one sentence.
base::Words effect_words(Reach reach);

}  // namespace kenpo::eligibility
