// What people type in full width where half width is meant.
#pragma once

#include <string>
#include <string_view>

namespace kenpo::desk {

/// Full-width digits, Latin letters and signs, and the full-width space, in half width; stray
/// spaces at both ends taken off. Kana and kanji stay. For numbers, dates and codes; not for names.
std::string half_width(std::string_view text);
/// Without spaces (half or full width) and line ends at both ends.
std::string trimmed(std::string_view text);

}  // namespace kenpo::desk
