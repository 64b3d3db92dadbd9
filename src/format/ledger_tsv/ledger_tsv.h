// The ledger file: establishments, rates and dependents of a society that moves in. Our own format,
// UTF-8 with tabs (docs/formats/ledger_tsv.md); no public layout exists for such a hand-over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"

namespace kenpo::format::ledger_tsv {

/// A hand-over of the largest society has about a million lines of 150 bytes.
inline constexpr std::size_t file_bytes_limit = std::size_t{512} << 20U;

struct EstablishmentLine {
  std::uint64_t line = 0;
  std::string prefecture, county, office_symbol;  // as the pension agency codes them
  std::string symbol;                             // 記号 of the society
  std::string name, postal_code, address;
  base::Date from;
};

struct RateLine {
  std::uint64_t line = 0;
  std::string kind;  // general_basic, general_specific, adjustment, care, child
  base::Month from;
  base::Rate total, insured;
};

struct DependentLine {
  std::uint64_t line = 0;
  std::string symbol, number;  // of the insured person
  int branch = 1;              // 枝番 1 to 99
  int relation = 10;           // 続柄 as eligibility::Relation numbers it
  std::string name, name_kana;
  int sex = 1;  // 1 male, 2 female
  base::Date born;
  base::Date from;
  std::optional<base::Date> until;
};

struct LedgerFile {
  std::vector<EstablishmentLine> establishments;
  std::vector<RateLine> rates;
  std::vector<DependentLine> dependents;
};

/// Whether the file begins with the head of this format.
bool looks_like(std::string_view beginning);

/// Reads the whole file. Refused, with line and field: an unknown kind of line, a wrong number of
/// cells, an empty required cell, a date or rate that is none, bytes that are no UTF-8.
base::Result<LedgerFile> read(std::string_view bytes);

std::string write(const LedgerFile& file);

}  // namespace kenpo::format::ledger_tsv
