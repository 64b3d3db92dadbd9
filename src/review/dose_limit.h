// The society's own limits of doses (用量の上限): the public masters give no doses. A row holds from
// a month of treatment until the next about the same drug and way.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::review {

/// How a drug is given: what 使用量 and 回数 of a claim mean depends on it.
enum class DoseWay : std::uint8_t {
  every = 0,     // however it is given
  internal = 1,  // 内服: 使用量 of one day, 回数 days
  as_needed = 2, // 屯服: of one time
  external = 3,  // 外用: of one prescription
  injection = 4, // 注射: of one time
};
inline constexpr std::size_t dose_ways_count = 5;
const char* wording(DoseWay way);  // 「内服」

/// 使用量 has five decimals.
inline constexpr int dose_decimals = 5;

struct DoseLimit {
  /// 医薬品コード of nine digits, or the first 7 to 12 characters of 薬価基準コード: every drug of the
  /// ingredient.
  std::string drug;
  DoseWay way = DoseWay::every;
  base::Month from = {};
  std::optional<std::int64_t> most_hundred_thousandths = {};  // 使用量; none: not limited
  std::optional<int> most_times = {};                         // days or times; none: not limited
  std::string basis = {};                                     // 「添付文書 2026年4月改訂」
  base::StaffId by = base::StaffId::draw();
  base::Moment at = {};

  /// A row without a limit ends what was limited before.
  bool ends() const { return !most_hundred_thousandths && !most_times; }
};

/// Whether the text is a code as `DoseLimit::drug` takes it.
bool is_dose_drug(std::string_view text);
/// Whether the limit is about the drug: its code, or its 薬価基準コード (empty: not known).
bool is_about(const DoseLimit& limit, std::string_view code, std::string_view price_code);

/// The row that holds for the drug in the month: of the way before of every way, of the code before
/// of an ingredient, and of these the latest. Nullptr: none, or it has ended.
const DoseLimit* dose_limit_in(std::span<const DoseLimit> limits, std::string_view code,
                               std::string_view price_code, DoseWay way, base::Month month);

}  // namespace kenpo::review
