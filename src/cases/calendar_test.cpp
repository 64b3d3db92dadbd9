// Every name of the law book and every rule on every month from 2015-01 to 2027-12. Whatever has no
// value in some month stands in the lists below, and nothing else may.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/era.h"
#include "eligibility/voluntary_rule.h"
#include "law/book.h"
#include "premium/charged_rule.h"
#include "premium/late_charge_rule.h"
#include "premium/leave_rule.h"
#include "premium/month_rule.h"
#include "premium/prepayment_rule.h"
#include "remuneration/bonus_rule.h"
#include "remuneration/regular_rule.h"
#include "remuneration/revision_rule.h"
#include "tests/support/calendar.h"

namespace kenpo::cases {
namespace {

using base::Date;
using base::Month;
using base::Rate;
using base::Span;
using base::Yen;

const Month first = test_support::calendar_first;
const Month last = test_support::calendar_last;
using test_support::calendar_spans;

using Missing = std::map<std::string, std::string>;

const Missing names_without_value = {
    {"eligibility.part_time.monthly_pay", "2015-01..2016-09"},
    {"eligibility.part_time.office_size", "2015-01..2016-09"},
    {"eligibility.part_time.size_kept", "2015-01..2016-09"},
    {"eligibility.part_time.weekly_hours", "2015-01..2016-09"},
    {"premium.child_support.rate", "2015-01..2026-03 2027-04..2027-12"},
    {"premium.late_charge.higher_rate", "2027-01..2027-12"},
    {"premium.late_charge.lower_rate", "2027-01..2027-12"},
    {"premium.leave.childcare.bonus_beyond", "2015-01..2022-09"},
    {"premium.leave.childcare.gap", "2015-01..2022-09"},
    {"premium.leave.childcare.shortest_days", "2015-01..2022-09"},
    {"remuneration.annual_average.revision_from", "2015-01..2018-09"},
    {"remuneration.appeal.term", "2015-01..2016-03"},
    {"remuneration.base_days.short_hours", "2015-01..2016-09"},
    {"remuneration.grade.48.lower_bound", "2015-01..2016-03"},
    {"remuneration.grade.48.standard", "2015-01..2016-03"},
    {"remuneration.grade.49.lower_bound", "2015-01..2016-03"},
    {"remuneration.grade.49.standard", "2015-01..2016-03"},
    {"remuneration.grade.50.lower_bound", "2015-01..2016-03"},
    {"remuneration.grade.50.standard", "2015-01..2016-03"},
    {"remuneration.revision.top_amount", "2015-01..2016-03"},
    {"voluntary.loss_on_request", "2015-01..2021-12"},
    {"voluntary.standard.above_amount", "2015-01..2021-12"},
    {"voluntary.standard.at_loss_allowed", "2015-01..2021-12"},
};

TEST(Calendar, NamesWithoutValueAreTheListedOnes) {
  // Names of other parts of the law are proven by the calendar of their own part.
  Missing found;
  for (const auto* part : {"era.", "eligibility.", "premium.", "remuneration.", "voluntary."}) {
    found.merge(test_support::names_without_value(part));
  }
  EXPECT_EQ(found, names_without_value);
}

template <typename Value>
bool fails(const base::Result<Value>& result) { return !result.ok(); }

bool regular_fails(Month month, remuneration::Worker worker) {
  remuneration::RegularInput input;
  input.year = month.year();
  input.worker = worker;
  for (auto& each : input.months) each = {17, Yen(300'000), Yen()};
  return fails(remuneration::determine_regular(input));
}

bool revision_fails(Month month, Yen standard, Yen pay, remuneration::Worker worker) {
  remuneration::RevisionInput input{.changed = month, .worker = worker, .standard = standard,
                                    .monthly = {},
                                    .fixed_pay = remuneration::FixedPay::up};
  for (auto& each : input.months) each = {31, pay};
  return fails(remuneration::determine_revision(input));
}

bool leave_fails(premium::Leave kind, Month month) {
  const std::vector<Span> leaves = {{month.first_day(), month.last_day()}};
  return fails(premium::explain_leave_exemption(kind, leaves, 0, month));
}

bool late_fails(Month month) {
  const Date due = month.first_day().plus_days(-1);
  return fails(premium::late_charge(Yen(100'000), due, month.last_day().plus_days(1)));
}

bool prepayment_fails(Month month) {
  const std::vector<Rate> rates(6, Rate{100'000});
  return fails(premium::prepayment(month, Yen(300'000), rates));
}

struct Rule {
  const char* name;
  std::function<bool(Month)> fails;
  const char* without_value;
};

std::vector<Rule> rules() {
  using remuneration::Worker;
  const Yen middle(300'000);
  return {
      {"date.era", [](Month m) { return !base::era_long(m.first_day()); }, ""},
      {"date.parse",
       [](Month m) { return base::parse_any_date(m.last_day().iso()) != m.last_day(); }, ""},
      {"date.reaches_age",
       [](Month m) {
         const Date born = m.first_day();
         return base::age_on(born, base::reaches_age(born, 40)) != 40;
       },
       ""},
      {"remuneration.grade",
       [=](Month m) { return fails(remuneration::explain_grade(m.first_day(), middle)); }, ""},
      {"remuneration.regular ordinary",
       [](Month m) { return regular_fails(m, Worker::ordinary); }, ""},
      {"remuneration.regular part_time",
       [](Month m) { return regular_fails(m, Worker::part_time); }, ""},
      // September 2016 is before the first short-hours worker was insured.
      {"remuneration.regular short_hours",
       [](Month m) { return regular_fails(m, Worker::short_hours); }, "2015-01..2016-12"},
      {"remuneration.revision",
       [=](Month m) { return revision_fails(m, Yen(200'000), middle, Worker::ordinary); }, ""},
      {"remuneration.revision short_hours",
       [=](Month m) { return revision_fails(m, Yen(200'000), middle, Worker::short_hours); },
       "2015-01..2016-06"},
      {"remuneration.revision 46 to 47",
       [](Month m) {
         return revision_fails(m, Yen(1'150'000), Yen(1'175'000), Worker::ordinary);
       },
       "2015-01..2015-12"},
      {"remuneration.bonus",
       [=](Month m) { return fails(remuneration::explain_standard_bonus(m, middle, Yen())); }, ""},
      {"remuneration.bonus_as_pay",
       [](Month m) { return fails(remuneration::bonus_as_pay(m.year(), {})); }, ""},
      {"premium.care",
       [](Month m) { return fails(premium::explain_care_charged(*Date::make(1970, 1, 1), m)); },
       ""},
      {"premium.leave childcare",
       [](Month m) { return leave_fails(premium::Leave::childcare, m); }, "2015-01..2022-09"},
      {"premium.leave maternity",
       [](Month m) { return leave_fails(premium::Leave::maternity, m); }, ""},
      {"premium.late_charge", late_fails, "2027-01..2027-12"},
      {"premium.prepayment", prepayment_fails, ""},
      {"voluntary.loss",
       [](Month m) { return fails(eligibility::voluntary_loss(m.first_day(), m.last_day())); }, ""},
  };
}

TEST(Calendar, RulesWithoutValueAreTheListedOnes) {
  for (const auto& rule : rules()) {
    EXPECT_EQ(calendar_spans(rule.fails), rule.without_value) << rule.name;
  }
}

/// The two rules that need no dated figure, on every month: each month has one answer, and the
/// explanation gives the same.
TEST(Calendar, ChargedAndMonthPremiumOnEveryMonth) {
  const premium::Insured insured{*Date::parse("2015-01-31"), *Date::parse("2027-12-01")};
  const premium::Rates rates{{Rate{98'100}, Rate{49'050}}, {}, {}};
  int charged = 0;
  for (Month month = first; month <= last; month = month.plus(1)) {
    const bool is_charged = premium::month_charged(insured, month);
    EXPECT_EQ(premium::explain_month_charged(insured, month).value, is_charged);
    charged += is_charged ? 1 : 0;
    const auto grade = remuneration::grade(month.first_day(), Yen(300'000));
    ASSERT_TRUE(grade.ok());
    const auto care = premium::Care::not_charged;
    EXPECT_EQ(premium::month_premium(grade->standard, rates, care).total, Yen(29'430));
    EXPECT_EQ(premium::explain_month_premium(grade->standard, rates, care).value,
              premium::month_premium(grade->standard, rates, care));
  }
  EXPECT_EQ(charged, last.since(first));  // all but the month of loss
}

}  // namespace
}  // namespace kenpo::cases
