// Data acquired under one version of the notice, and rows added by a later one (privacy properties
// 8 and 9).
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/resource.h"
#include "notice/version.h"
#include "notice/version_rules.h"
#include "notice/wording.h"

namespace kenpo::notice {
namespace {

base::Moment day(int number) {
  return base::start_of(*base::Date::make(2026, 4, 1)).plus_milliseconds(number * 86'400'000LL);
}

const Pair sixteen = *numbered_pair(16);

std::string carried() { return std::string(base::resource("notice/notice.txt")); }

std::string without_sixteen() {
  auto text = carried();
  const std::string word = "医療費通知の発行、";
  return text.erase(text.find(word), word.size());
}

Publication page(int on) {
  return {PublicationMeans::page, day(on), "/notice", fingerprint("page"), "総務"};
}

/// Version 1 on day 0 with pair 16, version 2 on day 10 without it, version 3 on day 20 names it
/// again; each published on its day.
class AddedAgain : public testing::Test {
 protected:
  AddedAgain() {
    std::string name = testing::TempDir() + "notice_gaps_XXXXXX";
    directory_ = ::mkdtemp(name.data());
  }
  ~AddedAgain() override { std::filesystem::remove_all(directory_); }

  NoticeBook book(Proposal last) {
    auto opened = NoticeBook::open(directory_ + "/notice");
    EXPECT_TRUE(opened.ok());
    auto made = std::move(opened).value();
    EXPECT_TRUE(made.propose({carried(), day(0), "理事会", day(0), {}}).ok());
    EXPECT_TRUE(made.publish(1, page(0)).ok());
    EXPECT_TRUE(made.propose({without_sixteen(), day(10), "理事会", day(10), {}}).ok());
    EXPECT_TRUE(made.publish(2, page(10)).ok());
    EXPECT_TRUE(made.propose(last).ok());
    EXPECT_TRUE(made.publish(3, page(20)).ok());
    return made;
  }
  static Proposal limited() {
    return {carried(), day(20), "理事会", day(20), {}, {{sixteen, "新しい通知の仕組みに限る"}}};
  }
  static Proposal related() {
    return {carried(), day(20), "理事会", day(20), {{sixteen, "給付の内容の通知として関連する"}}};
  }

  std::string directory_;
};

TEST_F(AddedAgain, ForNewDataOnlyItDoesNotReachWhatWasAcquiredInBetween) {
  const auto made = book(limited());
  EXPECT_EQ(made.in_force(day(20)).pairs, all_pairs);
  const std::vector<AcquisitionGap> expected = {{mask_of(sixteen), day(10), day(20)}};
  EXPECT_EQ(made.acquisition_gaps(day(20)), expected);
  EXPECT_EQ(made.acquisition_gaps(day(400)), expected);
  // Acquired under version 1, which had the row: still in reach.
  EXPECT_FALSE(expected[0].holds(day(9)));
  EXPECT_TRUE(expected[0].holds(day(10)));
  EXPECT_FALSE(expected[0].holds(day(20)));
  // While the row is not in force there is nothing to ask.
  EXPECT_TRUE(made.acquisition_gaps(day(15)).empty());
}

TEST_F(AddedAgain, WithItsRelatednessItReachesAll) {
  EXPECT_TRUE(book(related()).acquisition_gaps(day(30)).empty());
}

TEST_F(AddedAgain, AnExtensionReachesOlderDataFromItsApprovalOn) {
  for (const auto ground :
       {ExtensionGround::relatedness, ExtensionGround::consent, ExtensionGround::law}) {
    std::filesystem::remove_all(directory_ + "/notice");
    auto made = book(limited());
    ASSERT_TRUE(made.extend(3, {sixteen, ground, "根拠: 一式", day(40), "責任者"}).ok());
    EXPECT_EQ(made.acquisition_gaps(day(39)).size(), 1U);
    EXPECT_TRUE(made.acquisition_gaps(day(40)).empty());
    const auto again = NoticeBook::open(directory_ + "/notice");
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again->acquisition_gaps(day(40)).empty());
    ASSERT_EQ(again->version(3)->extensions.size(), 1U);
    EXPECT_EQ(again->version(3)->extensions[0].ground, ground);
    EXPECT_EQ(again->version(3)->extensions[0].statement, "根拠: 一式");
    EXPECT_EQ(again->version(3)->new_data_only[0].reason, "新しい通知の仕組みに限る");
  }
}

TEST_F(AddedAgain, OnlyAVersionThatLimitedARowCanBeExtended) {
  auto made = book(limited());
  const Extension sound{sixteen, ExtensionGround::law, "法", day(40), "責任者"};
  EXPECT_FALSE(made.extend(1, sound).ok());
  EXPECT_FALSE(made.extend(9, sound).ok());
  auto other = sound;
  other.pair = *numbered_pair(1);
  EXPECT_FALSE(made.extend(3, other).ok());
  auto empty = sound;
  empty.statement = "";
  EXPECT_FALSE(made.extend(3, empty).ok());
  auto nobody = sound;
  nobody.approved_by = "";
  EXPECT_FALSE(made.extend(3, nobody).ok());
  EXPECT_EQ(made.acquisition_gaps(day(50)).size(), 1U);
}

TEST_F(AddedAgain, ARowIsEitherRelatedOrLimitedAndNeverBoth) {
  auto made = book(related());
  auto withdrawn = made.propose({without_sixteen(), day(50), "理事会", day(50), {}});
  ASSERT_TRUE(withdrawn.ok());
  Proposal both{carried(), day(60), "理事会", day(60), {{sixteen, "関連"}}, {{sixteen, "限る"}}};
  EXPECT_FALSE(made.propose(both).ok());
  Proposal neither{carried(), day(60), "理事会", day(60), {}};
  EXPECT_FALSE(made.propose(neither).ok());
  Proposal wrong_row{
      carried(), day(60), "理事会", day(60), {{sixteen, "関連"}}, {{*numbered_pair(1), "限る"}}};
  EXPECT_FALSE(made.propose(wrong_row).ok());
}

TEST(Extension, WordsGoThereAndBack) {
  const Extension extension{sixteen, ExtensionGround::consent, "同意書: 12件", {}, "責任者"};
  EXPECT_EQ(extension_words(extension), "consent: 同意書: 12件");
  const auto back = parse_extension("consent: 同意書: 12件");
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->first, ExtensionGround::consent);
  EXPECT_EQ(back->second, "同意書: 12件");
  for (const char* wrong : {"", "law", "law: ", "wish: x", ": x"}) {
    EXPECT_FALSE(parse_extension(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace kenpo::notice
