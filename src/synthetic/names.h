// Invented names: put together by lot from lists of our own, no list of people behind them.
#pragma once

#include <cstdint>
#include <string>

#include "synthetic/draw.h"

namespace kenpo::synthetic {

enum class Sex : std::uint8_t { male = 1, female = 2 };

/// A name as places in the lists.
struct Name {
  std::uint16_t family = 0;
  std::uint16_t given = 0;
};

Name draw_name(Sex sex, Draw& draw);
/// The family name of someone, a given name of one's own.
Name draw_name_of_family(Name family, Sex sex, Draw& draw);

/// 青野　明一: full width with one full-width space, at most 12 characters, JIS X 0208 only, as
/// notifications allow.
std::string written(Name name);
/// The same with the characters of the family register, which JIS X 0208 may lack (髙 﨑).
std::string registered(Name name);
/// ｱｵﾉ ｱｷｲﾁ: half-width kana, one half-width space.
std::string half_kana(Name name);
/// アオノアキイチ: full-width kana without a space, as claims have it.
std::string claim_kana(Name name);

}  // namespace kenpo::synthetic
