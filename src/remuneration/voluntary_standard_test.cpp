// 任意継続の標準報酬: at the entry and each April, from the loss and the average of 30 September.
#include "remuneration/voluntary_standard_act.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/manual_act.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::remuneration {
namespace {

using namespace test_support;
using base::Month;
using base::Yen;
using eligibility::InsuredPeriod;

inline constexpr notice::Operation put_periods{
    .name = "test.put_periods",
    .japanese = "試験の記帳",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

class VoluntaryStandardTest : public testing::Test {
 protected:
  VoluntaryStandardTest() {
    auto ledger = this->ledger();
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
    auto other = acquisition("2", day(2025, 4, 1), 500'000);
    other.insured = insured("2", "ｽｽﾞｷ ﾊﾅｺ", "鈴木　花子", day(1985, 5, 15));
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(),
        file_of(works_, contents_of(acquisition("1", day(2025, 4, 1), 300'000), std::move(other))),
        "届書.csv"));
    must(determine_all(ledger, society_.clerk(), {}));
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  template <typename Work>
  auto with(Work work) {
    return must(society_.gate().perform<put_periods>(
        society_.clerk(), [&](const notice::Permit<put_periods>& permit) {
          const RemunerationAccess access(
              permit.grant<notice::Purpose::standard_remuneration_determination>());
          return work(permit, access);
        }));
  }
  /// Loses the employment on the day and goes on as a voluntary member.
  InsuredPeriod continue_voluntarily(const char* number, base::Date on) {
    return with([&](const auto& permit,
                    const RemunerationAccess& access) -> base::Result<InsuredPeriod> {
      auto transaction = KENPO_TRY(society_.database().write());
      const auto now = society_.clock().now();
      auto held = KENPO_TRY(
          eligibility::periods_of_number(transaction, access, works_.id, number)).at(0);
      auto more = held;
      held.lost = on;
      held.end_reason = eligibility::EndReason::retirement;
      KENPO_TRY(eligibility::put(transaction, access, held, now));
      more.id = eligibility::PeriodId::draw();
      more.status = eligibility::Status::voluntary;
      more.acquired = on;
      KENPO_TRY(eligibility::put(transaction, access, more, now));
      KENPO_TRY(transaction.commit(permit.recorder()));
      return more;
    });
  }
  std::vector<std::pair<Month, Yen>> standards(const InsuredPeriod& period) {
    const auto all = with([&](const auto&, const RemunerationAccess& access) {
      const auto view = must(society_.database().read());
      return remunerations_of(view, access, period.person, society_.clock().now());
    });
    std::vector<std::pair<Month, Yen>> found;
    for (const auto& one : all) {
      if (one.period == period.id) found.emplace_back(one.from, one.standard);
    }
    return found;
  }
  static std::string what(const base::Faults& faults) { return faults.front().what.ja.text(); }

  Society society_{eligibility::tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
};

TEST_F(VoluntaryStandardTest, TheLowerOfLossAndAverageAtTheEntryAndEachApril) {
  const auto member = continue_voluntarily("2", day(2026, 5, 1));
  auto ledger = this->ledger();
  // The month's work asks for the decision, once.
  const auto asked = must(propose_voluntary_round(ledger, society_.clerk(), 2026));
  EXPECT_EQ(asked.waiting, 1);
  EXPECT_EQ(asked.opened, 1);
  EXPECT_EQ(must(propose_voluntary_round(ledger, society_.clerk(), 2026)).opened, 0);
  // No average yet: nobody is decided, the line says why.
  EXPECT_EQ(must(decide_voluntary_round(ledger, society_.clerk(), 2026)).left, 1);
  auto round = must(show_voluntary_round(ledger, society_.clerk(), 2026, 0));
  ASSERT_EQ(round.lines.size(), 1U);
  EXPECT_EQ(round.lines[0].refusal, "9月30日の平均が登録されていません");
  EXPECT_EQ(round.averages[0].ledger.amount, Yen(400'000));
  EXPECT_EQ(round.averages[0].ledger.persons, 2);

  const auto average = must(enter_average(ledger, society_.clerk(), {.year = 2025}));
  EXPECT_EQ(average.amount, Yen(400'000));
  round = must(show_voluntary_round(ledger, society_.clerk(), 2026, 0));
  EXPECT_EQ(round.pending, 1);
  EXPECT_EQ(round.lines[0].at_loss, Yen(500'000));
  EXPECT_EQ(round.lines[0].grade->standard, Yen(410'000));
  for (const auto& line : round.lines[0].lines) EXPECT_FALSE(line.article.empty());
  EXPECT_EQ(must(decide_voluntary_round(ledger, society_.clerk(), 2026)).decided, 1);
  EXPECT_EQ(must(propose_voluntary_round(ledger, society_.clerk(), 2026)).waiting, 0);
  EXPECT_EQ(must(propose_voluntary_round(ledger, society_.clerk(), 2027)).opened, 1);
  const auto again = must(decide_voluntary_round(ledger, society_.clerk(), 2026));
  EXPECT_EQ(again.decided + again.left, 0);
  using Found = std::vector<std::pair<Month, Yen>>;
  EXPECT_EQ(standards(member), (Found{{*Month::make(2026, 5), Yen(410'000)}}));

  // Next April the average is that of 2026-09-30: 300,000 and the member's own 410,000.
  society_.clock().set(society_.clock().now().plus_milliseconds(1000));
  must(enter_average(ledger, society_.clerk(), {.year = 2026}));
  EXPECT_EQ(must(decide_voluntary_round(ledger, society_.clerk(), 2027)).decided, 1);
  EXPECT_EQ(standards(member), (Found{{*Month::make(2026, 5), Yen(410'000)},
                                      {*Month::make(2027, 4), Yen(360'000)}}));
  // The determination stands with its derivation, and the form of single ones knows the period.
  const auto ground = must(show_manual_ground(ledger, society_.clerk(), member.person));
  EXPECT_EQ(ground.entered.size(), 2U);
  EXPECT_EQ(ground.entered[0].kind, ManualKind::voluntary);
  EXPECT_FALSE(ground.entered[0].lines.empty());
  EXPECT_TRUE(std::ranges::any_of(
      ground.periods, [&](const InsuredPeriod& one) { return one.id == member.id; }));
}

TEST_F(VoluntaryStandardTest, WhatIsMissingIsNamed) {
  auto ledger = this->ledger();
  EXPECT_EQ(what(enter_average(ledger, society_.clerk(), {.year = 2020}).faults()),
            "台帳から平均を計算できません");
  EXPECT_EQ(what(enter_average(ledger, society_.clerk(), {.year = 2029}).faults()),
            "まだ平均を登録できません");
  EXPECT_EQ(what(enter_average(ledger, society_.clerk(),
                               {.year = 2024, .entered = Yen(380'000)})
                     .faults()),
            "平均額とその根拠が必要です");
  const auto typed = must(enter_average(
      ledger, society_.clerk(),
      {.year = 2024, .entered = Yen(380'000), .basis = "令和6年度事業報告の統計表"}));
  EXPECT_EQ(typed.origin, AverageOrigin::entered);
  EXPECT_FALSE(enter_average(ledger, society_.stranger(), {.year = 2025}).ok());
  EXPECT_FALSE(decide_voluntary_round(ledger, society_.stranger(), 2026).ok());
  // Only the charter's method is entered by hand; a revision is none of theirs.
  const auto member = continue_voluntarily("2", day(2026, 5, 1));
  EXPECT_EQ(what(preview_manual(ledger, society_.clerk(),
                                {.person = member.person,
                                 .period = member.id,
                                 .kind = ManualKind::workplaces,
                                 .input = WorkplacesInput{*Month::make(2026, 5),
                                                          Yen(200'000),
                                                          {{"202", Yen(1)}}},
                                 .reason = "試験"})
                     .faults()),
            "任意継続・特例退職にこの決定はありません");
}

}  // namespace
}  // namespace kenpo::remuneration
