// The log as an auditor sees it: files, a public key, older checkpoints. Each change of a file must
// be found by our verifier and by tools/verify-log, which shares no code with it.
#include "notice/audit_log_testing.h"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "notice/checkpoint_rotation.h"
#include "notice/log_verifier.h"

namespace kenpo::notice {
namespace {

using namespace testing_log;
namespace files = std::filesystem;

// Builds tools/verify-log once; empty where Go or its package is missing.
const std::string& outside_program() {
  static const Place place;
  static const std::string program = [] {
    const std::string library = "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog";
    const bool go = std::system("go version >/dev/null 2>&1") == 0;
    if (!go || !files::exists(library)) return std::string();
    const std::string built = place.at("verify-log");
    const std::string build = "cd '" KENPO_SOURCE_DIR "/tools/verify-log' && GO111MODULE=off "
                              "GOPATH=/usr/share/gocode GOFLAGS= GOCACHE='" + place.at("cache") +
                              "' go build -o '" + built + "' .";
    return std::system(build.c_str()) == 0 ? built : std::string("failed");
  }();
  return program;
}

class Outside : public testing::Test {
 protected:
  // What both verifiers say: 0 right, 1 wrong. They must agree.
  int verdict(const std::string& directory, const std::vector<std::string>& older = {}) {
    const auto keys = bytes_of(place_.keys() + "/public.keys");
    const auto first = keys.substr(0, keys.find('\n'));
    const auto verified = verify_log(directory, *PublicKey::parse(first), older);
    told_ = told(verified);
    if (outside_program().empty()) return verified.ok() ? 0 : 1;
    write_bytes(place_.at("first.key"), first + "\n");
    std::string command = outside_program() + " -key " + place_.at("first.key") + " " + directory;
    for (std::size_t at = 0; at < older.size(); ++at) {
      const auto path = place_.at("older." + std::to_string(at));
      write_bytes(path, older[at]);
      command += " " + path;
    }
    const int status = std::system((command + " >" + place_.at("said") + " 2>&1").c_str());
    said_ = bytes_of(place_.at("said"));
    const int outside = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    EXPECT_EQ(outside, verified.ok() ? 0 : 1) << told_ << "\n" << said_;
    return outside;
  }

  void TearDown() override {
    ASSERT_NE(outside_program(), "failed") << "tools/verify-log does not build";
    if (outside_program().empty() && !HasFailure()) {
      GTEST_SKIP() << "go or golang-golang-x-mod-dev is absent: only our own verifier was run";
    }
  }

  Remembered grow(std::uint64_t from, std::uint64_t to) {
    auto log = open_log(place_, rare_checkpoints());
    EXPECT_TRUE(log.ok()) << told(log);
    for (auto number = from; number < to; ++number) {
      (*log)->append_async(leaf_of(number), {}, [](const base::Result<std::uint64_t>&) {});
    }
    EXPECT_TRUE((*log)->stop().ok());
    return (*log)->state().checkpoint;
  }

  void rotate() {
    auto log = open_log(place_, rare_checkpoints());
    ASSERT_TRUE(log.ok() && (*log)->rotate().ok());
    ASSERT_TRUE((*log)->stop().ok());
  }

  void copy(const std::string& from, const std::string& to) {
    files::remove_all(to);
    files::copy(from, to, files::copy_options::recursive);
  }

  std::vector<std::string> all_files() const {
    std::vector<std::string> found;
    for (const auto& entry : files::recursive_directory_iterator(place_.log())) {
      if (entry.is_regular_file()) found.push_back(entry.path().string());
    }
    return found;
  }

  // A partial file of an older checkpoint: nothing is lost with it.
  bool is_superseded(const std::string& path) const {
    const auto place = parse_tile_path(path.substr(place_.log().size() + 1));
    const auto size = checkpoint_of(place_.log()).size;
    return place && place->width < tile_width &&
           place->index * tile_width + place->width < hashes_at(place->level.value_or(0), size);
  }

