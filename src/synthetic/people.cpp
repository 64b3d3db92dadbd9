#include "synthetic/people.h"

#include <algorithm>

#include "base/check_digit.h"
#include "base/require.h"

namespace kenpo::synthetic {

namespace {

using base::Date;

// Age of insured persons, 協会けんぽ FY2024, in ten thousandths.
constexpr Band ages[] = {{37, 18, 19},   {544, 20, 24},  {918, 25, 29},  {914, 30, 34},
                         {946, 35, 39},  {1071, 40, 44}, {1242, 45, 49}, {1360, 50, 54},
                         {1103, 55, 59}, {892, 60, 64},  {602, 65, 69},  {371, 70, 74}};
constexpr int male_permille = 656;  // societies, 2019-03

// A lognormal body: the median of 368,000 yen makes a mean standard remuneration near 400,000.
constexpr Quantile pay_quantiles[] = {{0, 75'000},       {1'000, 120'000},    {5'000, 167'000},
                                      {10'000, 199'000}, {20'000, 246'000},   {30'000, 286'000},
                                      {40'000, 326'000}, {50'000, 368'000},   {60'000, 416'000},
                                      {70'000, 473'000}, {80'000, 551'000},   {90'000, 681'000},
                                      {95'000, 811'000}, {99'000, 1'124'000}, {100'000, 2'200'000}};

int age_factor_percent(int age) {
  if (age < 25) return 65;
  if (age < 35) return 82;
  if (age < 45) return 102;
  if (age < 60) return 118;
  return 80;
}

/// The grade table of the law book has its 50 grades from this day on (law/grades.tsv).
const Date earliest_acquisition = *Date::make(2016, 4, 1);

Date draw_acquired(const Human& human, Date before, Draw& draw) {
  Date day = *Date::make(draw.between(2016, before.year()), 4, 1);
  if (draw.chance(400)) day = day.plus_days(draw.between(0, 364));
  if (day >= before) day = before.plus_days(-draw.between(1, 200));
  const Date adult = human.born.plus_years_clamped(18);
  return std::max({day, adult, earliest_acquisition});
}

/// Births for which the law asks twice: the 1st of a month, whose age is completed on the last day
/// of the month before; the day after; the end of a month; 29 February.
std::vector<Date> edge_births(const SocietyPlan& plan) {
  std::vector<Date> births;
  for (int year : {1956, 1960, 1984, 1988, 1996}) births.push_back(*Date::make(year, 2, 29));
  constexpr int months = 3;
  for (int back = 0; back < std::min(plan.months, months); ++back) {
    for (int age : {40, 65, 70, 75}) {
      const auto month = plan.last_month.plus(-back).plus(-12 * age);
      births.push_back(month.first_day());
      births.push_back(month.first_day().plus_days(1));
      births.push_back(month.last_day());
    }
  }
  return births;
}

// Grade 1, grade 50, and the largest amount that a notification can say.
constexpr std::int32_t edge_pays[] = {45'000, 62'999, 1'355'000, 1'500'000, 9'999'999};

/// The first people are the edge cases, up to a quarter of the society.
void add_edges(Society& society, std::size_t insured_wanted, Draw& draw) {
  const Date first = society.lead_in().first_day();
  auto births = edge_births(society.plan);
  births.resize(std::min(births.size(), insured_wanted / 4));
  std::size_t at = 0;
  for (const Date born : births) {
    Human human = draw_human(first, draw);
    human.born = born;
    const auto employer = draw_employer(society, draw);
    const Date acquired = draw_acquired(human, first, draw);
    auto& added = add_insured(society, human, employer, acquired, draw);
    if (at < std::size(edge_pays)) added.pay_yen = edge_pays[at++];
  }
}

}  // namespace

std::string individual_digits(const SocietyPlan& plan, std::uint32_t serial) {
  // A stride without the factors 2 and 5 passes every number of eleven digits once.
  constexpr std::uint64_t numbers = 100'000'000'000;
  constexpr std::uint64_t stride = 61'803'398'877;
  const auto start = Draw(plan.seed, Stream::people, -1).next() % numbers;
  auto digits = std::to_string((start + (serial % numbers) * stride % numbers) % numbers);
  constexpr std::size_t length = 11;
  digits.insert(0, length - digits.size(), '0');
  const auto check = base::individual_check_digit(digits);
  KENPO_REQUIRE(check.has_value());
  digits += *check;
  return digits;
}

std::int32_t draw_pay(const Human& human, Date today, Draw& draw) {
  const auto body = of_quantiles(pay_quantiles, draw);
  const auto by_age = body * age_factor_percent(base::age_on(human.born, today)) / 100;
  const auto by_sex = by_age * (human.sex == Sex::male ? 109 : 82) / 100;
  return static_cast<std::int32_t>(std::max<std::int64_t>(by_sex, 40'000) / 100 * 100);
}

Human draw_human(Date today, Draw& draw) {
  Human human;
  human.sex = draw.chance(male_permille) ? Sex::male : Sex::female;
  human.name = draw_name(human.sex, draw);
  const int age = of_bands(ages, draw);
  human.born = today.plus_years_clamped(-age).plus_days(-draw.between(0, 364));
  return human;
}

Insured& add_insured(Society& society, const Human& human, std::uint32_t employer, Date acquired,
                     Draw& draw) {
  auto& at = society.employers[employer];
  Insured insured;
  insured.human = human;
  insured.serial = ++society.highest_serial;
  insured.employer = employer;
  insured.number = ++at.highest_number;
  insured.pay_yen = draw_pay(human, society.lead_in().first_day(), draw);
  insured.acquired = std::max(acquired, at.from);
  insured.has_individual_number = !draw.chance(20);
  insured.short_hours = insured.pay_yen < 150'000 && draw.chance(400);
  insured.two_workplaces = draw.chance(2);
  society.insured.push_back(insured);
  return society.insured.back();
}

Society draw_society(const SocietyPlan& plan) {
  Society society{.plan = plan, .employers = draw_employers(plan), .insured = {}, .dependents = {}};
  Draw people(plan.seed, Stream::people);
  Draw families(plan.seed, Stream::families);
  const auto wanted = static_cast<std::size_t>(plan.members);
  society.insured.reserve(wanted * 2 / 3);
  const Date first = society.lead_in().first_day();
  add_edges(society, wanted * 3 / 5, people);
  for (std::size_t at = 0;; ++at) {
    const auto made = society.insured.size() + society.dependents.size();
    if (at >= society.insured.size()) {
      if (made >= wanted) break;
      const auto human = draw_human(first, people);
      const auto employer = draw_employer(society, people);
      const Date acquired = draw_acquired(human, first, people);
      add_insured(society, human, employer, acquired, people);
    }
    const auto room = wanted - std::min(wanted, society.insured.size() + society.dependents.size());
    draw_family(society, static_cast<std::uint32_t>(at), first, static_cast<int>(room), families);
  }
  return society;
}

}  // namespace kenpo::synthetic
