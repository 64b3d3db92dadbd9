#include "analysis/report_act.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/cube_rule.h"
#include "analysis/range_act.h"

namespace kenpo::analysis {

namespace {

using base::Month;
using base::Plain;
using base::Result;
using notice::Permit;

struct DimensionRow {
  Dimension dimension;
  const char* name;
  const char* words;
};
constexpr DimensionRow dimension_rows[] = {
    {Dimension::age, "age", "年齢"},
    {Dimension::sex, "sex", "男女"},
    {Dimension::patient, "patient", "本人・家族"},
    {Dimension::service, "service", "レセプトの種類"},
    {Dimension::disease, "disease", "疾病"},
    {Dimension::institution, "institution", "医療機関"},
    {Dimension::band, "band", "1人の医療費"},
    {Dimension::establishment, "establishment", "事業所"},
    {Dimension::month, "month", "月"},
    {Dimension::disease_group, "disease-group", "疾病分類"},
};
constexpr Dimension with_page[] = {
    Dimension::age,     Dimension::sex,         Dimension::patient, Dimension::service,
    Dimension::disease, Dimension::disease_group, Dimension::institution, Dimension::band,
    Dimension::establishment, Dimension::month};

base::Fault too_few() {
  return {{"この事業所だけの表は示しません。",
           "The establishment has no table of its own."},
          {"当組合の決め：決めた人数に満たない事業所と、1人の医療費がほとんどを占める事業所の表、"
           "引き算でそれが分かる表は示しません。",
           "The society's own rule: none below its floor, none that one person makes nearly all "
           "of, none that tells such a one by subtraction."},
          {"組合全体の表を見てください。", "Look at the table of the whole society."},
          {}};
}

Month first_of_year(int fiscal_year) { return *Month::make(fiscal_year, 4); }

std::vector<int> whole_years(const std::vector<Month>& months) {
  constexpr std::int64_t year_months = 12;
  std::map<int, std::int64_t> counts;
  for (const auto month : months) ++counts[month.fiscal_year()];
  std::vector<int> years;
  for (const auto& [year, count] : counts) {
    if (count == year_months) years.push_back(year);
  }
  return years;
}

/// One report while the columns do not change.
class Reporting {
 public:
  Reporting(const ColumnStore& columns, const Range& range, const Floors& floors, Report& report)
      : columns_(columns), range_(range), floors_(floors), report_(report) {}

  Result<> run() {
    if (report_.choice.fiscal_year) return year();
    const auto month = *report_.choice.month;
    switch (report_.choice.dimension) {
      case Dimension::establishment:
        return establishments(month);
      case Dimension::month:
        return all_months();
      default:
        return one_month(month);
    }
  }

 private:
  /// The whole society is for who may see all of it.
  bool sees_all() const { return range_.holds_all(columns_.establishments()); }

  Result<Shown> shown(Dimension dimension, Month month) const {
    const auto cells =
        KENPO_TRY(columns_.cross(dimension, Dimension::establishment, {month, month}));
    return shown_month(cells, floors_);
  }

  Result<> one_month(Month month) {
    const auto table = KENPO_TRY(shown(report_.choice.dimension, month));
    offer(table);
    auto column = total_class;
    if (report_.choice.establishment) {
      column = KENPO_TRY(column_of(*report_.choice.establishment, table));
    } else if (!sees_all()) {
      return notice::out_of_scope_fault();
    }
    take(table, column, [&](std::int32_t row) { return words(row); });
    return base::Done{};
  }

  Result<> establishments(Month month) {
    // Any dimension has the same sums of establishments.
    const auto table = KENPO_TRY(shown(Dimension::sex, month));
    offer(table);
    if (!sees_all()) return notice::out_of_scope_fault();
    Shown turned;
    for (const auto& [place, counts] : table) {
      if (place.first == total_class) turned.emplace(Place{place.second, total_class}, counts);
    }
    take(turned, total_class, [&](std::int32_t row) {
      return range_.words(columns_.establishments()[static_cast<std::size_t>(row)]);
    });
    return base::Done{};
  }

  /// The sums of every month: as each month's own tables have them.
  Result<> all_months() {
    if (!sees_all()) return notice::out_of_scope_fault();
    for (const auto month : report_.months) {
      const auto table = KENPO_TRY(shown(Dimension::sex, month));
      const auto at = table.find({total_class, total_class});
      add({.label = month.iso(),
           .counts = at == table.end() ? std::optional(Counts{}) : at->second});
    }
    return base::Done{};
  }

  Result<> year() {
    if (!sees_all()) return notice::out_of_scope_fault();
    const auto dimension = report_.choice.dimension;
    const auto first = first_of_year(*report_.choice.fiscal_year);
    constexpr int last_month = 11;
    std::map<std::int32_t, Shown> months;
    for (int at = 0; at <= last_month; ++at) {
      const auto month = first.plus(at);
      months.emplace(month.index(), KENPO_TRY(shown(dimension, month)));
    }
    const auto cells = KENPO_TRY(
        columns_.cross(dimension, Dimension::month, {first, first.plus(last_month)}));
    take(shown_year(cells, months, floors_), total_class,
         [&](std::int32_t row) { return words(row); });
    return base::Done{};
  }

