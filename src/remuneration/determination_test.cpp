// From notified pay to standard remunerations, on a real store, gate and law book.
#include "remuneration/determination_job.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/pay_entry_act.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/bonus_pay_act.h"
#include "remuneration/explain_determination_act.h"
#include "remuneration/grade_rule.h"
#include "remuneration/regular_round_act.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::remuneration {
namespace {

using namespace test_support;
using base::Yen;
using eligibility::WorkKind;

inline constexpr notice::Operation look_at_pay{
    .name = "test.look_at_pay",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

csv::MonthlyPay monthly(base::Month from, std::array<int, 3> days, std::array<int, 3> pay) {
  csv::MonthlyPay made;
  made.insured = acquisition().insured;
  made.applies_from = from;
  std::int64_t sum = 0;
  std::int64_t counted = 0;
  for (std::size_t at = 0; at < 3; ++at) {
    auto& month = made.months[at];
    month.month = from.month() == 9 ? 4 + static_cast<int>(at)
                                    : from.plus(static_cast<int>(at) - 3).month();
    month.base_days = days[at];
    month.in_cash = month.total = Yen(pay[at]);
    if (days[at] >= 17) sum += pay[at], ++counted;
  }
  made.total = Yen(sum);
  made.average = Yen(counted == 0 ? 0 : sum / counted);
  made.previous_health = Yen(300'000);
  return made;
}

class DeterminationTest : public testing::Test {
 protected:
  DeterminationTest() {
    auto ledger = this->ledger();
    EXPECT_TRUE(
        eligibility::register_establishments(ledger, society_.clerk(), {works_}).ok());
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  template <typename... Notifications>
  void take(Notifications... given) {
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(std::move(given)...)), "届書.csv"));
  }
  Determination determine() {
    auto ledger = this->ledger();
    return must(determine_all(ledger, notice::Acting{notice::ProgramActor::scheduler}, {}));
  }
  template <typename How>
  auto read(How how) {
    return must(society_.gate().perform<look_at_pay>(
        society_.clerk(), [&](const notice::Permit<look_at_pay>& permit) {
          const auto view = must(society_.database().read());
          const RemunerationAccess access(
              permit.grant<notice::Purpose::standard_remuneration_determination>());
          const auto periods =
              must(eligibility::periods_of_number(view, access, works_.id, "1"));
          return how(view, access, periods.at(0).person);
        }));
  }

  std::vector<StandardRemuneration> standards() {
    return read([&](const store::View& view, const RemunerationAccess& access,
                    const base::PersonId& person) {
      return remunerations_of(view, access, person, society_.clock().now());
    });
  }
  std::vector<BonusDecision> bonuses() {
    return read([&](const store::View& view, const RemunerationAccess& access,
                    const base::PersonId& person) {
      return bonuses_of(view, access, person, society_.clock().now());
    });
  }
  std::vector<WorkKind> work() {
    std::vector<WorkKind> kinds;
    const auto view = must(society_.database().read());
    for (const auto& item : must(eligibility::open_work_items(view))) kinds.push_back(item.kind);
    return kinds;
  }
  Society society_{eligibility::tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
};

TEST_F(DeterminationTest, AtAcquisitionWithItsReasons) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  const auto done = determine();
  EXPECT_EQ(done.decided, 1);
  const auto found = standards();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].standard, Yen(300'000));
  EXPECT_EQ(found[0].grade, 22);
  EXPECT_EQ(found[0].from, *base::Month::make(2026, 4));

  auto ledger = this->ledger();
  const auto explained = must(explain_determination(ledger, society_.clerk(), found[0].source));
  ASSERT_TRUE(explained.remuneration.has_value());
  EXPECT_EQ(explained.remuneration->id, found[0].id);
  ASSERT_GE(explained.lines.size(), 3U);
  EXPECT_EQ(explained.lines[1].fact_ja, "300,000円");
  EXPECT_THAT(explained.lines[1].article, testing::HasSubstr("42条"));
}

TEST_F(DeterminationTest, AgainDecidesNothing) {
  take(acquisition());
  EXPECT_EQ(determine().decided, 1);
  const auto again = determine();
  EXPECT_EQ(again.decided + again.for_people, 0);
  EXPECT_EQ(standards().size(), 1U);
}

TEST_F(DeterminationTest, RegularFromSeptemberLeavesOutMonthsOfFewDays) {
  take(acquisition("1", day(2025, 10, 1)));
  csv::RegularDetermination regular;
  regular.pay = monthly(*base::Month::make(2026, 9), {30, 16, 30}, {360'000, 100'000, 360'000});
  take(std::move(regular));
  determine();
  const auto found = standards();
  ASSERT_EQ(found.size(), 2U) << testing::PrintToString(work());
  EXPECT_EQ(found[1].kind, DeterminationKind::regular);
  EXPECT_EQ(found[1].from, *base::Month::make(2026, 9));
  EXPECT_EQ(found[1].monthly, Yen(360'000));
  EXPECT_EQ(found[1].standard, Yen(360'000));
}

TEST_F(DeterminationTest, RevisionNeedsItsConditions) {
  take(acquisition("1", day(2025, 10, 1)));
  csv::Revision up;
  up.pay = monthly(*base::Month::make(2026, 5), {30, 30, 30}, {360'000, 360'000, 360'000});
  up.pay.change = csv::PayDirection::raised;
  up.pay.change_month = 2;
  take(std::move(up));
  determine();
  ASSERT_EQ(standards().size(), 2U) << testing::PrintToString(work());
  EXPECT_EQ(standards()[1].standard, Yen(360'000));
  // One grade only: not revised, left for people with its reasons.
  csv::Revision one_grade;
  one_grade.pay = monthly(*base::Month::make(2026, 8), {30, 30, 30}, {380'000, 380'000, 380'000});
  one_grade.pay.change = csv::PayDirection::raised;
  one_grade.pay.change_month = 5;
  take(std::move(one_grade));
  EXPECT_EQ(determine().for_people, 1);
  EXPECT_EQ(standards().size(), 2U);
  EXPECT_THAT(work(), testing::Contains(WorkKind::revision_not_met));
}

/// 健康保険法41条3項・43条2項: decided first, the regular determination ends with the revision.
TEST_F(DeterminationTest, ARevisionFromAugustEndsTheRegularOneDecidedBefore) {
  take(acquisition("1", day(2025, 10, 1), 240'000));
  csv::RegularDetermination regular;
  regular.pay = monthly(*base::Month::make(2026, 9), {30, 31, 30}, {200'000, 200'000, 200'000});
  take(std::move(regular));
  determine();
  ASSERT_EQ(standards().size(), 2U) << testing::PrintToString(work());
  society_.clock().set(society_.clock().now().plus_milliseconds(1000));
  csv::Revision up;
  up.pay = monthly(*base::Month::make(2026, 8), {31, 30, 31}, {280'000, 280'000, 280'000});
  up.pay.change = csv::PayDirection::raised;
  up.pay.change_month = 5;
  take(std::move(up));
  EXPECT_EQ(determine().decided, 1);
  const auto found = standards();
  ASSERT_EQ(found.size(), 2U) << testing::PrintToString(work());
  EXPECT_EQ(found[1].kind, DeterminationKind::revision);
  EXPECT_EQ(found[1].from, *base::Month::make(2026, 8));
  EXPECT_EQ(found[1].standard, Yen(280'000));
  auto ledger = this->ledger();
  const auto round = must(show_regular_round(ledger, society_.clerk(), 2026)).total;
  EXPECT_EQ(round.due, 0);
  EXPECT_EQ(round.replaced, 1);
  EXPECT_EQ(round.doubled, 0);
  const auto ended = read([&](const store::View& view, const RemunerationAccess& access,
                              const base::PersonId&) {
    return regular_ended_by(view, access, found[1]);
  });
  ASSERT_TRUE(ended.has_value());
  EXPECT_EQ(ended->standard, Yen(200'000));
}

TEST_F(DeterminationTest, BonusesStopAtTheYearlyLimitAndALateOneMovesTheRest) {
  take(acquisition("1", day(2025, 10, 1)));
  const auto bonus = [](base::Date on, int amount) {
    csv::BonusPayment made;
    made.insured = acquisition().insured;
    made.paid_on = on;
    made.in_cash = made.total = Yen(amount);
    return made;
  };
  take(bonus(day(2026, 6, 30), 4'000'000));
  take(bonus(day(2026, 10, 30), 2'000'000));
  determine();
  ASSERT_EQ(bonuses().size(), 2U);
  EXPECT_EQ(bonuses()[0].standard, Yen(4'000'000));
  EXPECT_EQ(bonuses()[1].standard, Yen(1'730'000));
  // Paid in August, notified late: October has less left. The old decision stays in the ledger.
  society_.clock().set(society_.clock().now().plus_milliseconds(1000));
  take(bonus(day(2026, 8, 31), 1'000'000));
  determine();
  const auto found = bonuses();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].standard, Yen(1'000'000));
  EXPECT_EQ(found[2].standard, Yen(730'000));
}

csv::BonusPayment bonus_of(csv::Insured insured, base::Date on, int amount) {
  csv::BonusPayment made;
  made.insured = std::move(insured);
  made.paid_on = on;
  made.in_cash = made.total = Yen(amount);
  return made;
}

/// 健康保険法3条5項・6項: the payments of a year are either pay or bonuses, as decided once for the
/// establishment, and never both.
TEST_F(DeterminationTest, FourBonusesAYearArePayOnceItIsDecidedAndNoBonusesFromJulyOn) {
  take(acquisition("1", day(2025, 4, 1)));
  for (const auto on : {day(2025, 8, 1), day(2025, 11, 4), day(2026, 2, 2), day(2026, 5, 1)}) {
    take(bonus_of(acquisition().insured, on, 120'000));
  }
  csv::RegularDetermination regular;
  regular.pay = monthly(*base::Month::make(2026, 9), {30, 31, 30}, {300'000, 300'000, 300'000});
  take(std::move(regular));
  take(bonus_of(acquisition().insured, day(2026, 8, 3), 120'000));
  determine();
  EXPECT_EQ(standards().size(), 1U);  // nobody has decided whether they are pay
  EXPECT_THAT(work(), testing::Contains(WorkKind::not_determined));
  EXPECT_EQ(bonuses().back().standard, Yen(120'000));  // August 2026, so far a bonus

  auto ledger = this->ledger();
  const auto lines = must(show_bonus_pay(ledger, society_.clerk(), 2026));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].days, 4);
  BonusPayOrder order{.symbol = works_.symbol, .year = 2026, .months = 0b10010, .reason = "規程"};
  EXPECT_FALSE(decide_bonus_pay(ledger, society_.clerk(), order).ok());  // two months only
  order.months = 0b100'1001'0010;  // February, May, August, November
  EXPECT_FALSE(decide_bonus_pay(ledger, society_.stranger(), order).ok());
  society_.clock().set(society_.clock().now().plus_milliseconds(1000));
  EXPECT_EQ(must(decide_bonus_pay(ledger, society_.clerk(), order)).again, 2);
  EXPECT_THAT(work(), testing::Not(testing::Contains(WorkKind::not_determined)));
  determine();
  const auto found = standards();
  ASSERT_EQ(found.size(), 2U) << testing::PrintToString(work());
  EXPECT_EQ(found[1].monthly, Yen(340'000));  // 480,000 / 12 more
  const auto explained = must(explain_determination(ledger, society_.clerk(), found[1].source));
  EXPECT_TRUE(std::ranges::any_of(explained.lines, [](const BasisLine& line) {
    return line.fact_ja == "40,000円" && line.article.find("3条5項") != std::string::npos;
  }));
  // Those before July stay bonuses; those from July on are none, also when they come later.
  take(bonus_of(acquisition().insured, day(2026, 11, 4), 120'000));
  determine();
  std::vector<std::pair<base::Month, Yen>> stand;
  for (const auto& one : bonuses()) stand.emplace_back(one.month, one.standard);
  EXPECT_THAT(stand, testing::ElementsAre(std::pair(*base::Month::make(2025, 8), Yen(120'000)),
                                          std::pair(*base::Month::make(2025, 11), Yen(120'000)),
                                          std::pair(*base::Month::make(2026, 2), Yen(120'000)),
                                          std::pair(*base::Month::make(2026, 5), Yen(120'000)),
                                          std::pair(*base::Month::make(2026, 8), Yen())));
  // Decided otherwise: they are bonuses again.
  society_.clock().set(society_.clock().now().plus_milliseconds(1000));
  order.months = 0;
  must(decide_bonus_pay(ledger, society_.clerk(), order));
  determine();
  EXPECT_EQ(bonuses().size(), 6U);
  EXPECT_EQ(bonuses()[4].standard, Yen(120'000));
}

TEST_F(DeterminationTest, TheYearlyLimitOfBonusesIsOnePersonsAlsoInTwoLedgers) {
  auto other = acquisition("2", day(2025, 10, 1));
  other.insured = insured("2", "ｽｽﾞｷ ｲﾁﾛｳ", "鈴木　一郎", day(1981, 1, 20));
  other.kind = csv::InsuredKind::male;
  const auto other_insured = other.insured;
  take(acquisition("1", day(2025, 10, 1)), std::move(other));
  determine();
  const auto person_of = [&](const char* number) {
    return read([&](const store::View& view, const RemunerationAccess& access,
                    const base::PersonId&) -> base::Result<base::PersonId> {
      return KENPO_TRY(eligibility::periods_of_number(view, access, works_.id, number))
          .at(0)
          .person;
    });
  };
  const auto kept = person_of("1");
  const auto merged = person_of("2");
  {
    auto transaction = must(society_.database().write());
    must(eligibility::put(transaction, eligibility::PersonMerge{.kept = kept,
                                                                .merged = merged,
                                                                .decided_at =
                                                                    society_.clock().now()}));
    must(transaction.commit_without_personal_data());
  }
  take(bonus_of(acquisition().insured, day(2026, 6, 30), 4'000'000));
  take(bonus_of(other_insured, day(2026, 10, 30), 2'000'000));
  determine();
  const auto other_bonuses = read([&](const store::View& view, const RemunerationAccess& access,
                                      const base::PersonId&) {
    return bonuses_of(view, access, merged, society_.clock().now());
  });
  ASSERT_EQ(other_bonuses.size(), 1U);
  EXPECT_EQ(other_bonuses[0].paid, Yen(2'000'000));
  EXPECT_EQ(other_bonuses[0].standard, Yen(1'730'000));
  EXPECT_EQ(bonuses().at(0).standard, Yen(4'000'000));
}

/// What a clerk types is decided as what a file brings.
TEST_F(DeterminationTest, TypedPayIsDecidedAsThatOfAFile) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  determine();
  eligibility::PayEntry typed;
  typed.symbol = "101";
  typed.number = "1";
  typed.known_born = day(1990, 5, 15);
  typed.pay.form = eligibility::PayForm::regular;
  typed.pay.on = day(2026, 9, 1);
  typed.pay.months = {{{4, 30, Yen(280'000)}, {5, 10, Yen(100'000)}, {6, 30, Yen(290'001)}}};
  auto ledger = this->ledger();
  must(eligibility::enter_pay(ledger, society_.clerk(), typed));
  auto bonus = typed;
  bonus.pay = {.form = eligibility::PayForm::bonus,
               .person = typed.pay.person,
               .period = typed.pay.period,
               .establishment = typed.pay.establishment,
               .case_id = typed.pay.case_id,
               .on = day(2026, 7, 10),
               .amount = Yen(500'900)};
  must(eligibility::enter_pay(ledger, society_.clerk(), bonus));
  EXPECT_EQ(determine().decided, 2);
  const auto found = standards();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].from, *base::Month::make(2026, 9));
  EXPECT_EQ(found[1].standard, Yen(280'000));  // April and June: 285,000
  ASSERT_EQ(bonuses().size(), 1U);
  EXPECT_EQ(bonuses()[0].standard, Yen(500'000));
}

/// A day before the first table of grades: no figure is invented; the answer names what is missing.
TEST_F(DeterminationTest, ADayWithoutGradesIsRefusedByName) {
  const auto refused = remuneration::grade(day(1990, 4, 1), Yen(300'000));
  ASSERT_FALSE(refused.ok());
  const auto told = base::tell(refused.faults().front(), base::Language::japanese);
  EXPECT_THAT(told, testing::HasSubstr("1990"));
  EXPECT_FALSE(refused.faults().front().mend.ja.text().empty());
}

TEST_F(DeterminationTest, OutsideTheScopeTheReasonsAreNotShown) {
  take(acquisition());
  determine();
  const auto source = standards()[0].source;
  society_.change_policy([](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      handler.establishments = {base::EstablishmentId::draw()};
    }
  });
  auto ledger = this->ledger();
  EXPECT_FALSE(explain_determination(ledger, society_.clerk(), source).ok());
}

}  // namespace
}  // namespace kenpo::remuneration
