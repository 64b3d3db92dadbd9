// Names as they are compared and searched: one form for half-width, full-width and hiragana.
#pragma once

#include <string>
#include <string_view>

namespace kenpo::eligibility {

/// Kana and letters without spaces and marks of width: half-width and full-width katakana and
/// hiragana become full-width katakana, small kana large ones, letters capital half-width ones.
/// Kanji stay. So 「ﾔﾏﾀﾞ ﾊﾅｺ」 and 「やまだ　はなこ」 are the same key.
std::string search_key(std::string_view text);

}  // namespace kenpo::eligibility
