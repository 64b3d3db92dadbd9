// Claims files taken in on a real store, gate and log.
#include "claim/claim_intake_act.h"

#include <gtest/gtest.h>

#include <map>

#include "base/cp932.h"
#include "claim/claim_act.h"
#include "claim/claim_recheck_act.h"
#include "claim/master_act.h"
#include "claim/tables_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/tables_store.h"
#include "format/claim/claim_samples.h"
#include "format/claim/writer.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::claim {
namespace {

using namespace test_support;

class ClaimIntakeTest : public testing::Test {
 protected:
  ClaimIntakeTest() : society_(eligibility::tables, tables) {
    society_.change_policy([](notice::Policy& policy) {
      for (auto& handler : policy.handlers) {
        handler.assignments.push_back(
            {notice::Role::claim_clerk, *base::Date::make(2015, 1, 1), {}});
      }
    });
    eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
    // 山田花子, number 1, insured since 2026-04-01.
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(acquisition())), "取得.csv"));
  }

  format::claim::ReceiptDraft receipt() const {
    auto draft = format::claim::sample_receipt();
    draft.insurer_number = "06139992";
    draft.symbol = works_.symbol;
    draft.number = "1";
    draft.branch = "00";
    draft.male = false;
    draft.born = day(1990, 5, 15);
    return draft;
  }
  static std::string file(const std::vector<format::claim::ReceiptDraft>& drafts) {
    format::claim::Writer writer(format::claim::Form::insurer);
    for (const auto& draft : drafts) writer.receipt(draft);
    writer.end();
    EXPECT_TRUE(writer.faults().empty());
    return writer.bytes();
  }
  base::Result<ClaimIntakeReport> take(const std::string& bytes) {
    return intake_claims(society_.gate(), society_.database(), society_.clerk(),
                         "11_RECODEINFO_MED.CSV", bytes);
  }
  base::Result<ClaimPage> page() {
    return society_.gate().perform<list_claims_operation>(
        society_.clerk(), [&](const notice::Permit<list_claims_operation>& permit) {
          return show_claims(permit, society_.database(), std::nullopt, std::nullopt, 0,
                             *base::Month::make(2026, 11));
        });
  }
  base::Result<std::optional<ClaimView>> show(const ClaimId& id) {
    return society_.gate().perform<show_claim_operation>(
        society_.clerk(), [&](const notice::Permit<show_claim_operation>& permit) {
          return show_claim(permit, society_.database(), id, society_.clock().now());
        });
  }

  base::Result<std::vector<Claim>> own(const base::PersonId& person) {
    return society_.gate().perform<list_own_claims_operation>(
        society_.clerk(), [&](const notice::Permit<list_own_claims_operation>& permit) {
          return show_claims_of(permit, society_.database(), person, society_.clock().now());
        });
  }
  void later() {
    constexpr std::int64_t minute_milliseconds = 60'000;
    society_.clock().set(society_.clock().now().plus_milliseconds(minute_milliseconds));
  }
  void limit_to(base::EstablishmentId establishment) {
    society_.change_policy([&](notice::Policy& policy) {
      for (auto& handler : policy.handlers) handler.establishments = {establishment};
    });
  }

  Society society_;
  eligibility::MemberIndex members_;
  eligibility::Establishment works_ = sample_establishment();
};

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

TEST_F(ClaimIntakeTest, ALateLossIsFoundByTheNextCheck) {
  must(take(file({receipt()})));
  eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
  must(eligibility::take_in_notifications(ledger, society_.clerk(),
                                          file_of(works_, contents_of(loss("1", day(2026, 4, 16)))),
                                          "喪失.csv"));
  const auto month = must(page()).claimed_in;
  const auto done =
      must(recheck_claims(society_.gate(), society_.database(), society_.clerk(), month));
  EXPECT_EQ(done.claims, 1U);
  EXPECT_EQ(done.changed, 1U);
  EXPECT_EQ(must(page()).claims.front().standing, Standing::partly_lapsed);
  const auto again =
      must(recheck_claims(society_.gate(), society_.database(), society_.clerk(), month));
  EXPECT_EQ(again.changed, 0U);
}

/// Lines of the published masters, invented words.
std::string master_line(std::size_t count, const std::map<std::size_t, std::string>& given) {
  std::string line;
  for (std::size_t seq = 1; seq <= count; ++seq) {
    const auto found = given.find(seq);
    line += std::string(seq == 1 ? "" : ",") + "\"" +
            (found == given.end() ? "" : base::encode_cp932(found->second).bytes) + "\"";
  }
  return line + "\r\n";
}

