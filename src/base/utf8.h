// Code points of UTF-8 text, one at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kenpo::base {

inline constexpr char32_t replacement_character = 0xFFFD;

/// The code point at byte `at` (which must be inside the text); moves `at` behind it. A byte that
/// begins no valid sequence (overlong, surrogate, above U+10FFFF, cut off) is one U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Appends the UTF-8 bytes of a code point.
void append_utf8(std::string& text, char32_t point);

/// How many code points the text has.
std::size_t count_code_points(std::string_view text);

/// True when every byte belongs to a valid sequence.
bool is_utf8(std::string_view text);

}  // namespace kenpo::base
