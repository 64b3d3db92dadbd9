// Who used my data, and what for: on a real gate, log and store.
#include "safeguard/log_act.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "safeguard/log_words.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {
namespace {

using namespace test_support;
using notice::Category;
using notice::Purpose;

inline constexpr notice::Operation look{
    .name = "test.look",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};

class LogActTest : public testing::Test {
 protected:
  LogActTest() : society_(std::vector<const store::Table*>{}) {
    society_.change_policy([](notice::Policy& policy) {
      for (auto& handler : policy.handlers) {
        handler.assignments.push_back({notice::Role::auditor, *base::Date::make(2015, 1, 1), {}});
        handler.assignments.push_back(
            {notice::Role::responsible_person, *base::Date::make(2015, 1, 1), {}});
      }
    });
  }

  /// One use of the data of the people.
  void use(const std::vector<base::PersonId>& people) {
    must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<int> {
          const notice::Access<Category::eligibility> access(
              permit.grant<Purpose::member_administration>());
          for (const auto& person : people) access.touched(person);
          return 0;
        }));
  }
  std::vector<notice::NumberedLeaf> history(const base::PersonId& person) {
    return must(society_.gate().perform<show_history_operation>(
        society_.clerk(), [&](const notice::Permit<show_history_operation>& permit) {
          return show_history(permit, society_.gate().log(), society_.history(), log_directory(),
                              person);
        }));
  }
  std::string log_directory() const { return society_.directory() + "/log"; }

  Society society_;
};

TEST_F(LogActTest, EachUseOfAPersonIsInTheHistoryAndNobodyElses) {
  const auto hanako = base::PersonId::draw();
  const auto taro = base::PersonId::draw();
  use({hanako});
  use({taro});
  use({hanako, taro});
  EXPECT_EQ(history(hanako).size(), 2U);
  EXPECT_EQ(history(taro).size(), 2U);
  EXPECT_EQ(history(hanako).size(), 3U);  // looking at the history is a use itself
  EXPECT_TRUE(history(base::PersonId::draw()).empty());
}

TEST_F(LogActTest, ABulkUseIsInTheHistoryOfEachOfItsPeople) {
  std::vector<base::PersonId> people;
  for (int count = 0; count < 300; ++count) people.push_back(base::PersonId::draw());
  use(people);
  for (const auto at : {0U, 150U, 299U}) {
    const auto leaves = history(people[at]);
    ASSERT_EQ(leaves.size(), 1U);
    EXPECT_EQ(subjects_words(leaves.front().leaf.subjects), "300人");
  }
}

TEST_F(LogActTest, TheIndexIsMadeAgainFromTheLog) {
  std::vector<base::PersonId> people;
  for (int count = 0; count < 20; ++count) people.push_back(base::PersonId::draw());
  use(people);
  use({people[3]});
  must(society_.history().forget());
  society_.reopen();
  ASSERT_EQ(society_.history().indexed_up_to(), 0U);
  use({people[3]});  // a leaf that comes before the index has caught up
  must(catch_up(society_.gate().log(), society_.history(), log_directory()));
  EXPECT_EQ(history(people[3]).size(), 3U);
  EXPECT_EQ(history(people[4]).size(), 1U);
}

TEST_F(LogActTest, AChangedSetIsNoticed) {
  std::vector<base::PersonId> people;
  for (int count = 0; count < 20; ++count) people.push_back(base::PersonId::draw());
  use(people);
  must(society_.history().forget());
  for (const auto& set :
       std::filesystem::directory_iterator(society_.directory() + "/access/sets")) {
    std::filesystem::resize_file(set.path(), std::filesystem::file_size(set.path()) - 16);
  }
  society_.reopen();
  EXPECT_FALSE(catch_up(society_.gate().log(), society_.history(), log_directory()).ok());
}

TEST_F(LogActTest, TheAuditorSeesTheLogNewestFirstAndIsRecorded) {
  for (int count = 0; count < 60; ++count) use({base::PersonId::draw()});
  const auto inspect = [&](std::optional<std::uint64_t> before) {
    return must(society_.gate().perform<inspect_log_operation>(
        society_.clerk(), [&](const notice::Permit<inspect_log_operation>& permit) {
          return inspect_log(permit, society_.gate().log(), log_directory(), before);
        }));
  };
  const auto first = inspect(std::nullopt);
  ASSERT_EQ(first.leaves.size(), leaves_of_a_page);
  EXPECT_EQ(first.leaves.front().index + 1, first.state.published);
  const auto second = inspect(first.before);
  EXPECT_EQ(second.leaves.front().index + 1, first.before);
  EXPECT_EQ(inspect(std::nullopt).leaves.front().leaf.operation, "audit.inspect");
}

TEST_F(LogActTest, WithoutTheRoleTheLogStaysClosed) {
  const auto refused = society_.gate().perform<inspect_log_operation>(
      society_.stranger(),
      [&](const notice::Permit<inspect_log_operation>&) -> base::Result<int> { return 1; });
  EXPECT_FALSE(refused.ok());
}

}  // namespace
}  // namespace kenpo::safeguard
