// 疾病分類表 as the office gives it: groups of diseases by ICD-10, such as the 119 groups of the social
// insurance tables. docs/formats/disease_group_csv.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/plain.h"
#include "base/result.h"

namespace kenpo::format::disease_group_csv {

inline constexpr std::size_t file_bytes_limit = 256 * 1024;  // the public table has 10 KB
inline constexpr std::size_t groups_limit = 200;             // the public table has 119

/// One block of codes: the first and the last, three characters or four: 「A00」 to 「A09」, 「I690」.
struct Block {
  std::string first;
  std::string last;
  friend bool operator==(const Block&, const Block&) = default;
};

struct GroupLine {
  std::string code;  // 「0101」
  std::string name;  // 「腸管感染症」
  std::vector<Block> blocks;
  friend bool operator==(const GroupLine&, const GroupLine&) = default;
};

/// 「A00-A09 I69.0」: points are dropped. Empty: no block can be read.
std::vector<Block> blocks_of(std::string_view text);
/// The blocks as the file has them: 「A00-A09 I690」.
std::string words_of(const std::vector<Block>& blocks);

bool looks_like(std::string_view prefix);

/// UTF-8 or CP932. Refused with the line: another head, a cell that is missing or cannot be read, a
/// group twice, a code of ICD-10 in two groups (a code of four characters goes before its three),
/// too many groups.
base::Result<std::vector<GroupLine>> read(std::string_view bytes, const base::Plain& file);

}  // namespace kenpo::format::disease_group_csv
