#include "notice/document_words.h"

#include <algorithm>
#include <cstdint>

namespace kenpo::notice {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_postcode(std::string_view text) {
  if (text.size() != 8 || text[3] != '-') return false;
  return std::ranges::count_if(text, is_digit) == 7;
}

// Bytes of the character that begins here; 0 when it is not well-formed (RFC 3629).
std::size_t character_bytes(std::string_view rest) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(rest[at]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || rest.size() < length) return 0;
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xC0U) != 0x80U) return 0;
  }
  // Overlong forms, surrogates and values over U+10FFFF.
  const std::uint8_t second = byte(1);
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
  if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
  return length;
}

}  // namespace

bool is_line_value(std::string_view text, std::size_t bytes_limit) {
  return !text.empty() && text.size() <= bytes_limit && text.front() != ' ' && text.back() != ' ' &&
         text.find_first_of("\t\n") == std::string_view::npos &&
         first_bad_byte(text) == std::string_view::npos;
}

bool is_address(std::string_view text) {
  if (!is_line_value(text) || !text.starts_with(postcode_mark)) return false;
  text.remove_prefix(postcode_mark.size());
  return text.size() > 9 && is_postcode(text.substr(0, 8)) && text[8] == ' ';
}

bool is_telephone(std::string_view text) {
  constexpr std::size_t shortest = 10;  // 0 and nine digits
  constexpr std::size_t longest = 13;   // eleven digits and two hyphens
  return text.size() >= shortest && text.size() <= longest && text.front() == '0' &&
         is_digit(text.back()) &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '-'; });
}

std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (control && c != '\n' && c != '\t') return at;
    const std::size_t length = character_bytes(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

int ground_number(std::string_view line) {
  if (line.starts_with("- ")) line.remove_prefix(2);
  if (line.size() < 4 || line[0] != '(' || line[2] != ')') return 0;
  return line[1] >= '1' && line[1] <= '4' ? line[1] - '0' : 0;
}

int heading_number(std::string_view line) {
  if (line.size() < 4 || line[1] != '.' || line[2] != ' ') return 0;
  return line[0] >= '1' && line[0] <= '4' ? line[0] - '0' : 0;
}

}  // namespace kenpo::notice
