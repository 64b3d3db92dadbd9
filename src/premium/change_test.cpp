// A past fact is corrected: the effects before it is saved, the differences that the levy posts, the
// way back. On a real store, gate and law book.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_store.h"
#include "premium/change_effect_act.h"
#include "premium/change_save_act.h"
#include "premium/change_store.h"
#include "premium/explain_premium_act.h"
#include "premium/levy_act.h"
#include "premium/levy_facts_act.h"
#include "premium/member_ledger_act.h"
#include "premium/payment_notice_act.h"
#include "premium/society_rate_act.h"
#include "premium/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::premium {
namespace {

using namespace test_support;
using base::Month;
using base::Rate;
using base::Yen;

inline constexpr notice::Operation look_at_facts{
    .name = "test.look_at_facts",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

Month month_of(int year, int month) { return *Month::make(year, month); }

/// 82 ‰ in all until March 2026, 82.3 ‰ from then on; care 18 ‰; child 2.3 ‰ from April 2026.
std::vector<SocietyRate> sample_rates() {
  const auto row = [](RateKind kind, Month from, std::int64_t total) {
    return SocietyRate{kind, from, Rate{total}, Rate{total / 2}};
  };
  return {row(RateKind::general_basic, month_of(2023, 3), 45'600),
          row(RateKind::general_specific, month_of(2023, 3), 32'800),
          row(RateKind::adjustment, month_of(2023, 3), 1'300),
          row(RateKind::care, month_of(2023, 3), 18'000),
          row(RateKind::general_basic, month_of(2025, 3), 46'000),
          row(RateKind::child, month_of(2026, 4), 2'300)};
}

class ChangeTest : public testing::Test {
 protected:
  ChangeTest() {
    auto ledger = this->ledger();
    other_.symbol = "102";
    other_.office_symbol = "ｳｴ";
    other_.name = "見本工業";
    EXPECT_TRUE(
        eligibility::register_establishments(ledger, society_.clerk(), {works_, other_}).ok());
    EXPECT_TRUE(enter_rates(ledger, society_.clerk(), sample_rates()).ok());
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  template <typename... Notifications>
  void take(Notifications... given) {
    tick();
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(std::move(given)...)), "届書.csv"));
    must(remuneration::determine_all(ledger, society_.clerk(), {}));
  }
  Levy levy(Month month) {
    tick();
    auto ledger = this->ledger();
    return must(levy_month(ledger, society_.clerk(), month, {}));
  }
  void levy_all(Month first, Month last) {
    for (auto month = first; month <= last; month = month.plus(1)) levy(month);
  }
  void tick() { society_.clock().set(society_.clock().now().plus_milliseconds(1000)); }

  template <typename How>
  auto read(How how) {
    return must(society_.gate().perform<look_at_facts>(
        society_.clerk(), [&](const notice::Permit<look_at_facts>& permit) {
          const auto view = must(society_.database().read());
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::premium_collection>());
          return how(view, access);
        }));
  }
  eligibility::InsuredPeriod period(const char* number = "1") {
    return read([&](const store::View& view, const eligibility::MemberAccess& access)
                    -> base::Result<eligibility::InsuredPeriod> {
      return KENPO_TRY(eligibility::periods_of_number(view, access, works_.id, number)).at(0);
    });
  }
  LevyFacts facts(const base::PersonId& person) {
    return read([&](const store::View& view, const eligibility::MemberAccess& access) {
      return load_facts_of(view, access, {person}, society_.clock().now());
    });
  }
  /// What was posted for each month, kind and establishment so far.
  using Sums = std::map<std::tuple<Month, PremiumKind, base::EstablishmentId>, Parts>;
  Sums posted(const base::PersonId& person) {
    auto ledger = this->ledger();
    Sums sums;
    for (const auto& one : must(show_member(ledger, society_.clerk(), person)).premiums) {
      sums[{one.month, one.kind, one.establishment}] += one.parts;
    }
    std::erase_if(sums, [](const auto& entry) { return entry.second.is_zero(); });
    return sums;
  }
  base::Result<ChangeEffect> preview(const base::PersonId& person, ChangeDetail detail) {
    auto ledger = this->ledger();
    return preview_change(ledger, society_.clerk(), {person, std::move(detail)});
  }
  base::Result<SavedChange> save(const base::PersonId& person, const ChangeDetail& detail) {
    tick();
    auto ledger = this->ledger();
    const auto effect = KENPO_TRY(preview(person, detail));
    return save_change(ledger, society_.clerk(),
                       {{person, detail}, "届書の訂正による", effect.claimed.total()});
  }
  base::Result<SavedChange> undo(const ChangeId& id) {
    tick();
    auto ledger = this->ledger();
    return reverse_change(ledger, society_.clerk(), id, "誤って登録したため");
  }
  static std::string what(const base::Faults& faults) { return faults.front().what.ja.text(); }

  Society society_{eligibility::tables, remuneration::tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
  eligibility::Establishment other_ = sample_establishment();
};

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
  EXPECT_EQ(june.before.total(), Yen(24'720));   // 300,000 × 82.4 ‰
  EXPECT_EQ(june.after.total(), Yen(33'784));    // 410,000 × 82.4 ‰
  EXPECT_EQ(june.after.insured, Yen(16'892));
  EXPECT_EQ(june.settlement, Settlement::next_levy);
  EXPECT_EQ(effect.months.back().settlement, Settlement::own_levy);
  EXPECT_TRUE(june.has(EffectCause::standard));
  EXPECT_EQ(effect.claimed.total(), Yen(6 * 9'064));
  EXPECT_EQ(effect.claimed.child(), Yen(6 * 253));
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
}  // namespace kenpo::premium
