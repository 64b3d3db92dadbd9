// Every name and every rule of this part on every month of the calendar.
#include <gtest/gtest.h>

#include "certificate/elderly_rule.h"
#include "certificate/limit_class_rule.h"
#include "certificate/relief_rule.h"
#include "certificate/upkeep_rule.h"
#include "certificate/validity_rule.h"
#include "tests/support/calendar.h"

namespace kenpo::certificate {
namespace {

using base::Date;
using base::Month;
using base::Yen;
using test_support::calendar_spans;

TEST(Calendar, NamesWithoutValueAreTheListedOnes) {
  const std::map<std::string, std::string> expected = {
      {"certificate.elderly_class.active_2.lowest_standard", "2015-01..2018-07 2027-08..2027-12"},
      {"certificate.elderly_class.active_3.lowest_standard", "2015-01..2018-07 2027-08..2027-12"},
      {"certificate.elderly.ten_percent.last_birth", "2019-04..2027-12"},
      {"certificate.limit_class.a.lowest_standard", "2027-08..2027-12"},
      {"certificate.limit_class.i.lowest_standard", "2027-08..2027-12"},
      {"certificate.limit_class.o.standard_below", "2027-08..2027-12"},
      {"certificate.limit_class.u.lowest_standard", "2027-08..2027-12"}};
  auto with_papers = expected;
  // The papers of today began on 2024-12-02, and with them the society's own rules about them.
  for (const char* name : {"collection.due", "confirmation.ex_officio", "confirmation.month_end",
                           "confirmation.short.validity", "confirmation.shows_share",
                           "confirmation.validity", "elderly.relief.invitation", "limit.validity",
                           "notice.first_day", "reminder.every", "renewal.lead"}) {
    with_papers.emplace(std::string("certificate.") + name, "2015-01..2024-12");
  }
  EXPECT_EQ(test_support::names_without_value("certificate."), with_papers);
}

TEST(Calendar, RulesWithoutValueAreTheListedOnes) {
  const auto class_fails = [](Month month) {
    return !limit_class(month.last_day(), Yen(300'000), MunicipalTax::taxed).ok();
  };
  EXPECT_EQ(calendar_spans(class_fails), "2027-08..2027-12");
  EXPECT_EQ(calendar_spans([](Month month) { return !income_year(month).ok(); }), "");
  // Somebody of 72 in each month. Until March 2019 such people born to 1944-04-01 had 10 %.
  const auto share_fails = [](Month month) {
    const Date born = *Date::make(month.year() - 72, 6, 15);
    const auto share = elderly_share({month, born, born, Person::insured, Yen(300'000)});
    return !share.ok() || !share->value;
  };
  EXPECT_EQ(calendar_spans(share_fails), "2015-01..2015-12");
}

TEST(Calendar, PapersHoldFromTheDayOnWhichTheyBegan) {
  const Date born = *Date::make(1990, 5, 15);
  for (const auto kind : {Kind::confirmation, Kind::limit}) {
    EXPECT_EQ(calendar_spans([&](Month month) {
                return !validity({.kind = kind, .from = month.last_day(), .born = born}).ok();
              }),
              "2015-01..2024-11")
        << wording(kind);
  }
  for (const auto kind : {Kind::elderly, Kind::reduction, Kind::disease}) {
    EXPECT_EQ(calendar_spans([&](Month month) {
                const auto span = validity({.kind = kind, .from = month.last_day(), .born = born});
                return !span.ok() || span->value.to < month.last_day();
              }),
              "")
        << wording(kind);
  }
  EXPECT_EQ(calendar_spans([&](Month month) {
              return !disease_amount(Disease::dialysis, Yen(530'000), born, month.last_day()).ok();
            }),
            "");
  // An application counts from the month after it to the next judgement, whenever it arrives.
  EXPECT_EQ(calendar_spans([](Month month) {
              const auto year = income_year(month.plus(1));
              return !year.ok() || !relief_span(month.last_day(), year->value).ok();
            }),
            "");
}

}  // namespace
}  // namespace kenpo::certificate
