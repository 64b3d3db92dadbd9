#include "base/kana.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace kenpo::base {

namespace {

constexpr char32_t first_half = 0xFF61;  // ｡
constexpr char32_t last_half = 0xFF9F;   // ﾟ
constexpr char32_t half_voiced = 0xFF9E;
constexpr char32_t half_semi_voiced = 0xFF9F;
constexpr char32_t combining_voiced = 0x3099;
constexpr char32_t combining_semi_voiced = 0x309A;
constexpr char32_t first_katakana = 0x30A1;
constexpr char32_t last_katakana = 0x30FC;
constexpr char32_t to_katakana = 0x60;  // from a hiragana to its katakana

// ｡ to ﾟ in the order of their codes.
constexpr std::u32string_view full_of_half =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ"
    U"ハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
static_assert(full_of_half.size() == last_half - first_half + 1);

constexpr std::u32string_view voiceable = U"カキクケコサシスセソタチツテトハヒフヘホ";
constexpr std::u32string_view semi_voiceable = U"ハヒフヘホ";
constexpr std::u32string_view small = U"ァィゥェォッャュョヮヵヶ";
constexpr std::u32string_view large = U"アイウエオツヤユヨワカケ";

constexpr bool holds(std::u32string_view set, char32_t point) {
  return set.find(point) != std::u32string_view::npos;
}

/// The kana with its sound mark as one character; 0 when there is none.
constexpr char32_t voiced(char32_t point) {
  if (holds(voiceable, point)) return point + 1;
  if (point == U'ウ') return U'ヴ';
  if (point == U'ワ') return U'ヷ';
  if (point == U'ヲ') return U'ヺ';
  if (point == U'う') return U'ゔ';
  const bool hiragana_kana = point >= 0x3041 && point <= 0x3096;
  return hiragana_kana && holds(voiceable, point + to_katakana) ? point + 1 : 0;
}
constexpr char32_t semi_voiced(char32_t point) {
  if (holds(semi_voiceable, point)) return point + 2;
  const bool hiragana_kana = point >= 0x3041 && point <= 0x3096;
  return hiragana_kana && holds(semi_voiceable, point + to_katakana) ? point + 2 : 0;
}

/// A full-width katakana as one or two half-width characters; 0 = none.
struct Half {
  char32_t kana = 0;
  char32_t mark = 0;
};

constexpr auto half_of_katakana = [] {
  std::array<Half, last_katakana - first_katakana + 1> table{};
  const auto set = [&](char32_t full, Half half) { table[full - first_katakana] = half; };
  for (char32_t half = 0xFF65; half < half_voiced; ++half) {
    const char32_t full = full_of_half[half - first_half];
    if (full < first_katakana || full > last_katakana) continue;
    set(full, {half, 0});
    if (voiced(full) != 0) set(voiced(full), {half, half_voiced});
    if (semi_voiced(full) != 0) set(semi_voiced(full), {half, half_semi_voiced});
  }
  set(U'・', {0xFF65, 0});
  set(U'ヮ', {0xFF9C, 0});
  set(U'ヵ', {0xFF76, 0});
  set(U'ヶ', {0xFF79, 0});
  set(U'ヰ', {0xFF72, 0});
  set(U'ヱ', {0xFF74, 0});
  return table;
}();

Half half_of(char32_t point) {
  if (point >= first_katakana && point <= last_katakana) {
    return half_of_katakana[point - first_katakana];
  }
  switch (point) {
    case U'。': return {0xFF61, 0};
    case U'「': return {0xFF62, 0};
    case U'」': return {0xFF63, 0};
    case U'、': return {0xFF64, 0};
    case U'゛': case combining_voiced: return {half_voiced, 0};
    case U'゜': case combining_semi_voiced: return {half_semi_voiced, 0};
    default: return {};
  }
}

/// Each code point through `change`, which gives another one.
template <typename Change>
std::string each(std::string_view text, Change change) {
  std::string changed;
  changed.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    append_utf8(changed, change(next_code_point(text, at)));
  }
  return changed;
}

bool is_hiragana_with_katakana(char32_t point) {
  return (point >= 0x3041 && point <= 0x3096) || point == 0x309D || point == 0x309E;
}

bool is_katakana_with_hiragana(char32_t point) {
  return (point >= 0x30A1 && point <= 0x30F6) || point == 0x30FD || point == 0x30FE;
}

/// The sound mark at `at` joined to `before`; 0 when there is none to join.
char32_t joined(char32_t before, std::string_view text, std::size_t& at) {
  if (at >= text.size()) return 0;
  std::size_t after = at;
  const char32_t mark = next_code_point(text, after);
  char32_t one = 0;
  if (mark == half_voiced || mark == combining_voiced) one = voiced(before);
  if (mark == half_semi_voiced || mark == combining_semi_voiced) one = semi_voiced(before);
  if (one != 0) at = after;
  return one;
}

}  // namespace

std::string full_width_kana(std::string_view text) {
  std::string full;
  full.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = next_code_point(text, at);
    if (point >= first_half && point <= last_half) point = full_of_half[point - first_half];
    const char32_t one = joined(point, text, at);
    append_utf8(full, one != 0 ? one : point);
  }
  return full;
}

std::string half_width_kana(std::string_view text) {
  std::string half;
  half.reserve(text.size() + text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    const Half pair = half_of(point);
    append_utf8(half, pair.kana != 0 ? pair.kana : point);
    if (pair.mark != 0) append_utf8(half, pair.mark);
  }
  return half;
}

std::string katakana(std::string_view text) {
  return each(text, [](char32_t point) {
    return is_hiragana_with_katakana(point) ? point + to_katakana : point;
  });
}

std::string hiragana(std::string_view text) {
  return each(text, [](char32_t point) {
    return is_katakana_with_hiragana(point) ? point - to_katakana : point;
  });
}

std::string large_kana(std::string_view text) {
  return each(text, [](char32_t point) -> char32_t {
    const auto found = small.find(point);
    if (found != std::u32string_view::npos) return large[found];
    const bool hiragana_kana = point >= 0x3041 && point <= 0x3096;
    const auto other = hiragana_kana ? small.find(point + to_katakana) : std::u32string_view::npos;
    if (other != std::u32string_view::npos) return large[other] - to_katakana;
    if (point >= 0xFF67 && point <= 0xFF6B) return point + 10;    // ｧ to ｫ
    if (point >= 0xFF6C && point <= 0xFF6E) return point + 0x28;  // ｬ to ｮ
    return point == 0xFF6F ? char32_t{0xFF82} : point;            // ｯ
  });
}

}  // namespace kenpo::base
