// Reports of analysis: counts with what is not shown taken out, and the words of their classes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/cube.h"
#include "analysis/label_rule.h"
#include "analysis/segment_act.h"
#include "base/result.h"
#include "eligibility/ledger.h"

namespace kenpo::analysis {

/// Classes by a property of the claims; nullopt in the address is no such page.
std::optional<Dimension> parse_dimension(std::string_view name);
const char* dimension_name(Dimension dimension);   // `age`
const char* dimension_words(Dimension dimension);  // 「年齢」
/// Those that have a page, in their order.
std::span<const Dimension> reported_dimensions();

struct Choice {
  Dimension dimension = Dimension::age;
  std::optional<base::Month> month = {};  // nullopt: the newest that is current
  std::optional<int> fiscal_year = {};    // a whole year instead of a month
  std::optional<base::EstablishmentId> establishment = {};
};

struct ReportRow {
  std::string label;
  std::optional<Counts> counts;  // nullopt: not shown
};

/// An establishment that has a column of its own.
struct Offered {
  base::EstablishmentId id;
  std::string words;
};

struct Report {
  Choice choice;                     // with the month filled in
  std::vector<ReportRow> rows;       // at most rows_limit
  std::optional<Counts> total;       // nullopt: not shown
  std::int64_t hidden = 0;           // rows not shown
  std::int64_t rows_count = 0;
  std::int64_t cell_floor = 0;
  std::int64_t largest_percent = 0;
  std::int64_t establishment_floor = 0;
  std::vector<base::Month> months;   // that can be chosen, the newest first
  std::vector<int> fiscal_years;     // with all twelve months
  std::vector<Offered> establishments;
  std::string establishment_words;
};
/// Institutions are thousands; the tables of the other dimensions are shorter.
inline constexpr std::size_t rows_limit = 200;  // the groups of diseases, all of them

/// Refused: a month that is not current, an establishment below its floor or out of the handler's
/// range, the whole society for a handler who is limited to establishments.
base::Result<Report> show_report(Analysis& analysis, eligibility::Ledger& ledger,
                                 const notice::Acting& acting, const Choice& choice);

/// The months, for the first page.
base::Result<std::vector<MonthState>> show_states(Analysis& analysis,
                                                  const notice::Acting& acting);

/// Names of the people in a cell: never under analysis. Writes the refusal into the log.
base::Result<> refuse_names(Analysis& analysis, const notice::Acting& acting);

}  // namespace kenpo::analysis
