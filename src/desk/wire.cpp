#include "desk/wire.h"

#include <algorithm>
#include <charconv>

#include "base/require.h"
#include "desk/encoding.h"

namespace kenpo::desk {

namespace {

constexpr std::string_view content_policy_name = "Content-Security-Policy";
constexpr std::string_view content_policy =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; "
    "base-uri 'none'\r\n";
constexpr std::string_view security_headers =
    "Strict-Transport-Security: max-age=31536000\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";

bool is_header_safe(std::string_view text) {
  return std::ranges::none_of(
      text, [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; });
}

}  // namespace

int refuse_raw_head(std::string_view head) {
  constexpr int bad_request = 400;
  for (std::size_t at = 0; at < head.size(); ++at) {
    const char byte = head[at];
    if (byte == '\r') {
      if (at + 1 >= head.size() || head[at + 1] != '\n') return bad_request;
      continue;
    }
    if (byte == '\n') {
      if (at == 0 || head[at - 1] != '\r') return bad_request;
      const bool folded = at + 1 < head.size() && (head[at + 1] == ' ' || head[at + 1] == '\t');
      if (folded) return bad_request;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    if ((value < 0x20 && byte != '\t') || value == 0x7F) return bad_request;
  }
  return 0;
}

int refuse_head(const Request& request, const std::vector<std::string>& allowed_hosts,
                Framing& framing) {
  const auto hosts = request.headers.all("host");
  if (hosts.size() != 1) return 400;
  if (std::ranges::find(allowed_hosts, hosts.front()) == allowed_hosts.end()) return 421;
  // Our visitors' browsers never send a body in pieces; taking none leaves nothing to disagree on.
  if (request.headers.has("transfer-encoding")) return 501;
  const auto lengths = request.headers.all("content-length");
  if (lengths.size() > 1) return 400;
  if (lengths.empty()) {
    if (request.method == Method::post) return 411;
  } else {
    const auto digits = lengths.front();
    constexpr std::size_t digits_limit = 15;
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (digits.empty() || digits.size() > digits_limit) return 400;
    if (!std::ranges::all_of(digits, is_digit)) return 400;
    std::from_chars(digits.data(), digits.data() + digits.size(), framing.body_bytes);
    if (framing.body_bytes != 0 && request.method != Method::post) return 400;
  }
  framing.keep_alive = request.headers.text("connection") != "close";
  return 0;
}

int read_target(std::string_view target, Request& request) {
  if (target.size() > target_limit_bytes) return 414;
  const auto mark = std::min(target.find('?'), target.size());
  auto path = parse_path(target.substr(0, mark));
  if (!path) return 400;
  request.path = std::move(*path);
  if (mark == target.size()) return 0;
  auto query = parse_urlencoded(target.substr(mark + 1));
  if (!query) return 400;
  request.query = std::move(*query);
  return 0;
}

std::string head_of(const Response& response, std::size_t body_bytes, bool keep_alive) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head += reason(response.status);
  head += "\r\n";
  // Two policies would both hold: a page that brings its own is sent with that alone.
  const auto brings_policy = [](const auto& line) { return line.first == content_policy_name; };
  if (std::ranges::none_of(response.headers, brings_policy)) head += content_policy;
  head += security_headers;
  head += response.keep == Keep::a_day ? "Cache-Control: public, max-age=86400\r\n"
                                       : "Cache-Control: no-store\r\n";
  if (!response.content_type.empty()) {
    KENPO_REQUIRE(is_header_safe(response.content_type));
    head += "Content-Type: " + response.content_type + "\r\n";
  }
  for (const auto& [name, value] : response.headers) {
    KENPO_REQUIRE(is_header_safe(name) && is_header_safe(value));
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
  }
  head += "Content-Length: " + std::to_string(body_bytes) + "\r\n";
  head += keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  return head;
}

}  // namespace kenpo::desk
