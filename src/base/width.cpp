#include "base/width.h"

#include "base/kana.h"
#include "base/utf8.h"

namespace kenpo::base {

namespace {

constexpr char32_t wide_space = 0x3000;
constexpr char32_t to_wide = 0xFEE0;  // from ! to ！
constexpr char32_t long_sound = U'ー';
constexpr char32_t half_long_sound = 0xFF70;

char32_t narrow_point(char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) return point - to_wide;
  return point == wide_space ? U' ' : point;
}

bool is_space(char32_t point) {
  return point == U' ' || point == wide_space || point == 0x00A0 || point == U'\t' ||
         point == U'\r' || point == U'\n';
}
bool is_hyphen(char32_t point) {
  return point == U'-' || point == 0xFF0D || (point >= 0x2010 && point <= 0x2015) ||
         point == 0x2212 || point == 0x2500 || point == 0xFE63;
}
bool is_hyphen_or_long_sound(char32_t point) {
  return is_hyphen(point) || point == long_sound || point == half_long_sound;
}
bool is_digit(char32_t point) { return point >= U'0' && point <= U'9'; }
bool is_katakana(char32_t point) { return point >= 0x30A1 && point <= 0x30FC; }

char32_t capital(char32_t point) {
  return point >= U'a' && point <= U'z' ? point - U'a' + U'A' : point;
}

/// Several spaces become one `space`; those at both ends go.
std::string single_spaced(std::string_view text, char32_t space) {
  std::string spaced;
  bool waiting = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    if (is_space(point)) {
      waiting = !spaced.empty();
      continue;
    }
    if (waiting) append_utf8(spaced, space);
    waiting = false;
    append_utf8(spaced, point);
  }
  return spaced;
}

enum class Letters : std::uint8_t { as_they_are, capitals };

std::string number_entry(std::string_view text, Letters letters) {
  std::string entry;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = narrow_point(next_code_point(text, at));
    if (is_space(point)) continue;
    if (is_hyphen_or_long_sound(point)) {
      entry += '-';
    } else {
      append_utf8(entry, letters == Letters::capitals ? capital(point) : point);
    }
  }
  return entry;
}

std::string kana_entry(std::string_view text) {
  std::string entry;
  char32_t before = 0;
  const std::string full = katakana(full_width_kana(text));
  for (std::size_t at = 0; at < full.size();) {
    char32_t point = next_code_point(full, at);
    if (is_hyphen(point) && is_katakana(before)) point = long_sound;
    append_utf8(entry, point);
    before = point;
  }
  return single_spaced(entry, wide_space);
}

std::string address_entry(std::string_view text) {
  std::string entry;
  char32_t before = 0;
  const std::string full = full_width_kana(text);
  for (std::size_t at = 0; at < full.size();) {
    char32_t point = narrow_point(next_code_point(full, at));
    if (is_hyphen_or_long_sound(point) && is_digit(before)) point = U'-';
    append_utf8(entry, point);
    before = point;
  }
  return single_spaced(entry, U' ');
}

}  // namespace

std::string narrow(std::string_view text) {
  std::string changed;
  for (std::size_t at = 0; at < text.size();) {
    append_utf8(changed, narrow_point(next_code_point(text, at)));
  }
  return changed;
}

std::string trimmed(std::string_view text) {
  std::size_t first = text.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (is_space(next_code_point(text, at))) continue;
    if (first > before) first = before;
    last = at;
  }
  return first < last ? std::string(text.substr(first, last - first)) : std::string();
}

std::string wide(std::string_view text) {
  std::string changed;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    const bool graphic = point > U' ' && point < 0x7F;
    append_utf8(changed, graphic ? point + to_wide : point == U' ' ? wide_space : point);
  }
  return changed;
}

std::string normalised(Entry entry, std::string_view text) {
  switch (entry) {
    case Entry::number: return number_entry(text, Letters::as_they_are);
    case Entry::code: return number_entry(text, Letters::capitals);
    case Entry::kana: return kana_entry(text);
    case Entry::name: return single_spaced(full_width_kana(text), wide_space);
    case Entry::address: return address_entry(text);
    case Entry::text: break;
  }
  return trimmed(text);
}

std::string search_key(std::string_view text) {
  const std::string kana = large_kana(katakana(full_width_kana(text)));
  std::string key;
  for (std::size_t at = 0; at < kana.size();) {
    const char32_t point = capital(narrow_point(next_code_point(kana, at)));
    if (is_space(point)) continue;
    append_utf8(key, is_hyphen_or_long_sound(point) ? U'-' : point);
  }
  return key;
}

}  // namespace kenpo::base
