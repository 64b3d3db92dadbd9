// 二以上事業所勤務 from the notification to the bill: 健康保険法44条3項・161条4項, 施行令47条1項.
#include <algorithm>

#include "eligibility/work_item_store.h"
#include "premium/change_society_for_tests.h"
#include "premium/explain_premium_act.h"
#include "premium/payment_notice_act.h"
#include "remuneration/manual_act.h"

namespace kenpo::premium::change_tests {
namespace {

using eligibility::WorkKind;

class TwoWorkplacesTest : public ChangeTest {
 protected:
  TwoWorkplacesTest() {
    society_.change_policy([&](notice::Policy& policy) {
      auto second = *std::ranges::find(policy.handlers, society_.clerk_id(),
                                       &notice::Handler::staff);
      second.staff = colleague_;
      policy.handlers.push_back(second);
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
  }
  void add_up(Month from, std::vector<Yen> monthly) {
    tick();
    auto ledger = this->ledger();
    const auto held = period("1");
    const auto entered = must(remuneration::enter_manual(
        ledger, society_.clerk(),
        {.person = held.person,
         .period = held.id,
         .kind = remuneration::ManualKind::workplaces,
         .input = remuneration::WorkplacesInput{from, std::move(monthly)},
         .reason = "二以上事業所勤務届による"}));
    tick();
    must(remuneration::decide_on_manual(ledger, notice::Acting{colleague_}, entered.id,
                                        remuneration::ManualAnswer::confirm));
  }
  static csv::RegularDetermination regular(int pay, bool two_workplaces) {
    csv::RegularDetermination made;
    made.pay.insured = acquisition().insured;
    made.pay.applies_from = month_of(2025, 9);
    for (std::size_t at = 0; at < 3; ++at) {
      auto& month = made.pay.months[at];
      month.month = 4 + static_cast<int>(at);
      month.base_days = 30;
      month.in_cash = month.total = Yen(pay);
    }
    made.pay.total = Yen(3 * pay);
    made.pay.average = Yen(pay);
    made.pay.previous_health = Yen(300'000);
    made.two_workplaces = two_workplaces;
    return made;
  }
  /// How many items ask for the pay of all workplaces.
  std::size_t asked() {
    const auto view = must(society_.database().read());
    return must(eligibility::list_work_items(view, {.kind = WorkKind::two_workplaces})).size();
  }
  std::vector<Yen> standards() {
    const auto person = period("1").person;
    const auto all = read([&](const store::View& view, const eligibility::MemberAccess& access) {
      return remuneration::remunerations_of(view, access, person, society_.clock().now());
    });
    std::vector<Yen> found;
    for (const auto& one : all) found.push_back(one.standard);
    return found;
  }

  base::StaffId colleague_ = base::StaffId::draw();
};

TEST_F(TwoWorkplacesTest, OneWorkplacesPayDecidesNothingAndTheEmployerBearsItsShare) {
  take(acquisition("1", day(2025, 3, 1), 300'000));
  auto twin = acquisition("2", day(2025, 3, 1), 300'000);
  twin.insured = insured("2", "ｽｽﾞｷ ﾊﾅｺ", "鈴木　花子", day(1990, 5, 15));
  take(std::move(twin));
  levy_all(month_of(2025, 3), month_of(2025, 4));
  // Two workplaces from April: the sum is the same grade, the bill two thirds of it.
  add_up(month_of(2025, 4), {Yen(200'000), Yen(100'000)});
  levy(month_of(2025, 5));
  const auto one = period("1").person;
  const auto two = period("2").person;
  for (const auto month : {month_of(2025, 4), month_of(2025, 5)}) {
    const auto own = posted(one).at({month, PremiumKind::monthly, works_.id});
    const auto whole = posted(two).at({month, PremiumKind::monthly, works_.id});
    for (std::size_t kind = 0; kind < own.millionths.size(); ++kind) {
      EXPECT_EQ(own.millionths[kind], whole.millionths[kind] * 2 / 3) << kind;
    }
  }
  auto ledger = this->ledger();
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
  const auto explained =
      must(explain_premium(ledger, society_.clerk(), one, month_of(2025, 5))).periods.at(0);
  ASSERT_TRUE(explained.owed.monthly && explained.owed.monthly->ratio);
  EXPECT_TRUE(std::ranges::any_of(explained.lines, [](const remuneration::BasisLine& line) {
    return line.article.find("161条4項") != std::string::npos;
  }));

  // 算定基礎届 of one employer, item 45 = 1: the sum stays, people are asked.
  take(regular(200'000, true));
  EXPECT_EQ(standards(), (std::vector{Yen(300'000), Yen(300'000)}));
  EXPECT_EQ(asked(), 1U);
  add_up(month_of(2025, 9), {Yen(240'000), Yen(120'000)});
  EXPECT_EQ(standards().back(), Yen(360'000));
  EXPECT_EQ(asked(), 0U);
}

TEST_F(TwoWorkplacesTest, AnAcquisitionWithTwoWorkplacesWaitsForTheSum) {
  auto both = acquisition("1", day(2025, 3, 1), 200'000);
  both.two_workplaces = true;
  take(std::move(both));
  EXPECT_TRUE(standards().empty());
  EXPECT_EQ(asked(), 1U);
  // No flag on the notification: the period itself says so.
  take(regular(200'000, false));
  EXPECT_TRUE(standards().empty());
  add_up(month_of(2025, 3), {Yen(200'000), Yen(150'000)});
  EXPECT_EQ(standards(), std::vector{Yen(360'000)});
  EXPECT_EQ(asked(), 0U);
}

/// What is shown before a correction is what the levy posts after it, also for a divided premium.
TEST_F(TwoWorkplacesTest, ACorrectionOfTheSumKeepsTheShare) {
  take(acquisition("1", day(2025, 3, 1), 300'000));
  add_up(month_of(2025, 3), {Yen(200'000), Yen(100'000)});
  levy_all(month_of(2025, 3), month_of(2025, 4));
  const auto held = period("1");
  const auto before = posted(held.person);
  const auto saved =
      must(save(held.person, StandardCorrection{held.id, month_of(2025, 3), Yen(360'000)}));
  levy(month_of(2025, 5));
  std::int64_t added = 0;
  for (const auto& [key, parts] : posted(held.person)) {
    if (std::get<0>(key) < month_of(2025, 5)) added += parts.sum() - before.at(key).sum();
  }
  // Two months of 60,000 more at 80.1 ‰, of which two thirds are this employer's.
  EXPECT_EQ(added, 2LL * 60'000 * 80'100 * 2 / 3);
  must(undo(saved.id));
  levy(month_of(2025, 6));
  auto again = posted(held.person);
  for (const auto& [key, parts] : before) EXPECT_EQ(again.at(key), parts);
}

}  // namespace
}  // namespace kenpo::premium::change_tests
