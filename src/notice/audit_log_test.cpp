#include "notice/audit_log_testing.h"

#include <sys/resource.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <set>
#include <thread>

#include "notice/log_verifier.h"

namespace kenpo::notice {
namespace {

using namespace testing_log;

void append_numbers(AuditLog& log, std::uint64_t from, std::uint64_t to) {
  for (auto number = from; number < to; ++number) {
    const auto index = log.append(leaf_of(number));
    ASSERT_TRUE(index.ok()) << told(index);
    ASSERT_EQ(*index, number);
  }
}

PublicKey first_key(const Place& place) {
  const auto keys = bytes_of(place.keys() + "/public.keys");
  return *PublicKey::parse(keys.substr(0, keys.find('\n')));
}

TEST(AuditLog, KeepsWhatItAcknowledged) {
  const Place place;
  {
    auto log = open_log(place, rare_checkpoints());
    ASSERT_TRUE(log.ok()) << told(log);
    append_numbers(**log, 0, 3);
    EXPECT_EQ((*log)->state().durable, 3U);
    EXPECT_EQ((*log)->state().published, 0U);
    const auto remembered = (*log)->checkpoint();
    ASSERT_TRUE(remembered.ok());
    EXPECT_EQ(remembered->size, 3U);
    append_numbers(**log, 3, 5);
    ASSERT_TRUE((*log)->stop().ok());
    EXPECT_FALSE((*log)->append(leaf_of(5)).ok());
  }
  auto log = open_log(place);
  ASSERT_TRUE(log.ok()) << told(log);
  append_numbers(**log, 5, 6);
  ASSERT_TRUE((*log)->stop().ok());
  const auto lines = lines_of(place.log());
  ASSERT_EQ(lines.size(), 6U);
  for (std::size_t at = 0; at < lines.size(); ++at) EXPECT_EQ(number_of(lines[at]), at);
  EXPECT_FALSE(exists(place.log() + "/journal"));
}

TEST(AuditLog, GrowsOverTilesAndProves) {
  const Place place;
  constexpr std::uint64_t leaves = 256 * 256 + 300;
  auto options = rare_checkpoints();
  options.checkpoint_leaves = 20'000;
  auto log = open_log(place, options);
  ASSERT_TRUE(log.ok()) << told(log);
  std::atomic<std::uint64_t> left = leaves;
  for (std::uint64_t number = 0; number < leaves; ++number) {
    (*log)->append_async(leaf_of(number), {}, [&](const base::Result<std::uint64_t>& index) {
      if (index.ok()) --left;
    });
  }
  const auto remembered = [&] {
    while (left != 0) std::this_thread::yield();
    return (*log)->checkpoint();
  }();
  ASSERT_TRUE(remembered.ok());
  ASSERT_EQ(remembered->size, leaves);
  const auto lines = lines_of(place.log());
  for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{65535}, std::uint64_t{65536},
                                    leaves - 1}) {
    const auto proof = (*log)->prove(index);
    ASSERT_TRUE(proof.ok()) << told(proof);
    EXPECT_TRUE(proves_inclusion(*proof, index, leaves, leaf_hash(lines[index]), remembered->root));
  }
  EXPECT_FALSE((*log)->prove(leaves).ok());
  ASSERT_TRUE((*log)->stop().ok());
  const auto verified = verify_log(place.log(), first_key(place), {remembered->note});
  ASSERT_TRUE(verified.ok()) << told(verified);
  EXPECT_EQ(verified->bundles, 258U);
  EXPECT_EQ(verified->tiles, 258U + 2U + 1U);
}

TEST(AuditLog, ManyThreadsEachGetTheirIndex) {
  const Place place;
  auto log = open_log(place);
  ASSERT_TRUE(log.ok()) << told(log);
  std::vector<std::thread> threads;
  std::vector<std::vector<std::uint64_t>> indices(16);
  for (std::size_t thread = 0; thread < indices.size(); ++thread) {
    threads.emplace_back([&, thread] {
      for (std::uint64_t at = 0; at < 50; ++at) {
        const auto index = (*log)->append(leaf_of(thread * 1000 + at));
        if (index.ok()) indices[thread].push_back(*index);
      }
    });
  }
  for (int rotation = 0; rotation < 3; ++rotation) EXPECT_TRUE((*log)->rotate().ok());
  for (auto& thread : threads) thread.join();
  ASSERT_TRUE((*log)->stop().ok());
  const auto lines = lines_of(place.log());
  ASSERT_EQ(lines.size(), 16U * 50U + 3U);
  for (std::size_t thread = 0; thread < indices.size(); ++thread) {
    ASSERT_EQ(indices[thread].size(), 50U);
    for (std::size_t at = 0; at < 50; ++at) {
      EXPECT_EQ(number_of(lines[indices[thread][at]]), thread * 1000 + at);
    }
  }
  const auto verified = verify_log(place.log(), first_key(place), {});
  ASSERT_TRUE(verified.ok()) << told(verified);
  EXPECT_EQ(verified->epochs, 4U);
}

