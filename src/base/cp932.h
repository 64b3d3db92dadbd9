// CP932 (Windows-31J), the character code of claims, notifications and bank files.
// docs/formats/cp932.md lists where other converters differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kenpo::base {

/// No more positions than these are listed; nobody mends a longer list.
inline constexpr std::size_t cp932_positions_limit = 1000;

/// UTF-8 text, and the byte positions of the input that are no CP932 (each became U+FFFD).
struct Decoded {
  std::string text;
  std::vector<std::size_t> bad;
};
Decoded decode_cp932(std::string_view bytes);
/// UTF-8 of a file that is UTF-8, with or without its mark, or CP932; nullopt: neither.
std::optional<std::string> utf8_or_cp932(std::string_view bytes);

/// CP932 bytes, and the byte positions of the UTF-8 input whose character CP932 does not have (each
/// became 〓, 0x81AC). The callers show the list; nothing is lost silently.
struct Encoded {
  std::string bytes;
  std::vector<std::size_t> lost;
};
Encoded encode_cp932(std::string_view utf8);

/// Where a two-byte code belongs.
enum class Cp932Area : std::uint8_t {
  none,        // no character
  jis_x_0208,  // JIS X 0208: symbols, kana, kanji of level 1 and 2
  vendor,      // NEC row 13, NEC selection, IBM extension: ① ㈱ 髙 﨑 and others
  user,        // 0xF040 to 0xF9FC, user-defined; U+E000 to U+E757
};
Cp932Area cp932_area(unsigned char lead, unsigned char trail);

/// JIS X 0208 level 1 (0x889F to 0x9872) and level 2 (0x989F to 0xEAA4) kanji.
bool is_level_1_kanji(unsigned char lead, unsigned char trail);
bool is_level_2_kanji(unsigned char lead, unsigned char trail);

constexpr bool is_cp932_lead(unsigned char byte) {
  return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC);
}
/// Half-width katakana of JIS X 0201: ｡ to ﾟ.
constexpr bool is_half_kana(unsigned char byte) { return byte >= 0xA1 && byte <= 0xDF; }
/// A printable one-byte character of JIS X 0201: space to ~, and half-width katakana.
constexpr bool is_jis_x_0201(unsigned char byte) {
  return (byte >= 0x20 && byte <= 0x7E) || is_half_kana(byte);
}

/// What a field of a form may hold.
enum class Repertoire : std::uint8_t {
  one_byte,       // JIS X 0201
  two_byte,       // JIS X 0208
  notifications,  // JIS X 0201 and JIS X 0208 (CSV notifications, 電子媒体届書作成仕様書)
  any,            // all of CP932 but control characters
};
/// The first byte position of `cp932` outside the repertoire; npos when there is none.
std::size_t first_outside(std::string_view cp932, Repertoire repertoire);

}  // namespace kenpo::base
