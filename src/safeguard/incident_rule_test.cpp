// Property 26, the breach clock: given facts, classification and dates match vectors.
#include "safeguard/incident_rule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace kenpo::safeguard {
namespace {

using base::Date;

Date day(std::string_view iso) { return *Date::parse(iso); }
constexpr auto classes = [](auto... one) {
  return static_cast<IncidentClasses>((0 | ... | static_cast<int>(one)));
};

struct ClassVector {
  const char* why;
  IncidentFacts facts;
  IncidentClasses expected;
};

TEST(BreachClock, P26_FactsGiveTheirClasses) {
  using enum IncidentClass;
  const ClassVector vectors[] = {
      {"one receipt", {.persons = 1, .special_care = 1}, classes(special_care)},
      {"1,000 addresses", {.persons = 1000}, 0},
      {"1,001 addresses", {.persons = 1001}, classes(many_persons)},
      {"ransomware over one address",
       {.event = IncidentEvent::damage, .persons = 1, .improper_aim = true},
       classes(improper_aim)},
      {"ransomware over the claims",
       {.persons = 5000, .special_care = 5000, .improper_aim = true},
       classes(special_care, improper_aim, many_persons)},
      {"one individual number of the work's system",
       {.persons = 1, .number_persons = 1, .number_system = true},
       classes(number_system)},
      {"one individual number on paper", {.persons = 1, .number_persons = 1}, 0},
      {"100 individual numbers on paper", {.persons = 100, .number_persons = 100}, 0},
      {"101 individual numbers on paper",
       {.persons = 101, .number_persons = 101},
       classes(number_many)},
      {"one individual number stolen",
       {.persons = 1, .number_persons = 1, .improper_aim = true},
       classes(improper_aim, number_improper)},
      {"individual numbers on a public page",
       {.persons = 2, .number_persons = 2, .number_public = true},
       classes(number_public)},
      {"an account with its password",
       {.persons = 1, .property_harm = true},
       classes(property_harm)},
      {"all encrypted",
       {.persons = 5000,
        .special_care = 5000,
        .number_persons = 5000,
        .improper_aim = true,
        .number_system = true,
        .strongly_encrypted = true},
       0},
      {"came back unopened", {.persons = 1, .special_care = 1, .recovered_unseen = true}, 0},
      {"nobody", {.improper_aim = true}, 0},
  };
  for (const auto& each : vectors) {
    const auto found = classify(each.facts, day("2026-11-24"));
    ASSERT_TRUE(found.ok()) << each.why;
    EXPECT_EQ(*found, each.expected) << each.why;
  }
}

struct DateVector {
  const char* why;
  IncidentClass one;
  const char* known_on;
  const char* from;
  const char* preliminary_by;
  const char* final_by;
};

TEST(BreachClock, P26_DatesCountTheDayOfKnowingAndMoveOffDaysOff) {
  const DateVector vectors[] = {
      // 30 and 60 counted by hand; 2026-11-23 is a holiday, 12-29 to 01-03 are closed.
      {"plain", IncidentClass::special_care, "2026-06-01", "2026-06-03", "2026-06-05",
       "2026-06-30"},
      {"improper: 60 days", IncidentClass::improper_aim, "2026-06-01", "2026-06-03", "2026-06-05",
       "2026-07-30"},
      {"numbers, improper: 60 days", IncidentClass::number_improper, "2026-06-01", "2026-06-03",
       "2026-06-05", "2026-07-30"},
      {"the fifth day is a Saturday", IncidentClass::special_care, "2026-06-02", "2026-06-04",
       "2026-06-08", "2026-07-01"},
      {"the last day is a Sunday", IncidentClass::special_care, "2026-06-06", "2026-06-08",
       "2026-06-10", "2026-07-06"},
      {"the fifth day is a holiday after a weekend", IncidentClass::special_care, "2026-11-19",
       "2026-11-21", "2026-11-24", "2026-12-18"},
      {"the last day is in the closed days", IncidentClass::special_care, "2026-12-01",
       "2026-12-03", "2026-12-07", "2027-01-04"},
  };
  for (const auto& each : vectors) {
    const auto dates = report_dates(classes(each.one), day(each.known_on));
    ASSERT_TRUE(dates.ok()) << each.why;
    EXPECT_EQ(dates->preliminary_from.iso(), each.from) << each.why;
    EXPECT_EQ(dates->preliminary_by.iso(), each.preliminary_by) << each.why;
    EXPECT_EQ(dates->final_by.iso(), each.final_by) << each.why;
  }
}

TEST(BreachClock, P26_AClassIsNeverTakenAway) {
  for (unsigned before = 0; before < 256; ++before) {
    for (unsigned now = 0; now < 256; now += 7) {
      const auto both =
          stricter(static_cast<IncidentClasses>(before), static_cast<IncidentClasses>(now));
      EXPECT_EQ(both & before, before);
    }
  }
}

/// Every pair of states: only the steps that are listed are open.
TEST(BreachClock, P26_NoStepIsLeftOut) {
  using enum IncidentState;
  const std::vector<std::pair<IncidentState, IncidentState>> open = {
      {suspected, contained},          {contained, preliminary_due},  {classified, preliminary_due},
      {preliminary_due, final_due},    {final_due, final_sent},       {final_sent, persons_told},
      {persons_told, prevention_done}, {classified, prevention_done}, {prevention_done, closed}};
  Incident incident{.known_on = day("2026-06-01"), .facts = {}, .classes = 1};
  incident.items.fill("事項");
  incident.preliminary_at = base::start_of(day("2026-06-03"));
  incident.told = PersonsTold::letter;
  for (int from = 1; from <= 9; ++from) {
    for (int to = 1; to <= 9; ++to) {
      incident.state = static_cast<IncidentState>(from);
      const bool listed =
          std::ranges::find(open, std::pair(static_cast<IncidentState>(from),
                                            static_cast<IncidentState>(to))) != open.end();
      EXPECT_EQ(check_step(incident, static_cast<IncidentState>(to)).ok(), listed)
          << from << " to " << to;
    }
  }
}

TEST(BreachClock, P26_TheFinalReportWaitsForThePreliminaryOneAndForNineItems) {
  Incident incident{
      .state = IncidentState::final_due, .known_on = day("2026-06-01"), .facts = {}, .classes = 1};
  incident.items.fill("事項");
  EXPECT_FALSE(check_step(incident, IncidentState::final_sent).ok());
  incident.preliminary_at = base::start_of(day("2026-06-03"));
  EXPECT_TRUE(check_step(incident, IncidentState::final_sent).ok());
  incident.items[7].clear();
  EXPECT_FALSE(check_step(incident, IncidentState::final_sent).ok());
}

TEST(BreachClock, P26_WhatNeedsNoReportIsClassifiedAndClosed) {
  Incident incident{.state = IncidentState::contained, .known_on = day("2026-06-01"), .facts = {}};
  EXPECT_TRUE(check_step(incident, IncidentState::classified).ok());
  EXPECT_FALSE(check_step(incident, IncidentState::preliminary_due).ok());
  incident.classes = 1;
  EXPECT_FALSE(check_step(incident, IncidentState::classified).ok());
}

TEST(BreachClock, P26_OverdueIsTheDayAfter) {
  Incident incident{.state = IncidentState::preliminary_due,
                    .known_on = day("2026-06-01"),
                    .facts = {},
                    .classes = 1};
  incident.dates = *report_dates(1, incident.known_on);
  EXPECT_FALSE(overdue(incident, day("2026-06-05")));
  EXPECT_TRUE(overdue(incident, day("2026-06-06")));
  incident.state = IncidentState::final_due;
  EXPECT_FALSE(overdue(incident, day("2026-06-30")));
  EXPECT_TRUE(overdue(incident, day("2026-07-01")));
}

}  // namespace
}  // namespace kenpo::safeguard
