#include "report/report_csv.h"

#include <string_view>

namespace kenpo::report {

std::string csv_cell(const std::string& text) {
  constexpr std::string_view formula_begins = "=+-@\t\r";
  const bool negative = text.size() > 1 && text.front() == '-' &&
                        text.find_first_not_of("0123456789", 1) == std::string::npos;
  std::string quoted = "\"";
  const bool risky = !text.empty() && formula_begins.find(text.front()) != formula_begins.npos;
  if (risky && !negative) quoted += '\'';
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string csv_of(const std::vector<std::vector<std::string>>& rows) {
  std::string text = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (at > 0) text += ',';
      text += csv_cell(row[at]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace kenpo::report
