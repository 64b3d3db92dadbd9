// The tables of the reports as cells of words, once for page, paper and file.
#pragma once

#include <string>
#include <vector>

#include "report/journal_act.h"
#include "report/statistics.h"

namespace kenpo::report {

using WordRows = std::vector<std::vector<std::string>>;

/// Who reads it: inside the office, or outside, where small cells are not shown.
enum class Readers : std::uint8_t { office, outside };

/// 項目, 単位, 男, 女, 計, 数え方; amounts plain or with separators.
enum class Digits : std::uint8_t { plain, grouped };
/// The size below which a cell is not shown outside, in the month.
base::Result<std::int64_t> cell_floor(base::Month month);

WordRows figure_rows(const MonthStatistics& counted, Digits digits);
/// 年齢, 被保険者男・女, 被扶養者男・女, 計; `floor` is used for readers outside only.
WordRows age_word_rows(const MonthStatistics& counted, Readers readers, std::int64_t floor,
                       Digits digits);
/// 健康保険: 記号, 事業所, 月分, 基本, 特定, 調整, 介護, 計; the last row is the sum.
WordRows health_journal_rows(const Journal& journal, Digits digits);
/// 子ども・子育て支援金: 記号, 事業所, 月分, 支援金; the last row is the sum.
WordRows child_journal_rows(const Journal& journal, Digits digits);

/// Headings of the four tables above.
extern const std::vector<std::string> figure_heading;
extern const std::vector<std::string> age_heading;
extern const std::vector<std::string> health_heading;
extern const std::vector<std::string> child_heading;

}  // namespace kenpo::report
