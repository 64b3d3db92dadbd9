// The public file of postal codes of Japan Post (KEN_ALL.CSV in CP932, utf_ken_all.csv in UTF-8):
// docs/formats/postal_csv.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kenpo::format::postal_csv {

/// The whole country is about 125,000 lines in 18 MB.
inline constexpr std::size_t file_bytes_limit = std::size_t{64} << 20U;
inline constexpr std::size_t lines_limit = 500'000;

enum class Coding : std::uint8_t { cp932, utf_8 };

struct PostalLine {
  std::string postal_code;      // seven digits
  std::string prefecture_kana;  // half width
  std::string city_kana;
  std::string town_kana;
  std::string prefecture;
  std::string city;
  std::string town;  // empty where the file says that no town is listed
};

/// Reads the whole file: a town that goes on over several lines is joined; remarks in brackets and
/// 「以下に掲載がない場合」 are no town. Refused, with the line: another number of cells, a code that
/// is not seven digits, bytes that are not of the coding, an empty file.
base::Result<std::vector<PostalLine>> read(std::string_view bytes, Coding coding);

}  // namespace kenpo::format::postal_csv
