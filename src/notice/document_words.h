// The small words of the notice's grammar, and the checks of the society's three values.
#pragma once

#include <cstddef>
#include <string_view>

namespace kenpo::notice {

inline constexpr std::string_view table_head_line = "個人情報の類型\t利用目的";
inline constexpr std::string_view purpose_separator = "、";
inline constexpr std::string_view note_mark = "※";
inline constexpr std::string_view telephone_mark = "電話：";
inline constexpr std::string_view postcode_mark = "〒";

/// A society's name or address is shorter than this: three lines of a letter.
inline constexpr std::size_t value_bytes_limit = 300;

/// One line without tab, not blank, of at most `bytes_limit` bytes.
bool is_line_value(std::string_view text, std::size_t bytes_limit = value_bytes_limit);
/// `〒206-0034 …`: mark, postcode, a blank, the address.
bool is_address(std::string_view text);
/// Digits and hyphens, beginning with 0: `042-357-2334`.
bool is_telephone(std::string_view text);
/// The first byte that is not part of well-formed UTF-8 or is a control character other than line
/// feed and tab; npos when there is none.
std::size_t first_bad_byte(std::string_view text);
/// 1 to 4 for 「(1)…」 or 「- (1)…」; 0 for anything else.
int ground_number(std::string_view line);
/// 1 to 4 for 「1. …」; 0 for anything else.
int heading_number(std::string_view line);

}  // namespace kenpo::notice