TEST(AuditLog, IsOpenOnce) {
  const Place place;
  auto log = open_log(place);
  ASSERT_TRUE(log.ok());
  EXPECT_NE(told(open_log(place)).find("Another kenpo"), std::string::npos);
}

// Room for the journal's file only up to a limit, as on a small disk.
TEST(AuditLog, FullDiskRefusesAndHeals) {
  const Place place;
  auto log = open_log(place, rare_checkpoints());
  ASSERT_TRUE(log.ok());
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{1 << 20, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  for (int at = 0; at < 3; ++at) {
    const auto refused = (*log)->append(leaf_of(0));
    EXPECT_NE(told(refused).find("no room"), std::string::npos) << told(refused);
  }
  EXPECT_FALSE((*log)->state().healthy);
  EXPECT_EQ((*log)->state().durable, 0U);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  static_cast<void>(std::signal(SIGXFSZ, handler));
  append_numbers(**log, 0, 2);
  EXPECT_TRUE((*log)->state().healthy);
  ASSERT_TRUE((*log)->stop().ok());
  EXPECT_EQ(lines_of(place.log()).size(), 2U);
}

// Fails writes or syncs while an errno stands in its field.
class FailingIo final : public LogIo {
 public:
  int write(int descriptor, std::string_view bytes, std::uint64_t offset) override {
    return fail_write ? fail_write.load() : LogIo::write(descriptor, bytes, offset);
  }
  int sync(int descriptor) override {
    return fail_sync ? fail_sync.load() : LogIo::sync(descriptor);
  }
  int sync_directory(const std::string& path) override {
    return fail_tile_names && path.find("/tile") != std::string::npos
               ? fail_tile_names.load()
               : LogIo::sync_directory(path);
  }
  int sync_file_system(const std::string& path) override {
    return fail_file_system ? fail_file_system.load() : LogIo::sync_file_system(path);
  }
  std::atomic<int> fail_write = 0;
  std::atomic<int> fail_sync = 0;
  std::atomic<int> fail_tile_names = 0;
  std::atomic<int> fail_file_system = 0;
};

TEST(AuditLog, AFailedWriteIsLeftBehind) {
  const Place place;
  FailingIo io;
  auto options = rare_checkpoints();
  options.io = &io;
  {
    auto log = open_log(place, options);
    ASSERT_TRUE(log.ok());
    append_numbers(**log, 0, 2);
    io.fail_write = EIO;
    EXPECT_FALSE((*log)->append(leaf_of(99)).ok());
    io.fail_write = 0;
    append_numbers(**log, 2, 4);
    io.fail_write = ENOSPC;  // so that the tiles cannot be written: the journal must carry it all
  }
  ASSERT_TRUE(exists(place.log() + "/journal"));
  auto log = open_log(place);
  ASSERT_TRUE(log.ok()) << told(log);
  ASSERT_TRUE((*log)->stop().ok());
  EXPECT_EQ(lines_of(place.log()).size(), 4U);
}

TEST(AuditLog, AFailedSyncIsFinalUntilOpenedAgain) {
  const Place place;
  FailingIo io;
  auto options = rare_checkpoints();
  options.io = &io;
  {
    auto log = open_log(place, options);
    ASSERT_TRUE(log.ok());
    append_numbers(**log, 0, 2);
    io.fail_sync = EIO;
    EXPECT_FALSE((*log)->append(leaf_of(2)).ok());
    io.fail_sync = 0;
    const auto refused = (*log)->append(leaf_of(2));
    EXPECT_NE(told(refused).find("could not be brought onto the disk"), std::string::npos);
    EXPECT_FALSE((*log)->state().healthy);
    EXPECT_TRUE((*log)->state().ended);
  }
  auto log = open_log(place);
  ASSERT_TRUE(log.ok()) << told(log);
  ASSERT_TRUE((*log)->append(leaf_of(2)).ok());
  ASSERT_TRUE((*log)->stop().ok());
  const auto lines = lines_of(place.log());
  ASSERT_GE(lines.size(), 3U);
  EXPECT_EQ(number_of(lines[0]), 0U);
  EXPECT_EQ(number_of(lines[1]), 1U);
}

std::set<std::string> files_under(const std::string& directory) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) files.insert(entry.path());
  }
  return files;
}

