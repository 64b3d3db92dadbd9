// The high-cost grant from claims to the federation's answer.
#include "claim/claims_for_tests.h"
#include "federation/grant_act.h"
#include "federation/tables_store.h"
#include "safeguard/export_store.h"
#include "safeguard/register_tables_store.h"
#include "staff/people_for_tests.h"
#include "staff/tables_store.h"

namespace kenpo::federation {
namespace {

using claim::ClaimIntakeTest;
using test_support::day;
using test_support::must;

constexpr GrantYear year{2026};

class GrantTest : public ClaimIntakeTest {
 protected:
  GrantTest()
      : ClaimIntakeTest(federation::tables, safeguard::register_tables, staff::tables) {
    approvals_.add(safeguard::release_kind());
  }

  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  safeguard::RegisterOffice office() {
    return {society_.gate(), society_.database(), society_.directory()};
  }
  safeguard::ProvisionLedger provisions() {
    return {.objects = {},
            .record = [this](store::Transaction&, const safeguard::ProvisionLedger::Access&,
                             const base::PersonId&, const safeguard::ExportTerms&, base::Date,
                             std::string_view) -> base::Result<> {
              ++recorded_;
              return base::Done{};
            }};
  }
  /// A receipt of so many points in April, told apart by its number.
  format::claim::ReceiptDraft of(std::int64_t points, int number) const {
    auto draft = receipt();
    draft.management_number = "26041300000000" + std::to_string(10 + number);
    draft.details.front().points = points;
    draft.details.front().days = {};
    draft.details.front().days[6] = 1;
    return draft;
  }
  GrantScanReport scan() {
    auto all = ledger();
    later();
    return must(scan_grants(all, society_.clerk(), year));
  }
  GrantPage listed() {
    auto all = ledger();
    return must(list_grants(all, society_.clerk(), year, std::nullopt, 0));
  }
  void enter(std::int64_t general) {
    auto all = ledger();
    later();
    must(enter_standard(all, society_.clerk(),
                        {.year = year,
                         .general = base::Yen(general),
                         .special = base::Yen(400'000),
                         .rate = base::Rate{800'000},
                         .source = "架空の通知"}));
  }
  base::Result<MadeApplication> apply() {
    later();
    return make_application(office(), provisions(), society_.clerk(), year, day(2026, 12, 31));
  }
  base::Result<> answer(const GrantId& id, const GrantAnswer& given) {
    auto all = ledger();
    later();
    return record_answer(all, society_.clerk(), id, given);
  }

  staff::Approvals approvals_{society_.gate(), society_.database()};
  int recorded_ = 0;
};

TEST_F(GrantTest, ReceiptsOfOnePersonsMonthAreJoined) {
  // Neither is above the threshold, both together are.
  must(take(file({of(70'000, 1), of(60'000, 2)})));
  const auto report = scan();
  EXPECT_EQ(report.added, 1);
  const auto page = listed();
  ASSERT_EQ(page.lines.size(), 1U);
  const auto& grant = page.lines.front().grant;
  EXPECT_EQ(grant.now.receipts.size(), 2U);
  EXPECT_GT(grant.now.cost, base::Yen(1'300'000));
  EXPECT_EQ(grant.state, GrantState::candidate);
  EXPECT_FALSE(page.standard.confirmed);
  EXPECT_FALSE(page.lines.front().expected.has_value());  // no rate is known
  EXPECT_EQ(scan().added, 0);  // the second look finds nothing new
}

TEST_F(GrantTest, BelowTheThresholdThereIsNoCandidate) {
  must(take(file({of(70'000, 1)})));
  EXPECT_EQ(scan().added, 0);
  // The figures of the year go before the row.
  enter(700'000);
  EXPECT_EQ(scan().added, 1);
  const auto page = listed();
  EXPECT_TRUE(page.standard.confirmed);
  EXPECT_EQ(page.lines.front().expected,
            base::Yen(page.lines.front().grant.excess().amount() * 8 / 10));
  enter(5'000'000);
  EXPECT_EQ(scan().dropped, 1);
  EXPECT_TRUE(listed().lines.empty());
}

TEST_F(GrantTest, LongHighCostDiseasesHaveTheirOwnThreshold) {
  auto draft = of(45'000, 1);
  draft.remarks = "02";
  must(take(file({draft})));
  EXPECT_EQ(scan().added, 1);
  EXPECT_EQ(listed().lines.front().grant.now.kind, ThresholdKind::special);
}

TEST_F(GrantTest, WithoutConfirmedFiguresNothingIsAppliedFor) {
  must(take(file({of(150'000, 1)})));
  scan();
  EXPECT_FALSE(apply().ok());
  EXPECT_EQ(recorded_, 0);
  EXPECT_EQ(listed().lines.front().grant.state, GrantState::candidate);
}

TEST_F(GrantTest, TheApplicationIsSealedAndLaidBeforeASecondPerson) {
  must(take(file({of(150'000, 1)})));
  enter(1'000'000);
  scan();
  const auto made = must(apply());
  EXPECT_EQ(made.cases, 1U);
  EXPECT_EQ(made.receipts, 1U);
  EXPECT_EQ(recorded_, 1);
  EXPECT_EQ(listed().lines.front().grant.state, GrantState::applied);
  EXPECT_FALSE(apply().ok());  // nothing is left: nobody is applied for twice
  must(safeguard::propose_release(office(), approvals_, society_.clerk(), made.made.id));
  // Who made it cannot fetch it before it is released.
  EXPECT_FALSE(safeguard::hand_over(office(), society_.clerk(), made.made.id).ok());
}

TEST_F(GrantTest, AnAmountThatChangesAfterTheApplicationIsFound) {
  must(take(file({of(150'000, 1)})));
  enter(1'000'000);
  scan();
  must(apply());
  EXPECT_TRUE(listed().findings.empty());
  must(take(file({of(20'000, 2)})));  // a late receipt of the same month
  EXPECT_EQ(scan().changed, 1);
  const auto page = listed();
  ASSERT_EQ(page.findings.size(), 1U);
  EXPECT_EQ(page.findings.front().finding, GrantFinding::changed);
  EXPECT_EQ(page.lines.size(), 1U);
}

TEST_F(GrantTest, TheAnswerIsAnAmountOrAReason) {
  must(take(file({of(150'000, 1)})));
  enter(1'000'000);
  scan();
  const auto id = listed().lines.front().grant.id;
  const auto today = society_.clock().now().day();
  const GrantAnswer granted{.granted = base::Yen(300'000), .reason = "", .decided_on = today};
  EXPECT_FALSE(answer(id, granted).ok());  // not applied for
  must(apply());
  EXPECT_FALSE(answer(id, {.granted = {}, .reason = "", .decided_on = today}).ok());
  EXPECT_FALSE(
      answer(id, {.granted = base::Yen(1), .reason = "対象外", .decided_on = today}).ok());
  EXPECT_FALSE(answer(id, {.granted = base::Yen(1), .reason = "", .decided_on = today.plus_days(1)})
                   .ok());
  must(answer(id, granted));
  EXPECT_EQ(listed().by_state[static_cast<std::size_t>(GrantState::granted)], 1);
  EXPECT_EQ(listed().granted, base::Yen(300'000));
}

TEST_F(GrantTest, WithoutThePairOrTheRangeNothingIsShown) {
  must(take(file({of(150'000, 1)})));
  scan();
  auto all = ledger();
  EXPECT_FALSE(list_grants(all, society_.stranger(), year, std::nullopt, 0).ok());
  const auto id = listed().lines.front().grant.id;
  limit_to(base::EstablishmentId::draw());
  EXPECT_TRUE(listed().lines.empty());
  EXPECT_FALSE(show_grant(all, society_.clerk(), id).ok());
}

}  // namespace
}  // namespace kenpo::federation
