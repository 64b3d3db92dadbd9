#include "analysis/drug_report_act.h"

#include <algorithm>

#include "analysis/cube_rule.h"
#include "analysis/range_act.h"

namespace kenpo::analysis {

namespace {

using base::Result;

const char* kind_words(std::int32_t kind) {
  switch (static_cast<DrugKind>(kind)) {
    case DrugKind::alone: return "先発医薬品など（後発医薬品がない）";
    case DrugKind::brand: return "先発医薬品（後発医薬品がある）";
    case DrugKind::generic: return "後発医薬品";
    case DrugKind::unknown: break;
  }
  return "マスターにない薬";
}

/// Which cells are shown: drugs are hidden by their people, as claims are; their quantity, of which
/// the shares are made, stands where claims have points.
Shown shown_drugs(const std::vector<DrugCell>& cells, const Floors& floors) {
  std::vector<CubeCell> cube;
  for (const auto& cell : cells) {
    cube.push_back({cell.row,
                    cell.column,
                    {.persons = cell.persons,
                     .points = cell.quantity_hundred_thousandths,
                     .yen = cell.yen},
                    {cell.largest_quantity, cell.largest_yen}});
  }
  return shown_month(cube, floors);
}

class DrugTable {
 public:
  DrugTable(const std::vector<DrugCell>& cells, const Floors& floors)
      : shown_(shown_drugs(cells, floors)) {
    for (const auto& cell : cells) cells_.emplace(Place{cell.row, cell.column}, cell);
  }

  /// The cell; nullopt when it is not shown. Nobody there is an empty cell.
  std::optional<DrugCell> find(std::int32_t row, std::int32_t column) const {
    const auto at = shown_.find({row, column});
    if (at == shown_.end()) return DrugCell{};
    return at->second ? std::optional(cells_.at({row, column})) : std::nullopt;
  }

  std::optional<std::int64_t> share_permille(std::int32_t column) const {
    const auto brand = find(static_cast<std::int32_t>(DrugKind::brand), column);
    const auto generic = find(static_cast<std::int32_t>(DrugKind::generic), column);
    if (!brand || !generic) return std::nullopt;
    const auto quantity = brand->quantity_hundred_thousandths +
                          generic->quantity_hundred_thousandths;
    if (quantity == 0) return std::nullopt;
    return generic->quantity_hundred_thousandths * 1000 / quantity;
  }

 private:
  Shown shown_;
  std::map<Place, DrugCell> cells_;
};

void take_kinds(const DrugTable& table, DrugReport& report) {
  for (std::int32_t kind = 0; kind < static_cast<std::int32_t>(drug_kinds_count); ++kind) {
    const auto cell = table.find(kind, total_class);
    report.kinds.push_back({.label = kind_words(kind),
                            .shown = cell.has_value(),
                            .cell = cell.value_or(DrugCell{})});
  }
  report.share_permille = table.share_permille(total_class);
}

void take_works(const DrugTable& table, const ColumnStore& columns, const Range& range,
                DrugReport& report) {
  const auto& ids = columns.establishments();
  for (std::size_t at = 0; at < ids.size(); ++at) {
    const auto column = static_cast<std::int32_t>(at);
    const auto sum = table.find(total_class, column);
    if (!sum || sum->persons == 0) continue;
    const bool shown = table.find(static_cast<std::int32_t>(DrugKind::brand), column) &&
                       table.find(static_cast<std::int32_t>(DrugKind::generic), column);
    report.works.push_back({.label = range.words(ids[at]),
                            .permille = table.share_permille(column),
                            .hidden = !shown});
  }
  std::ranges::sort(report.works, {}, &ShareRow::label);
}

void take_savings(const std::vector<DrugCell>& cells, const Floors& floors,
                  const ColumnStore& columns, DrugReport& report) {
  const DrugTable table(cells, floors);
  report.savings_total = table.find(total_class, total_class);
  for (const auto& cell : cells) {
    if (cell.row == total_class) continue;
    ++report.savings_count;
    const auto shown = table.find(cell.row, total_class);
    // What is not shown does not stand in the order of its saving, either.
    if (!shown || report.savings.size() == savings_limit) continue;
    const auto& drug = columns.drugs()[static_cast<std::size_t>(cell.row)];
    report.savings.push_back({.label = drug.word.empty() ? drug.code : drug.word,
                              .shown = true,
                              .cell = *shown});
  }
}

}  // namespace

Result<DrugReport> show_drugs(Analysis& analysis, eligibility::Ledger& ledger,
                              const notice::Acting& acting, std::optional<base::Month> month) {
  return analysis.gate().perform<analysis_show>(
      acting, [&](const notice::Permit<analysis_show>& permit) -> Result<DrugReport> {
        const auto states = KENPO_TRY(analysis.states(permit));
        const auto range = KENPO_TRY(range_of(ledger, acting, permit.recorder()));
        DrugReport report;
        report.months = current_months(states);
        report.month = KENPO_TRY(chosen(month, report.months));
        const auto floors = KENPO_TRY(floors_on(report.month.last_day()));
        report.cell_floor = floors.cell;
        report.largest_percent = floors.largest_percent;
        return analysis.with_columns([&](const ColumnStore& columns) -> Result<DrugReport> {
          if (!range.holds_all(columns.establishments())) return notice::out_of_scope_fault();
          const Months months{report.month, report.month};
          const auto kinds = KENPO_TRY(columns.drug_kinds(months));
          report.has_groups = std::ranges::any_of(kinds, [](const DrugCell& cell) {
            return cell.row == static_cast<std::int32_t>(DrugKind::brand);
          });
          const DrugTable table(kinds, floors);
          take_kinds(table, report);
          take_works(table, columns, range, report);
          take_savings(KENPO_TRY(columns.dear_drugs(months)), floors, columns, report);
          return report;
        });
      });
}

}  // namespace kenpo::analysis
