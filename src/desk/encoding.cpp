#include "desk/encoding.h"

#include <algorithm>

#include "base/utf8.h"

namespace kenpo::desk {

namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

void append_encoded(std::string& text, char byte) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  text += '%';
  text += hex[value >> 4U];
  text += hex[value & 15U];
}

bool is_unreserved(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

std::optional<std::string> form_decode(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '+', ' ');
  auto decoded = percent_decode(spaced);
  if (!decoded || !base::is_utf8(*decoded)) return std::nullopt;
  if (decoded->find('\0') != std::string::npos) return std::nullopt;
  return decoded;
}

}  // namespace

std::string percent_encode(std::string_view text) {
  std::string encoded;
  for (const char byte : text) {
    if (is_unreserved(byte)) {
      encoded += byte;
    } else {
      append_encoded(encoded, byte);
    }
  }
  return encoded;
}

std::string percent_encode_path(std::string_view address) {
  std::string encoded;
  for (const char byte : address) {
    if (is_control(byte) || byte == ' ' || static_cast<unsigned char>(byte) >= 0x80) {
      append_encoded(encoded, byte);
    } else {
      encoded += byte;
    }
  }
  return encoded;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    if (at + 2 >= text.size()) return std::nullopt;
    const int high = hex_value(text[at + 1]);
    const int low = hex_value(text[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    decoded += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return decoded;
}

std::optional<Values> parse_urlencoded(std::string_view text) {
  Values values;
  std::size_t fields = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('&'), text.size());
    const auto pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    if (++fields > fields_limit) return std::nullopt;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = form_decode(pair.substr(0, equals));
    auto value = form_decode(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) return std::nullopt;
    values.add(std::move(*name), std::move(*value));
  }
  return values;
}

std::optional<std::string> parse_path(std::string_view raw_path) {
  if (!raw_path.starts_with('/')) return std::nullopt;
  if (raw_path == "/") return std::string("/");
  std::string path;
  auto rest = raw_path;
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the `/` in front of the segment
    const auto end = std::min(rest.find('/'), rest.size());
    const auto segment = percent_decode(rest.substr(0, end));
    rest.remove_prefix(end);
    if (!segment || segment->empty() || *segment == "." || *segment == "..") return std::nullopt;
    const auto refused = [](char byte) { return is_control(byte) || byte == '/' || byte == '\\'; };
    if (std::ranges::any_of(*segment, refused) || !base::is_utf8(*segment)) return std::nullopt;
    path += '/' + *segment;
  }
  return path;
}

Values parse_cookies(std::string_view header) {
  constexpr std::size_t cookies_limit = 50;  // ours are two
  Values cookies;
  for (std::size_t count = 0; !header.empty() && count < cookies_limit; ++count) {
    const auto end = std::min(header.find(';'), header.size());
    auto pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    cookies.add(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)));
  }
  return cookies;
}

}  // namespace kenpo::desk
