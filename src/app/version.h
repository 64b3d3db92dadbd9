// The version of the program. CHANGELOG.md says what is in it.
#pragma once

namespace kenpo::app {
inline constexpr const char* version = "0.4.0";
}  // namespace kenpo::app
