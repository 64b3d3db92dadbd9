// 二以上事業所勤務 from the notification to the bill: 健康保険法44条3項・161条4項, 施行令47条1項.
#include <algorithm>

#include "eligibility/pay_entry_act.h"
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
  /// The other workplace is 見本工業 (102).
  void add_up(Month from, std::vector<Yen> monthly) {
    tick();
    remuneration::WorkplacesInput input{from, monthly.at(0)};
    if (monthly.size() > 1) input.others.push_back({"102", monthly[1]});
    auto ledger = this->ledger();
    const auto held = period("1");
    const auto entered = must(remuneration::enter_manual(
        ledger, society_.clerk(),
        {.person = held.person,
         .period = held.id,
         .kind = remuneration::ManualKind::workplaces,
         .input = input,
         .reason = "二以上事業所勤務届による"}));
    tick();
    must(remuneration::decide_on_manual(ledger, notice::Acting{colleague_}, entered.id,
                                        remuneration::ManualAnswer::confirm));
  }
  /// A bonus as typed in; of 102 when `paid_by` says so.
  base::Result<base::PersonId> pay_bonus(base::Date on, int amount, std::string paid_by = "",
                                         bool both = true) {
    tick();
    auto ledger = this->ledger();
    eligibility::PayEntry entry{.symbol = "101",
                                .number = "1",
                                .paid_by = std::move(paid_by),
                                .known_born = day(1990, 5, 15)};
    entry.pay.form = eligibility::PayForm::bonus;
    entry.pay.on = on;
    entry.pay.amount = Yen(amount);
    entry.pay.two_workplaces = eligibility::yes_no(both);
    auto entered = KENPO_TRY(eligibility::enter_pay(ledger, society_.clerk(), entry));
    must(remuneration::determine_all(ledger, society_.clerk(), {}));
    return entered;
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
  // 健康保険法161条4項: the other employer is billed the rest, to a millionth of a yen.
  for (const auto month : {month_of(2025, 4), month_of(2025, 5)}) {
    const auto own = posted(one).at({month, PremiumKind::monthly, works_.id});
    const auto other = posted(one).at({month, PremiumKind::monthly, other_.id});
    const auto whole = posted(two).at({month, PremiumKind::monthly, works_.id});
    for (std::size_t kind = 0; kind < own.millionths.size(); ++kind) {
      EXPECT_EQ(own.millionths[kind] + other.millionths[kind], whole.millionths[kind]) << kind;
    }
  }
  auto ledger = this->ledger();
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
  const auto billed =
      must(show_payment_notice(ledger, society_.clerk(), other_.id, month_of(2025, 5)));
  EXPECT_EQ(billed.this_month.total(), Yen(300'000LL * 80'100 / 1'000'000 / 3));
  const auto people =
      must(show_differences(ledger, society_.clerk(), other_.id, month_of(2025, 4)));
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].person, one);
  EXPECT_EQ(people[0].causes.mask(), mask_of(Cause::remuneration));
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

