// Percent-encoding and form encoding of addresses and forms.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/request.h"

namespace kenpo::desk {

/// Fields of one form or one query: more are refused; the largest table form has about 400.
inline constexpr std::size_t fields_limit = 2000;

/// Everything but letters, digits and `-._~` as `%XX`.
std::string percent_encode(std::string_view text);
/// The same, leaving what addresses are made of: `/?&=%#` and the like. Only non-ASCII bytes,
/// spaces and control characters are encoded.
std::string percent_encode_path(std::string_view address);
/// Refuses (nullopt) a broken `%XX`.
std::optional<std::string> percent_decode(std::string_view text);

/// Reads `a=1&b=2` with `+` as space. Refuses broken encoding, text that is not UTF-8, NUL, and
/// more than `fields_limit` fields.
std::optional<Values> parse_urlencoded(std::string_view text);

/// The path of a request target, decoded once. Refuses (nullopt) what does not begin with `/`,
/// broken encoding, control characters, `\`, an encoded `/`, and segments that are empty, `.` or
/// `..` (a final `/` is allowed only as the whole path).
std::optional<std::string> parse_path(std::string_view raw_path);

/// The cookies of a Cookie header.
Values parse_cookies(std::string_view header);

}  // namespace kenpo::desk
