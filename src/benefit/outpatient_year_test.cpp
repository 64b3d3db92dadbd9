// 外来年間合算 from a year of claims to a decision.
#include "benefit/benefits_for_tests.h"
#include "benefit/outpatient_year_act.h"
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
