// Two-dimensional codes: enrolment of the second factor, request ids on outgoing forms.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kenpo::desk {

/// More text makes a code that telephones read badly.
inline constexpr std::size_t code_text_limit_bytes = 600;

/// The text as a code, as a `data:` address for `<img src>`: an SVG with a quiet zone of four
/// modules, correction level M. Refused: text that is empty or too long.
base::Result<std::string> two_dimensional_code(std::string_view text);

}  // namespace kenpo::desk
