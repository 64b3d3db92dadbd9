// Whatever was acknowledged is there after a crash at any point.
#include "notice/audit_log_testing.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "notice/log_verifier.h"

namespace kenpo::notice {
namespace {

using namespace testing_log;

PublicKey first_key(const Place& place) {
  const auto keys = bytes_of(place.keys() + "/public.keys");
  return *PublicKey::parse(keys.substr(0, keys.find('\n')));
}

using Acknowledged = std::map<std::uint64_t, std::uint64_t>;  // index → number

// A short life of a log: everything it does once or twice.
void live(AuditLog& log, Acknowledged& acknowledged, std::optional<Remembered>& remembered,
          std::uint64_t begin) {
  const auto append = [&](std::uint64_t number) {
    const auto index = log.append(leaf_of(number));
    if (index.ok()) acknowledged[*index] = number;
  };
  const auto remember = [&](const base::Result<Remembered>& made) {
    if (made.ok()) remembered = *made;
  };
  append(begin);
  append(begin + 1);
  remember(log.checkpoint());
  append(begin + 2);
  if (log.rotate().ok()) remember(log.checkpoint());
  // Over the end of a tile, some waiting, some not.
  std::atomic<int> left = 300;
  std::mutex mutex;
  for (int at = 0; at < 300; ++at) {
    const auto number = begin + 10 + static_cast<std::uint64_t>(at);
    log.append_async(leaf_of(number), {}, [&, number](const base::Result<std::uint64_t>& index) {
      const std::lock_guard lock(mutex);
      if (index.ok()) acknowledged[*index] = number;
      --left;
    });
  }
  while (left != 0) std::this_thread::yield();
  remember(log.checkpoint());
  append(begin + 3);
  static_cast<void>(log.stop());
}

std::uint64_t crash_at(std::uint64_t stop_at, Crash crash, std::mt19937& random) {
  const Place place;
  Acknowledged acknowledged;
  std::optional<Remembered> remembered;
  StoppingIo io(stop_at);
  {
    auto options = rare_checkpoints();
    options.io = &io;
    auto log = open_log(place, options);
    if (log.ok()) live(**log, acknowledged, remembered, 0);
  }
  if (!io.stopped()) return io.calls();
  io.recover(crash, random);
  StoppingIo going_on(UINT64_MAX);
  auto options = rare_checkpoints();
  options.remembered = remembered;
  options.io = &going_on;
  {
    auto log = open_log(place, options);
    EXPECT_TRUE(log.ok()) << stop_at << " " << told(log);
    if (!log.ok()) return io.calls();
    live(**log, acknowledged, remembered, 1000);
  }
  const auto lines = lines_of(place.log());
  for (const auto& [index, number] : acknowledged) {
    EXPECT_LT(index, lines.size()) << stop_at;
    if (index < lines.size()) {
      EXPECT_EQ(number_of(lines[index]), number) << stop_at;
    }
  }
  const auto verified = verify_log(place.log(), first_key(place), {remembered->note});
  EXPECT_TRUE(verified.ok()) << stop_at << " " << told(verified);
  return io.calls();
}

class AuditLogCrash : public testing::TestWithParam<Crash> {};

TEST_P(AuditLogCrash, AtEveryCall) {
  std::mt19937 random(20261123);
  const auto calls = crash_at(UINT64_MAX, GetParam(), random);
  ASSERT_GT(calls, 100U);
  for (std::uint64_t at = 1; at <= calls; ++at) {
    crash_at(at, GetParam(), random);
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, AuditLogCrash, testing::Values(Crash::process, Crash::power),
                         [](const auto& kind) {
                           return kind.param == Crash::process ? "process" : "power";
                         });

// The child tells each acknowledged index through a pipe until it is killed.
[[noreturn]] void append_until_killed(const Place& place, int pipe, std::uint64_t begin) {
  AuditLogOptions options;
  options.checkpoint_milliseconds = 3;
  options.journal_segment_bytes = 1 << 21;
  auto log = open_log(place, options);
  if (!log.ok()) ::_exit(3);
  std::vector<std::thread> threads;
  for (std::uint64_t thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (std::uint64_t at = 0;; ++at) {
        const std::uint64_t number = begin + thread * 100'000 + at;
        const auto index = (*log)->append(leaf_of(number));
        if (!index.ok()) ::_exit(4);
        const std::uint64_t told[2] = {*index, number};
        if (::write(pipe, told, sizeof told) != sizeof told) ::_exit(5);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  ::_exit(0);
}

TEST(AuditLogKill, KeepsAcknowledgedLeaves) {
  const Place place;
  std::mt19937 random(7);
  Acknowledged acknowledged;
  std::uint64_t told[2];
  for (std::uint64_t round = 0; round < 12; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) append_until_killed(place, ends[1], (round + 1) * 1'000'000);
    ::close(ends[1]);
    std::thread killer([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 60));
      ::kill(child, SIGKILL);
    });
    while (::read(ends[0], told, sizeof told) == sizeof told) acknowledged[told[0]] = told[1];
    killer.join();
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << WEXITSTATUS(status);
    ::close(ends[0]);
  }
  auto log = open_log(place);
  ASSERT_TRUE(log.ok()) << testing_log::told(log);
  ASSERT_TRUE((*log)->stop().ok());
  const auto lines = lines_of(place.log());
  EXPECT_FALSE(acknowledged.empty());
  for (const auto& [index, number] : acknowledged) {
    ASSERT_LT(index, lines.size());
    ASSERT_EQ(number_of(lines[index]), number);
  }
  const auto verified = verify_log(place.log(), first_key(place), {});
  EXPECT_TRUE(verified.ok()) << testing_log::told(verified);
}

}  // namespace
}  // namespace kenpo::notice
