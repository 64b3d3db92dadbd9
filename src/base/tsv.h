// Tables as text: lines that end in LF, cells divided by tabs, no quoting.
#pragma once

#include <string_view>
#include <vector>

namespace kenpo::base {

/// The lines of a text without their line feeds; a byte order mark in front is left out. The text
/// after the last line feed is a line only when it is not empty.
std::vector<std::string_view> lines_of(std::string_view text);

/// The cells of a line, at least one. The views live as long as the text.
std::vector<std::string_view> cells_of(std::string_view line, char divider = '\t');

/// The words of a cell divided by single or several spaces; none for an empty cell.
std::vector<std::string_view> words_of(std::string_view cell);

}  // namespace kenpo::base
