// The declared names of columns in the words of the office, for papers that people read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kenpo::request {

/// 「氏名」 for `name`; the declared name itself where the office has no word for it.
std::string_view column_words(std::string_view column);

/// The value of a coded column: 「1：男」 for `sex`; the number alone otherwise.
std::string coded_words(std::string_view column, std::int64_t value);

}  // namespace kenpo::request
