// Claims files taken in on a real store, gate and log.
#include "claim/claim_recheck_act.h"
#include "claim/claims_for_tests.h"
#include "eligibility/person_merge_store.h"

namespace kenpo::claim {
namespace {

TEST_F(ClaimIntakeTest, AReceiptOfAMemberIsValidAndCanBeReadBack) {
  const auto bytes = file({receipt()});
  const auto report = must(take(bytes));
  EXPECT_EQ(report.intake.receipts, 1U);
  EXPECT_EQ(report.intake.to_decide(), 0U);
  const auto listed = must(page());
  ASSERT_EQ(listed.claims.size(), 1U);
  EXPECT_EQ(listed.claims[0].standing, Standing::valid);
  const auto shown = must(show(listed.claims[0].id));
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->standing.value.standing, Standing::valid);
  EXPECT_FALSE(shown->lines.empty());
  EXPECT_EQ(shown->lines.front().record, "MN");
}

TEST_F(ClaimIntakeTest, TheSameFileTwiceChangesNothing) {
  const auto bytes = file({receipt()});
  must(take(bytes));
  const auto again = must(take(bytes));
  EXPECT_TRUE(again.already);
  EXPECT_EQ(must(page()).claims.size(), 1U);
}

TEST_F(ClaimIntakeTest, TheSameReceiptInAnotherFileRefusesThatFile) {
  must(take(file({receipt()})));
  auto second = receipt();
  second.management_number = "2604130000000099";
  const auto refused = take(file({receipt(), second}));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults().front().place.line, 1U);
  EXPECT_EQ(must(page()).claims.size(), 1U);  // nothing of the refused file is kept
}

TEST_F(ClaimIntakeTest, AReceiptOfAnotherInsurerRefusesTheFile) {
  auto other = receipt();
  other.insurer_number = "06139463";
  other.management_number = "2604130000000055";
  const auto refused = take(file({receipt(), other}));
  ASSERT_FALSE(refused.ok());
  EXPECT_TRUE(must(page()).claims.empty());
}

TEST_F(ClaimIntakeTest, OddReceiptsAreLeftToPeople) {
  auto unknown = receipt();
  unknown.number = "999";
  unknown.management_number = "2604130000000021";
  auto birth = receipt();
  birth.born = day(1991, 5, 15);
  birth.branch = "00";
  birth.management_number = "2604130000000022";
  const auto report = must(take(file({receipt(), unknown, birth})));
  EXPECT_EQ(report.intake.receipts, 3U);
  EXPECT_EQ(report.intake.to_decide(), 2U);
  const auto& counts = report.intake.by_standing;
  EXPECT_EQ(counts[static_cast<std::size_t>(Standing::unknown_person)], 1U);
  EXPECT_EQ(counts[static_cast<std::size_t>(Standing::birth_differs)], 1U);
}

