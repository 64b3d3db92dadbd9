// 外来年間合算 from a year of claims to a decision.
#include "benefit/benefits_for_tests.h"
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
  void leave() {
    tick();
    auto lost = test_support::loss("7", day(2026, 5, 1));
    lost.insured.born = day(1953, 3, 10);
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

TEST_F(OutpatientYears, OnlyAPeriodThatHasEndedIsComputed) {
  auto ledger = this->ledger();
  EXPECT_FALSE(keep_outpatient_years(ledger, society_.scheduler(), month(2026, 6)).ok());
  EXPECT_FALSE(keep_outpatient_years(ledger, society_.scheduler(), month(2027, 7)).ok());
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
