// Kinds of insured workers as the base days of standard remuneration tell them apart.
#pragma once

#include <cstdint>

namespace kenpo::remuneration {

/// ordinary: 一般の被保険者. part_time: 短時間就労者 (part-timer who meets the three quarters rule).
/// short_hours: 短時間労働者 (insured below three quarters, 施行規則24条の2).
enum class Worker : std::uint8_t { ordinary, part_time, short_hours };

}  // namespace kenpo::remuneration
