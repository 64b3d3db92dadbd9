// The ledger of debts: limitation, payments, instalments, letters, what is refused.
#include "collection/pledge_rule.h"
#include "recourse/outcome_rule.h"
#include "recourse/recourse_for_tests.h"
#include "recourse/recovery_rule.h"
#include "tests/support/sender.h"

namespace kenpo::recourse {
namespace {

using base::Yen;

Recovery debt(Cause cause) {
  return {.cause = cause,
          .amount = Yen(10'000),
          .arose_on = day(2026, 4, 1),
          .known_on = day(2026, 6, 1),
          .due_on = day(2026, 7, 1),
          .debtor = "見本　太郎"};
}

TEST(Limitation, TheEarlierPeriodCounts) {
  struct Row {
    Cause cause;
    base::Date lapses;
  };
  const Row rows[] = {{Cause::after_loss, day(2031, 6, 2)},   // five years from the knowledge
                      {Cause::unjust, day(2031, 6, 2)},
                      {Cause::levy, day(2028, 4, 2)},         // two years
                      {Cause::third_party, day(2031, 6, 2)}};  // five years from the knowledge
  for (const auto& row : rows) {
    EXPECT_EQ(must(lapses_on(debt(row.cause))).value, row.lapses);
  }
  auto late = debt(Cause::after_loss);
  late.known_on = day(2034, 1, 1);
  EXPECT_EQ(must(lapses_on(late)).value, day(2036, 4, 2));  // ten years from its rise
}

TEST(Limitation, AnAcknowledgementRenewsItAndADemandDoesNot) {
  auto owed = debt(Cause::unjust);
  owed.entries = {{.kind = EntryKind::demand, .on = day(2027, 1, 10)}};
  EXPECT_EQ(must(lapses_on(owed)).value, day(2031, 6, 2));
  owed.entries.push_back({.kind = EntryKind::acknowledgement, .on = day(2027, 1, 10)});
  EXPECT_EQ(must(lapses_on(owed)).value, day(2032, 1, 11));
  EXPECT_GT(must(lapses_on(owed)).basis.size(), 3U);
}

TEST(Recovery, WhatDoesNotFitIsRefused) {
  const auto today = day(2026, 11, 24);
  EXPECT_TRUE(check_recovery(debt(Cause::unjust), today).ok());
  auto wrong = debt(Cause::unjust);
  wrong.amount = Yen();
  EXPECT_FALSE(check_recovery(wrong, today).ok());
  wrong = debt(Cause::unjust);
  wrong.debtor.clear();
  EXPECT_FALSE(check_recovery(wrong, today).ok());
  wrong = debt(Cause::unjust);
  wrong.known_on = day(2026, 3, 1);
  EXPECT_FALSE(check_recovery(wrong, today).ok());
  const auto owed = debt(Cause::unjust);
  const auto entry = [&](EntryKind kind, std::int64_t yen, base::Date on) {
    return check_entry(owed, {.kind = kind, .on = on, .amount = Yen(yen)}, today).ok();
  };
  EXPECT_TRUE(entry(EntryKind::payment, 10'000, today));
  EXPECT_FALSE(entry(EntryKind::payment, 10'001, today));
  EXPECT_FALSE(entry(EntryKind::payment, 0, today));
  EXPECT_FALSE(entry(EntryKind::payment, 100, today.plus_days(1)));
  EXPECT_FALSE(entry(EntryKind::payment, 100, day(2026, 3, 31)));
  EXPECT_FALSE(entry(EntryKind::waiver, 10'001, today));
  EXPECT_FALSE(entry(EntryKind::reversal, 1, today));  // nothing was paid
}

TEST(Recovery, APlanAddsUpAndIsKeptByPayments) {
  const auto today = day(2026, 11, 24);
  auto owed = debt(Cause::unjust);
  const auto text =
      collection::plan_text(collection::even_instalments(Yen(10'000), day(2026, 12, 25), 3));
  EXPECT_TRUE(check_entry(owed, {.kind = EntryKind::plan, .on = today, .words = text}, today).ok());
  owed.entries = {{.kind = EntryKind::payment, .on = today, .amount = Yen(500)}};
  EXPECT_FALSE(
      check_entry(owed, {.kind = EntryKind::plan, .on = today, .words = text}, today).ok());
  owed.entries = {{.kind = EntryKind::plan, .on = today, .words = text},
                  {.kind = EntryKind::payment, .on = today, .amount = Yen(4'000)}};
  const auto lines = must(plan_lines(owed, day(2027, 2, 1)));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].instalment.amount, Yen(3'334));
  EXPECT_EQ(lines[0].missing, Yen());
  EXPECT_EQ(lines[1].missing, Yen(2'667));
  EXPECT_TRUE(lines[1].late);
  EXPECT_FALSE(lines[2].late);
}

class RecoveryTest : public RecourseTest {
 protected:
  claim::ClaimId receipt_taken() {
    take(receipt());
    const auto page = must(society_.gate().perform<claim::list_claims_operation>(
        society_.clerk(), [&](const notice::Permit<claim::list_claims_operation>& permit) {
          return claim::show_claims(permit, society_.database(), std::nullopt, std::nullopt, 0,
                                    *base::Month::make(2026, 11));
        }));
    return page.claims.at(0).id;
  }
  base::Result<RecoveryId> enter(Recovery recovery) {
    return enter_recovery(office(), society_.clerk(), std::move(recovery));
  }
};

TEST_F(RecoveryTest, ADebtIsEnteredOnceForAReceiptAndPaid) {
  auto owed = debt(Cause::unjust);
  EXPECT_FALSE(enter(owed).ok());  // no receipt
  owed.claim = receipt_taken();
  const auto id = must(enter(owed));
  owed.id = RecoveryId::draw();
  EXPECT_FALSE(enter(owed).ok());  // the same cause again
  must(record(id, {.kind = EntryKind::payment, .on = today(), .amount = Yen(4'000)}));
  EXPECT_EQ(recovery(id).recovery.rest(), Yen(6'000));
  must(record(id, {.kind = EntryKind::reversal, .on = today(), .amount = Yen(4'000)}));
  EXPECT_EQ(recovery(id).recovery.rest(), Yen(10'000));
  EXPECT_FALSE(record(id, {.kind = EntryKind::payment, .on = today(), .amount = Yen(10'001)}).ok());
  const auto page = recoveries();
  EXPECT_EQ(page.rest, Yen(10'000));
  EXPECT_EQ(page.late, 1);
  EXPECT_EQ(page.lapsing, 0);
}

TEST_F(RecoveryTest, AnOffenderStandsUnderItsOwnCategory) {
  auto owed = debt(Cause::third_party);
  owed.claim = receipt_taken();
  owed.debtor = "見本損害保険";
  const auto id = must(enter(owed));
  EXPECT_EQ(recovery(id).recovery.cause, Cause::third_party);
  // Without the row 加害者及び保険会社に対する求償 nobody opens the ledger.
  society_.change_policy([](notice::Policy& policy) {
    policy.notice.pairs &= ~notice::mask_of({notice::Category::third_party_act,
                                             notice::Purpose::third_party_recovery});
  });
  EXPECT_FALSE(list_recoveries(office(), society_.clerk(), 0).ok());
}

TEST_F(RecoveryTest, TheLetterNamesTheRestAndIsRecordedAsADemand) {
  auto owed = debt(Cause::unjust);
  owed.claim = receipt_taken();
  const auto id = must(enter(owed));
  const auto letter = must(read_letter(office(), society_.clerk(), id));
  EXPECT_TRUE(recovery(id).recovery.entries.empty());  // reading records nothing
  must(record(id, {.kind = EntryKind::demand, .on = today()}));
  EXPECT_EQ(recovery(id).recovery.entries.size(), 1U);
  EXPECT_FALSE(letter.address.empty());
  const auto printed = must(
      print_letter(letter, test_support::sample_sender(), society_.clock().now()));
  EXPECT_EQ(printed.pages, 1);
  EXPECT_EQ(printed.missing_glyphs, 0);
  must(record(id, {.kind = EntryKind::payment, .on = today(), .amount = Yen(10'000)}));
  EXPECT_FALSE(read_letter(office(), society_.clerk(), id).ok());  // nothing left
  EXPECT_FALSE(read_letter(office(), society_.stranger(), id).ok());
}

TEST_F(RecoveryTest, TheOutcomeNamesEveryPartWithItsReason) {
  const auto id = receipt_taken();
  const auto shown = *must(show_outcome(office(), society_.clerk(), id));
  ASSERT_EQ(shown.outcome.lines.size(), 5U);
  for (const auto& line : shown.outcome.lines) {
    EXPECT_EQ(line.agreement, Agreement::agrees) << line.part;
    EXPECT_FALSE(line.reason.ja.text().empty());
  }
  EXPECT_EQ(shown.outcome.society_pays, Yen(shown.claim.decided_points * 7));
  limit_to(base::EstablishmentId::draw());
  EXPECT_FALSE(show_outcome(office(), society_.clerk(), id).ok());
}

TEST(Outcome, SharesClassesAndFlagsAreHeldAgainstTheLedger) {
  review::ReceiptFacts receipt;
  receipt.claim.treated_in = *base::Month::make(2026, 10);
  receipt.claim.patient = claim::Patient::insured;
  receipt.claim.decided_points = 1'000;
  receipt.group = review::PatientGroup::insured;
  PatientFacts patient{.standing = claim::Standing::valid,
                       .patient = claim::Patient::insured,
                       .born = day(1990, 5, 15),
                       .insured_born = day(1990, 5, 15),
                       .standard = Yen(300'000)};
  const auto agreement = [&](std::size_t line) {
    return must(outcome_of(receipt, patient)).lines.at(line).agreement;
  };
  constexpr std::size_t validity = 0, kin = 1, share = 2, limit = 3, third = 4;
  receipt.claim.remarks = "28";  // 区ウ
  for (std::size_t line = 0; line < 5; ++line) EXPECT_EQ(agreement(line), Agreement::agrees);
  receipt.claim.remarks = "26";  // 区ア: 830,000 and more
  EXPECT_EQ(agreement(limit), Agreement::differs);
  receipt.claim.remarks = "30";  // 区オ rests on the tax
  EXPECT_EQ(agreement(limit), Agreement::open);
  receipt.claim.remarks = "10";
  EXPECT_EQ(agreement(third), Agreement::open);
  patient.standing = claim::Standing::lapsed;
  EXPECT_EQ(agreement(validity), Agreement::differs);
  patient.patient = claim::Patient::dependent;
  EXPECT_EQ(agreement(kin), Agreement::differs);
  // 72 years old: 20 %, and with 280,000 and more of remuneration 30 %.
  patient.patient = claim::Patient::insured;
  patient.born = patient.insured_born = day(1954, 5, 15);
  EXPECT_EQ(agreement(share), Agreement::differs);
  receipt.group = review::PatientGroup::elderly_seven_tenths;
  EXPECT_EQ(agreement(share), Agreement::agrees);
  receipt.group = review::PatientGroup::elderly;
  EXPECT_EQ(agreement(share), Agreement::open);  // relief by income may have been applied for
  patient.standard = Yen(200'000);
  EXPECT_EQ(agreement(share), Agreement::agrees);
  EXPECT_EQ(must(society_pays(receipt)), Yen(8'000));
  receipt.group = review::PatientGroup::preschool;
  EXPECT_EQ(must(society_pays(receipt)), Yen(8'000));
}

}  // namespace
}  // namespace kenpo::recourse
