#include "store/access_history.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace kenpo::store {
namespace {

using notice::Commitment;
using notice::LeafSubject;

class AccessHistoryTest : public testing::Test {
 protected:
  AccessHistoryTest() {
    std::string name = std::filesystem::temp_directory_path() / "kenpo-history-XXXXXX";
    directory_ = mkdtemp(name.data());
    auto keys = Keyring::create(directory_);
    EXPECT_TRUE(keys.ok());
    keys_ = std::move(keys).value();
    open();
  }
  ~AccessHistoryTest() override {
    history_.reset();
    keys_.reset();
    std::filesystem::remove_all(directory_);
  }
  void open() {
    history_.reset();
    auto history = AccessHistory::open(directory_, *keys_);
    ASSERT_TRUE(history.ok());
    history_ = std::move(history).value();
  }
  /// Leaves one after the other, each about one person in turn.
  void add(std::uint64_t count, const std::vector<base::PersonId>& people) {
    std::vector<Commitment> commitments;
    for (const auto& person : people) {
      commitments.push_back(history_->commitment(person).value());
    }
    constexpr std::uint64_t batch = 1000;
    for (std::uint64_t first = history_->indexed_up_to(), end = first + count; first < end;) {
      std::vector<LeafSubject> subjects;
      const auto last = std::min(first + batch, end);
      for (auto leaf = first; leaf < last; ++leaf) {
        subjects.push_back({commitments[leaf % commitments.size()], leaf});
      }
      history_->durable(first, last, subjects);
      first = last;
    }
  }
  std::vector<std::uint64_t> leaves(const base::PersonId& person, std::size_t limit = 10'000'000) {
    return history_->leaves_of(person, limit).value();
  }
  std::vector<std::filesystem::path> files() const {
    std::vector<std::filesystem::path> paths;
    for (const auto& file : std::filesystem::directory_iterator(directory_ + "/access/runs")) {
      paths.push_back(file.path());
    }
    std::ranges::sort(paths);
    return paths;
  }

  std::string directory_;
  std::unique_ptr<Keyring> keys_;
  std::unique_ptr<AccessHistory> history_;
  std::vector<base::PersonId> people_ = {base::PersonId::draw(), base::PersonId::draw(),
                                         base::PersonId::draw()};
};

TEST_F(AccessHistoryTest, FindsWhatIsStillInMemory) {
  add(7, people_);
  EXPECT_EQ(leaves(people_[0]), (std::vector<std::uint64_t>{6, 3, 0}));
  EXPECT_EQ(leaves(people_[2]), (std::vector<std::uint64_t>{5, 2}));
  EXPECT_EQ(leaves(people_[0], 2), (std::vector<std::uint64_t>{6, 3}));
  EXPECT_TRUE(leaves(base::PersonId::draw()).empty());
  EXPECT_TRUE(files().empty());
}

TEST_F(AccessHistoryTest, IsThereAfterTheNextOpening) {
  add(7, people_);
  open();
  EXPECT_EQ(history_->indexed_up_to(), 7U);
  EXPECT_EQ(leaves(people_[1]), (std::vector<std::uint64_t>{4, 1}));
}

TEST_F(AccessHistoryTest, ManyLeavesBecomeFewFiles) {
  constexpr std::uint64_t many = access_fresh_limit * 9 + 17;
  add(many, people_);
  ASSERT_TRUE(history_->flush().ok());
  std::uint64_t found = 0;
  for (const auto& person : people_) found += leaves(person).size();
  EXPECT_EQ(found, many);
  EXPECT_EQ(leaves(people_[0], 1).front(), (many - 1) / 3 * 3);
  open();
  EXPECT_LE(files().size(), 2 * access_merge_count);
  EXPECT_EQ(history_->indexed_up_to(), many);
  EXPECT_EQ(leaves(people_[1]).back(), 1U);
}

TEST_F(AccessHistoryTest, ManyOpeningsBecomeFewFiles) {
  constexpr std::uint64_t openings = 40;
  for (std::uint64_t opening = 0; opening < openings; ++opening) {
    add(3, people_);
    open();
  }
  EXPECT_LE(files().size(), 2 * access_merge_count);
  EXPECT_EQ(leaves(people_[2]).size(), openings);
}

TEST_F(AccessHistoryTest, LeavesOutWhatDoesNotFollow) {
  add(3, people_);
  const std::vector<LeafSubject> later = {{history_->commitment(people_[0]).value(), 5}};
  history_->durable(5, 6, later);
  EXPECT_EQ(history_->indexed_up_to(), 3U);
  EXPECT_EQ(leaves(people_[0]), (std::vector<std::uint64_t>{0}));
}

TEST_F(AccessHistoryTest, LeavesWithoutSubjectsCount) {
  history_->durable(0, 4, {});
  EXPECT_EQ(history_->indexed_up_to(), 4U);
  open();
  EXPECT_EQ(history_->indexed_up_to(), 4U);
}

TEST_F(AccessHistoryTest, ForgetsADamagedFileAndWhatFollowsIt) {
  add(3, people_);
  open();
  add(3, people_);
  open();
  const auto before = files();
  ASSERT_EQ(before.size(), 2U);
  for (const auto at : {std::streamoff{0}, std::streamoff{9}, std::streamoff{40},
                        std::streamoff{70}}) {
    history_.reset();
    std::filesystem::copy_file(before[0], directory_ + "/kept",
                               std::filesystem::copy_options::overwrite_existing);
    std::fstream file(before[0], std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(at);
    const char byte = static_cast<char>(file.get() ^ 1);
    file.seekp(at);
    file.put(byte);
    file.close();
    open();
    EXPECT_EQ(history_->indexed_up_to(), 0U) << at;
    EXPECT_TRUE(files().empty());
    EXPECT_TRUE(leaves(people_[0]).empty());
    history_.reset();
    std::filesystem::copy_file(directory_ + "/kept", before[0]);
    open();
    EXPECT_EQ(history_->indexed_up_to(), 3U);
  }
}

TEST_F(AccessHistoryTest, AMergedFileWinsOverPartsThatACrashLeft) {
  add(3, people_);
  open();
  history_.reset();
  const auto part = files().front();
  std::filesystem::copy_file(part, directory_ + "/kept");
  for (int more = 0; more < 3; ++more) {
    open();
    add(3, people_);
  }
  open();
  ASSERT_EQ(files().size(), 1U);  // four became one
  history_.reset();
  std::filesystem::copy_file(directory_ + "/kept", part);
  open();
  EXPECT_EQ(files().size(), 1U);
  EXPECT_EQ(history_->indexed_up_to(), 12U);
  EXPECT_EQ(leaves(people_[0]), (std::vector<std::uint64_t>{9, 6, 3, 0}));
}

TEST_F(AccessHistoryTest, ForgetsEverythingWhenAsked) {
  add(3, people_);
  open();
  add(3, people_);
  ASSERT_TRUE(history_->forget().ok());
  EXPECT_EQ(history_->indexed_up_to(), 0U);
  EXPECT_TRUE(files().empty());
  EXPECT_TRUE(leaves(people_[0]).empty());
  add(3, people_);
  EXPECT_EQ(leaves(people_[0]), (std::vector<std::uint64_t>{0}));
}

TEST_F(AccessHistoryTest, AFolderThatIsNoneIsAFault) {
  history_.reset();
  std::filesystem::remove_all(directory_ + "/access");
  std::ofstream(directory_ + "/access") << "no folder";
  EXPECT_FALSE(AccessHistory::open(directory_, *keys_).ok());
}

}  // namespace
}  // namespace kenpo::store
