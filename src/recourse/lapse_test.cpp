// Treatment after the loss: opened once, 振替, 調整 and 返還 with their debts and papers.
#include "claim/claim_recheck_act.h"
#include "claim/claim_store.h"
#include "recourse/lapse_print.h"
#include "recourse/recourse_for_tests.h"
#include "tests/support/sender.h"

namespace kenpo::recourse {
namespace {

const Successor other_insurer{.insurer_number = "06139992",
                              .insurer_name = "見本第二健康保険組合",
                              .joined_on = day(2026, 4, 5),
                              .source = "本人の電話"};

class LapseTest : public RecourseTest {
 protected:
  LapseId lapse() {
    leaves(day(2026, 4, 5));
    take(receipt());
    EXPECT_EQ(open().opened, 1);
    return lapses().lines.at(0).lapse.id;
  }
};

TEST_F(LapseTest, ACaseIsOpenedOnceWithWhatTheSocietyPaid) {
  const auto id = lapse();
  EXPECT_EQ(open().opened, 0);  // a second run changes nothing
  const auto shown = show(id);
  EXPECT_EQ(shown.lapse.standing, claim::Standing::lapsed);
  // 30 % are the patient's (健康保険法74条).
  EXPECT_EQ(shown.lapse.amount, base::Yen(shown.claim.decided_points * 7));
  EXPECT_EQ(shown.proposal.step, LapseStepKind::reassign);
  EXPECT_EQ(lapses().by_state[0], 1);
}

TEST_F(LapseTest, AReceiptInOrderOpensNothing) {
  take(receipt());
  EXPECT_EQ(open().opened, 0);
  EXPECT_EQ(lapses().count, 0);
}

inline constexpr notice::Operation write_claim{.name = "test.write_claim",
                                               .japanese = "試験の登録",
                                               .verb = notice::Verb::write,
                                               .pairs = {review::review_pair}};

TEST_F(LapseTest, AnUndecidedCaseIsClearedWhenItsReceiptIsCovered) {
  const auto id = lapse();
  // What a late notification brings about (claim_recheck_test.cpp): the outcome is another one now.
  auto claim = show(id).claim;
  claim.standing = claim::Standing::valid;
  must(society_.gate().perform<write_claim>(
      society_.clerk(), [&](const notice::Permit<write_claim>& permit) -> base::Result<> {
        const claim::ClaimAccess access(
            permit.grant<notice::Purpose::benefit_examination_and_payment>());
        auto transaction = KENPO_TRY(society_.database().write());
        KENPO_TRY(claim::put_check(transaction, access, claim, claim.person));
        return transaction.commit(permit.recorder());
      }));
  EXPECT_EQ(open().cleared, 1);
  EXPECT_EQ(show(id).lapse.state, LapseState::cleared);
  EXPECT_TRUE(show(id).steps.empty());
  EXPECT_EQ(open().cleared, 0);
}

TEST_F(LapseTest, ALossThatComesAfterTheReceiptOpensACase) {
  take(receipt());
  leaves(day(2026, 4, 5));
  must(claim::follow_ledger(society_.gate(), society_.database(), society_.clerk()));
  EXPECT_EQ(open().opened, 1);
  const auto id = lapses().lines.at(0).lapse.id;
  EXPECT_EQ(show(id).lapse.state, LapseState::open);
}

TEST_F(LapseTest, ReassignmentEndsItOrGivesItBack) {
  const auto id = lapse();
  EXPECT_FALSE(step(id, LapseStepKind::reassigned).ok());  // nobody has asked for it
  must(step(id, LapseStepKind::reassign));
  must(step(id, LapseStepKind::not_reassigned));
  EXPECT_EQ(show(id).proposal.step, LapseStepKind::repay);
  must(enter_successor(office(), society_.clerk(), id, other_insurer));
  EXPECT_EQ(show(id).proposal.step, LapseStepKind::settle);
  must(step(id, LapseStepKind::reassign));
  must(step(id, LapseStepKind::reassigned));
  EXPECT_EQ(show(id).lapse.state, LapseState::reassigned);
  EXPECT_TRUE(show(id).steps.empty());
  EXPECT_FALSE(step(id, LapseStepKind::repay).ok());
  EXPECT_EQ(recoveries().count, 0);
}

TEST_F(LapseTest, ASettlementNeedsTheInsurerAndEndsWithTheMoney) {
  const auto id = lapse();
  EXPECT_FALSE(step(id, LapseStepKind::settle).ok());  // the insurer is not known
  auto wrong = other_insurer;
  wrong.insurer_number = "06139993";
  EXPECT_FALSE(enter_successor(office(), society_.clerk(), id, wrong).ok());
  wrong = other_insurer;
  wrong.source.clear();
  EXPECT_FALSE(enter_successor(office(), society_.clerk(), id, wrong).ok());
  must(enter_successor(office(), society_.clerk(), id, other_insurer));
  must(step(id, LapseStepKind::settle));
  ASSERT_EQ(recoveries().count, 1);
  const auto debt = recoveries().lines.at(0).recovery;
  EXPECT_EQ(debt.cause, Cause::after_loss);
  EXPECT_EQ(debt.amount, show(id).lapse.amount);
  EXPECT_EQ(debt.debtor, "山田　花子");
  must(step(id, LapseStepKind::delegation));
  must(step(id, LapseStepKind::claim_sent));
  EXPECT_FALSE(step(id, LapseStepKind::settled).ok());  // nothing was paid
  must(record(debt.id, {.kind = EntryKind::payment, .on = today(), .amount = debt.amount}));
  must(step(id, LapseStepKind::settled));
  EXPECT_EQ(show(id).lapse.state, LapseState::settled);
  EXPECT_EQ(show(id).lapse.steps.size(), 4U);
}

TEST_F(LapseTest, AnInsurerThatDeclinesLeavesThePersonWithOneDebt) {
  const auto id = lapse();
  must(enter_successor(office(), society_.clerk(), id, other_insurer));
  must(step(id, LapseStepKind::settle));
  must(step(id, LapseStepKind::insurer_declined));
  must(step(id, LapseStepKind::repay));
  EXPECT_EQ(recoveries().count, 1);
}

TEST_F(LapseTest, ThePapersAreOneDocumentForThePersonWhoIsAsked) {
  const auto id = lapse();
  EXPECT_FALSE(address_papers(office(), society_.clerk(), id).ok());  // not the stage
  must(enter_successor(office(), society_.clerk(), id, other_insurer));
  must(step(id, LapseStepKind::settle));
  const auto papers = must(address_papers(office(), society_.clerk(), id));
  EXPECT_EQ(papers.insured_name, "山田　花子");
  EXPECT_FALSE(papers.address.empty());
  EXPECT_EQ(papers.claim_until, day(2028, 4, 30));
  const auto printed = must(
      print_papers(papers, test_support::sample_sender(), society_.clock().now()));
  EXPECT_EQ(printed.pages, 3);
  EXPECT_EQ(printed.missing_glyphs, 0);
  // Every claim that the society may have paid for beside it, in the same run.
  const auto all = must(address_papers(office(), society_.clerk(), id, "5678"));
  EXPECT_EQ(all.forms.size(), 5U);
  EXPECT_EQ(all.forms.front(), SettlementForm::medical_expense);
  const auto run =
      must(print_papers(all, test_support::sample_sender(), society_.clock().now()));
  EXPECT_EQ(run.pages, 7);
  EXPECT_EQ(run.missing_glyphs, 0);
}

TEST_F(LapseTest, APaperOfTheOneTreatedAndOfTheLimitComeByThemselves) {
  const auto id = lapse();
  must(enter_successor(office(), society_.clerk(), id, other_insurer));
  must(step(id, LapseStepKind::settle));
  auto papers = must(address_papers(office(), society_.clerk(), id));
  EXPECT_FALSE(papers.consent) << "the insured person was treated";
  EXPECT_EQ(papers.forms, std::vector{SettlementForm::medical_expense});
  papers.consent = true;
  EXPECT_EQ(must(print_papers(papers, test_support::sample_sender(), society_.clock().now())).pages,
            4);
}

// 特記事項28: the institution kept to the limit; what was above it is claimed as 高額療養費.
TEST_F(LapseTest, AReceiptUnderTheLimitNeedsTheClaimForHighCostToo) {
  leaves(day(2026, 4, 5));
  auto limited = receipt();
  limited.remarks = "28";
  take(limited);
  open();
  const auto id = lapses().lines.at(0).lapse.id;
  must(enter_successor(office(), society_.clerk(), id, other_insurer));
  must(step(id, LapseStepKind::settle));
  EXPECT_EQ(must(address_papers(office(), society_.clerk(), id)).forms,
            (std::vector{SettlementForm::medical_expense, SettlementForm::high_cost}));
}

TEST(SettlementForms, AreThoseOfTheirNumbers) {
  EXPECT_EQ(settlement_forms("84"),
            (std::vector{SettlementForm::medical_expense, SettlementForm::high_cost}));
  EXPECT_TRUE(settlement_forms("").empty());
  EXPECT_TRUE(settlement_forms("39x四").empty());
}

TEST_F(LapseTest, PartOfTheDaysTakesACorrectedAmount) {
  leaves(day(2026, 4, 16));
  take(receipt());
  open();
  const auto id = lapses().lines.at(0).lapse.id;
  EXPECT_EQ(show(id).lapse.standing, claim::Standing::partly_lapsed);
  must(enter_step(office(), society_.clerk(), id,
                  {.kind = LapseStepKind::repay, .on = today(), .amount = base::Yen(1'330)}));
  EXPECT_EQ(recoveries().lines.at(0).recovery.amount, base::Yen(1'330));
}

TEST_F(LapseTest, DaysScopeAndStrangersAreRefused) {
  const auto id = lapse();
  EXPECT_FALSE(enter_step(office(), society_.clerk(), id,
                          {.kind = LapseStepKind::reassign, .on = today().plus_days(1)})
                   .ok());
  EXPECT_FALSE(enter_step(office(), society_.clerk(), id,
                          {.kind = LapseStepKind::reassign, .on = day(2026, 3, 1)})
                   .ok());
  EXPECT_FALSE(enter_step(office(), society_.clerk(), id,
                          {.kind = LapseStepKind::repay, .on = today(), .amount = base::Yen()})
                   .ok());
  EXPECT_FALSE(list_lapses(office(), society_.stranger(), std::nullopt, 0).ok());
  limit_to(base::EstablishmentId::draw());
  EXPECT_EQ(lapses().count, 0);
  EXPECT_FALSE(show_lapse(office(), society_.clerk(), id).ok());
  EXPECT_FALSE(step(id, LapseStepKind::reassign).ok());
  EXPECT_FALSE(list_recoveries(office(), society_.clerk(), 0).ok());  // of the whole society
}

}  // namespace
}  // namespace kenpo::recourse
