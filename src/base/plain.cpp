#include "base/plain.h"

#include "base/date.h"

namespace kenpo::base {

namespace {
constexpr std::size_t code_length_limit = 8;  // the longest record or form code in use has 7

bool is_code_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}
}  // namespace

Plain::Plain(const Date& date) : text_(date.iso()) {}
Plain::Plain(const Month& month) : text_(month.iso()) {}

Plain Plain::code(std::string_view from_data) {
  if (from_data.empty() || from_data.size() > code_length_limit) return Plain("？");
  for (char c : from_data) {
    if (!is_code_character(c)) return Plain("？");
  }
  return Plain(std::string(from_data), 0);
}

Plain Plain::file(std::string_view path) {
  const auto slash = path.rfind('/');
  return Plain(std::string(slash == std::string_view::npos ? path : path.substr(slash + 1)), 0);
}

}  // namespace kenpo::base
