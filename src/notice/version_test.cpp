#include "notice/version.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/resource.h"
#include "notice/version_record.h"
#include "notice/wording.h"

namespace kenpo::notice {
namespace {

base::Moment day(int number, int hour = 0) {
  return base::start_of(*base::Date::make(2026, 4, 1))
      .plus_milliseconds((number * 24LL + hour) * 3'600'000);
}

PairMask bit(int pair) { return mask_of(*numbered_pair(pair)); }

std::string carried() { return std::string(base::resource("notice/notice.txt")); }

// The carried text without 「医療費通知の発行」 (pair 16).
std::string without_sixteen() {
  auto text = carried();
  const std::string word = "医療費通知の発行、";
  return text.erase(text.find(word), word.size());
}

class NoticeBookTest : public testing::Test {
 protected:
  NoticeBookTest() {
    std::string name = testing::TempDir() + "notice_book_XXXXXX";
    directory_ = ::mkdtemp(name.data());
    folder_ = directory_ + "/notice";
  }
  ~NoticeBookTest() override { std::filesystem::remove_all(directory_); }

  NoticeBook book() {
    auto opened = NoticeBook::open(folder_);
    EXPECT_TRUE(opened.ok());
    return std::move(opened).value();
  }
  static Proposal proposal(std::string text, int on, std::vector<Relatedness> related = {}) {
    return {std::move(text), day(on), "理事会", day(on), std::move(related)};
  }
  static Publication publication(int on) {
    return {PublicationMeans::page, day(on), "https://example.jp/notice", fingerprint("page"),
            "総務"};
  }
  void spoil(const std::string& name, const std::string& from, const std::string& to) {
    std::ifstream in(folder_ + '/' + name, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    ASSERT_NE(text.find(from), std::string::npos);
    text.replace(text.find(from), from.size(), to);
    std::ofstream(folder_ + '/' + name, std::ios::binary) << text;
  }

  std::string directory_;
  std::string folder_;
};

TEST_F(NoticeBookTest, AnEmptyBookHasNothingInForce) {
  const auto empty = book();
  EXPECT_EQ(empty.in_force(day(0)).version, 0U);
  EXPECT_EQ(empty.in_force(day(0)).pairs, 0U);
  EXPECT_EQ(empty.current(day(0)), nullptr);
  EXPECT_EQ(empty.next_change(day(0)), std::nullopt);
}

TEST_F(NoticeBookTest, NothingIsInForceBeforePublication) {
  auto notices = book();
  ASSERT_TRUE(notices.propose(proposal(carried(), 0)).ok());
  EXPECT_EQ(notices.in_force(day(9)).pairs, 0U);
  ASSERT_TRUE(notices.publish(1, publication(2)).ok());
  EXPECT_EQ(notices.in_force(day(1, 23)).pairs, 0U);
  EXPECT_EQ(notices.in_force(day(2)).pairs, all_pairs);
  EXPECT_EQ(notices.in_force(day(2)).version, 1U);
  EXPECT_EQ(notices.in_force(day(2)).sha256, carried_document().sha256);
  EXPECT_EQ(notices.next_change(day(0)), day(2));
  EXPECT_EQ(notices.next_change(day(2)), std::nullopt);
}

TEST_F(NoticeBookTest, AWithdrawnRowStopsAtTheTimeOfForceAndANewOneWaitsForItsPublication) {
  auto notices = book();
  ASSERT_TRUE(notices.propose(proposal(carried(), 0)).ok());
  ASSERT_TRUE(notices.publish(1, publication(0)).ok());
  // Version 2 withdraws pair 16: it stops at its time even though nothing was published yet.
  ASSERT_TRUE(notices.propose(proposal(without_sixteen(), 10)).ok());
  EXPECT_EQ(notices.in_force(day(9, 23)).pairs, all_pairs);
  EXPECT_EQ(notices.in_force(day(10)).pairs, all_pairs & ~bit(16));
  EXPECT_EQ(notices.in_force(day(10)).version, 2U);
  // Version 3 names it again: it waits for evidence, although version 1 was published.
  ASSERT_FALSE(notices.propose(proposal(carried(), 20)).ok());
  const Relatedness related{*numbered_pair(16), "加入者への給付内容の通知として関連する。"};
  ASSERT_TRUE(notices.propose(proposal(carried(), 20, {related})).ok());
  EXPECT_EQ(notices.in_force(day(25)).pairs, all_pairs & ~bit(16));
  ASSERT_TRUE(notices.publish(3, publication(26)).ok());
  EXPECT_EQ(notices.in_force(day(25)).pairs, all_pairs & ~bit(16));
  EXPECT_EQ(notices.in_force(day(26)).pairs, all_pairs);
  EXPECT_EQ(notices.next_change(day(5)), day(10));
  EXPECT_EQ(notices.next_change(day(10)), day(20));  // the number changes
  EXPECT_EQ(notices.next_change(day(20)), day(26));
  // Everything is the same when read from disk.
  const auto again = book();
  EXPECT_EQ(again.chain(), notices.chain());
  EXPECT_EQ(again.history().size(), 3U);
  EXPECT_EQ(again.in_force(day(26)).pairs, all_pairs);
  EXPECT_EQ(again.in_force(day(15)).pairs, all_pairs & ~bit(16));
  ASSERT_EQ(again.history()[2].relatedness.size(), 1U);
  EXPECT_EQ(again.history()[2].relatedness[0].statement, related.statement);
}

TEST_F(NoticeBookTest, ARowIsPublishedOrExemptedWithItsGround) {
  auto notices = book();
  ASSERT_TRUE(notices.propose(proposal(without_sixteen(), 0)).ok());
  ASSERT_TRUE(notices.publish(1, publication(0)).ok());
  ASSERT_TRUE(notices.propose(proposal(carried(), 1, {{*numbered_pair(16), "関連"}})).ok());
  EXPECT_EQ(notices.in_force(day(3)).pairs, all_pairs & ~bit(16));
  const Exemption exemption{*numbered_pair(16), UnpublishedGround::cooperation_with_public_body,
                            day(2), "理事会"};
  EXPECT_FALSE(notices.exempt(1, exemption).ok());  // version 1 has no such row
  ASSERT_TRUE(notices.exempt(2, exemption).ok());
  EXPECT_EQ(notices.in_force(day(1)).pairs, all_pairs & ~bit(16));
  EXPECT_EQ(notices.in_force(day(2)).pairs, all_pairs);
  ASSERT_EQ(book().history()[1].exemptions.size(), 1U);
}

TEST_F(NoticeBookTest, RefusesWhatMayNotBeRecorded) {
  auto notices = book();
  EXPECT_FALSE(notices.publish(1, publication(0)).ok());
  EXPECT_FALSE(notices.propose(proposal("x", 0)).ok());
  auto unnamed = proposal(carried(), 0);
  unnamed.approved_by = "甲\n乙";
  EXPECT_FALSE(notices.propose(unnamed).ok());
  ASSERT_TRUE(notices.propose(proposal(carried(), 5)).ok());
  EXPECT_FALSE(notices.propose(proposal(carried(), 6)).ok());          // the same text
  EXPECT_FALSE(notices.propose(proposal(without_sixteen(), 4)).ok());  // backwards
  EXPECT_FALSE(notices.propose(proposal(without_sixteen(), 6, {{*numbered_pair(1), "x"}})).ok());
  EXPECT_FALSE(notices.publish(1, publication(4)).ok());  // before its adoption
  ASSERT_TRUE(notices.publish(1, publication(5)).ok());
  EXPECT_FALSE(notices.publish(1, publication(6)).ok());  // twice
  EXPECT_EQ(book().history().size(), 1U);
}

TEST_F(NoticeBookTest, ChangesBehindTheProgramsBackAreFaultsThatNameTheFile) {
  const auto fill = [&] {
    std::filesystem::remove_all(folder_);
    auto notices = book();
    ASSERT_TRUE(notices.propose(proposal(carried(), 0)).ok());
    ASSERT_TRUE(notices.publish(1, publication(0)).ok());
  };
  const auto refusal = [&] {
    auto opened = NoticeBook::open(folder_);
    return opened.ok() ? std::string() : opened.faults()[0].place.file.text();
  };
  fill();
  EXPECT_EQ(refusal(), "");
  spoil("0001.txt", "医療費通知", "医療費通信");
  EXPECT_EQ(refusal(), "0001.txt");
  fill();
  spoil("0001.txt", "当組合は", "本組合は");
  EXPECT_EQ(refusal(), "0001.txt");
  fill();
  std::filesystem::remove(folder_ + "/0001.txt");
  EXPECT_EQ(refusal(), "0001.txt");
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"理事会", "理事長"},
                                                        {"2026-04-01T", "2026-03-01T"},
                                                        {"published\t", "notified\t"},
                                                        {"example.jp", "example.com"},
                                                        {"\t-\t", "\tx\t"},
                                                        {"record", "Record"}}) {
    fill();
    spoil("versions.tsv", from, to);
    EXPECT_EQ(refusal(), "versions.tsv") << from;
  }
}

