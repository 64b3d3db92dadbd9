// 随時改定 of somebody employed at several: checked on the sum (健康保険法43条1項・44条3項).
#include <gtest/gtest.h>

#include "remuneration/manual_for_tests.h"
#include "remuneration/workplace_pay_store.h"

namespace kenpo::remuneration {
namespace {

using namespace manual_tests;

class WorkplacesRevisionTest : public ManualTest {
 protected:
  WorkplacesRevisionTest() {
    other_.symbol = "102";
    other_.office_symbol = "ｳｴ";
    other_.name = "見本工業";
    auto ledger = this->ledger();
    EXPECT_TRUE(eligibility::register_establishments(ledger, society_.clerk(), {other_}).ok());
  }
  /// 200,000 here and 100,000 at 102: a standard of 300,000 from January.
  void begin() {
    take(acquisition("1", day(2025, 10, 1), 200'000));
    auto ledger = this->ledger();
    const auto entered = must(enter_manual(
        ledger, society_.clerk(),
        order(ManualKind::workplaces,
              WorkplacesInput{month_at(2026, 1), Yen(200'000), {{"102", Yen(100'000)}}})));
    must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::confirm));
  }
  /// Raised in April at the workplace: 30 days a month, the same pay.
  static WorkplacesRevisionInput raised(std::string at, int pay, WorkplacesInput rest) {
    WorkplacesRevisionInput input;
    input.places = std::move(rest);
    input.changed.changed = month_at(2026, 4);
    input.changed.fixed_pay = FixedPay::up;
    for (auto& month : input.changed.months) month = {30, Yen(pay)};
    input.changed_at = std::move(at);
    return input;
  }
  base::Result<ManualDetermination> enter(WorkplacesRevisionInput input) {
    auto ledger = this->ledger();
    return enter_manual(ledger, society_.clerk(),
                        order(ManualKind::workplaces_revision, std::move(input)));
  }
  WorkplacesInput here_changed() { return {{}, Yen(), {{"102", Yen(100'000)}}}; }

  eligibility::Establishment other_ = sample_establishment();
};

TEST_F(WorkplacesRevisionTest, TwoGradesOnTheSumReviseFromTheFourthMonth) {
  begin();
  // One grade on the sum, though the workplace's own pay rose by one and a half: 215,000 + 100,000.
  EXPECT_EQ(what(enter(raised("", 215'000, here_changed())).faults()),
            "合算した額で随時改定の要件を満たしません");
  const auto entered = must(enter(raised("", 250'000, here_changed())));
  EXPECT_EQ(entered.from, month_at(2026, 7));
  EXPECT_EQ(entered.monthly, Yen(350'000));
  EXPECT_EQ(entered.standard, Yen(360'000));
  EXPECT_EQ(entered.previous_standard, Yen(300'000));
  for (const auto& line : entered.lines) EXPECT_FALSE(line.article.empty());
  auto ledger = this->ledger();
  must(decide_on_manual(ledger, colleague(), entered.id, ManualAnswer::confirm));
  const auto found = standards();
  EXPECT_EQ(found.back().standard, Yen(360'000));
  EXPECT_EQ(found.back().kind, DeterminationKind::revision);
  const auto places = read([&](const store::View& view, const RemunerationAccess& access) {
    return workplace_pay_of(view, access, period().person);
  });
  const auto of_it = std::ranges::find(places, found.back().source, &WorkplacePay::source);
  ASSERT_NE(of_it, places.end()) << "the premium is divided by the new pay";
  EXPECT_EQ(of_it->places, (std::vector<PaidAt>{{{}, Yen(250'000)}, {other_.id, Yen(100'000)}}));
}

TEST_F(WorkplacesRevisionTest, TheChangeMayBeAtTheOtherWorkplace) {
  begin();
  const auto entered = must(enter(raised("102", 150'000, {{}, Yen(200'000), {}})));
  EXPECT_EQ(entered.monthly, Yen(350'000));
  EXPECT_FALSE(enter(raised("999", 150'000, {{}, Yen(200'000), {}})).ok()) << "no such symbol";
}

TEST_F(WorkplacesRevisionTest, DaysAndDirectionAreThoseOfTheChangedWorkplace) {
  begin();
  auto few_days = raised("", 250'000, here_changed());
  few_days.changed.months[1].base_days = 16;
  EXPECT_FALSE(enter(few_days).ok());
  auto cut = raised("", 250'000, here_changed());
  cut.changed.fixed_pay = FixedPay::down;
  EXPECT_FALSE(enter(cut).ok());
  EXPECT_EQ(standards().size(), 2U) << "nothing was decided";
}

}  // namespace
}  // namespace kenpo::remuneration
