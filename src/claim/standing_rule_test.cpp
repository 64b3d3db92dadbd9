#include "claim/standing_rule.h"

#include <gtest/gtest.h>

namespace kenpo::claim {
namespace {

base::Date day(int year, int month, int number) { return *base::Date::make(year, month, number); }

/// Insured from 2025-04-01 to 2026-06-14, born 1990-05-15, a woman; her son since birth.
std::vector<Candidate> family() {
  const base::Span covered{day(2025, 4, 1), day(2026, 6, 14)};
  return {{.person = base::PersonId::draw(),
           .establishment = base::EstablishmentId::draw(),
           .patient = Patient::insured,
           .sex = Sex::female,
           .born = day(1990, 5, 15),
           .branch = "00",
           .covered = {covered}},
          {.person = base::PersonId::draw(),
           .establishment = base::EstablishmentId::draw(),
           .patient = Patient::dependent,
           .sex = Sex::male,
           .born = day(2020, 2, 29),
           .branch = "01",
           .covered = {covered}}};
}

Treatment treated(base::Month month, std::vector<base::Date> days) {
  return {.treated_in = month,
          .days = std::move(days),
          .patient = Patient::insured,
          .sex = Sex::female,
          .born = day(1990, 5, 15),
          .branch = "00"};
}

TEST(Standing, DaysOfTreatmentDecide) {
  const auto june = *base::Month::make(2026, 6);
  struct Row {
    const char* why;
    std::vector<base::Date> days;
    Standing expected;
  };
  const Row rows[] = {
      {"last day of status", {day(2026, 6, 14)}, Standing::valid},
      {"day of the loss", {day(2026, 6, 15)}, Standing::lapsed},
      {"before and after", {day(2026, 6, 10), day(2026, 6, 20)}, Standing::partly_lapsed},
      {"no days named, the month is cut", {}, Standing::days_unknown},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(check_standing(treated(june, row.days), family()).standing, row.expected) << row.why;
  }
}

TEST(Standing, MonthsWithoutDays) {
  const auto standing = [](int year, int month) {
    return check_standing(treated(*base::Month::make(year, month), {}), family()).standing;
  };
  EXPECT_EQ(standing(2026, 5), Standing::valid);
  EXPECT_EQ(standing(2025, 4), Standing::valid);
  EXPECT_EQ(standing(2025, 3), Standing::before_acquisition);
  EXPECT_EQ(standing(2026, 7), Standing::lapsed);
}

TEST(Standing, BeforeAcquisition) {
  const auto march = *base::Month::make(2025, 3);
  const auto found = check_standing(treated(march, {day(2025, 3, 31)}), family());
  EXPECT_EQ(found.standing, Standing::before_acquisition);
}

TEST(Standing, IdentityIsCheckedBeforeDays) {
  const auto may = *base::Month::make(2026, 5);
  const auto with = [&](void (*change)(Treatment&)) {
    auto treatment = treated(may, {day(2026, 5, 7)});
    change(treatment);
    return check_standing(treatment, family());
  };
  EXPECT_EQ(with([](Treatment& t) { t.born = day(1990, 5, 16); }).standing,
            Standing::birth_differs);
  EXPECT_EQ(with([](Treatment& t) { t.sex = Sex::male; }).standing, Standing::sex_differs);
  EXPECT_EQ(with([](Treatment& t) { t.patient = Patient::dependent; }).standing,
            Standing::patient_differs);
  // The branch leads to the son; everything said of him fits.
  const auto son = with([](Treatment& t) {
    t.branch = "01";
    t.born = day(2020, 2, 29);
    t.sex = Sex::male;
    t.patient = Patient::dependent;
  });
  EXPECT_EQ(son.standing, Standing::valid);
  EXPECT_EQ(son.candidate, std::optional<std::size_t>(1));
  // Without a branch the birth date leads to him.
  const auto without_branch = with([](Treatment& t) {
    t.branch.clear();
    t.born = day(2020, 2, 29);
    t.sex = Sex::male;
    t.patient = Patient::unknown;
  });
  EXPECT_EQ(without_branch.candidate, std::optional<std::size_t>(1));
}

TEST(Standing, NobodyUnderTheNumber) {
  const auto treatment = treated(*base::Month::make(2026, 5), {});
  EXPECT_EQ(check_standing(treatment, {}).standing, Standing::unknown_person);
  auto stranger = treatment;
  stranger.branch = "07";
  stranger.born = day(1955, 1, 1);
  EXPECT_EQ(check_standing(stranger, family()).standing, Standing::birth_differs);
  EXPECT_FALSE(check_standing(stranger, family()).candidate.has_value());
}

TEST(Standing, ReacquisitionLeavesAGap) {
  auto people = family();
  people[0].covered.push_back({day(2026, 7, 1), day(2026, 12, 31)});
  const auto june = *base::Month::make(2026, 6);
  EXPECT_EQ(check_standing(treated(june, {day(2026, 6, 20)}), people).standing, Standing::lapsed);
  const auto july = *base::Month::make(2026, 7);
  EXPECT_EQ(check_standing(treated(july, {day(2026, 7, 1)}), people).standing, Standing::valid);
}

TEST(Standing, ExplanationAndDecisionAreOne) {
  const auto treatment = treated(*base::Month::make(2026, 6), {day(2026, 6, 20)});
  const auto people = family();
  const auto explained = explain_standing(treatment, people);
  EXPECT_EQ(explained.value.standing, check_standing(treatment, people).standing);
  ASSERT_EQ(explained.basis.size(), 6U);
  for (const auto& line : explained.basis) EXPECT_FALSE(line.article.empty());
}

}  // namespace
}  // namespace kenpo::claim
