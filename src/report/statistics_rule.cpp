#include "report/statistics_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::report {

namespace {

using base::Yen;
using eligibility::Sex;
using eligibility::Status;
using Counts = std::vector<std::vector<std::int64_t>>;

void count(BySex& into, Sex sex) { sex == Sex::male ? ++into.men : ++into.women; }

Figure counted_as(const char* unit, const char* name, const BySex& counts,
                  const char* definition) {
  return {.name = name,
          .unit = unit,
          .men = counts.men,
          .women = counts.women,
          .all = counts.all(),
          .definition = definition};
}

Figure people(const char* name, const BySex& counts, const char* definition) {
  return counted_as("人", name, counts, definition);
}

/// Somebody who came twice in a month holds two periods.
Figure periods(const char* name, const BySex& counts, const char* definition) {
  return counted_as("件", name, counts, definition);
}

std::optional<std::int64_t> amount(std::optional<Yen> yen) {
  return yen ? std::optional(yen->amount()) : std::nullopt;
}

/// Hides in one row or column: small cells, and one more where a single hidden one would follow.
/// `at(i)` is the cell, `value(i)` its count. True when something was hidden.
template <typename At, typename Value>
bool hide_line(std::size_t cells, std::int64_t floor, At at, Value value) {
  bool changed = false;
  std::size_t hidden = 0;
  for (std::size_t i = 0; i < cells; ++i) {
    if (at(i) && value(i) > 0 && value(i) < floor) {
      at(i).reset();
      changed = true;
    }
    if (!at(i)) ++hidden;
  }
  if (hidden != 1) return changed;
  std::size_t smallest = cells;
  for (std::size_t i = 0; i < cells; ++i) {
    if (at(i) && (smallest == cells || value(i) < value(smallest))) smallest = i;
  }
  if (smallest == cells) return changed;
  at(smallest).reset();
  return true;
}

}  // namespace

std::size_t age_class_of(int age) {
  const auto at = static_cast<std::size_t>(std::max(age, 0) / age_class_years);
  return std::min(at, age_classes_count - 1);
}

std::string age_class_words(std::size_t age_class) {
  const auto first = static_cast<int>(age_class) * age_class_years;
  if (age_class + 1 == age_classes_count) return std::to_string(first) + "歳以上";
  return std::to_string(first) + "〜" + std::to_string(first + age_class_years - 1) + "歳";
}

void StatisticsCounter::add_insured(const CountedInsured& person) {
  count(counted_.insured, person.sex);
  if (person.status == Status::voluntary) count(counted_.voluntary, person.sex);
  if (person.status == Status::special) count(counted_.special, person.sex);
  const int age = base::age_on(person.born, counted_.month.last_day());
  count(counted_.insured_by_age[age_class_of(age)], person.sex);
  if (age >= care_.first && age < care_.end) count(counted_.care_insured, person.sex);
  if (!person.standard) return;
  count(counted_.determined, person.sex);
  (person.sex == Sex::male ? counted_.standard_men : counted_.standard_women) += *person.standard;
}

void StatisticsCounter::add_dependent(Sex sex, base::Date born) {
  count(counted_.dependents, sex);
  const int age = base::age_on(born, counted_.month.last_day());
  count(counted_.dependents_by_age[age_class_of(age)], sex);
}

void StatisticsCounter::add_acquired(Sex sex) { count(counted_.acquired, sex); }
void StatisticsCounter::add_lost(Sex sex) { count(counted_.lost, sex); }
void StatisticsCounter::add_bonus(Yen standard) {
  ++counted_.bonuses;
  counted_.bonus_total += standard;
}

std::optional<Yen> average_of(Yen sum, std::int64_t people) {
  if (people == 0) return std::nullopt;
  return base::Share::of(sum.amount(), people).truncated();
}

