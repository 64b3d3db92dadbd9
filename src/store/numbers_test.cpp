#include "store/numbers.h"

#include <gtest/gtest.h>

#include "store/fault.h"
#include "store/kit_for_tests.h"

namespace kenpo::store {
namespace {

using namespace kit;

// All 37 purposes: the two of the Number Act open the store, the other 35 do not compile.
template <std::size_t... at>
constexpr std::size_t opening_purposes(std::index_sequence<at...>) {
  return (
      std::size_t{std::is_constructible_v<NumberAccess, notice::Grant<static_cast<Purpose>(at)>>} +
      ...);
}
static_assert(opening_purposes(std::make_index_sequence<notice::purposes_count>()) == 2);
static_assert(
    std::is_constructible_v<NumberAccess, notice::Grant<Purpose::resident_registry_matching>>);
static_assert(!std::is_constructible_v<NumberAccess, notice::Grant<Purpose::premium_collection>>);

class Numbers : public testing::Test {
 protected:
  notice::Grant<Purpose::number_act_information_linkage> grant() {
    return society.permit().grant<Purpose::number_act_information_linkage>();
  }
  Society society;
  std::unique_ptr<NumberStore> numbers =
      must(NumberStore::open(society.folder.path(), *society.keys));
  base::PersonId person = base::PersonId::draw();
  // An invented number whose check digit holds.
  std::string digits = "123456789018";
};

TEST_F(Numbers, PutHasOpenFindErase) {
  const auto number = base::IndividualNumber::parse(digits);
  ASSERT_TRUE(number);
  EXPECT_FALSE(must(numbers->has(grant(), person)));
  must(numbers->put(grant(), person, *number));
  EXPECT_TRUE(must(numbers->has(grant(), person)));
  EXPECT_EQ(must(numbers->open(grant(), person)), number);
  EXPECT_EQ(must(numbers->find(grant(), *number)), person);
  EXPECT_EQ(society.recorder.touched_rows, 5U);
  EXPECT_EQ(society.recorder.leaves, 1U);
  for (const auto& [path, bytes] : files_under(society.folder.path())) {
    EXPECT_EQ(bytes.find(digits), std::string::npos) << path;
  }
  must(numbers->erase(grant(), person, base::StaffId::draw(), {1}));
  EXPECT_FALSE(must(numbers->has(grant(), person)));
  EXPECT_FALSE(must(numbers->open(grant(), person)));
  EXPECT_FALSE(must(numbers->find(grant(), *number)));
  EXPECT_EQ(society.recorder.leaves, 2U);
}

TEST_F(Numbers, AFileOfNumbersIsOneLeafOrNothing) {
  std::vector<PersonNumber> file;
  for (const auto* each : {"123456789018", "983205673214", "246801357910"}) {
    file.emplace_back(base::PersonId::draw(), *base::IndividualNumber::parse(each));
  }
  must(numbers->put_all(grant(), file));
  EXPECT_EQ(society.recorder.leaves, 1U);
  for (const auto& [each, number] : file) {
    EXPECT_EQ(must(numbers->open(grant(), each)), number);
  }
  society.recorder.refuses = true;
  const std::vector<PersonNumber> refused = [&] {
    std::vector<PersonNumber> rows;
    rows.emplace_back(person, *base::IndividualNumber::parse("803199283958"));
    return rows;
  }();
  EXPECT_FALSE(numbers->put_all(grant(), refused).ok());
  society.recorder.refuses = false;
  EXPECT_FALSE(must(numbers->has(grant(), person)));
}

TEST_F(Numbers, ErasingThePersonErasesTheNumber) {
  must(numbers->put(grant(), person, *base::IndividualNumber::parse(digits)));
  must(society.keys->erase(person, base::StaffId::draw(), {1}));
  EXPECT_FALSE(must(numbers->has(grant(), person)));
  EXPECT_FALSE(must(numbers->open(grant(), person)));
}

TEST_F(Numbers, NoLeafNoNumberAndNoUseOnceWithdrawn) {
  const auto number = base::IndividualNumber::parse(digits);
  society.recorder.refuses = true;
  EXPECT_FALSE(numbers->put(grant(), person, *number).ok());
  EXPECT_FALSE(must(numbers->has(grant(), person)));
  society.recorder.withdraw_after_rows = 0;
  EXPECT_EQ(fault_of(numbers->open(grant(), person)), notice::withdrawn_fault());
}

}  // namespace
}  // namespace kenpo::store
