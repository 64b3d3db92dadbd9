// Power cuts, full disks, damage, wrong keys, two processes.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/fault.h"
#include "store/kit_for_tests.h"

namespace kenpo::store {
namespace {

using namespace kit;

struct Reopened {
  explicit Reopened(const std::string& folder)
      : keys(must(Keyring::open(folder))),
        data(must(Database::open(folder, *keys, {.insurer = insurer, .tables = all_tables}))) {}
  notice::Grant<Purpose::member_administration> members() {
    return notice::Gate::permit<keep_members>(recorder).grant<Purpose::member_administration>();
  }
  base::Result<RowId> add(const base::PersonId& person) {
    auto transaction = KENPO_TRY(data->write());
    const RowId row = KENPO_TRY(
        insert<member_table>(transaction, members(), member_draft(person, "某")));
    KENPO_TRY(transaction.commit(recorder));
    return row;
  }
  std::size_t rows() {
    const View view = must(data->read());
    return must(each<member_table>(view, members(), "", {}, [](const auto&) {}));
  }
  CountingRecorder recorder;
  std::unique_ptr<Keyring> keys;
  std::unique_ptr<Database> data;
};

/// Runs the work in a process of its own; its exit status.
template <typename Work>
pid_t in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  return child;
}
int status_of(pid_t child) {
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}
void close_all(Society& society) {
  society.data.reset();
  society.keys.reset();
}

TEST(Crash, WhatWasCommittedBeforeKillIsThere) {
  Society society;
  close_all(society);
  std::size_t acknowledged = 0;
  for (int round = 0; round < 4; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = in_child([&] {
      Reopened store(society.folder.path());
      while (store.add(base::PersonId::draw()).ok()) {
        if (::write(ends[1], "x", 1) != 1) return 1;
      }
      return 1;
    });
    ::close(ends[1]);
    char mark = 0;
    for (int seen = 0; seen < 15 + 7 * round && ::read(ends[0], &mark, 1) == 1; ++seen) {
      ++acknowledged;
    }
    ::kill(child, SIGKILL);
    while (::read(ends[0], &mark, 1) == 1) ++acknowledged;
    ::close(ends[0]);
    EXPECT_EQ(status_of(child), -SIGKILL);
    Reopened store(society.folder.path());
    must(store.data->check_whole());
    // Every acknowledged row opens with its key; at most one more a round was on its way.
    EXPECT_GE(store.rows(), acknowledged);
    EXPECT_LE(store.rows(), acknowledged + static_cast<std::size_t>(round) + 1);
  }
  EXPECT_GT(acknowledged, 60U);
}

TEST(Crash, FullDiskRefusesAndKeepsWhatIsThere) {
  Society society;
  must(add_member(society, base::PersonId::draw(), "前"));
  close_all(society);
  const pid_t child = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    Reopened store(society.folder.path());
    struct rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 400'000;  // what a file may grow to: the disk is full there
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::size_t written = 1;
    base::Result<RowId> last = RowId{};
    while ((last = store.add(base::PersonId::draw())).ok() && written < 10'000) ++written;
    if (last.ok() || last.faults().front() != disk_full_fault()) return 2;
    if (store.rows() != written) return 3;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    if (!store.add(base::PersonId::draw()).ok()) return 4;  // there is space again
    return store.rows() == written + 1 && store.data->check_whole().ok() ? 0 : 5;
  });
  EXPECT_EQ(status_of(child), 0);
}

TEST(Crash, DamagedPageIsNoticed) {
  Society society;
  {
    auto transaction = must(society.data->write());
    for (int at = 0; at < 2000; ++at) {
      must(insert<member_table>(transaction, society.members(),
                                member_draft(base::PersonId::draw(), "頁")));
    }
    must(transaction.commit(society.recorder));
  }
  close_all(society);
  const std::string file = society.folder.path() + "/facts.db";
  const auto size = std::filesystem::file_size(file);
  ASSERT_GT(size, 200'000U);
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  for (std::uintmax_t at = size / 2; at < size; at += 4096) {
    bytes.seekp(static_cast<std::streamoff>(at + 1000));
    bytes.put('!').put('?');
  }
  bytes.close();
  // Opening looks at some pages of each index; reading looks at the rest.
  const auto keys = must(Keyring::open(society.folder.path()));
  const auto data = Database::open(society.folder.path(), *keys,
                                   {.insurer = insurer, .tables = all_tables});
  if (!data.ok()) {
    EXPECT_EQ(fault_of(data), damaged_fault());
    return;
  }
  const View view = must(data.value()->read());
  EXPECT_EQ(fault_of(each<member_table>(view, society.members(), "", {}, [](const auto&) {})),
            damaged_fault());
  EXPECT_FALSE(data.value()->check_whole().ok());
}

TEST(Crash, AnotherKeyringDoesNotFit) {
  Society one;
  Society two;
  one.data.reset();
  EXPECT_EQ(fault_of(Database::open(one.folder.path(), *two.keys,
                                    {.insurer = insurer, .tables = all_tables})),
            wrong_key_fault());
}

TEST(Crash, TwoProcessesWriteInTurn) {
  Society society;
  close_all(society);
  const auto work = [&] {
    Reopened store(society.folder.path());
    for (int at = 0; at < 25; ++at) {
      if (!store.add(base::PersonId::draw()).ok()) return 1;
    }
    return 0;
  };
  const pid_t one = in_child(work);
  const pid_t two = in_child(work);
  EXPECT_EQ(status_of(one), 0);
  EXPECT_EQ(status_of(two), 0);
  EXPECT_EQ(Reopened(society.folder.path()).rows(), 50U);
}

}  // namespace
}  // namespace kenpo::store
