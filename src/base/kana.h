// Kana between its widths and scripts. Kanji and everything else stay as they are; nothing is
// folded by compatibility, so a name keeps its characters.
#pragma once

#include <string>
#include <string_view>

namespace kenpo::base {

/// Half-width kana become full width, ｶﾞ one ガ. Combining ゛゜ (U+3099, U+309A) join their kana.
std::string full_width_kana(std::string_view text);

/// Full-width katakana become half width, ガ becomes ｶﾞ, 。「」、・ー too. ヮ ヵ ヶ become ﾜ ｶ ｹ, ヰ ヱ
/// become ｲ ｴ: half width has no others. Hiragana stay; see katakana().
std::string half_width_kana(std::string_view text);

/// Hiragana become katakana: あ ア, ゔ ヴ, ゝ ヽ.
std::string katakana(std::string_view text);

/// Katakana become hiragana where there is one (ヷ ヸ ヹ ヺ stay). The long sound ー stays.
std::string hiragana(std::string_view text);

/// Small kana become large, of either script and width: キョ キヨ, ｷｮ ｷﾖ, っ つ, ヶ ケ.
std::string large_kana(std::string_view text);

}  // namespace kenpo::base
