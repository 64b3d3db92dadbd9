// The way back: a change that is undone leaves everything as it was.
#include <random>

#include "premium/change_society_for_tests.h"
#include "premium/change_store.h"
#include "premium/payment_notice_act.h"

namespace kenpo::premium::change_tests {
namespace {

TEST_F(ChangeTest, AnEarlierChangeIsNotUndoneUnderALaterOne) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy(month_of(2026, 4));
  const auto held = period();
  const auto first =
      must(save(held.person, PeriodCorrection{held.id, held.acquired, day(2026, 8, 1)}));
  const auto second =
      must(save(held.person, PeriodCorrection{held.id, held.acquired, day(2026, 9, 1)}));
  EXPECT_EQ(what(undo(first.id).faults()), "この訂正のあとに、同じ項目が変わっています");
  must(undo(second.id));
  EXPECT_EQ(what(undo(second.id).faults()), "この訂正は取り消されています");
  must(undo(first.id));
  EXPECT_FALSE(period().lost.has_value());
}

/// 健康保険法41条3項: with the revision goes what it ended; without it that stands again.
TEST_F(ChangeTest, ACancelledRevisionBringsTheRegularDeterminationBack) {
  take(acquisition("1", day(2025, 10, 1), 240'000));
  const auto pay = [](Month from, int first, int each) {
    csv::MonthlyPay made;
    made.insured = acquisition().insured;
    made.applies_from = from;
    for (int at = 0; at < 3; ++at) {
      auto& month = made.months[static_cast<std::size_t>(at)];
      month.month = first + at;
      month.base_days = 30;
      month.in_cash = month.total = Yen(each);
    }
    made.total = Yen(3 * each);
    made.average = Yen(each);
    made.previous_health = Yen(240'000);
    return made;
  };
  csv::RegularDetermination regular;
  regular.pay = pay(month_of(2026, 9), 4, 200'000);
  take(std::move(regular));
  csv::Revision up;
  up.pay = pay(month_of(2026, 8), 5, 280'000);
  up.pay.change = csv::PayDirection::raised;
  up.pay.change_month = 5;
  take(std::move(up));
  const auto held = period();
  const auto standards = [&] {
    std::map<Month, Yen> found;
    const auto all =
        read([&](const store::View& view, const eligibility::MemberAccess& access) {
          return known_facts(view, access, {held.person}, society_.clock().now());
        });
    for (const auto& one : all.standards) found[one.from] = one.standard;
    return found;
  };
  using Found = std::map<Month, Yen>;
  const Found revised{{month_of(2025, 10), Yen(240'000)}, {month_of(2026, 8), Yen(280'000)}};
  const Found regular_again{{month_of(2025, 10), Yen(240'000)}, {month_of(2026, 9), Yen(200'000)}};
  EXPECT_EQ(standards(), revised);
  const auto cancelled = must(save(held.person, StandardCancellation{held.id, month_of(2026, 8)}));
  EXPECT_EQ(standards(), regular_again);
  must(undo(cancelled.id));
  EXPECT_EQ(standards(), revised);
}

/// Somebody with the same facts, whom nobody corrects: what is undone must leave every levy, past
/// and to come, as the twin's.
class TwinTest : public ChangeTest {
 protected:
  void take_twins(base::Date acquired, base::Date born) {
    auto one = acquisition("1", acquired, 300'000);
    one.insured.born = born;
    auto other = acquisition("2", acquired, 300'000);
    other.insured = insured("2", "ｽｽﾞｷ ﾊﾅｺ", "鈴木　花子", born);
    take(std::move(one));
    take(std::move(other));
  }
  KnownFacts known(const base::PersonId& person) {
    return read([&](const store::View& view, const eligibility::MemberAccess& access) {
      return known_facts(view, access, {person}, society_.clock().now());
    });
  }
  /// What decisions say, under whatever id.
  template <typename Decision>
  static std::vector<Decision> contents(std::vector<Decision> decisions) {
    static const auto same = decltype(Decision::id)::draw();
    for (auto& one : decisions) one.id = same;
    return decisions;
  }
  void expect_equal_levies(const char* why) {
    EXPECT_EQ(posted(period("1").person), posted(period("2").person)) << why;
  }
};

struct KindRow {
  const char* kind;
  ChangeDetail detail;
};

TEST_F(TwinTest, EveryKindUndoneLeavesAllLeviesPastAndLaterAsTheTwins) {
  take_twins(day(2025, 3, 1), day(1981, 1, 20));  // bears care
  for (const char* number : {"1", "2"}) {
    const auto of = period(number);
    must(save(of.person, StandardCorrection{of.id, month_of(2025, 5), Yen(410'000)}));
    must(save(of.person, BonusCorrection{of.id, day(2025, 6, 20), Yen(500'000)}));
  }
  levy_all(month_of(2025, 3), month_of(2025, 6));
  const auto held = period("1");
  const std::vector<KindRow> rows{
      {"birth", BirthCorrection{day(1990, 5, 15)}},
      {"period", PeriodCorrection{held.id, day(2025, 4, 10), day(2025, 6, 1)}},
      {"period cancelled", PeriodCancellation{held.id}},
      {"establishment", PeriodMove{held.id, other_.id}},
      {"standard", StandardCorrection{held.id, month_of(2025, 4), Yen(620'000)}},
      {"standard cancelled", StandardCancellation{held.id, month_of(2025, 5)}},
      {"bonus", BonusCorrection{held.id, day(2025, 6, 20), Yen(900'000)}},
      {"care exclusion", CareExclusion{day(2025, 4, 5), day(2025, 6, 10)}},
  };
  auto month = month_of(2025, 6);
  for (const auto& row : rows) {
    SCOPED_TRACE(row.kind);
    const auto saved = must(save(held.person, row.detail));
    month = month.plus(1);
    levy(month);
    EXPECT_NE(posted(held.person), posted(period("2").person)) << "the change did nothing";
    must(undo(saved.id));
    month = month.plus(1);
    levy(month);
    expect_equal_levies("undone");
  }
  levy(month.plus(1));
  expect_equal_levies("the month after");
  auto ledger = this->ledger();
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
}

TEST_F(TwinTest, ChangesUndoneBeforeTheNextLevyAreNeverBilled) {
  take_twins(day(2025, 3, 1), day(1981, 1, 20));
  levy_all(month_of(2025, 3), month_of(2025, 6));
  const auto held = period("1");
  const auto saved = must(save(held.person, PeriodMove{held.id, other_.id}));
  must(undo(saved.id));
  EXPECT_EQ(levy(month_of(2025, 7)).retroactive, 0);
  expect_equal_levies("undone at once");
}

/// Changes drawn at random: what is shown is what the levy posts, shares make the total, and undone
/// everything is as it was.
TEST_F(TwinTest, RetroThenUndoIsAsBefore) {
  take_twins(day(2025, 3, 1), day(1990, 5, 15));
  levy_all(month_of(2025, 3), month_of(2026, 1));
  auto month = month_of(2026, 1);
  std::mt19937 random(7);
  const auto draw = [&](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  const auto held = period();
  for (int round = 0; round < 5; ++round) {
    std::vector<ChangeDetail> drawn{
        BirthCorrection{day(draw(1955, 1995), draw(1, 12), draw(1, 28))},
        PeriodCorrection{held.id, held.acquired, day(2025, draw(4, 12), draw(1, 28))},
        PeriodCorrection{held.id, day(2025, draw(4, 8), draw(1, 28)), {}},
        StandardCorrection{held.id, month_of(2025, draw(3, 12)), Yen(draw(50, 1500) * 1000)},
        BonusCorrection{held.id, day(2025, draw(4, 12), 20), Yen(draw(1, 6000) * 1000)},
        CareExclusion{day(2025, draw(3, 6), 5), day(2025, draw(7, 12), 5)}};
    const auto& detail = drawn[static_cast<std::size_t>(draw(0, 5))];
    SCOPED_TRACE(testing::Message() << "round " << round << ", kind " << detail.index());
    const auto facts_before = facts(held.person);
    const auto known_before = known(held.person);
    const auto posted_before = posted(held.person);
    const auto effect = must(preview(held.person, detail));
    for (const auto& one : effect.months) {
      EXPECT_EQ(one.after.by_kind.total(), one.after.total());
      EXPECT_EQ(one.before.by_kind.total(), one.before.total());
    }
    EXPECT_EQ(effect.claimed.by_kind.total(), effect.claimed.total());
    const auto saved = must(save(held.person, detail));
    must(undo(saved.id));
    const auto again = must(preview(held.person, detail));
    EXPECT_EQ(again.months.size(), effect.months.size());
    EXPECT_EQ(again.claimed.total(), effect.claimed.total());
    const auto saved_again = must(save(held.person, detail));
    month = month.plus(1);
    levy(month);
    // What was shown for the levied months is what the levy posted.
    auto shown = posted_before;
    for (const auto& one : effect.months) {
      if (one.settlement != Settlement::next_levy) continue;
      EXPECT_EQ(billed_of(posted(held.person)[{one.month, one.kind, one.establishment}]),
                one.after.by_kind)
          << one.month.iso();
    }
    must(undo(saved_again.id));
    month = month.plus(1);
    levy(month);
    for (const auto& [key, parts] : posted_before) {
      EXPECT_EQ(posted(held.person)[key], parts) << std::get<Month>(key).iso();
    }
    expect_equal_levies("all months, those after the undo among them");
    // All that standards, certificates and exchange are made from.
    const auto known_after = known(held.person);
    EXPECT_EQ(known_after.people, known_before.people);
    EXPECT_EQ(known_after.periods, known_before.periods);
    EXPECT_EQ(contents(known_after.standards), contents(known_before.standards));
    EXPECT_EQ(contents(known_after.bonuses), contents(known_before.bonuses));
    const auto facts_after = facts(held.person);
    ASSERT_EQ(facts_after.size(), facts_before.size());
    for (std::size_t at = 0; at < facts_after.size(); ++at) {
      EXPECT_EQ(facts_after[at].insured.lost, facts_before[at].insured.lost);
      EXPECT_EQ(facts_after[at].insured.acquired, facts_before[at].insured.acquired);
      EXPECT_EQ(facts_after[at].born, facts_before[at].born);
      EXPECT_EQ(facts_after[at].standards.size(), facts_before[at].standards.size());
      EXPECT_EQ(facts_after[at].bonuses.size(), facts_before[at].bonuses.size());
      EXPECT_EQ(facts_after[at].care_exclusions, facts_before[at].care_exclusions);
    }
  }
}

}  // namespace
}  // namespace kenpo::premium::change_tests
