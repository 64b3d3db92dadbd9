#include "eligibility/kana.h"

#include <array>

#include "base/utf8.h"

namespace kenpo::eligibility {

namespace {

// Half-width katakana U+FF66 to U+FF9D as full-width large katakana.
constexpr std::u32string_view full_width =
    U"ヲアイウエオヤユヨツーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
    U"ヤユヨラリルレロワン";
constexpr char32_t half_first = 0xFF66;
constexpr char32_t half_last = 0xFF9D;
static_assert(full_width.size() == half_last - half_first + 1);

constexpr std::u32string_view small_kana = U"ァィゥェォッャュョヮ";
constexpr std::u32string_view large_kana = U"アイウエオツヤユヨワ";

/// カ to ガ, ハ to バ or パ; the kana itself when it takes no such mark.
char32_t voiced(char32_t kana, bool semi_voiced) {
  if (kana >= U'ハ' && kana <= U'ホ') return kana + (semi_voiced ? 2U : 1U);
  if (semi_voiced) return kana;
  if (kana == U'ウ') return U'ヴ';
  const bool takes = (kana >= U'カ' && kana <= U'ト');
  return takes ? kana + 1U : kana;
}

char32_t one_form(char32_t point) {
  if (point >= half_first && point <= half_last) return full_width[point - half_first];
  if (point >= U'ぁ' && point <= U'ゖ') point += U'ァ' - U'ぁ';
  const auto small = small_kana.find(point);
  if (small != std::u32string_view::npos) return large_kana[small];
  if (point >= U'！' && point <= U'～') point -= U'！' - U'!';
  if (point >= U'a' && point <= U'z') point -= U'a' - U'A';
  return point;
}

}  // namespace

std::string search_key(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = base::next_code_point(text, at);
    if (point == U' ' || point == U'　') continue;
    const bool mark = point == U'ﾞ' || point == U'゛' || point == 0x3099;
    const bool semi_mark = point == U'ﾟ' || point == U'゜' || point == 0x309A;
    if ((mark || semi_mark) && !points.empty()) {
      points.back() = voiced(points.back(), semi_mark);
      continue;
    }
    points.push_back(one_form(point));
  }
  std::string key;
  for (const char32_t point : points) base::append_utf8(key, point);
  return key;
}

}  // namespace kenpo::eligibility
