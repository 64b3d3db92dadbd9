// Recognises claims files by their content; names are not trusted.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "format/claim/layout.h"

namespace kenpo::format::claim {

/// Enough of a file to recognise it.
inline constexpr std::size_t recognise_bytes = 512;

/// The form of a file that begins with these bytes (the first 512, or all of a shorter file);
/// nullopt when it is no claims file. A recognised file may still be refused by the reader.
std::optional<Form> looks_like(std::string_view beginning);

}  // namespace kenpo::format::claim
