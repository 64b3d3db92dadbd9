// Work items and merges on a real store, gate and log.
#include <gtest/gtest.h>

#include <algorithm>

#include "eligibility/dependent_act.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/person_merge_act.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_act.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;
using enum WorkState;

class WorkItemTest : public testing::Test {
 protected:
  WorkItemTest() : society_(tables) {
    society_.change_policy([&](notice::Policy& policy) {
      const auto from = day(2015, 1, 1);
      policy.handlers.push_back({director_id_,
                                 {{notice::Role::executive_director, from, {}}},
                                 from,
                                 day(2030, 3, 31),
                                 false,
                                 {}});
    });
    auto opened = ledger();
    must(register_establishments(opened, society_.clerk(), {works_, shop_}));
    // The same woman, as it seems, insured by two employers one after the other.
    take(works_, acquisition("1", day(2026, 4, 1)));
    take(works_, loss("1", day(2026, 7, 1)));
    take(shop_, acquisition("7", day(2026, 7, 1)));
  }

  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  template <typename... Notifications>
  void take(const Establishment& at, Notifications... notifications) {
    auto opened = ledger();
    must(take_in_notifications(opened, society_.clerk(),
                               file_of(at, contents_of(std::move(notifications)...)), "届書.csv"));
  }
  std::vector<WorkItem> items(const WorkFilter& filter = {}) {
    return must(society_.gate().perform<work_list>(
        society_.clerk(), [&](const notice::Permit<work_list>& permit) {
          return show_work_items(permit, society_.database(), filter);
        }));
  }
  WorkItem item_of(WorkKind kind) {
    const auto found = items({.kind = kind});
    EXPECT_EQ(found.size(), 1U);
    return found.at(0);
  }
  base::Result<std::optional<WorkItemView>> show(const WorkItemId& id) {
    auto opened = ledger();
    return society_.gate().perform<work_show>(
        society_.clerk(), [&](const notice::Permit<work_show>& permit) {
          return show_work_item(permit, opened, id);
        });
  }
  base::Result<WorkItem> move(const notice::Acting& acting, const WorkItemId& id, WorkState from,
                              WorkState to, const char* note = "") {
    auto opened = ledger();
    return move_work_item(opened, acting, id, {.from = from, .to = to, .note = note});
  }
  void ask_for_decision(const WorkItemId& id) {
    must(move(society_.clerk(), id, waiting, under_review));
    must(move(society_.clerk(), id, under_review, awaiting_approval, "本人に電話で確認"));
  }
  base::Result<std::optional<Comparison>> compare(const WorkItemId& id) {
    auto opened = ledger();
    return society_.gate().perform<merge_compare>(
        society_.clerk(), [&](const notice::Permit<merge_compare>& permit) {
          return compare_people(permit, opened, id);
        });
  }
  std::vector<base::PersonId> identities(const base::PersonId& person, base::Moment known_at) {
    const auto view = must(society_.database().read());
    return must(identities_of(view, person, known_at));
  }
  void later() { society_.clock().set(society_.clock().now().plus_milliseconds(60'000)); }
  void limit_to(base::EstablishmentId establishment) {
    society_.change_policy([&](notice::Policy& policy) {
      for (auto& handler : policy.handlers) handler.establishments = {establishment};
    });
  }

  static Establishment shop() {
    auto made = sample_establishment();
    made.office_symbol = "ｳｴ";
    made.symbol = "102";
    made.name = "見本商店";
    return made;
  }

  Society society_;
  base::StaffId director_id_ = base::StaffId::draw();
  notice::Acting director_{director_id_};
  MemberIndex members_;
  Establishment works_ = sample_establishment();
  Establishment shop_ = shop();
};

TEST_F(WorkItemTest, EveryStepStandsWithWhoWhenAndWhy) {
  const auto id = item_of(WorkKind::look_alike).id;
  must(move(society_.clerk(), id, waiting, held, "届書の原本を待つ"));
  later();
  must(move(society_.clerk(), id, held, under_review));
  must(move(society_.clerk(), id, under_review, awaiting_approval));
  must(move(director_, id, awaiting_approval, finished, "別の人"));
  const auto shown = must(show(id));
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->item.state, finished);
  ASSERT_EQ(shown->moves.size(), 4U);
  EXPECT_EQ(shown->moves[0].note, "届書の原本を待つ");
  EXPECT_EQ(shown->moves[0].moved_by, society_.clerk_id());
  EXPECT_LT(shown->moves[0].moved_at, shown->moves[1].moved_at);
  EXPECT_EQ(shown->moves[3].moved_by, director_id_);
  EXPECT_EQ(shown->moves[3].note, "別の人");
  EXPECT_TRUE(items({.kind = WorkKind::look_alike}).empty());
  EXPECT_EQ(items({.kind = WorkKind::look_alike, .state = finished}).size(), 1U);
}

TEST_F(WorkItemTest, RefusedStepsChangeNothing) {
  const auto id = item_of(WorkKind::look_alike).id;
  EXPECT_FALSE(move(society_.clerk(), id, waiting, finished).ok());
  EXPECT_FALSE(move(society_.stranger(), id, waiting, held).ok());
  EXPECT_FALSE(move(society_.clerk(), id, held, under_review).ok());  // it is not held
  EXPECT_FALSE(move(society_.clerk(), WorkItemId::draw(), waiting, held).ok());
  ask_for_decision(id);
  EXPECT_FALSE(move(society_.clerk(), id, awaiting_approval, finished).ok());
  EXPECT_EQ(must(show(id))->moves.size(), 2U);
  EXPECT_EQ(must(show(id))->asked_by, society_.clerk_id());
}

TEST_F(WorkItemTest, AHandlerSeesTheItemsOfTheirOwnEstablishmentsOnly) {
  const auto id = item_of(WorkKind::look_alike).id;  // of the shop's file
  limit_to(works_.id);
  EXPECT_TRUE(items({.kind = WorkKind::look_alike}).empty());
  const auto refused = show(id);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults(), base::Faults{notice::out_of_scope_fault()});
  EXPECT_FALSE(move(society_.clerk(), id, waiting, held).ok());
  limit_to(shop_.id);
  EXPECT_TRUE(show(id).ok());
  // Of the two people one is outside: they are not put side by side.
  EXPECT_FALSE(compare(id).ok());
}

TEST_F(WorkItemTest, TheListIsCutByDayAndByFile) {
  const auto all = items();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(items({.due_until = day(2026, 11, 23)}).size(), 0U);
  EXPECT_EQ(items({.due_until = day(2026, 12, 31)}).size(), all.size());
  const auto of_file = items({.case_id = all.front().case_id});
  EXPECT_LT(of_file.size(), all.size());
  EXPECT_FALSE(of_file.empty());
}

TEST_F(WorkItemTest, AnActOfTheOfficeFinishesWhatItSettles) {
  auto expecting = acquisition("8", day(2026, 8, 1));
  expecting.insured = insured("8", "ｽｽﾞｷ ｲﾁﾛｳ", "鈴木　一郎", day(1985, 1, 2));
  expecting.has_dependents = true;
  take(shop_, std::move(expecting));
  const auto id = item_of(WorkKind::dependents_expected).id;
  auto opened = ledger();
  must(register_dependents(opened, society_.clerk(),
                           {{.line = 1,
                             .symbol = shop_.symbol,
                             .number = "8",
                             .branch = 1,
                             .relation = Relation::child,
                             .name = "鈴木　二郎",
                             .name_kana = "ｽｽﾞｷ ｼﾞﾛｳ",
                             .sex = Sex::male,
                             .born = day(2015, 3, 3),
                             .from = day(2026, 8, 1),
                             .until = {}}}));
  const auto shown = must(show(id));
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->item.state, finished);
  ASSERT_EQ(shown->moves.size(), 1U);
  EXPECT_EQ(shown->moves[0].settled_by, dependent_register.japanese);
  EXPECT_FALSE(shown->moves[0].moved_by.has_value());
}