  std::string words(std::int32_t row) const {
    if (report_.choice.dimension == Dimension::disease_group) {
      const auto& group = columns_.groups()[static_cast<std::size_t>(row)];
      return group.code.empty() ? group.word : group.code + "　" + group.word;
    }
    if (report_.choice.dimension != Dimension::institution) {
      return class_words(report_.choice.dimension, row);
    }
    const auto& place = columns_.institutions()[static_cast<std::size_t>(row)];
    return place.word.empty() ? place.code : place.word;
  }

  void offer(const Shown& table) {
    for (std::size_t at = 0; at < columns_.establishments().size(); ++at) {
      const auto found = table.find({total_class, static_cast<std::int32_t>(at)});
      if (found == table.end() || !found->second) continue;
      const auto& id = columns_.establishments()[at];
      if (range_.holds(id)) report_.establishments.push_back({id, range_.words(id)});
    }
    std::ranges::sort(report_.establishments, {}, &Offered::words);
  }

  Result<std::int32_t> column_of(const base::EstablishmentId& id, const Shown& table) {
    if (!range_.holds(id)) return notice::out_of_scope_fault();
    const auto& all = columns_.establishments();
    const auto at = std::ranges::find(all, id);
    const auto column = static_cast<std::int32_t>(at - all.begin());
    const auto sum = table.find({total_class, column});
    if (at == all.end() || sum == table.end() || !sum->second) return too_few();
    report_.establishment_words = range_.words(id);
    return column;
  }

  template <typename Words>
  void take(const Shown& table, std::int32_t column, Words words) {
    for (const auto& [place, counts] : table) {
      if (place.second != column) continue;
      if (place.first == total_class) {
        report_.total = counts;
        continue;
      }
      add({.label = words(place.first), .counts = counts});
    }
    if (report_.choice.dimension == Dimension::institution ||
        report_.choice.dimension == Dimension::establishment) {
      std::ranges::sort(report_.rows, std::greater{}, [](const ReportRow& row) {
        return std::pair(row.counts ? row.counts->yen : -1, row.label);
      });
    }
    // In the order of the table; what is in none comes last.
    if (report_.choice.dimension == Dimension::disease_group) {
      std::ranges::sort(report_.rows, {}, &ReportRow::label);
    }
    if (report_.rows.size() > rows_limit) report_.rows.resize(rows_limit);
  }

  void add(ReportRow row) {
    ++report_.rows_count;
    if (!row.counts) ++report_.hidden;
    report_.rows.push_back(std::move(row));
  }

  const ColumnStore& columns_;
  const Range& range_;
  const Floors& floors_;
  Report& report_;
};

}  // namespace

std::optional<Dimension> parse_dimension(std::string_view name) {
  for (const auto& row : dimension_rows) {
    if (name == row.name) return row.dimension;
  }
  return std::nullopt;
}

const char* dimension_name(Dimension dimension) {
  return dimension_rows[static_cast<std::size_t>(dimension)].name;
}

const char* dimension_words(Dimension dimension) {
  return dimension_rows[static_cast<std::size_t>(dimension)].words;
}

std::span<const Dimension> reported_dimensions() { return with_page; }

Result<Report> show_report(Analysis& analysis, eligibility::Ledger& ledger,
                           const notice::Acting& acting, const Choice& choice) {
  return analysis.gate().perform<analysis_show>(
      acting, [&](const Permit<analysis_show>& permit) -> Result<Report> {
        const auto states = KENPO_TRY(analysis.states(permit));
        const auto range = KENPO_TRY(range_of(ledger, acting, permit.recorder()));
        Report report;
        report.choice = choice;
        report.months = current_months(states);
        report.fiscal_years = whole_years(report.months);
        if (choice.fiscal_year) {
          const bool whole = std::ranges::find(report.fiscal_years, *choice.fiscal_year) !=
                             report.fiscal_years.end();
          const bool summed = choice.dimension != Dimension::month &&
                              choice.dimension != Dimension::institution &&
                              choice.dimension != Dimension::establishment;
          if (!whole || !summed) return not_current();
          report.choice.month = first_of_year(*choice.fiscal_year);
        } else {
          report.choice.month = KENPO_TRY(chosen(choice.month, report.months));
        }
        const auto floors = KENPO_TRY(floors_on(report.choice.month->last_day()));
        report.cell_floor = floors.cell;
        report.largest_percent = floors.largest_percent;
        report.establishment_floor = floors.establishment;
        KENPO_TRY(analysis.with_columns([&](const ColumnStore& columns) {
          return Reporting(columns, range, floors, report).run();
        }));
        return report;
      });
}

Result<std::vector<MonthState>> show_states(Analysis& analysis, const notice::Acting& acting) {
  return analysis.gate().perform<analysis_show>(
      acting,
      [&](const Permit<analysis_show>& permit) { return analysis.states(permit); });
}

Result<> refuse_names(Analysis& analysis, const notice::Acting& acting) {
  return analysis.gate().perform<analysis_name>(
      acting,
      [](const Permit<analysis_name>&) -> Result<> { return notice::out_of_scope_fault(); });
}

}  // namespace kenpo::analysis