TEST_F(NoticeBookTest, TwoWritersDoNotOverwriteEachOther) {
  auto first = book();
  auto second = book();
  ASSERT_TRUE(first.propose(proposal(carried(), 0)).ok());
  EXPECT_FALSE(second.propose(proposal(carried(), 0)).ok());
  EXPECT_FALSE(std::filesystem::exists(folder_ + "/versions.tsv.new"));
}

TEST(VersionRecord, MomentsAndFingerprintsLeadBack) {
  EXPECT_EQ(parse_moment(day(3, 7).iso()), day(3, 7));
  for (const auto* bad : {"2026-04-01T24:00:00.000+09:00", "2026-04-01T10:00:00.000+00:00",
                          "2026-02-29T10:00:00.000+09:00", "", "2026-04-01 10:00:00.000+09:00",
                          "2026-04-01T+1:00:00.000+09:00"}) {
    EXPECT_EQ(parse_moment(bad), std::nullopt) << bad;
  }
  EXPECT_EQ(parse_hexadecimal(hexadecimal(fingerprint("a"))), fingerprint("a"));
  EXPECT_EQ(parse_hexadecimal(std::string(64, 'A')), std::nullopt);
  EXPECT_EQ(parse_hexadecimal("00"), std::nullopt);
}

}  // namespace
}  // namespace kenpo::notice
