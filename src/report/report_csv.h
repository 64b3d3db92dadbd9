// Tables of figures as CSV for a spreadsheet: UTF-8 with its mark, CR LF, every cell quoted.
#pragma once

#include <string>
#include <vector>

namespace kenpo::report {

/// A cell that a spreadsheet neither splits nor runs as a formula.
std::string csv_cell(const std::string& text);
/// The rows, the first of which is the heading.
std::string csv_of(const std::vector<std::vector<std::string>>& rows);

}  // namespace kenpo::report
