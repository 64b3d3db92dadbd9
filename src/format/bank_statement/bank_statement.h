// What came into the society's account, as the bank tells it: bytes to entries.
// Layout and rules: docs/formats/bank_statement.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "format/bank_statement/layout.h"

namespace kenpo::format::bank_statement {

enum class Direction : std::uint8_t { in = 1, out = 2 };  // 入払区分
enum class Standing : std::uint8_t { stands, cancelled };  // 取消区分

/// One record about money that moved. Texts are UTF-8, half width as the bank wrote them.
struct Entry {
  std::uint64_t record = 0;  // its number in the file, from 1
  std::string number = {};        // 照会番号
  base::Date booked_on = {};      // 勘定日
  Direction direction = Direction::in;
  std::string transaction = {};   // 取引区分, two digits; empty in a notice of transfers
  Standing standing = Standing::stands;
  base::Yen amount = {};
  std::string payer_code = {};    // 振込依頼人コード
  std::string payer = {};         // 振込依頼人名, in kana
  std::string bank = {};
  std::string branch = {};
  std::string description = {};   // 摘要内容
  std::string edi = {};

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// One account of the society with its entries.
struct Statement {
  std::string bank_code;
  std::string branch_code;
  char account_kind = '1';
  std::string account_number;
  base::Date from;
  base::Date to;
  std::vector<Entry> entries;

  friend bool operator==(const Statement&, const Statement&) = default;
};

struct StatementFile {
  FileKind kind = FileKind::account_statement;
  std::vector<Statement> statements;

  friend bool operator==(const StatementFile&, const StatementFile&) = default;
};

/// Is this the beginning of a statement file? Needs the first four bytes.
bool looks_like(std::string_view prefix);

/// Years are written with two digits, of the era or of the common era, as each bank does. The two
/// readings lie 18 years apart (令和), so that at most one of them is in these years before today.
inline constexpr int years_read_back = 10;

/// The whole file, or its faults in the order of its records; a place's line is the record number.
/// Refused: other kinds than 01 and 03, fields that break the layout, days that do not exist or
/// come after `today`, amounts of 0, counts, sums and balances that differ from the trailer.
base::Result<StatementFile> read(std::string_view bytes, const base::Plain& file,
                                 base::Date today);

}  // namespace kenpo::format::bank_statement
