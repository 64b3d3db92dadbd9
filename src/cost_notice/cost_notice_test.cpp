// The medical cost notice: who is told what, and a run from its making to the post.
#include <filesystem>

#include "benefit/benefits_for_tests.h"
#include "cost_notice/amount_rule.h"
#include "cost_notice/cost_notice_act.h"
#include "cost_notice/notice_file.h"
#include "cost_notice/notice_print.h"
#include "cost_notice/tables_store.h"
#include "eligibility/protection_store.h"
#include "safeguard/export_archive.h"
#include "tests/support/sender.h"

namespace kenpo::cost_notice {
namespace {

using base::Yen;
using benefit::month;
using test_support::day;
using test_support::must;

TEST(PaidAmounts, TheThreePartsAddUpToTheCost) {
  const auto paid = [](ReceiptCost receipt) {
    receipt.month = month(2026, 8);
    receipt.cost = Yen(10'010);
    return must(paid_amounts(receipt));
  };
  EXPECT_EQ(paid({}), (PaidAmounts{Yen(10'010), Yen(7'010), Yen(), Yen(3'000)}));
  EXPECT_EQ(paid({.month = {}, .group = ShareGroup::preschool, .cost = {}}).paid, Yen(2'000));
  EXPECT_EQ(paid({.month = {}, .group = ShareGroup::elderly_active, .cost = {}}).paid, Yen(3'000));
  EXPECT_EQ(paid({.month = {}, .cost = {}, .charge = Yen(1'234)}).paid, Yen(1'234));
  // The payer bears all but 500 of its part; the rest of the cost is paid as ever.
  const auto aided = paid({.month = {},
                           .cost = {},
                           .charge = {},
                           .public_payer = true,
                           .public_cost = Yen(8'010),
                           .public_charge = Yen(500)});
  EXPECT_EQ(aided.paid, Yen(600 + 500));
  EXPECT_EQ(aided.insured + aided.public_aid + aided.paid, aided.cost);
}

class CostNotices : public benefit::BenefitTest {
 protected:
  CostNotices() : BenefitTest(cost_notice::tables) {
    approvals_.add(notice_run_kind());
    approvals_.add(safeguard::release_kind());
    society_.change_policy([&](notice::Policy& policy) {
      policy.handlers.push_back({second_,
                                 {{notice::Role::claim_clerk, day(2015, 1, 1), {}},
                                  {notice::Role::executive_director, day(2015, 1, 1), {}}},
                                 day(2015, 1, 1),
                                 day(2030, 3, 31),
                                 false,
                                 {}});
    });
  }
  NoticePage notice(const base::PersonId& person) {
    auto ledger = this->ledger();
    return must(show_notice(ledger, society_.clerk(), person, period_));
  }
  base::Result<> consent(const base::PersonId& person, Agrees agrees) {
    tick();
    auto ledger = this->ledger();
    return record_consent(ledger, society_.clerk(), person, agrees, "同意書 令和8年11月20日");
  }
  void protect(const base::PersonId& person) {
    tick();
    must(store::write_under<benefit::test_write>(
        ledger(), society_.clerk(),
        [&](const notice::Permit<benefit::test_write>& permit, store::Transaction& transaction,
            base::Moment now) -> base::Result<> {
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          return eligibility::put(transaction, access,
                                  eligibility::Protection{.person = person,
                                                          .from = day(2026, 4, 1)},
                                  now);
        }));
  }

  Period period_{month(2026, 1), month(2026, 10)};
  base::StaffId second_ = base::StaffId::draw();
  staff::Approvals approvals_{society_.gate(), society_.database()};
};

TEST_F(CostNotices, TellOnePersonWhatTheReceiptsSay) {
  take({{.points = 1'001}, {.treated = month(2025, 12), .points = 5'000}});
  const auto shown = notice(insured_).notice;
  ASSERT_EQ(shown.lines.size(), 1U) << "the other is not of the period";
  EXPECT_EQ(shown.total().cost, Yen(10'010));
  EXPECT_EQ(shown.total().paid, Yen(3'000));
  EXPECT_FALSE(shown.insured_name.empty());
  EXPECT_NE(notice_file(shown).find("2026-08"), std::string::npos);
}

TEST_F(CostNotices, TheFamilyIsTogetherForMinorsAndByConsent) {
  child_born_ = day(2000, 6, 1);
  const auto adult = dependent(child_born_);
  take({{.points = 1'000}, {.branch = "01", .points = 2'000, .provider = "990002"}});
  EXPECT_EQ(notice(insured_).notice.lines.size(), 1U) << "no consent";
  EXPECT_EQ(notice(adult).notice.lines.size(), 1U);
  EXPECT_FALSE(consent(adult, Agrees::no).ok()) << "nothing to withdraw";
  must(consent(adult, Agrees::yes));
  EXPECT_EQ(notice(insured_).notice.lines.size(), 2U);
  must(consent(adult, Agrees::no));
  EXPECT_EQ(notice(insured_).notice.lines.size(), 1U);
}

TEST_F(CostNotices, AMinorStandsInTheParentsNoticeUnlessProtected) {
  const auto child = dependent(child_born_);
  take({{.points = 1'000}, {.branch = "01", .points = 2'000, .provider = "990002"}});
  EXPECT_EQ(notice(insured_).notice.lines.size(), 2U);
  protect(child);
  EXPECT_EQ(notice(insured_).notice.lines.size(), 1U);
  EXPECT_TRUE(notice(child).sheltered);
}

TEST_F(CostNotices, ShowWhatWasGivenBeside) {
  take({{.points = 50'000}});
  keep();
  const auto shown = notice(insured_).notice;
  ASSERT_EQ(shown.given.size(), 1U);
  EXPECT_EQ(shown.given.front().high_cost, Yen(150'000 - 87'940));
}

TEST_F(CostNotices, AnAnswerOpensACheckThatIsClosedOnce) {
  take({{.points = 1'000}});
  auto ledger = this->ledger();
  const auto line = notice(insured_).notice.lines.front();
  tick();
  EXPECT_FALSE(
      record_answer(ledger, society_.clerk(), insured_, claim::ClaimId::draw(), "ない").ok());
  const auto check =
      must(record_answer(ledger, society_.clerk(), insured_, line.claim, "受診していない"));
  ASSERT_EQ(must(list_checks(ledger, society_.clerk(), VisitOutcome::open)).size(), 1U);
  tick();
  EXPECT_FALSE(
      close_check(ledger, society_.clerk(), check, VisitOutcome::not_visited, "").ok());
  must(close_check(ledger, society_.clerk(), check, VisitOutcome::not_visited, "領収書がない"));
  EXPECT_FALSE(
      close_check(ledger, society_.clerk(), check, VisitOutcome::visited, "思い出した").ok());
  EXPECT_EQ(must(list_checks(ledger, society_.clerk(), VisitOutcome::not_visited)).size(), 1U);
}

TEST_F(CostNotices, ARunGoesFromItsMakingToThePostByTwoPeople) {
  take({{.points = 1'000}});
  auto ledger = this->ledger();
  tick();
  const auto run = must(make_notice_run(ledger, society_.clerk(), period_));
  EXPECT_FALSE(make_notice_run(ledger, society_.clerk(), period_).ok()) << "nobody is left";
  EXPECT_FALSE(notices_of_run(ledger, society_.clerk(), run).ok()) << "not released";
  tick();
  const auto proposal = must(propose_notice_run(ledger, approvals_, society_.clerk(), run));
  EXPECT_FALSE(approvals_.approve(society_.clerk(), proposal).ok()) << "the maker";
  must(approvals_.approve(notice::Acting{second_}, proposal));
  const auto notices = must(notices_of_run(ledger, society_.clerk(), run));
  ASSERT_EQ(notices.size(), 1U);
  const auto sender = test_support::sample_sender();
  const auto printed = must(print_notices(notices, sender, society_.clock().now()));
  EXPECT_EQ(printed.missing_glyphs, 0);
  tick();
  EXPECT_FALSE(send_notice_run(ledger, society_.clerk(), run).ok()) << "not counted";
  EXPECT_FALSE(count_notice_run(ledger, society_.clerk(), run, 2).ok());
  must(count_notice_run(ledger, society_.clerk(), run, 1));
  must(send_notice_run(ledger, society_.clerk(), run));
  EXPECT_FALSE(send_notice_run(ledger, society_.clerk(), run).ok()) << "twice";
}

TEST_F(CostNotices, ProtectedPeopleAreInNoRun) {
  take({{.points = 1'000}});
  protect(insured_);
  auto ledger = this->ledger();
  EXPECT_FALSE(make_notice_run(ledger, society_.clerk(), period_).ok());
  EXPECT_EQ(must(provide_notice(ledger, society_.clerk(), insured_, period_)).lines.size(), 1U);
}

// P-5: data leave sealed, by the ledger; the person has them once, and no copy lies here then.
TEST_F(CostNotices, P5TheDataOfAPersonLeaveSealedOnce) {
  take({{.points = 1'000}});
  EXPECT_FALSE(make_notice_data(office(), society_.clerk(), insured_,
                                {month(2025, 1), month(2025, 2)})
                   .ok())
      << "no receipt";
  EXPECT_FALSE(make_notice_data(office(), society_.stranger(), insured_, period_).ok());
  tick();
  const auto made = must(make_notice_data(office(), society_.clerk(), insured_, period_));
  EXPECT_FALSE(hand_over(office(), society_.clerk(), made.id).ok()) << "not released";
  const auto proposal =
      must(safeguard::propose_release(office(), approvals_, society_.clerk(), made.id));
  EXPECT_FALSE(approvals_.approve(society_.clerk(), proposal).ok()) << "its maker";
  must(approvals_.approve(notice::Acting{second_}, proposal));
  const auto archive = must(hand_over(office(), society_.clerk(), made.id));
  const auto files = must(safeguard::open_archive(archive, made.passphrase));
  EXPECT_NE(files.at(0).bytes.find("医療"), std::string::npos);
  EXPECT_FALSE(hand_over(office(), society_.clerk(), made.id).ok()) << "once";
  EXPECT_FALSE(std::filesystem::exists(archive_path(office(), made.id)));
}

TEST_F(CostNotices, NeedTheRoleAndTheScope) {
  take({{.points = 1'000}});
  auto ledger = this->ledger();
  EXPECT_FALSE(show_notice(ledger, society_.stranger(), insured_, period_).ok());
  EXPECT_FALSE(show_notice(ledger, society_.clerk(), insured_,
                           {month(2026, 5), month(2026, 4)}).ok());
  society_.change_policy([&](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      handler.establishments = {base::EstablishmentId::draw()};
    }
  });
  EXPECT_FALSE(show_notice(ledger, society_.clerk(), insured_, period_).ok());
}

}  // namespace
}  // namespace kenpo::cost_notice