// A few leaves are synced file by file, many with the whole file system: both ways may fail. What
// was written since may be gone after a power cut, whatever the next sync says.
TEST(AuditLog, AFailedSyncOfTilesIsFinalAndLosesNothing) {
  for (const std::uint64_t leaves : {8U, 3000U}) {
    const Place place;
    FailingIo io;
    auto options = rare_checkpoints();
    options.io = &io;
    std::set<std::string> before;
    {
      auto log = open_log(place, options);
      ASSERT_TRUE(log.ok());
      append_numbers(**log, 0, 4);
      ASSERT_TRUE((*log)->checkpoint().ok());
      before = files_under(place.log() + "/tile");
      append_numbers(**log, 4, leaves);
      (leaves == 8 ? io.fail_tile_names : io.fail_file_system) = EIO;
      EXPECT_NE(told((*log)->checkpoint()).find("could not be brought"), std::string::npos);
      io.fail_tile_names = 0;
      io.fail_file_system = 0;
      EXPECT_TRUE((*log)->state().ended);
      EXPECT_FALSE((*log)->append(leaf_of(99)).ok());
      EXPECT_FALSE((*log)->checkpoint().ok());
      EXPECT_FALSE((*log)->stop().ok());
    }
    for (const auto& file : files_under(place.log() + "/tile")) {
      if (!before.contains(file)) std::filesystem::remove(file);
    }
    auto log = open_log(place);
    ASSERT_TRUE(log.ok()) << told(log);
    EXPECT_FALSE((*log)->state().ended);
    append_numbers(**log, leaves, leaves + 1);
    ASSERT_TRUE((*log)->stop().ok());
    EXPECT_EQ(lines_of(place.log()).size(), leaves + 1);
  }
}

TEST(AuditLog, ADirectoryThatCannotBeMadeIsAFault) {
  const Place place;
  auto signer = Signer::open(place.keys(), origin);
  ASSERT_TRUE(signer.ok());
  const auto log = AuditLog::open(place.at("missing/log"), std::move(signer).value());
  EXPECT_NE(told(log).find("cannot be written"), std::string::npos) << told(log);
}

// A crash while tiles were written, with more leaves in the journal than in those tiles.
TEST(AuditLog, HalfWrittenTilesGo) {
  const Place place;
  FailingIo io;
  auto options = rare_checkpoints();
  options.io = &io;
  {
    auto log = open_log(place, options);
    ASSERT_TRUE(log.ok());
    append_numbers(**log, 0, 5);
    ASSERT_TRUE((*log)->checkpoint().ok());
    append_numbers(**log, 5, 9);
    io.fail_write = EIO;
  }
  write_bytes(place.log() + "/" + tile_path(std::nullopt, 0, 7), "half a bundle");
  write_bytes(place.log() + "/" + tile_path(0, 0, 7), "");
  auto log = open_log(place);
  ASSERT_TRUE(log.ok()) << told(log);
  append_numbers(**log, 9, 12);
  ASSERT_TRUE((*log)->stop().ok());
  const auto verified = verify_log(place.log(), first_key(place), {});
  EXPECT_TRUE(verified.ok()) << told(verified);
}

TEST(AuditLog, MissingHashTileIsMadeAgain) {
  const Place place;
  {
    auto log = open_log(place, rare_checkpoints());
    ASSERT_TRUE(log.ok());
    append_numbers(**log, 0, 300);
    ASSERT_TRUE((*log)->stop().ok());
  }
  std::filesystem::remove(place.log() + "/" + tile_path(0, 1, 44));
  std::filesystem::remove(place.log() + "/" + tile_path(1, 0, 1));
  EXPECT_FALSE(verify_log(place.log(), first_key(place), {}).ok());
  auto log = open_log(place);
  ASSERT_TRUE(log.ok()) << told(log);
  ASSERT_TRUE((*log)->stop().ok());
  const auto verified = verify_log(place.log(), first_key(place), {});
  EXPECT_TRUE(verified.ok()) << told(verified);
}

}  // namespace
}  // namespace kenpo::notice
