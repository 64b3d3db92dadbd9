#include "desk/width.h"

#include "base/utf8.h"

namespace kenpo::desk {

std::string trimmed(std::string_view text) {
  constexpr std::string_view wide_space = "\u3000";
  constexpr std::string_view narrow = " \t\r\n";
  for (bool changed = true; changed && !text.empty();) {
    changed = true;
    if (narrow.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (narrow.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.starts_with(wide_space)) {
      text.remove_prefix(wide_space.size());
    } else if (text.ends_with(wide_space)) {
      text.remove_suffix(wide_space.size());
    } else {
      changed = false;
    }
  }
  return std::string(text);
}

std::string half_width(std::string_view text) {
  constexpr char32_t first_wide = 0xFF01;  // 「！」
  constexpr char32_t last_wide = 0xFF5E;   // 「～」
  constexpr char32_t distance = 0xFEE0;
  std::string narrow;
  for (std::size_t at = 0; at < text.size();) {
    auto point = base::next_code_point(text, at);
    if (point >= first_wide && point <= last_wide) point -= distance;
    if (point == 0x3000) point = ' ';
    if (point == 0x2212 || point == 0x2010) point = '-';  // minus sign, hyphen
    base::append_utf8(narrow, point);
  }
  return trimmed(narrow);
}

}  // namespace kenpo::desk
