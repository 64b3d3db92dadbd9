// HTTP/1.1 as bytes: what of a request's head is refused, and how an answer's head is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "desk/request.h"
#include "desk/response.h"

namespace kenpo::desk {

/// Request line and header fields together. Ours need about 2 KiB.
inline constexpr std::size_t head_limit_bytes = 16 * 1024;
inline constexpr std::size_t target_limit_bytes = 4 * 1024;
inline constexpr std::size_t header_fields_limit = 64;

/// Looks at the raw head, up to and including its empty line, before anything parses it: refused
/// are NUL and other control characters, a line end other than CR LF, and folded lines (RFC 9112
/// 5.2). 0 when it may be parsed, otherwise the status of the refusal.
int refuse_raw_head(std::string_view head);

/// What the head says about the body and the connection.
struct Framing {
  std::uint64_t body_bytes = 0;
  bool keep_alive = true;
};

/// Looks at the parsed head: one Host that is one of ours, at most one Content-Length of digits,
/// no Transfer-Encoding at all, a POST with its length, no body with GET and HEAD. Fills `framing`.
/// 0, or the status of the refusal.
int refuse_head(const Request& request, const std::vector<std::string>& allowed_hosts,
                Framing& framing);

/// Takes the target apart into path and query. 0, or the status of the refusal.
int read_target(std::string_view target, Request& request);

/// Status line and header fields of the answer, with the security headers that every answer has,
/// up to and including the empty line.
std::string head_of(const Response& response, std::size_t body_bytes, bool keep_alive);

}  // namespace kenpo::desk
