// The levy of a month on a real store, gate, log and law book.
#include "premium/levy_act.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "premium/closing_for_tests.h"
#include "premium/explain_premium_act.h"
#include "premium/member_ledger_act.h"
#include "premium/payment_notice_act.h"
#include "premium/payment_notice_print.h"
#include "premium/rate_requirement_store.h"
#include "premium/society_rate_act.h"
#include "premium/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/sender.h"

namespace kenpo::premium {
namespace {

using namespace test_support;
using base::Month;
using base::Rate;
using base::Yen;

inline constexpr notice::Operation look_at_people{
    .name = "test.look_at_people",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

Month month_of(int year, int month) { return *Month::make(year, month); }

/// 45.6 + 32.8 + 1.3 ‰, care 18 ‰, child 2.3 ‰ from April 2026; half each.
std::vector<SocietyRate> sample_rates() {
  const auto row = [](RateKind kind, Month from, std::int64_t total) {
    return SocietyRate{kind, from, Rate{total}, Rate{total / 2}};
  };
  return {row(RateKind::general_basic, month_of(2026, 3), 45'600),
          row(RateKind::general_specific, month_of(2026, 3), 32'800),
          row(RateKind::adjustment, month_of(2026, 3), 1'300),
          row(RateKind::care, month_of(2026, 3), 18'000),
          row(RateKind::child, month_of(2026, 4), 2'300)};
}

class LevyTest : public testing::Test {
 protected:
  LevyTest() {
    auto ledger = this->ledger();
    EXPECT_TRUE(eligibility::register_establishments(ledger, society_.clerk(), {works_}).ok());
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
  base::Result<Levy> levy(Month month) {
    tick();
    auto ledger = this->ledger();
    return levy_month(ledger, society_.clerk(), month, {});
  }
  PaymentNotice bill(Month month) {
    auto ledger = this->ledger();
    return must(show_payment_notice(ledger, society_.clerk(), works_.id, month));
  }
  base::PersonId person(const char* number) {
    return must(society_.gate().perform<look_at_people>(
        society_.clerk(),
        [&](const notice::Permit<look_at_people>& permit) -> base::Result<base::PersonId> {
          const auto view = KENPO_TRY(society_.database().read());
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          return KENPO_TRY(eligibility::periods_of_number(view, access, works_.id, number))
              .at(0)
              .person;
        }));
  }
  /// 鈴木一郎, 45 in 2026: bears the care premium.
  static csv::Acquisition suzuki(base::Date on, int pay) {
    auto made = acquisition("2", on, pay);
    made.kind = csv::InsuredKind::male;
    made.insured = insured("2", "ｽｽﾞｷ ｲﾁﾛｳ", "鈴木　一郎", day(1981, 1, 20));
    return made;
  }
  void tick() { society_.clock().set(society_.clock().now().plus_milliseconds(1000)); }

  Society society_{eligibility::tables, remuneration::tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
};

TEST_F(LevyTest, AnEmployersBillIsTheSumOfItsPeopleCutOnce) {
  take(acquisition("1", day(2026, 4, 1), 300'000), suzuki(day(2026, 4, 1), 410'000));
  const auto levied = must(levy(month_of(2026, 4)));
  EXPECT_EQ(levied.outcome, LevyOutcome::levied);
  EXPECT_EQ(levied.persons, 2);
  const auto notice = bill(month_of(2026, 4));
  // 710,000 × 45.6 ‰ and so on; 410,000 × 18 ‰ care.
  EXPECT_EQ(notice.this_month.specific, Yen(23'288));
  EXPECT_EQ(notice.this_month.adjustment, Yen(923));
  EXPECT_EQ(notice.this_month.care, Yen(7'380));
  EXPECT_EQ(notice.this_month.child, Yen(1'633));
  EXPECT_EQ(notice.this_month.basic, Yen(32'376));
  EXPECT_EQ(notice.total, Yen(65'600));
  EXPECT_EQ(notice.due, day(2026, 5, 31));
  auto ledger = this->ledger();
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
}

TEST_F(LevyTest, TwiceIsOnce) {
  take(acquisition("1", day(2026, 4, 1), 300'000), suzuki(day(2026, 4, 1), 410'000));
  EXPECT_EQ(must(levy(month_of(2026, 4))).postings, 2);
  const auto first = bill(month_of(2026, 4));
  const auto again = must(levy(month_of(2026, 4)));
  EXPECT_EQ(again.outcome, LevyOutcome::unchanged);
  EXPECT_EQ(again.postings, 0);
  EXPECT_EQ(bill(month_of(2026, 4)).total, first.total);
  EXPECT_EQ(bill(month_of(2026, 4)).causes, first.causes);
}

TEST_F(LevyTest, StoppedInTheMiddleItGoesOn) {
  take(acquisition("1", day(2026, 4, 1), 300'000), suzuki(day(2026, 4, 1), 410'000));
  // Stopped after the postings, before the ledger: the progress tells when.
  tick();
  auto ledger = this->ledger();
  bool stopped = false;
  const auto withdraw_at_close = [&](const base::Progress& progress) {
    if (progress.done == 0 || stopped) return;
    stopped = true;
    society_.change_policy([](notice::Policy& policy) { policy.notice.pairs = 0; });
  };
  EXPECT_FALSE(levy_month(ledger, society_.clerk(), month_of(2026, 4), withdraw_at_close).ok());
  EXPECT_TRUE(stopped);
  society_.change_policy([](notice::Policy& policy) { policy.notice.pairs = notice::all_pairs; });
  society_.reopen();
  const auto resumed = must(levy(month_of(2026, 4)));
  EXPECT_EQ(resumed.outcome, LevyOutcome::levied);
  EXPECT_EQ(resumed.postings, 0);  // they were kept; only the closing was missing
  EXPECT_EQ(bill(month_of(2026, 4)).total, Yen(65'600));
  EXPECT_EQ(must(levy(month_of(2026, 4))).outcome, LevyOutcome::unchanged);
}

TEST_F(LevyTest, TheDifferenceToLastMonthIsExplainedToTheYen) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  take(suzuki(day(2026, 5, 1), 410'000));
  must(levy(month_of(2026, 5)));
  const auto notice = bill(month_of(2026, 5));
  ASSERT_EQ(notice.causes.size(), 1U);
  EXPECT_EQ(notice.causes[0].cause, Cause::acquisition);
  EXPECT_EQ(notice.causes[0].persons, 1);
  EXPECT_EQ(notice.total - notice.last_month, Yen(41'000));
  EXPECT_EQ(notice.causes[0].millionths, 41'000'000'000);
}

TEST_F(LevyTest, ALateLossTakesBackEarlierMonthsAsADifference) {
  take(acquisition("1", day(2026, 4, 1), 300'000), suzuki(day(2026, 4, 1), 410'000));
  must(levy(month_of(2026, 4)));
  must(levy(month_of(2026, 5)));
  const auto may = bill(month_of(2026, 5));
  take(loss("1", day(2026, 5, 1)));
  const auto june = must(levy(month_of(2026, 6)));
  EXPECT_EQ(june.retroactive, 1);
  const auto notice = bill(month_of(2026, 6));
  ASSERT_EQ(notice.earlier.size(), 1U);
  EXPECT_EQ(notice.earlier[0].month, month_of(2026, 5));
  EXPECT_EQ(notice.earlier[0].amount.total(), Yen(-24'600));  // 300,000 × 82 ‰
  EXPECT_EQ(notice.this_month.total(), Yen(41'000));
  EXPECT_EQ(notice.total, Yen(16'400));
  EXPECT_EQ(bill(month_of(2026, 5)).total, may.total);  // a bill that went out stays as it was
  std::int64_t explained = 0;
  for (const auto& line : notice.causes) explained += line.millionths;
  EXPECT_EQ(explained, (notice.total - notice.last_month).amount() * 1'000'000);
  EXPECT_EQ(must(levy(month_of(2026, 6))).outcome, LevyOutcome::unchanged);
}

TEST_F(LevyTest, NewRatesForALeviedMonthArePostedAsADifference) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  tick();
  auto ledger = this->ledger();
  ASSERT_TRUE(enter_rates(ledger, society_.clerk(),
                          {{RateKind::general_basic, month_of(2026, 4), Rate{46'600},
                            Rate{23'300}}})
                  .ok());
  must(levy(month_of(2026, 5)));
  const auto notice = bill(month_of(2026, 5));
  ASSERT_EQ(notice.earlier.size(), 1U);
  EXPECT_EQ(notice.earlier[0].amount.basic, Yen(300));
  EXPECT_EQ(notice.this_month.total(), Yen(24'900));
}

TEST_F(LevyTest, NothingIsAddedToABillThatWasIssued) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  auto ledger = this->ledger();
  release_bills(society_, month_of(2026, 4));
  const auto issued =
      must(issue_payment_notice(ledger, society_.clerk(), works_.id, month_of(2026, 4)));
  EXPECT_TRUE(issued.issued_at.has_value());
  take(suzuki(day(2026, 4, 1), 410'000));
  const auto again = must(levy(month_of(2026, 4)));
  EXPECT_EQ(again.held_back, 1);
  EXPECT_EQ(again.postings, 0);
  EXPECT_EQ(bill(month_of(2026, 4)).total, issued.total);
  must(levy(month_of(2026, 5)));
  const auto may = bill(month_of(2026, 5));
  ASSERT_EQ(may.earlier.size(), 1U);
  EXPECT_EQ(may.earlier[0].amount.total(), Yen(41'000));
}

TEST_F(LevyTest, NoNoticeLeavesBeforeItsBillsWereReleasedAsTheyStand) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  auto ledger = this->ledger();
  const auto issue = [&] {
    return issue_payment_notice(ledger, society_.clerk(), works_.id, month_of(2026, 4));
  };
  EXPECT_FALSE(bill(month_of(2026, 4)).released);
  ASSERT_FALSE(issue().ok());
  EXPECT_EQ(issue().faults().front().what.ja.text(), "この月の請求額は、まだ承認されていません。");
  release_bills(society_, month_of(2026, 4));
  EXPECT_TRUE(bill(month_of(2026, 4)).released);
  take(suzuki(day(2026, 4, 1), 410'000));
  must(levy(month_of(2026, 4)));
  ASSERT_FALSE(issue().ok());
  EXPECT_EQ(issue().faults().front().what.ja.text(), "承認のあとで請求額が変わりました。");
  release_bills(society_, month_of(2026, 4));
  EXPECT_TRUE(issue().ok());
}

TEST_F(LevyTest, AClosedMonthIsNotLeviedAgainAndLaterChangesComeWithTheNext) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  auto transaction = must(society_.database().write());
  must(add(transaction, MonthClosing{.month = month_of(2026, 4),
                                     .proposed_by = base::StaffId::draw(),
                                     .closed_by = base::StaffId::draw(),
                                     .closed_at = society_.clock().now()}));
  must(transaction.commit_without_personal_data());
  const auto closed = bill(month_of(2026, 4)).total;
  take(suzuki(day(2026, 4, 1), 410'000));
  EXPECT_FALSE(levy(month_of(2026, 4)).ok());
  EXPECT_EQ(bill(month_of(2026, 4)).total, closed);
  must(levy(month_of(2026, 5)));
  const auto may = bill(month_of(2026, 5));
  ASSERT_EQ(may.earlier.size(), 1U);
  EXPECT_EQ(may.earlier[0].month, month_of(2026, 4));
}

TEST_F(LevyTest, BonusAgeAndRemunerationHaveTheirCauses) {
  auto turning_40 = acquisition("1", day(2026, 4, 1), 300'000);
  turning_40.insured.born = day(1986, 5, 15);
  take(std::move(turning_40));
  must(levy(month_of(2026, 4)));
  csv::BonusPayment bonus;
  bonus.insured = acquisition().insured;
  bonus.insured.born = day(1986, 5, 15);
  bonus.paid_on = day(2026, 5, 29);
  bonus.in_cash = bonus.total = Yen(500'000);
  take(std::move(bonus));
  must(levy(month_of(2026, 5)));
  std::vector<Cause> causes;
  for (const auto& line : bill(month_of(2026, 5)).causes) causes.push_back(line.cause);
  EXPECT_THAT(causes, testing::ElementsAre(Cause::bonus, Cause::age));
  EXPECT_EQ(bill(month_of(2026, 5)).this_month.care, Yen(5'400 + 9'000));
}

TEST_F(LevyTest, RefusesWhatCannotBeLevied) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  const auto why = [](const base::Result<Levy>& levied) {
    return levied.ok() ? std::string("levied") : levied.faults().front().what.ja.text();
  };
  EXPECT_EQ(why(levy(month_of(2026, 2))), "基本保険料率がありません。");
  EXPECT_EQ(levy(month_of(2026, 2)).faults().size(), 4U);  // no contribution before April
  EXPECT_EQ(why(levy(month_of(2026, 12))), "この月は調定できません");
  must(levy(month_of(2026, 4)));
  EXPECT_EQ(why(levy(month_of(2026, 6))), "この月は調定できません");
  EXPECT_EQ(why(levy(month_of(2026, 3))), "この月は調定できません");
  auto ledger = this->ledger();
  EXPECT_FALSE(levy_month(ledger, society_.stranger(), month_of(2026, 5), {}).ok());
  EXPECT_FALSE(
      enter_rates(ledger, society_.clerk(),
                  {{RateKind::care, month_of(2026, 5), Rate{18'000}, Rate{9'001}}})
          .ok());
  EXPECT_FALSE(
      enter_rates(ledger, society_.clerk(),
                  {{RateKind::general_basic, month_of(2026, 5), Rate{120'000}, Rate{60'000}}})
          .ok());
}

TEST_F(LevyTest, APersonsPremiumIsExplainedWithItsArticles) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  auto ledger = this->ledger();
  const auto explained =
      must(explain_premium(ledger, society_.clerk(), person("1"), month_of(2026, 4)));
  ASSERT_EQ(explained.periods.size(), 1U);
  ASSERT_TRUE(explained.periods[0].owed.monthly.has_value());
  EXPECT_EQ(explained.periods[0].owed.monthly->total, Yen(24'600));
  EXPECT_EQ(explained.periods[0].owed.monthly->insured, Yen(12'300));
  ASSERT_EQ(explained.postings.size(), 1U);
  EXPECT_EQ(explained.postings[0].total, Yen(24'600));
  for (const auto& line : explained.periods[0].lines) EXPECT_FALSE(line.article.empty());
  const auto differences =
      must(show_differences(ledger, society_.clerk(), works_.id, month_of(2026, 4)));
  ASSERT_EQ(differences.size(), 1U);
  EXPECT_EQ(differences[0].causes.mask(), mask_of(Cause::acquisition));
}

TEST_F(LevyTest, TheLedgerOfAMemberAsKnownOnADay) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  const auto known = society_.clock().now().day();
  society_.clock().set(base::start_of(known.plus_days(2)));
  take(loss("1", day(2026, 11, 1)));
  auto ledger = this->ledger();
  const auto now = must(show_member(ledger, society_.clerk(), person("1")));
  ASSERT_EQ(now.periods.size(), 1U);
  EXPECT_EQ(now.periods[0].lost, day(2026, 11, 1));
  EXPECT_EQ(now.remunerations.size(), 1U);
  EXPECT_EQ(now.premiums.size(), 1U);
  const auto then = must(show_member(ledger, society_.clerk(), person("1"), known));
  EXPECT_FALSE(then.periods.at(0).lost.has_value());
  EXPECT_FALSE(show_member(ledger, society_.clerk(), person("1"), day(2020, 1, 1)).ok());
}

TEST_F(LevyTest, TheNoticeIsPrintedOnTwoPages) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  const auto sender = test_support::sample_sender();
  const auto printed = must(print_payment_notice(bill(month_of(2026, 4)), sender));
  EXPECT_EQ(printed.pages, 2);
  EXPECT_EQ(printed.missing_glyphs, 0);
  EXPECT_TRUE(printed.pdf.starts_with("%PDF"));
}

/// The setting as the second person's approval writes it.
void demand_resolutions(test_support::Society& society, Month from,
                        RateRequirement::Resolution resolution) {
  auto transaction = must(society.database().write());
  must(put(transaction, {from, resolution}, society.clock().now()));
  must(transaction.commit_without_personal_data());
}

TEST_F(LevyTest, ARateWithoutAResolutionIsLeviedOnlyUntilTheSocietyDemandsOne) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  must(levy(month_of(2026, 4)));
  demand_resolutions(society_, month_of(2026, 5), RateRequirement::Resolution::needed);
  EXPECT_TRUE(levy(month_of(2026, 4)).ok()) << "the month before the setting goes on";
  const auto refused = levy(month_of(2026, 5));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults().size(), 5U) << "each rate is named";
  EXPECT_NE(refused.faults().front().what.ja.text().find("議決番号のない料率"), std::string::npos);
  auto ledger = this->ledger();
  for (const auto& rate : must(show_rates(ledger, society_.clerk()))) {
    EXPECT_FALSE(levy(month_of(2026, 5)).ok());
    must(resolve_rate(ledger, society_.clerk(), rate.kind, rate.from,
                      {"A2025-003", rate.from.first_day()}));
  }
  EXPECT_EQ(must(levy(month_of(2026, 5))).outcome, LevyOutcome::levied);
}

TEST_F(LevyTest, TheDemandForResolutionsEndsWithItsNextRow) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  demand_resolutions(society_, month_of(2026, 4), RateRequirement::Resolution::needed);
  demand_resolutions(society_, month_of(2026, 5), RateRequirement::Resolution::not_needed);
  EXPECT_FALSE(levy(month_of(2026, 4)).ok());
  demand_resolutions(society_, month_of(2026, 4), RateRequirement::Resolution::not_needed);
  EXPECT_TRUE(levy(month_of(2026, 4)).ok());
}

}  // namespace
}  // namespace kenpo::premium