TEST_F(WorkItemTest, TwoPeopleAreMergedByAnotherPersonsDecisionAndPartedAgain) {
  const auto item = item_of(WorkKind::look_alike);
  const auto one = *item.person;
  const auto other = *item.other_person;
  auto opened = ledger();
  const auto before = society_.clock().now();
  later();
  EXPECT_FALSE(merge_people(opened, director_, item.id, other, "早すぎる").ok());
  ask_for_decision(item.id);
  EXPECT_FALSE(merge_people(opened, society_.clerk(), item.id, other, "自分で決裁").ok());
  EXPECT_FALSE(merge_people(opened, director_, item.id, base::PersonId::draw(), "だれか").ok());
  EXPECT_EQ(identities(one, society_.clock().now()).size(), 1U);

  const auto merge = must(merge_people(opened, director_, item.id, other, "同じ個人番号"));
  EXPECT_EQ(merge.merged, one);
  const auto merged_at = society_.clock().now();
  EXPECT_EQ(identities(one, merged_at), (std::vector{other, one}));
  EXPECT_EQ(identities(other, merged_at), (std::vector{other, one}));
  EXPECT_EQ(identities(one, before).size(), 1U);  // as known then
  EXPECT_EQ(must(show(item.id))->item.state, finished);
  // While it stands the item stays finished, and neither goes under a third.
  EXPECT_FALSE(move(society_.clerk(), item.id, finished, under_review).ok());

  later();
  const auto reversed = must(reverse_merge(opened, society_.clerk(), item.id, merge.id, "別人"));
  EXPECT_EQ(reversed.reversed_by, society_.clerk_id());
  EXPECT_EQ(identities(one, society_.clock().now()), std::vector{one});
  EXPECT_EQ(identities(one, merged_at), (std::vector{other, one}));  // as known then
  EXPECT_EQ(must(show(item.id))->item.state, under_review);
  EXPECT_FALSE(reverse_merge(opened, society_.clerk(), item.id, merge.id, "もう一度").ok());
  const auto shown = must(compare(item.id));
  ASSERT_TRUE(shown.has_value());
  ASSERT_EQ(shown->merges.size(), 1U);
  EXPECT_TRUE(shown->merges[0].reversed_at.has_value());
  EXPECT_EQ(shown->one.periods.size(), 1U);  // each ledger as it was
  EXPECT_EQ(shown->other.periods.size(), 1U);
}

