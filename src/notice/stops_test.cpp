// Property 22: a stop of person × purpose blocks from the next request on, all but what rests on a
// statute.
#include "notice/stops.h"

#include <gtest/gtest.h>

#include <array>

namespace kenpo::notice {
namespace {

constexpr PairMask of(Category category, Purpose purpose) { return mask_of({category, purpose}); }
constexpr auto administration = of(Category::eligibility, Purpose::member_administration);
constexpr auto collection = of(Category::eligibility, Purpose::premium_collection);

TEST(Stops, NobodyHasStoppedAnythingAtFirst) { EXPECT_EQ(Stops().now(), nullptr); }

TEST(Stops, HoldsForThePersonAndThePurposeAndForNothingElse) {
  const auto hanako = base::PersonId::draw();
  const auto taro = base::PersonId::draw();
  Stops stops;
  stops.set(std::array{Stop{hanako, Purpose::premium_collection}});
  const auto table = stops.now();
  ASSERT_NE(table, nullptr);
  EXPECT_TRUE(table->stopped(hanako, collection));
  EXPECT_FALSE(table->stopped(hanako, administration));
  EXPECT_FALSE(table->stopped(taro, collection));
}

TEST(Stops, OfTwoPurposesBothHold) {
  const auto hanako = base::PersonId::draw();
  Stops stops;
  stops.set(std::array{Stop{hanako, Purpose::premium_collection},
                       Stop{hanako, Purpose::member_administration}});
  EXPECT_TRUE(stops.now()->stopped(hanako, collection));
  EXPECT_TRUE(stops.now()->stopped(hanako, administration));
}

TEST(Stops, OfTwoPeopleWhoAreOneHoldForBoth) {
  const auto hanako = base::PersonId::draw();
  const auto same = base::PersonId::draw();
  const auto taro = base::PersonId::draw();
  Stops stops;
  stops.join(hanako, same);  // nothing is stopped yet
  EXPECT_EQ(stops.now(), nullptr);
  stops.set(std::array{Stop{hanako, Purpose::premium_collection},
                       Stop{same, Purpose::member_administration}});
  const auto running = stops.now();
  stops.join(same, hanako);
  for (const auto& person : {hanako, same}) {
    EXPECT_TRUE(stops.now()->stopped(person, collection));
    EXPECT_TRUE(stops.now()->stopped(person, administration));
  }
  EXPECT_FALSE(running->stopped(same, collection)) << "a run keeps its own";
  stops.join(taro, base::PersonId::draw());
  EXPECT_FALSE(stops.now()->stopped(taro, collection));
}

TEST(Stops, EndWhenTheyAreTakenBackAndARunKeepsItsOwn) {
  const auto hanako = base::PersonId::draw();
  Stops stops;
  stops.set(std::array{Stop{hanako, Purpose::premium_collection}});
  const auto running = stops.now();
  stops.set({});
  EXPECT_EQ(stops.now(), nullptr);
  EXPECT_TRUE(running->stopped(hanako, collection));
}

TEST(Stops, APurposeCoversEveryCategoryItIsPublishedFor) {
  for (const auto& pair : published_pairs) {
    EXPECT_NE(pairs_of(pair.purpose) & mask_of(pair), 0U);
  }
}

}  // namespace
}  // namespace kenpo::notice
