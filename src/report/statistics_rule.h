// Counting the month's figures. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "report/statistics.h"

namespace kenpo::report {

/// 介護保険第2号被保険者: from the first age until the day before the end age (premium.care).
struct CareAges {
  int first = 0;
  int end = 0;
};
base::Result<CareAges> care_ages(base::Date on);

/// Counts people one by one. Ages are those completed on the last day of the month (年齢計算ニ関スル法律).
class StatisticsCounter {
 public:
  StatisticsCounter(base::Month month, CareAges care) : care_(care), counted_{.month = month} {}

  void add_insured(const CountedInsured& person);
  void add_dependent(eligibility::Sex sex, base::Date born);
  void add_acquired(eligibility::Sex sex);
  void add_lost(eligibility::Sex sex);
  void add_bonus(base::Yen standard);
  const MonthStatistics& counted() const { return counted_; }

 private:
  CareAges care_;
  MonthStatistics counted_;
};

/// The class of an age: 「40〜44歳」.
std::size_t age_class_of(int age);
std::string age_class_words(std::size_t age_class);

/// Sum divided by people, fractions of a yen dropped; nullopt for nobody.
std::optional<base::Yen> average_of(base::Yen sum, std::int64_t people);

/// The month's figures with what each counts, in the order of the table.
std::vector<Figure> figures_of(const MonthStatistics& counted);

/// A table of counts of which small cells are hidden (nullopt): every cell from 1 to `floor` -
/// 1, and as many more that no hidden cell follows from the sums of its row and its column. The
/// last row and the last column are the sums.
using HiddenTable = std::vector<std::vector<std::optional<std::int64_t>>>;
HiddenTable hide_small_cells(const std::vector<std::vector<std::int64_t>>& counts,
                             std::int64_t floor);

/// The size below which a cell is not shown outside (当組合の決め).
base::Result<std::int64_t> small_cell_floor(base::Date on);

/// The age table: a row a class and the sums; insured men, women, dependents men, women, all.
std::vector<std::vector<std::int64_t>> age_rows(const MonthStatistics& counted);

}  // namespace kenpo::report
