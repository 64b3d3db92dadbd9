// A past fact is corrected: the effects before it is saved, the differences that the levy posts. On
// a real store, gate and law book.
#include <algorithm>
#include <chrono>

#include "eligibility/work_item_store.h"
#include "premium/change_society_for_tests.h"
#include "premium/payment_notice_act.h"

namespace kenpo::premium::change_tests {
namespace {

TEST_F(ChangeTest, ALaterStandardIsShownMonthByMonthAndPostedAsShown) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 9));
  const auto held = period();
  const StandardCorrection corrected{held.id, month_of(2026, 6), Yen(410'000)};
  const auto effect = must(preview(held.person, corrected));
  // June to September levied, October and November to come.
  ASSERT_EQ(effect.months.size(), 6U);
  const auto& june = effect.months.front();
  EXPECT_EQ(june.month, month_of(2026, 6));
  EXPECT_EQ(june.before.standard, Yen(300'000));
  EXPECT_EQ(june.after.standard, Yen(410'000));
  EXPECT_EQ(june.before.total(), Yen(24'720));  // 300,000 × 82.4 ‰
  EXPECT_EQ(june.after.total(), Yen(33'784));   // 410,000 × 82.4 ‰
  EXPECT_EQ(june.after.insured, Yen(16'892));
  EXPECT_EQ(june.settlement, Settlement::next_levy);
  EXPECT_EQ(effect.months.back().settlement, Settlement::own_levy);
  EXPECT_TRUE(june.has(EffectCause::standard));
  EXPECT_EQ(effect.claimed.total(), Yen(6 * 9'064));
  EXPECT_EQ(effect.claimed.child(), Yen(6 * 253));
  const auto tells_exchange = [](const ChangeEffect& of) {
    return std::ranges::any_of(of.follow_ups, [](const FollowUp& one) {
      return one.kind == FollowUpKind::exchange;
    });
  };
  EXPECT_TRUE(tells_exchange(effect));
  EXPECT_FALSE(tells_exchange(
      must(preview(held.person, CareExclusion{day(2026, 5, 5), day(2026, 6, 5)}))));
  EXPECT_FALSE(effect.lines.empty());
  for (const auto& line : effect.lines) EXPECT_FALSE(line.article.empty());
  // Nothing was written.
  EXPECT_EQ(facts(held.person).at(0).standards.size(), 1U);

  const auto saved = must(save(held.person, corrected));
  EXPECT_EQ(saved.first_month, month_of(2026, 6));
  const auto october = levy(month_of(2026, 10));
  EXPECT_EQ(october.retroactive, 4);
  auto ledger = this->ledger();
  const auto notice =
      must(show_payment_notice(ledger, society_.clerk(), works_.id, month_of(2026, 10)));
  ASSERT_EQ(notice.earlier.size(), 4U);
  for (const auto& earlier : notice.earlier) EXPECT_EQ(earlier.amount.total(), Yen(9'064));
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
}

TEST_F(ChangeTest, ALossTwentyFourMonthsBackWithinATimeLimit) {
  society_.clock().set(base::start_of(day(2026, 11, 24)));
  take(acquisition("1", day(2024, 4, 1), 300'000));
  levy_all(month_of(2024, 4), month_of(2026, 10));
  const auto held = period();
  const auto started = std::chrono::steady_clock::now();
  const auto effect =
      must(preview(held.person, PeriodCorrection{held.id, held.acquired, day(2024, 5, 1)}));
  const auto took = std::chrono::steady_clock::now() - started;
  EXPECT_LT(std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), 300);
  EXPECT_EQ(effect.oldest, month_of(2024, 10));
  std::int64_t lapsed = 0;
  for (const auto& month : effect.months) {
    EXPECT_EQ(month.after.total(), Yen());
    EXPECT_TRUE(month.has(EffectCause::charged));
    const bool old = month.month < month_of(2024, 10);
    EXPECT_EQ(month.settlement == Settlement::lapsed, old) << month.month.iso();
    lapsed += old ? 1 : 0;
  }
  EXPECT_EQ(lapsed, 5);  // May to September 2024
  EXPECT_EQ(effect.months.size(), 31U);
  EXPECT_EQ(effect.lapsed.total(), Yen(-5 * 23'910));
  ASSERT_EQ(effect.cover.lost.size(), 1U);
  EXPECT_EQ(effect.cover.lost[0].from, day(2024, 5, 1));

  must(save(held.person, PeriodCorrection{held.id, held.acquired, day(2024, 5, 1)}));
  levy(month_of(2026, 11));
  // Before the limitation nothing is paid back; from October 2024 on everything.
  const auto left = posted(held.person);
  EXPECT_EQ(left.size(), 6U);  // April to September 2024
  const auto view = must(society_.database().read());
  const auto items = must(eligibility::open_work_items(view));
  EXPECT_TRUE(std::ranges::any_of(items, [](const eligibility::WorkItem& item) {
    return item.kind == eligibility::WorkKind::retroactive_limit;
  }));
}

TEST_F(ChangeTest, AMovedPeriodIsPaidByTheOtherEmployerFromItsFirstDay) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 9));
  const auto held = period();
  const auto effect = must(preview(held.person, PeriodMove{held.id, other_.id}));
  EXPECT_EQ(effect.claimed.total(), Yen());  // the same premium, another employer
  ASSERT_FALSE(effect.months.empty());
  for (const auto& month : effect.months) EXPECT_TRUE(month.has(EffectCause::establishment));
  must(save(held.person, PeriodMove{held.id, other_.id}));
  levy(month_of(2026, 10));
  auto ledger = this->ledger();
  const auto old =
      must(show_payment_notice(ledger, society_.clerk(), works_.id, month_of(2026, 10)));
  const auto now =
      must(show_payment_notice(ledger, society_.clerk(), other_.id, month_of(2026, 10)));
  EXPECT_EQ(old.total, Yen(-6 * 24'720));
  EXPECT_EQ(now.total, Yen(7 * 24'720));
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
}

TEST_F(ChangeTest, AnotherEstablishmentMeansANumberThere) {
  take(acquisition("7", day(2026, 4, 1), 300'000));
  const auto held = period("7");
  const auto saved = must(save(held.person, PeriodMove{held.id, other_.id}));
  const auto moved = standing_period(held.person);
  EXPECT_EQ(moved.id, held.id);
  EXPECT_EQ(moved.person, held.person);
  EXPECT_EQ(moved.establishment, other_.id);
  EXPECT_EQ(moved.symbol, "102");
  EXPECT_EQ(moved.number, "1") << "the first number there";
  // Another one of the same mistake has the next number; a typed one has to be free.
  auto second = acquisition("8", day(2026, 4, 1), 300'000);
  second.insured.name_kana = "ｽｽﾞｷ ｼﾞﾛｳ";
  second.insured.name = "鈴木　次郎";
  take(std::move(second));
  const auto next = period("8");
  EXPECT_EQ(what(preview(next.person, PeriodMove{next.id, other_.id, "1"}).faults()),
            "この番号は別の人が使っています");
  must(save(next.person, PeriodMove{next.id, other_.id}));
  EXPECT_EQ(standing_period(next.person).number, "2");
  // The old number came free and somebody new has it: the way back is refused in words.
  auto third = acquisition("7", day(2026, 5, 1), 300'000);
  third.insured.name_kana = "ｻﾄｳ ﾐｷ";
  third.insured.name = "佐藤　美紀";
  take(std::move(third));
  EXPECT_EQ(what(undo(saved.id).faults()), "この番号は別の人が使っています");
}

TEST_F(ChangeTest, AnUndoneMoveHasItsOldNumberAgain) {
  take(acquisition("7", day(2026, 4, 1), 300'000));
  const auto held = period("7");
  const auto saved = must(save(held.person, PeriodMove{held.id, other_.id, "55"}));
  EXPECT_EQ(standing_period(held.person).number, "55");
  must(undo(saved.id));
  EXPECT_EQ(standing_period(held.person), held);
}

TEST_F(ChangeTest, ACancelledPeriodIsTakenBackWhole) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 6));
  const auto held = period();
  const auto saved = must(save(held.person, PeriodCancellation{held.id}));
  levy(month_of(2026, 7));
  EXPECT_TRUE(posted(held.person).empty());
  must(undo(saved.id));
  levy(month_of(2026, 8));
  EXPECT_EQ(posted(held.person).size(), 5U);
}

TEST_F(ChangeTest, ABirthDateMovesTheCarePremium) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 6));
  const auto held = period();
  const auto effect = must(preview(held.person, BirthCorrection{day(1986, 5, 15)}));
  ASSERT_FALSE(effect.months.empty());
  EXPECT_EQ(effect.months.front().month, month_of(2026, 5));
  EXPECT_TRUE(effect.months.front().has(EffectCause::care));
  EXPECT_EQ(difference_of(effect.months.front()).by_kind.care, Yen(5'400));
}

TEST_F(ChangeTest, OutsideTheCareInsuranceNoCarePremium) {
  auto made = acquisition("1", day(2026, 4, 1), 300'000);
  made.insured.born = day(1981, 1, 20);
  take(std::move(made));
  levy_all(month_of(2026, 4), month_of(2026, 9));
  const auto held = period();
  const CareExclusion abroad{day(2026, 5, 20), day(2026, 7, 10)};
  const auto effect = must(preview(held.person, abroad));
  ASSERT_EQ(effect.months.size(), 2U);  // May and June: back in July
  EXPECT_EQ(effect.claimed.total(), Yen(-2 * 5'400));
  const auto saved = must(save(held.person, abroad));
  levy(month_of(2026, 10));
  const auto before = posted(held.person);
  must(undo(saved.id));
  levy(month_of(2026, 11));
  EXPECT_NE(posted(held.person), before);
}

TEST_F(ChangeTest, ABonusMovesWhatTheLimitLeavesToLaterMonths) {
  take(acquisition("1", day(2025, 10, 1), 300'000));
  const auto bonus = [](base::Date on, int amount) {
    csv::BonusPayment made;
    made.insured = acquisition().insured;
    made.paid_on = on;
    made.in_cash = made.total = Yen(amount);
    return made;
  };
  take(bonus(day(2026, 6, 30), 4'000'000));
  take(bonus(day(2026, 10, 30), 2'000'000));
  levy_all(month_of(2026, 4), month_of(2026, 10));
  const auto held = period();
  const auto effect =
      must(preview(held.person, BonusCorrection{held.id, day(2026, 6, 30), Yen(3'000'000)}));
  ASSERT_EQ(effect.months.size(), 2U);
  EXPECT_EQ(effect.months[0].after.standard, Yen(3'000'000));
  EXPECT_EQ(effect.months[1].before.standard, Yen(1'730'000));
  EXPECT_EQ(effect.months[1].after.standard, Yen(2'000'000));
  EXPECT_EQ(what(preview(held.person, BonusCorrection{held.id, day(2025, 6, 30), Yen(1)}).faults()),
            "支払日に被保険者の資格がありません");
}

TEST_F(ChangeTest, RefusesWhatCannotBe) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy(month_of(2026, 4));
  const auto held = period();
  const auto refusal = [&](ChangeDetail detail) {
    const auto tried = preview(held.person, std::move(detail));
    return tried.ok() ? std::string("taken") : what(tried.faults());
  };
  EXPECT_EQ(refusal(PeriodCorrection{held.id, held.acquired, held.acquired}),
            "資格喪失日が資格取得日より後ではありません");
  EXPECT_EQ(refusal(PeriodCorrection{held.id, held.acquired, {}}), "いまの台帳と同じ内容です");
  EXPECT_EQ(refusal(PeriodCancellation{eligibility::PeriodId::draw()}),
            "指定された資格がありません");
  EXPECT_EQ(refusal(PeriodMove{held.id, base::EstablishmentId::draw()}),
            "指定された事業所がありません");
  EXPECT_EQ(refusal(BirthCorrection{day(2026, 4, 1)}), "生年月日が資格取得日より後です");
  EXPECT_EQ(refusal(PeriodCorrection{held.id, day(1990, 4, 1), {}}),
            "1990-04-01の等級表が登録されていません");
  EXPECT_EQ(refusal(StandardCorrection{held.id, month_of(2026, 3), Yen(300'000)}),
            "適用する月に資格がありません");
  EXPECT_EQ(refusal(StandardCancellation{held.id, month_of(2026, 9)}),
            "指定された標準報酬月額の決定がありません");
  auto ledger = this->ledger();
  const ProposedChange change{held.person, PeriodCancellation{held.id}};
  EXPECT_FALSE(preview_change(ledger, society_.stranger(), change).ok());
  EXPECT_FALSE(save_change(ledger, society_.stranger(), {change, "理由", Yen()}).ok());
  EXPECT_EQ(what(save_change(ledger, society_.clerk(), {change, "", Yen()}).faults()),
            "理由が必要です");
  EXPECT_EQ(what(save_change(ledger, society_.clerk(), {change, "理由", Yen(1)}).faults()),
            "影響の計算が変わりました");
  EXPECT_EQ(what(undo(ChangeId::draw()).faults()), "訂正の記録がありません");
  society_.change_policy([](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      handler.establishments = {base::EstablishmentId::draw()};
    }
  });
  EXPECT_FALSE(preview_change(ledger, society_.clerk(), change).ok());
}

}  // namespace
}  // namespace kenpo::premium::change_tests