TEST_F(ClaimIntakeTest, EveryKindIsTakenInAndChecked) {
  for (const auto service : {format::claim::Service::dpc, format::claim::Service::dental,
                             format::claim::Service::pharmacy, format::claim::Service::nursing}) {
    auto draft = format::claim::sample_receipt(service);
    const auto head = receipt();
    draft.insurer_number = head.insurer_number;
    draft.symbol = head.symbol;
    draft.number = head.number;
    draft.male = head.male;
    draft.born = head.born;
    draft.management_number = "260413000000010" + std::to_string(static_cast<int>(service));
    const auto report = must(take(file({draft})));
    EXPECT_EQ(report.intake.receipts, 1U);
    EXPECT_EQ(report.intake.to_decide(), 0U);
  }
  const auto listed = must(page()).claims;
  ASSERT_EQ(listed.size(), 4U);
  for (const auto& claim : listed) {
    EXPECT_EQ(claim.standing, Standing::valid);
    EXPECT_EQ(claim.prescriber.empty(), claim.service != Service::pharmacy);
    EXPECT_FALSE(must(show(claim.id))->sheet.sections.empty()) << wording(claim.service);
  }
  EXPECT_EQ(listed[3].service, Service::nursing);
  EXPECT_EQ(yen_of(listed[3], listed[3].decided_points), 11'100);
  EXPECT_EQ(yen_of(listed[1], listed[1].decided_points), 5'270);
}

TEST_F(ClaimIntakeTest, AHandlerSeesTheClaimsOfTheirOwnEstablishmentsOnly) {
  auto unknown = receipt();
  unknown.number = "999";
  unknown.management_number = "2604130000000021";
  must(take(file({receipt(), unknown})));
  const auto all = must(page());
  ASSERT_EQ(all.claims.size(), 2U);

  limit_to(works_.id);
  const auto own = must(page());
  ASSERT_EQ(own.claims.size(), 1U);
  EXPECT_EQ(own.count, 1);
  EXPECT_EQ(own.claims.front().establishment, works_.id);
  EXPECT_EQ(own.by_standing[static_cast<std::size_t>(Standing::unknown_person)], 0);
  EXPECT_TRUE(show(own.claims.front().id).ok());
  for (const auto& claim : all.claims) {
    // Somebody who is not in the ledger is nobody's own.
    EXPECT_EQ(show(claim.id).ok(), claim.establishment == works_.id);
  }

  limit_to(base::EstablishmentId::draw());
  EXPECT_TRUE(must(page()).claims.empty());
  const auto before = society_.leaves();
  const auto refused = show(own.claims.front().id);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults(), base::Faults{notice::out_of_scope_fault()});
  EXPECT_EQ(society_.leaves(), before + 1);
}

TEST_F(ClaimIntakeTest, TheClaimsOfAPersonAreThoseOfEveryLedgerThatIsTheirs) {
  auto shop = sample_establishment();
  shop.office_symbol = "ｳｴ";
  shop.symbol = "102";
  eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
  must(eligibility::register_establishments(ledger, society_.clerk(), {shop}));
  must(eligibility::take_in_notifications(ledger, society_.clerk(),
                                          file_of(shop, contents_of(acquisition("7"))), "取得.csv"));
  auto other = receipt();
  other.symbol = shop.symbol;
  other.number = "7";
  other.management_number = "2604130000000031";
  must(take(file({receipt(), other})));
  const auto claims = must(page()).claims;
  ASSERT_EQ(claims.size(), 2U);
  const auto one = claims[0].person;
  const auto two = claims[1].person;
  EXPECT_EQ(must(own(one)).size(), 1U);
  EXPECT_EQ(must(own(two)).size(), 1U);

  auto transaction = must(society_.database().write());
  must(eligibility::put(transaction, eligibility::PersonMerge{
                                         .kept = one,
                                         .merged = two,
                                         .decided_at = society_.clock().now()}));
  must(transaction.commit_without_personal_data());
  EXPECT_EQ(must(own(one)).size(), 2U);
  EXPECT_EQ(must(own(two)).size(), 2U);

  limit_to(shop.id);
  ASSERT_EQ(must(own(one)).size(), 1U);
  EXPECT_EQ(must(own(one))[0].establishment, shop.id);
  limit_to(base::EstablishmentId::draw());
  const auto refused = own(one);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults(), base::Faults{notice::out_of_scope_fault()});
}

TEST_F(ClaimIntakeTest, RefusedWithoutRoleAndWithoutTheRowOfTheNotice) {
  const auto bytes = file({receipt()});
  const auto before = society_.leaves();
  EXPECT_FALSE(
      intake_claims(society_.gate(), society_.database(), society_.stranger(), "a.csv", bytes)
          .ok());
  EXPECT_EQ(society_.leaves(), before + 1);
  society_.change_policy([](notice::Policy& policy) {
    policy.notice.pairs &= ~notice::mask_of(
        {notice::Category::medical_claim, notice::Purpose::benefit_examination_and_payment});
  });
  EXPECT_FALSE(take(bytes).ok());
}

TEST_F(ClaimIntakeTest, FilesOfOtherKindsAreToldSo) {
  EXPECT_FALSE(take("").ok());
  EXPECT_FALSE(take("氏名,生年月日\r\n").ok());
  auto cut = file({receipt()});
  cut.resize(cut.size() - 20);
  EXPECT_FALSE(take(cut).ok());
  EXPECT_TRUE(must(page()).claims.empty());
}

}  // namespace
}  // namespace kenpo::claim