TEST_F(ClaimIntakeTest, CodesHaveTheWordsOfTheMasterThatHeldInTheMonthOfTreatment) {
  must(take(file({receipt()})));
  const auto id = must(page()).claims.front().id;
  const auto words = [&] {
    const auto shown = must(show(id));
    std::string all;
    for (const auto& section : shown->sheet.sections) {
      for (const auto& row : section.rows) {
        for (const auto& cell : row.cells) all += cell + "|";
      }
    }
    return std::pair(all, shown->sheet.codes_without_word);
  };
  const auto before = words();
  EXPECT_NE(before.first.find("113001810"), std::string::npos);
  const auto load = [&](const std::string& bytes) {
    return load_master(society_.gate(), society_.database(), society_.clerk(), "s_ALL.csv", bytes);
  };
  const auto act = [](const char* name, const char* changed_on) {
    return master_line(150, {{1, "5"}, {2, "S"}, {3, "113001810"}, {5, name}, {12, "225.00"},
                             {87, changed_on}, {88, "99999999"}});
  };
  const auto first = must(load(act("見本の管理料", "20240601")));
  EXPECT_EQ(first.edition.added, 1U);
  EXPECT_NE(words().first.find("見本の管理料"), std::string::npos);
  EXPECT_LT(words().second, before.second);
  // An edition of June does not change the words of April.
  later();
  const auto second = must(load(act("改めた管理料", "20260601")));
  EXPECT_EQ(second.edition.changed, 1U);
  EXPECT_NE(words().first.find("見本の管理料"), std::string::npos);
  EXPECT_EQ(words().first.find("改めた管理料"), std::string::npos);
  EXPECT_TRUE(must(load(act("改めた管理料", "20260601"))).already);
  // A file with a fault leaves everything as it was.
  auto spoiled = act("壊れた名称", "20260401") + act("壊れた名称", "20260431");
  const auto refused = load(spoiled);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults()[0].place.line, 2U);
  EXPECT_EQ(words().first.find("壊れた名称"), std::string::npos);
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

TEST_F(ClaimIntakeTest, ALateLossReachesItsClaimsWithReasonAndHistory) {
  auto other = receipt();
  other.management_number = "2604130000000018";
  other.visits = {};
  other.visits[1] = 1;  // the 2nd: before the loss
  must(take(file({receipt(), other})));
  later();
  const auto ask = [&] {
    return must(follow_ledger(society_.gate(), society_.database(), society_.clerk()));
  };
  EXPECT_EQ(ask().changed, 0U);  // the first time looks at everything
  EXPECT_EQ(ask().claims, 0U);   // nothing was decided since
  later();
  eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
  must(eligibility::take_in_notifications(ledger, society_.clerk(),
                                          file_of(works_, contents_of(loss("1", day(2026, 4, 16)))),
                                          "喪失.csv"));
  later();
  const auto done = ask();
  EXPECT_EQ(done.claims, 2U);
  EXPECT_EQ(done.changed, 1U);
  const auto listed = must(page()).claims;
  ASSERT_EQ(listed.size(), 2U);
  const bool first_changed = listed[0].standing != Standing::valid;
  const auto& changed = first_changed ? listed[0] : listed[1];
  const auto& kept = first_changed ? listed[1] : listed[0];
  EXPECT_EQ(changed.standing, Standing::partly_lapsed);
  EXPECT_EQ(kept.standing, Standing::valid);
  const auto shown = must(show(changed.id));
  ASSERT_TRUE(shown.has_value());
  ASSERT_EQ(shown->checks.size(), 1U);
  EXPECT_EQ(shown->checks[0].before, Standing::valid);
  EXPECT_EQ(shown->checks[0].after, Standing::partly_lapsed);
  EXPECT_EQ(shown->checks[0].cause, CheckCause::late_notice);
  EXPECT_TRUE(must(show(kept.id))->checks.empty());
  later();
  EXPECT_EQ(ask().claims, 0U);
}

TEST_F(ClaimIntakeTest, ALateAcquisitionReachesTheClaimsOfNobody) {
  auto early = receipt();
  early.number = "2";
  must(take(file({early})));
  later();
  must(follow_ledger(society_.gate(), society_.database(), society_.clerk()));
  later();
  eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
  must(eligibility::take_in_notifications(
      ledger, society_.clerk(), file_of(works_, contents_of(acquisition("2"))), "取得.csv"));
  const auto done = must(follow_ledger(society_.gate(), society_.database(), society_.clerk()));
  EXPECT_EQ(done.changed, 1U);
  const auto filed = must(page()).claims.front();
  EXPECT_EQ(filed.standing, Standing::valid);
  const auto shown = must(show(filed.id));
  ASSERT_EQ(shown->checks.size(), 1U);
  EXPECT_EQ(shown->checks[0].before, Standing::unknown_person);
  EXPECT_TRUE(shown->checks[0].moved);
}

TEST_F(ClaimIntakeTest, ALateAcquisitionFilesTheClaimUnderItsPerson) {
  auto early = receipt();
  early.number = "2";
  must(take(file({early})));
  const auto stray = must(page()).claims.front();
  EXPECT_EQ(stray.standing, Standing::unknown_person);
  EXPECT_FALSE(stray.establishment.has_value());
  eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
  must(eligibility::take_in_notifications(
      ledger, society_.clerk(), file_of(works_, contents_of(acquisition("2"))), "取得.csv"));
  const auto month = must(page()).claimed_in;
  EXPECT_EQ(
      must(recheck_claims(society_.gate(), society_.database(), society_.clerk(), month)).changed,
      1U);
  const auto filed = must(page()).claims.front();
  EXPECT_EQ(filed.id, stray.id);
  EXPECT_EQ(filed.standing, Standing::valid);
  EXPECT_EQ(filed.establishment, works_.id);
  EXPECT_NE(filed.person, stray.person);
  const auto shown = must(show(filed.id));
  ASSERT_TRUE(shown.has_value());
  EXPECT_FALSE(shown->lines.empty());  // the receipt itself moved, too
  auto again = early;
  again.management_number = "2604130000000099";
  EXPECT_FALSE(take(file({early, again})).ok());  // it still counts as taken in
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