TEST_F(TwoWorkplacesTest, AWorkplaceIsRegisteredAndStandsOnce) {
  take(acquisition("1", day(2025, 3, 1), 300'000));
  auto ledger = this->ledger();
  const auto held = period("1");
  const auto entered = [&](std::vector<remuneration::OtherWorkplace> others) {
    return remuneration::enter_manual(
        ledger, society_.clerk(),
        {.person = held.person,
         .period = held.id,
         .kind = remuneration::ManualKind::workplaces,
         .input = remuneration::WorkplacesInput{month_of(2025, 4), Yen(200'000), std::move(others)},
         .reason = "届出"});
  };
  EXPECT_EQ(what(entered({{"999", Yen(100'000)}}).faults()),
            "ほかの事業所の記号が適用事業所の一覧にありません");
  EXPECT_EQ(what(entered({{"101", Yen(100'000)}}).faults()), "同じ事業所が二度入力されています");
  EXPECT_EQ(what(entered({{"102", Yen(1)}, {"102", Yen(1)}}).faults()),
            "同じ事業所が二度入力されています");
  EXPECT_EQ(what(entered({{"102", Yen()}}).faults()), "報酬月額のない事業所があります");
}

TEST_F(TwoWorkplacesTest, TheOtherEmployerIsBilledNoMoreWhenItsWorkEnds) {
  take(acquisition("1", day(2025, 3, 1), 300'000));
  add_up(month_of(2025, 3), {Yen(200'000), Yen(100'000)});
  levy_all(month_of(2025, 3), month_of(2025, 5));
  add_up(month_of(2025, 5), {Yen(200'000)});
  EXPECT_EQ(standards().back(), Yen(200'000));
  levy(month_of(2025, 6));
  const auto sums = posted(period("1").person);
  EXPECT_TRUE(sums.contains({month_of(2025, 4), PremiumKind::monthly, other_.id}));
  EXPECT_FALSE(sums.contains({month_of(2025, 5), PremiumKind::monthly, other_.id}));
  EXPECT_FALSE(sums.contains({month_of(2025, 6), PremiumKind::monthly, other_.id}));
  EXPECT_EQ(sums.at({month_of(2025, 6), PremiumKind::monthly, works_.id}).sum(),
            200'000LL * 80'100);
}

// 健康保険法45条1項・161条4項, 施行令47条2項
TEST_F(TwoWorkplacesTest, ABonusIsOneForThePersonAndDividedByWhatEachPaid) {
  take(acquisition("1", day(2025, 4, 1), 300'000));
  add_up(month_of(2025, 4), {Yen(200'000), Yen(100'000)});
  must(pay_bonus(day(2025, 6, 10), 500'500));
  must(pay_bonus(day(2025, 6, 20), 300'700, "102"));
  levy_all(month_of(2025, 6), month_of(2025, 7));
  const auto person = period("1").person;
  // 801,200 are cut to 801,000 once for both (45条1項).
  const auto whole = 801'000LL * 80'100;
  const auto own = posted(person).at({month_of(2025, 6), PremiumKind::bonus, works_.id});
  const auto other = posted(person).at({month_of(2025, 6), PremiumKind::bonus, other_.id});
  EXPECT_EQ(own.sum() + other.sum(), whole);
  EXPECT_NEAR(static_cast<double>(other.sum()),
              static_cast<double>(whole) * 300'700 / 801'200, 10);
  // The yearly limit is the person's, whoever pays: 5,730,000 less 801,000 are left.
  must(pay_bonus(day(2025, 12, 10), 4'000'000));
  must(pay_bonus(day(2025, 12, 12), 4'000'000, "102"));
  levy_all(month_of(2025, 8), month_of(2025, 12));
  const auto winter = posted(person);
  const auto half = winter.at({month_of(2025, 12), PremiumKind::bonus, works_.id});
  EXPECT_EQ(half, winter.at({month_of(2025, 12), PremiumKind::bonus, other_.id}));
  EXPECT_EQ(half.sum(), 4'929'000LL * 80'100 / 2);
  auto ledger = this->ledger();
  const auto explained =
      must(explain_premium(ledger, society_.clerk(), person, month_of(2025, 6))).periods.at(0);
  EXPECT_TRUE(std::ranges::any_of(explained.lines, [](const remuneration::BasisLine& line) {
    return line.article.find("施行令47条2項") != std::string::npos;
  }));
}

TEST_F(TwoWorkplacesTest, ABonusOfTheOtherEmployerAloneIsBilledToItAlone) {
  take(acquisition("1", day(2025, 4, 1), 300'000));
  add_up(month_of(2025, 4), {Yen(200'000), Yen(100'000)});
  must(pay_bonus(day(2025, 6, 20), 300'000, "102"));
  levy(month_of(2025, 6));
  const auto sums = posted(period("1").person);
  EXPECT_FALSE(sums.contains({month_of(2025, 6), PremiumKind::bonus, works_.id}));
  EXPECT_EQ(sums.at({month_of(2025, 6), PremiumKind::bonus, other_.id}).sum(), 300'000LL * 80'100);
  EXPECT_EQ(what(pay_bonus(day(2025, 6, 21), 1'000, "102", false).faults()),
            "ほかの事業所が支払えるのは、二以上事業所勤務の賞与だけです。");
  EXPECT_EQ(what(pay_bonus(day(2025, 6, 21), 1'000, "999").faults()),
            "この記号の事業所がありません。");
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
    if (std::get<0>(key) == month_of(2025, 5) || std::get<2>(key) != works_.id) continue;
    added += parts.sum() - before.at(key).sum();
  }
  // Two months of 60,000 more at 80.1 ‰, of which two thirds are this employer's.
  EXPECT_EQ(added, 2LL * 60'000 * 80'100 * 2 / 3);
  // Each month's effect is shown for both employers.
  const auto back =
      must(preview(held.person, StandardCorrection{held.id, month_of(2025, 3), Yen(300'000)}));
  const auto of_other = std::ranges::count(back.months, other_.id, &MonthEffect::establishment);
  EXPECT_GE(of_other, 3);
  EXPECT_EQ(2 * of_other, std::ssize(back.months));
  must(undo(saved.id));
  levy(month_of(2025, 6));
  auto again = posted(held.person);
  for (const auto& [key, parts] : before) EXPECT_EQ(again.at(key), parts);
}

}  // namespace
}  // namespace kenpo::premium::change_tests
