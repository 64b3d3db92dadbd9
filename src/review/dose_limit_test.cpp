// The society's limits of doses: which row holds, what is found, what is refused, what it brought.
#include "review/dose_limit_act.h"
#include "review/review_for_tests.h"

namespace kenpo::review {
namespace {

using format::claim::Service;
using format::master::Kind;

base::Month month(int year, int number) { return *base::Month::make(year, number); }

DoseLimit amount(std::string drug, std::int64_t most, DoseWay way = DoseWay::every,
                 base::Month from = month(2026, 1)) {
  return {.drug = std::move(drug),
          .way = way,
          .from = from,
          .most_hundred_thousandths = most,
          .basis = "添付文書 2026年1月改訂"};
}

TEST(DoseLimits, CodesAreOfADrugOrOfItsIngredient) {
  for (const auto* code : {"620004633", "1124001", "1124001F", "1124001F1022"}) {
    EXPECT_TRUE(is_dose_drug(code)) << code;
  }
  for (const auto* code : {"", "112007410", "62000463", "6200046333", "112400", "1124001F10223",
                           "112400F", "1124001f1", "62000463A"}) {
    EXPECT_FALSE(is_dose_drug(code)) << code;
  }
}

TEST(DoseLimits, TheNarrowerRowHoldsAndOfThoseTheLatest) {
  const std::vector<DoseLimit> limits = {
      amount("1124001", 1), amount("1124001", 2, DoseWay::internal),
      amount("620004633", 3), amount("620004633", 4, DoseWay::every, month(2026, 6))};
  const auto most = [&](const char* code, DoseWay way, base::Month in) -> std::int64_t {
    const auto* limit = dose_limit_in(limits, code, "1124001F1022", way, in);
    return limit == nullptr ? 0 : *limit->most_hundred_thousandths;
  };
  EXPECT_EQ(most("620000001", DoseWay::external, month(2026, 4)), 1);
  EXPECT_EQ(most("620000001", DoseWay::internal, month(2026, 4)), 2);
  EXPECT_EQ(most("620004633", DoseWay::external, month(2026, 5)), 3);
  EXPECT_EQ(most("620004633", DoseWay::external, month(2026, 6)), 4);
  EXPECT_EQ(most("620004633", DoseWay::internal, month(2026, 6)), 2) << "its way before its code";
  EXPECT_EQ(most("620004633", DoseWay::every, month(2025, 12)), 0) << "before every row";
  EXPECT_EQ(dose_limit_in(limits, "620000001", "", DoseWay::every, month(2026, 4)), nullptr);
}

TEST(DoseLimits, AnEndLetsTheWiderRowHoldAgain) {
  auto ended = amount("620004633", 0, DoseWay::every, month(2026, 6));
  ended.most_hundred_thousandths.reset();
  const std::vector<DoseLimit> limits = {amount("1124001", 1), amount("620004633", 3), ended};
  EXPECT_EQ(dose_limit_in(limits, "620004633", "1124001F1022", DoseWay::every, month(2026, 5))
                ->most_hundred_thousandths,
            3);
  EXPECT_EQ(dose_limit_in(limits, "620004633", "1124001F1022", DoseWay::every, month(2026, 6))
                ->most_hundred_thousandths,
            1);
  EXPECT_EQ(dose_limit_in(limits, "620004633", "", DoseWay::every, month(2026, 6)), nullptr);
}

class DoseTest : public ReviewTest {
 protected:
  DoseTest() {
    auto drug = item(Kind::drug, "620004633");
    drug.amount = "100.50";
    drug.price_code = "1124001F1022";
    master(drug);
  }
  base::Result<> enter(DoseLimit limit) {
    later();
    return enter_dose_limit(office(), society_.clerk(), std::move(limit));
  }
  std::vector<DoseLimitLine> lines() {
    return must(list_dose_limit_lines(office(), society_.clerk()));
  }
};

// The sample gives 2.5 of it on two days.
TEST_F(DoseTest, MoreThanTheLimitIsFoundWithWhatItCostsAndTheLimitItselfIsNot) {
  take({receipt()});
  must(enter(amount("620004633", 250'000)));
  review("2026-05");
  EXPECT_TRUE(found("2026-05", "dose_amount").empty());
  must(enter(amount("620004633", 200'000)));
  EXPECT_EQ(list("2026-05").waiting_receipts, 1) << "looked at again";
  review("2026-05");
  const auto findings = found("2026-05", "dose_amount");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].yen, 100) << "0.5 on two days at 100.50 yen, fractions dropped";
  EXPECT_NE(findings[0].evidence.find("使用量 2.5、上限 2"), std::string::npos);
  EXPECT_NE(findings[0].evidence.find("添付文書"), std::string::npos);
  EXPECT_GT(findings[0].row, 0U);
}

TEST_F(DoseTest, LimitsOfDaysAndOfAnIngredientAreHeldAgainstTheTimes) {
  take({receipt()});
  auto days = amount("1124001", 0);
  days.most_hundred_thousandths.reset();
  days.most_times = 1;
  must(enter(days));
  review("2026-05");
  const auto findings = found("2026-05", "dose_days");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].yen, 251) << "2.5 for one day at 100.50 yen";
  EXPECT_TRUE(found("2026-05", "dose_amount").empty());
}

TEST_F(DoseTest, ALimitHoldsForItsWayAndFromItsMonth) {
  auto internal = receipt();
  for (auto& detail : internal.details) {
    if (detail.code == "620000033") detail.treatment = "21";
  }
  take({internal});
  must(enter(amount("620004633", 100'000, DoseWay::injection)));
  must(enter(amount("620004633", 100'000, DoseWay::internal, month(2026, 5))));
  review("2026-05");
  EXPECT_TRUE(found("2026-05", "dose_amount").empty());
  must(enter(amount("620004633", 100'000, DoseWay::internal, month(2026, 4))));
  review("2026-05");
  EXPECT_EQ(found("2026-05", "dose_amount").size(), 1U)
      << "the line before says 内服, and it goes on";
}

TEST_F(DoseTest, APharmacysDaysAreThoseOfItsPrescription) {
  const auto dispensed = receipt(Service::pharmacy, "2026-04");
  std::string drug;
  for (const auto& row : dispensed.rows) {
    if (row.record != format::claim::Record::iy) continue;
    for (const auto& field : row.fields) {
      if (field.seq == 3 && drug.empty()) drug = field.text;
    }
  }
  ASSERT_TRUE(is_dose_drug(drug));
  auto known = item(Kind::drug, drug.c_str());
  known.amount = "10.00";
  master(known);
  take({dispensed});
  auto days = amount(drug, 1);  // far below what anybody is given
  days.most_times = 1;
  must(enter(days));
  review("2026-05");
  EXPECT_EQ(found("2026-05", "dose_amount").size(), 1U);
  const auto findings = found("2026-05", "dose_days");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_GT(findings[0].yen, 0);
}

TEST_F(DoseTest, WhatTheLimitsBroughtStandsBesideThem) {
  take({receipt()});
  must(enter(amount("1124001", 100'000)));
  review("2026-05");
  const auto finding = found("2026-05", "dose_amount").at(0);
  must(decide(finding.id, Verdict::no_problem));
  auto shown = lines();
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_EQ(shown[0].name, "見本");
  EXPECT_EQ(shown[0].effect.found, 1);
  EXPECT_EQ(shown[0].effect.no_problem, 1);
  EXPECT_EQ(shown[0].effect.hit_percent(), 0);
  EXPECT_EQ(must(show_effects(office(), society_.clerk())).checks.size(), check_rows().size());
}

TEST_F(DoseTest, WhatDoesNotFitIsRefusedAndNothingIsKept) {
  EXPECT_FALSE(enter(amount("112007410", 1)).ok()) << "an act";
  EXPECT_FALSE(enter(amount("620009999", 1)).ok()) << "not in the master";
  EXPECT_FALSE(enter(amount("620004633", 0)).ok());
  EXPECT_FALSE(enter(amount("620004633", dose_amount_limit + 1)).ok());
  auto reasonless = amount("620004633", 1);
  reasonless.basis.clear();
  EXPECT_FALSE(enter(reasonless).ok());
  auto end = amount("620004633", 1);
  end.most_hundred_thousandths.reset();
  EXPECT_FALSE(enter(end).ok()) << "nothing to end";
  EXPECT_TRUE(lines().empty());
  must(enter(amount("620004633", 1)));
  end.from = month(2026, 6);
  must(enter(end));
  must(enter(amount("620004633", 2)));
  EXPECT_EQ(lines().size(), 2U) << "a row of the same month takes the place of the first";
  EXPECT_FALSE(enter_dose_limit(office(), society_.stranger(), amount("620004633", 3)).ok());
  limit_to(works_.id);
  EXPECT_FALSE(enter(amount("620004633", 3)).ok()) << "a rule is of the whole society";
  EXPECT_FALSE(list_dose_limit_lines(office(), society_.clerk()).ok());
}

}  // namespace
}  // namespace kenpo::review
