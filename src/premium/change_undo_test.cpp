// The way back: a change that is undone leaves everything as it was.
#include <random>

#include "premium/change_society_for_tests.h"

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

/// Changes drawn at random: what is shown is what the levy posts, shares make the total, and undone
/// everything is as it was.
TEST_F(ChangeTest, RetroThenUndoIsAsBefore) {
  take(acquisition("1", day(2025, 3, 1), 300'000));
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
