// What late notifications and masters change in claims that were taken in.
#include <map>

#include "base/cp932.h"
#include "claim/claim_recheck_act.h"
#include "claim/claims_for_tests.h"
#include "claim/master_act.h"

namespace kenpo::claim {
namespace {

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
  EXPECT_EQ(shown->checks[0].moved, Moved::here);
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

}  // namespace
}  // namespace kenpo::claim
