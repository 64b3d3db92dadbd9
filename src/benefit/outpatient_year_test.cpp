// 外来年間合算 from a year of claims to a decision.
#include "benefit/benefits_for_tests.h"
#include "benefit/medical_expense_act.h"
#include "benefit/outpatient_annual_rule.h"
#include "benefit/outpatient_year_act.h"
#include "claim/claim_recheck_act.h"
#include "tests/support/sender.h"

namespace kenpo::benefit {
namespace {

using base::Yen;

/// An insured person of 70 to 74 of the class 一般 (standard 260,000), with outpatient care of
/// 88,000 yen in each month of the period: 20 % is 17,600, under the monthly limit of 18,000.
class OutpatientYears : public BenefitTest {
 protected:
  OutpatientYears() { elder_ = insure("7", day(1953, 3, 10), 260'000, day(2025, 4, 1)); }
  void take_year(std::int64_t points = 8'800) {
    for (auto at = month(2025, 8); at <= last_; at = at.plus(1)) {
      take({{.number = "7", .treated = at, .points = points, .born = day(1953, 3, 10)}});
    }
  }
  OutpatientYearsDone compute() {
    tick();
    auto ledger = this->ledger();
    return must(keep_outpatient_years(ledger, society_.scheduler(), last_));
  }
  OutpatientYearView year() {
    auto ledger = this->ledger();
    auto found = must(show_outpatient_year(ledger, society_.clerk(), elder_, last_));
    EXPECT_TRUE(found.has_value());
    return found.value_or(
        OutpatientYearView{{.person = elder_, .insured = elder_, .establishment = works_.id}});
  }

  base::PersonId elder_ = base::PersonId::draw();
  base::Month last_ = month(2026, 7);
};

TEST_F(OutpatientYears, WhatIsAboveTheYearlyLimitIsProposedAndDecided) {
  take_year();
  EXPECT_EQ(compute().proposed, 1);
  const auto shown = year();
  EXPECT_EQ(shown.year.months.size(), 12U);
  EXPECT_EQ(shown.year.ours, Yen(17'600 * 12));
  EXPECT_EQ(shown.year.benefit, Yen(17'600 * 12 - 144'000));
  EXPECT_EQ(shown.year.of, certificate::LimitClass::ordinary);
  EXPECT_FALSE(shown.basis.empty());
  EXPECT_EQ(compute().changed, 0) << "nothing new";
  ASSERT_EQ(shown.awards.size(), 1U);
  const auto award = must(decide(shown.awards.front().id));
  EXPECT_EQ(award.kind, AwardKind::outpatient_year);
  EXPECT_EQ(award.amounts.outpatient_year, Yen(67'200));
  auto ledger = this->ledger();
  EXPECT_EQ(must(award_letter(ledger, society_.clerk(), award.id)).claimable.to, day(2028, 7, 31));
  // A month's calculation leaves it alone.
  keep();
  EXPECT_EQ(year().awards.size(), 1U);
}

TEST_F(OutpatientYears, MonthlyBenefitsAreTakenOff) {
  take_year(20'000);  // 40,000 a month: 22,000 are paid back, 18,000 stay
  keep();
  compute();
  EXPECT_EQ(year().year.ours, Yen(18'000 * 12));
  EXPECT_EQ(year().year.benefit, Yen(18'000 * 12 - 144'000));
}

// What was borne of 療養費 of outpatient care stays with the person, too.
TEST_F(OutpatientYears, MedicalExpensesAreAdded) {
  take_year();
  tick();
  auto ledger = this->ledger();
  must(enter_medical_expense(ledger, society_.clerk(),
                             {.person = elder_,
                              .month = last_,
                              .reason = ExpenseReason::acupuncture,
                              .institution = "見本はり灸院",
                              .found = Yen(1'500),
                              .paid = Yen(1'200),
                              .decided_on = day(2026, 9, 1),
                              .evidence = "療養費支給決定 令和8年9月1日 第3号"}));
  compute();
  EXPECT_EQ(year().year.ours, Yen(17'600 * 12 + 300));
}

// 500,000 yen of outpatient care, all of it by 療養費: 100,000 borne, 82,000 of it paid back.
TEST_F(OutpatientYears, SomebodyWithMedicalExpensesAloneIsLookedAt) {
  tick();
  auto ledger = this->ledger();
  must(enter_medical_expense(ledger, society_.clerk(),
                             {.person = elder_,
                              .month = last_,
                              .institution = "見本病院",
                              .found = Yen(500'000),
                              .paid = Yen(400'000),
                              .decided_on = day(2026, 9, 1),
                              .evidence = "療養費支給決定 令和8年9月1日 第4号"}));
  EXPECT_EQ(compute().people, 1);
  EXPECT_EQ(year().year.ours, Yen(18'000));
}

TEST_F(OutpatientYears, CareUnderTheLimitIsNotLookedAt) {
  take_year(3'000);
  EXPECT_EQ(compute().people, 0);
}

TEST_F(OutpatientYears, ACertificateOfAnotherInsurerIsAddedAndOurPartIsPaid) {
  take_year();
  compute();
  must(decide(year().awards.front().id));
  tick();
  auto ledger = this->ledger();
  const BurdenCertificate certificate{
      .person = elder_, .last = last_, .insurer = "見本市国民健康保険", .amount = Yen(52'800)};
  auto nameless = certificate;
  nameless.insurer.clear();
  EXPECT_FALSE(enter_burden_certificate(ledger, society_.clerk(), nameless).ok());
  auto too_early = certificate;
  too_early.last = month(2027, 7);
  EXPECT_FALSE(enter_burden_certificate(ledger, society_.clerk(), too_early).ok());
  EXPECT_FALSE(enter_burden_certificate(ledger, society_.stranger(), certificate).ok());
  must(enter_burden_certificate(ledger, society_.clerk(), certificate));
  const auto shown = year();
  EXPECT_EQ(shown.year.others, Yen(52'800));
  // 264,000 in all, 120,000 above the limit; four fifths are ours.
  EXPECT_EQ(shown.year.benefit, Yen(96'000));
  ASSERT_EQ(shown.awards.size(), 2U);
  EXPECT_EQ(shown.awards[1].amounts.outpatient_year, Yen(96'000 - 67'200));
}

/// The elder leaves on 1 May 2026, the period ends on 31 July.
class LeftBeforeTheLastDay : public OutpatientYears {
 protected:
  void leave(base::Date on = day(2026, 5, 1),
             format::notification_csv::LossCause cause =
                 format::notification_csv::LossCause::retirement) {
    tick();
    auto lost = test_support::loss("7", on);
    lost.insured.born = day(1953, 3, 10);
    lost.cause = cause;
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(),
        test_support::file_of(works_, test_support::contents_of(std::move(lost))), "喪失.csv"));
    tick();
    must(claim::follow_ledger(society_.gate(), society_.database(), society_.scheduler()));
  }
  BaseDayNotice told(std::int64_t total) const {
    return {.person = elder_,
            .last = last_,
            .insurer = "見本市国民健康保険",
            .of = certificate::LimitClass::ordinary,
            .total = Yen(total)};
  }
  base::Result<> enter(const BaseDayNotice& notice) {
    tick();
    auto ledger = this->ledger();
    return enter_base_day_notice(ledger, society_.clerk(), notice);
  }
};

TEST_F(LeftBeforeTheLastDay, TheirBurdenStandsReadyForTheInsurerOfTheLastDay) {
  leave();
  take({{.number = "7", .treated = month(2026, 2), .points = 2'000, .born = day(1953, 3, 10)}});
  EXPECT_EQ(compute().people, 1) << "4,000 yen, far below the yearly limit";
  const auto shown = year();
  EXPECT_EQ(shown.stands, OnBaseDay::left);
  EXPECT_EQ(shown.year.ours, Yen(4'000));
  EXPECT_EQ(shown.year.insured, elder_);
  EXPECT_EQ(shown.year.benefit, Yen());
  EXPECT_TRUE(shown.awards.empty());
  auto ledger = this->ledger();
  EXPECT_EQ(must(own_burden(ledger, society_.clerk(), elder_, last_)).year.ours, Yen(4'000));
  EXPECT_EQ(must(list_outpatient_years(ledger, society_.clerk(), last_, 0, 50)).lines.at(0).stands,
            OnBaseDay::left);
}

// 施行令41条の2: 158,400 here of 198,000 in all; 54,000 above the limit, four fifths are ours.
TEST_F(LeftBeforeTheLastDay, OurPartIsProposedWhenTheInsurerOfTheLastDayHasTold) {
  leave();
  for (auto at = month(2025, 8); at < month(2026, 5); at = at.plus(1)) {
    take({{.number = "7", .treated = at, .points = 8'800, .born = day(1953, 3, 10)}});
  }
  compute();
  EXPECT_EQ(year().year.ours, Yen(158'400));
  EXPECT_TRUE(year().awards.empty()) << "above the limit, but not this society's to add up";
  must(enter(told(198'000)));
  const auto shown = year();
  ASSERT_TRUE(shown.told.has_value());
  EXPECT_EQ(shown.year.others, Yen(39'600));
  EXPECT_EQ(shown.year.benefit, Yen(43'200));
  ASSERT_EQ(shown.awards.size(), 1U);
  must(decide(shown.awards.front().id));
  // A later notice takes the place of the first one; the difference is proposed.
  must(enter(told(176'000)));
  EXPECT_EQ(year().year.benefit, Yen(28'800));
  ASSERT_EQ(year().awards.size(), 2U);
  EXPECT_EQ(year().awards[1].amounts.outpatient_year, Yen(28'800 - 43'200));
  EXPECT_EQ(compute().changed, 0);
}

TEST_F(LeftBeforeTheLastDay, ALateLossTakesBackWhatWasDecidedHere) {
  take_year();
  compute();
  must(decide(year().awards.front().id));
  leave();
  compute();
  const auto shown = year();
  EXPECT_EQ(shown.stands, OnBaseDay::left);
  ASSERT_EQ(shown.awards.size(), 2U);
  EXPECT_EQ(shown.awards[1].amounts.outpatient_year, Yen(-67'200)) << "to be paid back";
}

TEST_F(LeftBeforeTheLastDay, ANoticeThatDoesNotFitIsRefused) {
  take_year();
  EXPECT_FALSE(enter(told(300'000)).ok()) << "a member of the last day";
  leave();
  EXPECT_FALSE(enter(told(300'000)).ok()) << "nothing was computed yet";
  compute();
  const auto here = year().year.ours;
  EXPECT_FALSE(enter(told(here.amount() - 1)).ok()) << "less than stayed with them here";
  EXPECT_FALSE(enter(told(burden_certificate_limit_yen + 1)).ok());
  auto nameless = told(300'000);
  nameless.insurer.clear();
  EXPECT_FALSE(enter(nameless).ok());
  auto upper = told(300'000);
  upper.of = certificate::LimitClass::active_1;
  EXPECT_FALSE(enter(upper).ok()) << "no yearly limit";
  auto early = told(300'000);
  early.last = month(2027, 7);
  EXPECT_FALSE(enter(early).ok()) << "has not ended";
  auto ledger = this->ledger();
  EXPECT_FALSE(enter_base_day_notice(ledger, society_.stranger(), told(300'000)).ok());
  const BurdenCertificate certificate{
      .person = elder_, .last = last_, .insurer = "見本市国民健康保険", .amount = Yen(1)};
  EXPECT_FALSE(enter_burden_certificate(ledger, society_.clerk(), certificate).ok());
  society_.change_policy([](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      handler.establishments = {base::EstablishmentId::draw()};
    }
  });
  EXPECT_FALSE(enter(told(300'000)).ok());
}

// 施行令41条の2: nine months of 17,600; the society adds up by itself, and the time to claim begins on
// the day after the death.
TEST_F(LeftBeforeTheLastDay, WhoDiedIsJudgedOnTheDayOfTheirDeath) {
  for (auto at = month(2025, 8); at < month(2026, 5); at = at.plus(1)) {
    take({{.number = "7", .treated = at, .points = 8'800, .born = day(1953, 3, 10)}});
  }
  leave(day(2026, 5, 1), format::notification_csv::LossCause::death);
  compute();
  const auto shown = year();
  EXPECT_EQ(shown.stands, OnBaseDay::member);
  EXPECT_EQ(shown.year.base_day, day(2026, 4, 30));
  EXPECT_EQ(shown.year.of, certificate::LimitClass::ordinary);
  EXPECT_EQ(shown.year.benefit, Yen(17'600 * 9 - 144'000));
  EXPECT_NE(shown.year.doubts & mask_of(Doubt::heirs), 0) << "who is paid?";
  ASSERT_EQ(shown.awards.size(), 1U);
  const auto award = must(decide(shown.awards.front().id));
  auto ledger = this->ledger();
  EXPECT_EQ(must(award_letter(ledger, society_.clerk(), award.id)).claimable.to,
            day(2028, 4, 30));
  EXPECT_EQ(compute().changed, 0);
  EXPECT_FALSE(enter(told(300'000)).ok()) << "there is no insurer after this one";
}

// The period goes on, but not for somebody who has died in it.
TEST_F(LeftBeforeTheLastDay, TheyNeedNotWaitForTheEndOfThePeriod) {
  for (const auto at : {month(2026, 8), month(2026, 9)}) {  // 80,000 borne, 22,000 is the limit
    take({{.number = "7", .treated = at, .points = 40'000, .born = day(1953, 3, 10)}});
  }
  leave(day(2026, 10, 11), format::notification_csv::LossCause::death);
  last_ = month(2027, 7);
  EXPECT_EQ(compute().people, 1);
  EXPECT_EQ(year().year.base_day, day(2026, 10, 10));
  EXPECT_EQ(year().year.ours, Yen(22'000 * 2));
  EXPECT_EQ(year().year.benefit, Yen());
}

TEST_F(LeftBeforeTheLastDay, WhoIsInsuredNowhereIsJudgedOnTheDayBeforeTheLoss) {
  for (auto at = month(2025, 8); at < month(2026, 5); at = at.plus(1)) {
    take({{.number = "7", .treated = at, .points = 8'800, .born = day(1953, 3, 10)}});
  }
  const NoInsuranceFact fact{.person = elder_,
                             .last = last_,
                             .why = NoInsurance::public_assistance,
                             .evidence = "保護決定通知書 令和8年5月7日"};
  const auto enter_fact = [&](const NoInsuranceFact& each) {
    tick();
    auto ledger = this->ledger();
    return enter_no_insurance(ledger, society_.clerk(), each);
  };
  EXPECT_FALSE(enter_fact(fact).ok()) << "a member";
  leave();
  compute();
  EXPECT_EQ(year().stands, OnBaseDay::left);
  EXPECT_EQ(year().year.benefit, Yen());
  auto without = fact;
  without.evidence.clear();
  EXPECT_FALSE(enter_fact(without).ok());
  auto other_period = fact;
  other_period.last = month(2025, 7);
  EXPECT_FALSE(enter_fact(other_period).ok()) << "did not leave in it";
  other_period.last = month(2026, 6);
  EXPECT_FALSE(enter_fact(other_period).ok()) << "ends no period";
  auto ledger = this->ledger();
  EXPECT_FALSE(enter_no_insurance(ledger, society_.stranger(), fact).ok());
  EXPECT_FALSE(take_back_no_insurance(ledger, society_.clerk(), elder_, last_).ok());
  must(enter_fact(fact));
  EXPECT_EQ(year().stands, OnBaseDay::member);
  EXPECT_EQ(year().year.base_day, day(2026, 4, 30));
  EXPECT_EQ(year().year.benefit, Yen(17'600 * 9 - 144'000));
  ASSERT_TRUE(year().no_insurance.has_value());
  EXPECT_EQ(year().no_insurance->why, NoInsurance::public_assistance);
  EXPECT_FALSE(enter(told(300'000)).ok());
  must(decide(year().awards.front().id));
  tick();
  must(take_back_no_insurance(ledger, society_.clerk(), elder_, last_));
  EXPECT_EQ(year().stands, OnBaseDay::left);
  EXPECT_EQ(year().year.base_day, day(2026, 7, 31));
  ASSERT_EQ(year().awards.size(), 2U);
  EXPECT_EQ(year().awards[1].amounts.outpatient_year, Yen(-14'400)) << "to be paid back";
  society_.change_policy([](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      handler.establishments = {base::EstablishmentId::draw()};
    }
  });
  EXPECT_FALSE(enter_fact(fact).ok());
}

// A loss in July is before the last day though the month is the last one.
TEST_F(LeftBeforeTheLastDay, ALossInTheLastMonthIsBeforeTheLastDay) {
  take_year();
  leave(day(2026, 7, 20));
  compute();
  EXPECT_EQ(year().stands, OnBaseDay::left);
  EXPECT_TRUE(year().awards.empty());
}

TEST(OutpatientBaseDay, IsTheDayBeforeALossWithinThePeriod) {
  const auto base_day = [](std::optional<base::Date> lost) {
    return must(outpatient_base_day(month(2026, 7), lost)).value;
  };
  EXPECT_EQ(base_day({}), day(2026, 7, 31));
  EXPECT_EQ(base_day(day(2026, 7, 31)), day(2026, 7, 30));
  EXPECT_EQ(base_day(day(2026, 8, 1)), day(2026, 7, 31));
  EXPECT_EQ(base_day(day(2025, 8, 2)), day(2025, 8, 1));
  EXPECT_EQ(base_day(day(2025, 8, 1)), day(2026, 7, 31)) << "was no member in it";
  EXPECT_FALSE(outpatient_base_day(month(2017, 7), {}).ok()) << "before the first period";
}

TEST_F(OutpatientYears, OnlyAPeriodThatHasEndedIsComputed) {
  auto ledger = this->ledger();
  EXPECT_FALSE(keep_outpatient_years(ledger, society_.scheduler(), month(2026, 6)).ok());
  EXPECT_FALSE(keep_outpatient_years(ledger, society_.scheduler(), month(2028, 7)).ok());
  take({{.number = "7", .treated = month(2026, 9), .points = 8'800, .born = day(1953, 3, 10)}});
  EXPECT_EQ(must(keep_outpatient_years(ledger, society_.scheduler(), month(2027, 7))).people, 0)
      << "goes on, and nobody's base day has passed";
  EXPECT_FALSE(keep_outpatient_years(ledger, society_.stranger(), last_).ok());
  EXPECT_EQ(must(ended_year(day(2026, 7, 31))), month(2025, 7));
  EXPECT_EQ(must(ended_year(day(2026, 8, 1))), month(2026, 7));
}

TEST_F(OutpatientYears, TheCertificateForAnotherInsurerIsPrinted) {
  take_year();
  auto ledger = this->ledger();
  EXPECT_FALSE(own_burden(ledger, society_.clerk(), elder_, last_).ok()) << "not computed";
  compute();
  const auto burden = must(own_burden(ledger, society_.clerk(), elder_, last_));
  EXPECT_EQ(burden.year.ours, Yen(17'600 * 12));
  const auto printed = must(
      print_burden_certificate(burden, test_support::sample_sender(), society_.clock().now()));
  EXPECT_TRUE(printed.pdf.starts_with("%PDF"));
}

}  // namespace
}  // namespace kenpo::benefit
