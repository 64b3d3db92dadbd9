// Ages reached: the list from the index, the work items of the month.
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/reach_act.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_store.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;

class ReachTest : public testing::Test {
 protected:
  ReachTest() : society_(tables) {
    auto opened = ledger();
    must(register_establishments(opened, society_.clerk(), {works_}));
    // 70 on 2026-12-01, 70 on 2026-12-02, 75 on 2026-12-10, 40 in December, and one who left.
    take("1", day(1956, 12, 1));
    take("2", day(1956, 12, 2));
    take("3", day(1951, 12, 10));
    take("4", day(1987, 1, 1));
    take("5", day(1951, 12, 11));
    auto left = loss("5", day(2026, 10, 1));
    left.insured = insured("5", "ﾔﾏﾀﾞ ﾊﾅｺ", "山田　花子", day(1951, 12, 11));
    must(take_in_notifications(opened, society_.clerk(),
                               file_of(works_, contents_of(std::move(left))), "届書.csv"));
  }
  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  void take(const char* number, base::Date born) {
    auto record = acquisition(number);
    record.insured.born = born;
    auto opened = ledger();
    must(take_in_notifications(opened, society_.clerk(),
                               file_of(works_, contents_of(std::move(record))), "届書.csv"));
  }
  ReachPage list(Reach reach, const char* month) {
    auto opened = ledger();
    return must(society_.gate().perform<reach_list>(
        society_.clerk(), [&](const notice::Permit<reach_list>& permit) {
          return list_reaches(permit, opened, reach, *base::Month::parse(month), 1);
        }));
  }

  Society society_;
  MemberIndex members_;
  Establishment works_ = sample_establishment();
};

TEST_F(ReachTest, TheListHasWhoseEffectLiesInTheMonth) {
  const auto seventy = list(Reach::elderly, "2026-12");
  ASSERT_EQ(seventy.count, 1U);  // born on the first: the same month
  EXPECT_EQ(seventy.members[0].member.number, "1");
  EXPECT_EQ(seventy.members[0].reached, day(2026, 11, 30));
  EXPECT_EQ(seventy.members[0].effect, day(2026, 12, 1));
  EXPECT_EQ(list(Reach::elderly, "2027-01").members.at(0).member.number, "2");
  const auto oldest = list(Reach::later_stage, "2026-12");
  ASSERT_EQ(oldest.count, 1U);  // not who left
  EXPECT_EQ(oldest.members[0].effect, day(2026, 12, 10));
  EXPECT_EQ(list(Reach::care_begins, "2026-12").count, 1U);
  EXPECT_EQ(list(Reach::care_begins, "2027-01").count, 0U);
  EXPECT_EQ(list(Reach::care_ends, "2026-12").count, 0U);
}

TEST_F(ReachTest, TheMonthOpensEachItemOnce) {
  auto opened = ledger();
  const auto month = *base::Month::make(2026, 12);
  const auto first = must(open_reach_items(opened, Society::scheduler(), month));
  EXPECT_EQ(first.ages, 3);
  EXPECT_EQ(first.terms, 0);
  const auto again = must(open_reach_items(opened, Society::scheduler(), month));
  EXPECT_EQ(again.ages, 0);
  const auto view = must(society_.database().read());
  EXPECT_EQ(must(list_work_items(view, {.kind = WorkKind::reached_75})).size(), 1U);
  EXPECT_EQ(must(list_work_items(view, {.kind = WorkKind::reached_70})).size(), 1U);
  EXPECT_EQ(must(list_work_items(view, {.kind = WorkKind::reached_40})).size(), 1U);
}

}  // namespace
}  // namespace kenpo::eligibility