  Place place_;
  std::string told_;
  std::string said_;
};

TEST_F(Outside, TakesWhatIsRight) {
  std::vector<std::string> older = {grow(0, 0).note};
  EXPECT_EQ(verdict(place_.log(), older), 0) << told_ << said_;
  std::uint64_t size = 0;
  for (const std::uint64_t to : {1U, 2U, 255U, 256U, 257U, 600U, 1024U}) {
    older.push_back(grow(size, to).note);
    size = to;
    EXPECT_EQ(verdict(place_.log(), older), 0) << told_ << said_;
    if (to == 257) rotate();
  }
}

// Every byte of small files, every 397th of large ones; cut, lengthened and removed files.
TEST_F(Outside, FindsEveryChangedFile) {
  grow(0, 300);
  rotate();
  grow(300, 520);
  ASSERT_EQ(verdict(place_.log()), 0) << told_ << said_;
  for (const auto& path : all_files()) {
    const auto bytes = bytes_of(path);
    const std::size_t step = bytes.size() <= 512 ? 1 : 397;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      auto changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
      write_bytes(path, changed);
      ASSERT_EQ(verdict(place_.log()), 1) << path << " byte " << at << said_;
    }
    for (const std::size_t length : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
      write_bytes(path, bytes.substr(0, length));
      ASSERT_EQ(verdict(place_.log()), 1) << path << " cut to " << length << said_;
    }
    write_bytes(path, bytes + "x");
    ASSERT_EQ(verdict(place_.log()), 1) << path << " longer" << said_;
    files::remove(path);
    ASSERT_EQ(verdict(place_.log()), is_superseded(path) ? 0 : 1) << path << " removed" << said_;
    write_bytes(path, bytes);
  }
  write_bytes(place_.log() + "/tile/strange", "x");
  ASSERT_EQ(verdict(place_.log()), 1) << "a file too many";
  files::remove(place_.log() + "/tile/strange");
  ASSERT_EQ(verdict(place_.log()), 0) << told_ << said_;
}

// Partial files of older checkpoints stay until the tile is full; they must be its beginning.
TEST_F(Outside, FindsChangedOlderPartials) {
  grow(0, 5);
  grow(5, 9);
  const auto path = place_.log() + "/" + tile_path(std::nullopt, 0, 5);
  ASSERT_TRUE(exists(path));
  ASSERT_EQ(verdict(place_.log()), 0) << told_ << said_;
  auto bytes = bytes_of(path);
  bytes[40] ^= 1;
  write_bytes(path, bytes);
  EXPECT_EQ(verdict(place_.log()), 1);
}

TEST_F(Outside, FindsRollbackAndFork) {
  const auto first = grow(0, 300);
  copy(place_.log(), place_.at("old"));
  const auto later = grow(300, 600);
  ASSERT_EQ(verdict(place_.log(), {first.note, later.note}), 0) << told_ << said_;
  // The old copy is a right log, but not the one that the later checkpoint is of.
  ASSERT_EQ(verdict(place_.at("old"), {first.note}), 0) << told_ << said_;
  EXPECT_EQ(verdict(place_.at("old"), {later.note}), 1);
  EXPECT_NE(told_.find("rolled back"), std::string::npos) << told_;
  // Only the checkpoint rolled back.
  copy(place_.log(), place_.at("mixed"));
  write_bytes(place_.at("mixed") + "/checkpoint", first.note);
  EXPECT_EQ(verdict(place_.at("mixed")), 1);
  // A second history from the old copy on, with the true key.
  auto lines = lines_of(place_.at("old"));
  while (lines.size() < 700) lines.push_back(encode(leaf_of(5000 + lines.size())));
  forge(place_.at("fork"), lines, stolen_key(place_));
  EXPECT_EQ(verdict(place_.at("fork"), {first.note}), 0) << told_ << said_;
  EXPECT_EQ(verdict(place_.at("fork"), {later.note}), 1);
  EXPECT_NE(told_.find("fork"), std::string::npos) << told_;
}

TEST_F(Outside, OpeningNamesRollbackForkAndTruncation) {
  const auto first = grow(0, 300);
  copy(place_.log(), place_.at("old"));
  const auto later = grow(300, 600);
  auto options = rare_checkpoints();
  options.remembered = later;
  const auto opened = [&](const std::string& directory) {
    copy(directory, place_.at("tried"));
    auto signer = Signer::open(place_.keys(), origin);
    return told(AuditLog::open(place_.at("tried"), std::move(signer).value(), options));
  };
  EXPECT_EQ(opened(place_.log()), "");
  EXPECT_NE(opened(place_.at("old")).find("rolled back to 300"), std::string::npos);
  auto lines = lines_of(place_.log());
  lines[17] = encode(leaf_of(999'999));
  forge(place_.at("fork"), lines, stolen_key(place_));
  EXPECT_NE(opened(place_.at("fork")).find("The first 600 leaves differ"), std::string::npos);
  lines.push_back(encode(leaf_of(1)));
  forge(place_.at("fork"), lines, stolen_key(place_));
  EXPECT_NE(opened(place_.at("fork")).find("The first 600 leaves differ"), std::string::npos);
  copy(place_.log(), place_.at("cut"));
  files::remove_all(place_.at("cut") + "/" + partials_path(std::nullopt, 2));
  EXPECT_NE(opened(place_.at("cut")).find("truncated after leaf 512"), std::string::npos);
  copy(place_.log(), place_.at("mixed"));
  write_bytes(place_.at("mixed") + "/checkpoint", first.note);
  options.remembered = first;
  EXPECT_NE(opened(place_.at("mixed")).find("beyond its checkpoint"), std::string::npos);
  files::remove_all(place_.at("empty"));
  files::create_directory(place_.at("empty"));
  EXPECT_NE(opened(place_.at("empty")).find("rolled back to 0"), std::string::npos);
}

// CVE-2023-31439 of journald: sealed entries are changed and sealed again with the key of today.
// Here what was logged before a key change is vouched for by a key that no longer exists.
TEST_F(Outside, ResealingAnEarlierEpochIsFound) {
  grow(0, 50);
  rotate();
  grow(50, 90);
  const auto lines = lines_of(place_.log());
  ASSERT_EQ(lines.size(), 91U);
  forge(place_.at("same"), lines, stolen_key(place_));
  ASSERT_EQ(verdict(place_.at("same")), 0) << told_ << said_;
  for (const std::size_t at : {0U, 10U, 49U}) {
    auto changed = lines;
    changed[at] = encode(leaf_of(999));
    forge(place_.at("forged"), changed, stolen_key(place_));
    EXPECT_EQ(verdict(place_.at("forged")), 1) << at;
    // The forger may make a key change of his own as well, but not the old signature.
    Frontier frontier;
    for (std::size_t before = 0; before < 50; ++before) {
      frontier.append(leaf_hash(changed[before]));
    }
    const auto key = stolen_key(place_);
    const Checkpoint vouched{origin, 50, frontier.root(), {}};
    changed[50] = rotation_line(key.sign(rotation_text(vouched, key.public_key())));
    forge(place_.at("forged"), changed, key);
    EXPECT_EQ(verdict(place_.at("forged")), 1) << at;
  }
}

// CVE-2023-31438 of journald: the log is cut off and goes on with other entries under valid seals.
TEST_F(Outside, TruncateAndContinueIsFound) {
  grow(0, 50);
  rotate();
  const auto remembered = grow(50, 90);
  const auto lines = lines_of(place_.log());
  // Cut before the key change: the key of today never signed there.
  auto early = std::vector(lines.begin(), lines.begin() + 30);
  for (std::uint64_t at = 0; at < 100; ++at) early.push_back(encode(leaf_of(7000 + at)));
  forge(place_.at("forged"), early, stolen_key(place_));
  EXPECT_EQ(verdict(place_.at("forged")), 1);
  // Cut within the epoch: only what is remembered outside tells.
  auto late = std::vector(lines.begin(), lines.begin() + 70);
  for (std::uint64_t at = 0; at < 100; ++at) late.push_back(encode(leaf_of(7000 + at)));
  forge(place_.at("forged"), late, stolen_key(place_));
  EXPECT_EQ(verdict(place_.at("forged")), 0) << told_ << said_;
  EXPECT_EQ(verdict(place_.at("forged"), {remembered.note}), 1);
}

TEST_F(Outside, OldPrivateKeyIsGone) {
  grow(0, 5);
  const auto old_seed = bytes_of(place_.keys() + "/current.key");
  ASSERT_EQ(old_seed.size(), 32U);
  rotate();
  for (const auto& entry : files::recursive_directory_iterator(place_.keys())) {
    EXPECT_EQ(bytes_of(entry.path().string()).find(old_seed), std::string::npos);
  }
}

}  // namespace
}  // namespace kenpo::notice
