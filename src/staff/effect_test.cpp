// H-4: 個人情報保護の施策に生かしています — results lead to a review with measures and dates.
#include <gtest/gtest.h>

#include "staff/effect_act.h"
#include "staff/people_for_tests.h"

namespace kenpo::staff {
namespace {

using test_support::must;

class EffectTest : public ListedSociety {
 protected:
  base::Result<> review(const base::StaffId& who, std::string finding, std::string measure,
                        int days = 30) {
    return review_effect(people(), acting(who), course_, std::move(finding), std::move(measure),
                         clock().now().day().plus_days(days));
  }
  const Course& course_ = *course_on(carried_courses(), *base::Date::make(2026, 11, 24));
};

TEST_F(EffectTest, H4_TheReviewKeepsCountsFindingMeasureAndDay) {
  ASSERT_TRUE(review(responsible_, "誤答が多い問いがある。", "朝礼で確かめる。").ok());
  const auto reviews = must(show_reviews(people()));
  ASSERT_EQ(reviews.size(), 1U);
  EXPECT_EQ(reviews[0].people_passed, 2);
  EXPECT_EQ(reviews[0].people_failed, 0);
  EXPECT_EQ(reviews[0].by, responsible_);
  EXPECT_EQ(reviews[0].measure, "朝礼で確かめる。");
  EXPECT_EQ(reviews[0].due, clock().now().day().plus_days(30));
}

TEST_F(EffectTest, H4_OnlyTheResponsiblePersonReviewsAndWithWordsAndAComingDay) {
  EXPECT_FALSE(review(director_, "分かった", "対応").ok());
  EXPECT_FALSE(review(responsible_, "", "対応").ok());
  EXPECT_FALSE(review(responsible_, "分かった", "").ok());
  EXPECT_FALSE(review(responsible_, std::string(501, 'x'), "対応").ok());
  EXPECT_FALSE(review(responsible_, "分かった", "対応", -1).ok());
  auto other = course_;
  other.name = "nobody_took_it";
  EXPECT_FALSE(
      review_effect(people(), acting(responsible_), other, "分かった", "対応", clock().now().day())
          .ok());
  EXPECT_TRUE(must(show_reviews(people())).empty());
}

}  // namespace
}  // namespace kenpo::staff
