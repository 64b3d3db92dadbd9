// Code tables of claims (別表 of 記録条件仕様 (医科), 令和4年4月版) as rows.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "format/claim/layout.h"

namespace kenpo::format::claim {

struct CodeRow {
  CodeSet set;
  std::string_view code;
  const char* name;  // Japanese, as the office says it
};
std::span<const CodeRow> code_rows();

/// True when the table holds the code. A field of several codes (特記事項 2×5) holds them one after
/// the other: each must be in the table.
bool has_code(CodeSet set, std::string_view field);

/// The name of a code; empty when the table does not hold it.
std::string_view code_name(CodeSet set, std::string_view code);

/// The payers of a line (負担区分): bit 0 health insurance, bits 1 to 4 public payers 1 to 4.
/// 0 for a code that is not in the table.
std::uint8_t payers_of(char payer_set);
inline constexpr std::uint8_t health_insurance_bit = 1;

}  // namespace kenpo::format::claim
