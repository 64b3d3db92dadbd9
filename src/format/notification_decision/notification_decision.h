// The file of decisions that goes back to the employer (決定通知データ). No public layout for it is
// known: this is the society's own, behind this one adapter
// (docs/formats/notification_decision.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"

namespace kenpo::format::notification_decision {

/// The version of the layout: it stands in the first cell of the file.
inline constexpr std::string_view layout_name = "KENPO-KETTEI-1";
/// A file is one month of one establishment: more rows than people an employer has.
inline constexpr std::size_t rows_limit = 1'000'000;

enum class Kind : std::uint8_t {
  acquisition = 1,    // 資格取得時決定
  regular = 2,        // 定時決定
  revision = 3,       // 随時改定
  childcare_end = 4,  // 育児休業等終了時改定
  maternity_end = 5,  // 産前産後休業終了時改定
  insurer = 6,        // 保険者算定
  correction = 7,     // 訂正
  bonus = 8,          // 標準賞与額の決定
};

/// One decision. Texts are UTF-8.
struct Row {
  Kind kind = Kind::acquisition;
  std::string symbol;                     // 記号 of the establishment
  std::string number;                     // 番号
  std::string name_kana;
  std::string name;
  base::Date born = {};
  base::Month applies_from = {};          // the month of payment of a bonus
  std::optional<base::Yen> before = {};   // 従前の標準報酬月額
  base::Yen standard = {};                // 標準報酬月額, or 標準賞与額
  std::optional<int> grade = {};          // none for a bonus
  std::optional<base::Date> paid_on = {};  // of a bonus

  friend bool operator==(const Row&, const Row&) = default;
};

struct File {
  std::string establishment_symbol;
  std::string establishment_name;
  base::Month month = {};
  base::Date made_on = {};
  std::vector<Row> rows;

  friend bool operator==(const File&, const File&) = default;
};

/// The bytes: UTF-8 with its mark, CR LF, every cell quoted. Every row is of the establishment
/// of the head: another symbol is a broken promise.
std::string write(const File& file);

/// What `write` makes, read back. Refused, with the line: another layout, a row of another
/// establishment, cells that do not fit.
base::Result<File> read(std::string_view bytes);

}  // namespace kenpo::format::notification_decision