TEST_F(WorkItemTest, AMergeAndItsReversalNameBothPeopleInOneLeaf) {
  const auto item = item_of(WorkKind::look_alike);
  ask_for_decision(item.id);
  auto opened = ledger();
  const auto before = society_.leaves();
  const auto merge = must(merge_people(opened, director_, item.id, *item.person, "同じ人"));
  EXPECT_EQ(society_.leaves(), before + 1);
  for (const auto& person : {*item.person, *item.other_person}) {
    const auto history = must(society_.history().leaves_of(person, 100));
    EXPECT_NE(std::ranges::find(history, before), history.end());
  }
  must(reverse_merge(opened, director_, item.id, merge.id, "別人"));
  EXPECT_EQ(society_.leaves(), before + 2);
}

TEST_F(WorkItemTest, AMergedPersonCannotBeInsuredTwiceInOnePlace) {
  const auto item = item_of(WorkKind::look_alike);
  ask_for_decision(item.id);
  auto opened = ledger();
  must(merge_people(opened, director_, item.id, *item.other_person, "同じ人"));
  // Once a pair was decided on, it does not come back as a candidate.
  EXPECT_TRUE(items({.kind = WorkKind::look_alike}).empty());
  take(shop_, loss("7", day(2026, 9, 1)));
  EXPECT_TRUE(items({.kind = WorkKind::look_alike}).empty());
}

TEST_F(WorkItemTest, AnotherSexIsNoCandidate) {
  auto man = acquisition("9", day(2026, 8, 1));
  man.kind = format::notification_csv::InsuredKind::male;
  const auto before = items({.kind = WorkKind::look_alike}).size();
  take(shop_, std::move(man));
  EXPECT_EQ(items({.kind = WorkKind::look_alike}).size(), before);
}

}  // namespace
}  // namespace kenpo::eligibility