std::vector<Figure> figures_of(const MonthStatistics& counted) {
  const auto all_standards = counted.standard_men + counted.standard_women;
  const auto average = average_of(all_standards, counted.determined.all()).value_or(Yen());
  return {
      people("被保険者", counted.insured,
             "月の末日に資格のある人（資格取得日が末日以前で、資格喪失日が末日より後か、ない）"),
      people("　うち任意継続被保険者", counted.voluntary, "同上のうち、任意継続（健康保険法37条）"),
      people("　うち特例退職被保険者", counted.special, "同上のうち、特例退職（附則3条）"),
      people("被扶養者", counted.dependents, "月の末日に被扶養者である人"),
      people("介護保険第2号の年齢の被保険者", counted.care_insured,
             "月の末日の満年齢が介護保険法9条2号の年齢にある人。適用除外の人も数える"),
      periods("資格取得", counted.acquired, "資格取得日がこの月にある資格の数"),
      periods("資格喪失", counted.lost, "資格喪失日がこの月にある資格の数"),
      people("標準報酬月額の決定のある被保険者", counted.determined,
             "月の末日に資格があり、この月までの標準報酬月額の決定がある人"),
      {.name = "標準報酬月額の合計",
       .unit = "円",
       .men = counted.standard_men.amount(),
       .women = counted.standard_women.amount(),
       .all = all_standards.amount(),
       .definition = "上の人の、この月に効力のある標準報酬月額の合計"},
      {.name = "平均標準報酬月額",
       .unit = "円",
       .men = amount(average_of(counted.standard_men, counted.determined.men)),
       .women = amount(average_of(counted.standard_women, counted.determined.women)),
       .all = average.amount(),
       .definition = "合計を人数で割り、1円未満を切り捨て"},
      {.name = "標準賞与額の決定",
       .unit = "件",
       .all = counted.bonuses,
       .definition = "この月の標準賞与額の決定の数"},
      {.name = "標準賞与額の合計",
       .unit = "円",
       .all = counted.bonus_total.amount(),
       .definition = "同上の額の合計"},
  };
}

HiddenTable hide_small_cells(const Counts& counts, std::int64_t floor) {
  HiddenTable shown;
  for (const auto& row : counts) shown.emplace_back(row.begin(), row.end());
  if (counts.empty()) return shown;
  const auto rows = counts.size();
  const auto columns = counts.front().size();
  // Each pass hides at least one cell more, so that it ends.
  for (bool again = true; again;) {
    again = false;
    for (std::size_t row = 0; row < rows; ++row) {
      again |= hide_line(columns, floor, [&](std::size_t i) -> auto& { return shown[row][i]; },
                         [&](std::size_t i) { return counts[row][i]; });
    }
    for (std::size_t column = 0; column < columns; ++column) {
      again |= hide_line(rows, floor, [&](std::size_t i) -> auto& { return shown[i][column]; },
                         [&](std::size_t i) { return counts[i][column]; });
    }
  }
  return shown;
}

base::Result<CareAges> care_ages(base::Date on) {
  const auto& book = law::Book::carried();
  return CareAges{.first = KENPO_TRY(book.count("premium.care.first_age", on)).value,
                  .end = KENPO_TRY(book.count("premium.care.end_age", on)).value};
}

base::Result<std::int64_t> small_cell_floor(base::Date on) {
  return KENPO_TRY(law::Book::carried().count("report.small_cell", on)).value;
}

Counts age_rows(const MonthStatistics& counted) {
  constexpr std::size_t columns = 5;
  Counts rows;
  std::vector<std::int64_t> sums(columns, 0);
  for (std::size_t at = 0; at < age_classes_count; ++at) {
    const auto& insured = counted.insured_by_age[at];
    const auto& dependents = counted.dependents_by_age[at];
    rows.push_back({insured.men, insured.women, dependents.men, dependents.women,
                    insured.all() + dependents.all()});
    for (std::size_t column = 0; column < columns; ++column) sums[column] += rows.back()[column];
  }
  rows.push_back(std::move(sums));
  return rows;
}

}  // namespace kenpo::report
