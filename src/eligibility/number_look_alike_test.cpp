// Two people with one individual number on a real sealed store: found without opening a number,
// once; nobody else is looked at.
#include "eligibility/number_look_alike_act.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "eligibility/member_index.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_store.h"
#include "notice/log_reader.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;

inline constexpr notice::Operation enter_numbers{
    .name = "test.enter_numbers",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::number_act_information_linkage},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

// Invented numbers whose check digits hold.
constexpr const char* first_number = "123456789018";
constexpr const char* second_number = "983205673214";

class NumberLookAlikeTest : public testing::Test {
 protected:
  NumberLookAlikeTest() : society_(tables) {
    enter(one_, "ｶﾓ ﾅﾙｺ", first_number);
    enter(other_, "ﾐﾎﾝ ﾊﾅｺ", first_number);
    enter(third_, "ﾐﾎﾝ ｻﾌﾞﾛｳ", second_number);
  }
  void enter(const base::PersonId& person, const char* kana, const char* number) {
    must(society_.gate().perform<enter_numbers>(
        society_.clerk(), [&](const notice::Permit<enter_numbers>& permit) -> base::Result<> {
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          const auto now = society_.clock().now();
          auto transaction = KENPO_TRY(society_.database().write());
          KENPO_TRY(put(transaction, access,
                        Person{.id = person, .name_kana = kana, .born = now.day()}, now.day(),
                        now));
          KENPO_TRY(transaction.commit(permit.recorder()));
          return society_.numbers().put(
              permit.grant<notice::Purpose::number_act_information_linkage>(), person,
              *base::IndividualNumber::parse(number));
        }));
  }
  std::size_t look() {
    Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
    return must(open_number_look_alikes(ledger, program_));
  }
  std::vector<WorkItem> items() {
    const auto view = must(society_.database().read());
    return must(list_work_items(view, {.kind = WorkKind::look_alike}));
  }

  Society society_;
  MemberIndex members_;
  const notice::Acting program_{notice::ProgramActor::scheduler};
  const base::PersonId one_ = base::PersonId::draw();
  const base::PersonId other_ = base::PersonId::draw();
  const base::PersonId third_ = base::PersonId::draw();
};

TEST_F(NumberLookAlikeTest, TwoPeopleWithOneNumberBecomeAWorkItemOnce) {
  EXPECT_EQ(look(), 1U);
  const auto found = items();
  ASSERT_EQ(found.size(), 1U);
  const std::set<base::PersonId> both = {*found[0].person, *found[0].other_person};
  EXPECT_EQ(both, (std::set<base::PersonId>{one_, other_}));
  EXPECT_EQ(look(), 0U) << "they were put side by side before";
  EXPECT_EQ(items().size(), 1U);
}

TEST_F(NumberLookAlikeTest, WhoeverIsOnePersonAlreadyIsNotAskedAgain) {
  auto transaction = must(society_.database().write());
  must(put(transaction,
           PersonMerge{.kept = one_, .merged = other_, .decided_at = society_.clock().now()}));
  must(transaction.commit_without_personal_data());
  EXPECT_EQ(look(), 0U);
  EXPECT_TRUE(items().empty());
}

TEST_F(NumberLookAlikeTest, TheLeafTellsWhoWasFoundAndNobodyElse) {
  EXPECT_EQ(look(), 1U);
  must(society_.gate().log().checkpoint());
  const auto size = society_.gate().log().state().published;
  const auto leaves =
      must(notice::read_leaves(society_.directory() + "/log", size, 0, size));
  const auto at = std::ranges::find_if(leaves, [](const notice::NumberedLeaf& each) {
    return each.leaf.operation == "number.look_alikes";
  });
  ASSERT_NE(at, leaves.end());
  const auto* subjects = std::get_if<std::vector<notice::Commitment>>(&at->leaf.subjects);
  ASSERT_NE(subjects, nullptr);
  EXPECT_EQ(subjects->size(), 2U);
}

TEST_F(NumberLookAlikeTest, AnotherNumberPartsThem) {
  enter(other_, "ﾐﾎﾝ ﾊﾅｺ", "246801357910");
  EXPECT_EQ(look(), 0U);
}

}  // namespace
}  // namespace kenpo::eligibility
