// Audited point reads: gate, sealed row, durable leaf. Each client waits for its answer before it
// asks again. One or two threads serve all clients, as the workers of the desk do (pgbench -j 2
// does the same for PostgreSQL's clients): none of them waits for the disk.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "bench/commands.h"
#include "bench/measure.h"
#include "bench/population.h"
#include "eligibility/person_store.h"

namespace kenpo::bench {

namespace {

inline constexpr notice::Operation read_person_operation{
    .name = "bench.read_person",
    .japanese = "測定用の加入者の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
using Permit = notice::Permit<read_person_operation>;

/// The SplitMix64 generator: the choice of a person costs next to nothing.
class Choice {
 public:
  explicit Choice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t count) {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
    mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((mixed ^ mixed >> 31U) % count);
  }

 private:
  std::uint64_t state_;
};

/// The name of one member, from a snapshot of its own.
base::Result<std::size_t> read_one(Society& society, const Permit& permit,
                                   const base::PersonId& person) {
  const eligibility::PersonAccess access(permit.grant<notice::Purpose::member_administration>());
  const auto view = KENPO_TRY(society.database().read());
  const auto found =
      KENPO_TRY(eligibility::find_person(view, access, person, society.clock().now()));
  KENPO_REQUIRE(found.has_value());
  return found->name.size();
}

struct Run {
  std::size_t reads = 0;
  Taken taken;
  double drain_seconds = 0;       // until the access history held every leaf
  std::vector<double> latencies;  // microseconds
};

/// Every client in a permit of its own for the whole time: no ruling, no leaf, no waiting a read.
/// What is measured ends before the permits close.
Run run_ungated(Society& society, const Population& people, std::size_t clients, double seconds) {
  Run run;
  std::vector<std::size_t> reads(clients);
  std::barrier stage(static_cast<std::ptrdiff_t>(clients) + 1);
  std::vector<std::thread> threads;
  for (std::size_t client = 0; client < clients; ++client) {
    threads.emplace_back([&, client] {
      const auto work = [&](const Permit& permit) -> base::Result<> {
        Choice choice(client + 1);
        stage.arrive_and_wait();
        const double until = now_seconds() + seconds;
        while (now_seconds() < until) {
          const auto& person = people.insured[choice.below(people.insured.size())];
          KENPO_TRY(read_one(society, permit, person));
          ++reads[client];
        }
        stage.arrive_and_wait();
        return base::Done{};
      };
      must(society.gate().perform<read_person_operation>(society.clerk(), work));
    });
  }
  stage.arrive_and_wait();
  run.taken = measure([&] { stage.arrive_and_wait(); });
  for (auto& thread : threads) thread.join();
  for (const auto own : reads) run.reads += own;
  must(society.history().flush());
  return run;
}

/// Clients whose answer came, for the thread that serves them.
class Ready {
 public:
  void put(std::size_t client) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(client);
    }
    if (sleeps_.load()) changed_.notify_one();
  }
  /// Waits for at least one.
  void take(std::vector<std::size_t>& clients) {
    clients.clear();
    std::unique_lock lock(mutex_);
    sleeps_ = true;
    changed_.wait(lock, [this] { return !waiting_.empty(); });
    sleeps_ = false;
    clients.swap(waiting_);
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::atomic<bool> sleeps_ = false;
  std::vector<std::size_t> waiting_;
};

/// The clients of one thread: asks again for each whose answer came, until the time is over.
class Serving {
 public:
  Serving(Society& society, const Population& people, std::size_t clients, double until)
      : society_(society), people_(people), until_(until), began_(clients) {
    for (std::size_t client = 0; client < clients; ++client) ready_.put(client);
  }
  void run(std::uint64_t seed) {
    Choice choice(seed);
    std::size_t outstanding = began_.size();
    std::vector<std::size_t> clients;
    std::vector<bool> asked(began_.size());
    while (outstanding > 0) {
      ready_.take(clients);
      for (const auto client : clients) {
        const double now = now_seconds();
        if (asked[client]) latencies_.push_back((now - began_[client]) * 1e6);
        if (now >= until_) {
          --outstanding;
          continue;
        }
        asked[client] = true;
        began_[client] = now;
        ask(client, people_.insured[choice.below(people_.insured.size())]);
      }
    }
  }
  const std::vector<double>& latencies() const { return latencies_; }

 private:
  void ask(std::size_t client, const base::PersonId& person) {
    society_.gate().perform_async<read_person_operation>(
        acting_, [&](const Permit& permit) { return read_one(society_, permit, person); },
        [this, client](base::Result<std::size_t> answer) {
          must(std::move(answer));
          ready_.put(client);
        });
  }

  Society& society_;
  const Population& people_;
  const double until_;
  const notice::Acting acting_ = society_.clerk();
  std::vector<double> began_;
  std::vector<double> latencies_;
  Ready ready_;
};

Run run_gated(Society& society, const Population& people, std::size_t clients,
              std::size_t threads_count, double seconds) {
  Run run;
  const double until = now_seconds() + seconds;
  std::vector<std::unique_ptr<Serving>> servings;
  for (std::size_t number = 0; number < threads_count; ++number) {
    servings.push_back(
        std::make_unique<Serving>(society, people, clients / threads_count, until));
  }
  const double processor = processor_seconds();
  run.taken = measure([&] {
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < threads_count; ++number) {
      threads.emplace_back([&, number] { servings[number]->run(number + 101); });
    }
    for (auto& thread : threads) thread.join();
  });
  // The index of the access history is written behind the answers: its cost belongs to them.
  run.drain_seconds = measure([&] { must(society.history().flush()); }).wall_seconds;
  run.taken.processor_seconds = processor_seconds() - processor;
  for (const auto& serving : servings) {
    run.reads += serving->latencies().size();
    run.latencies.insert(run.latencies.end(), serving->latencies().begin(),
                         serving->latencies().end());
  }
  return run;
}

double processor_each(const Run& run) {
  return run.taken.processor_seconds * 1e6 / static_cast<double>(run.reads);
}

void tell(const std::string& name, const Run& run) {
  print(name, static_cast<double>(run.reads) / run.taken.wall_seconds, "reads/s");
  print(name + ", processor", processor_each(run), "us/read");
  if (run.latencies.empty()) return;
  print(name + ", median", percentile(run.latencies, 0.5), "us");
  print(name + ", p99", percentile(run.latencies, 0.99), "us");
  print(name + ", with the history's index written",
        static_cast<double>(run.reads) / (run.taken.wall_seconds + run.drain_seconds), "reads/s");
}

/// What the disk alone asks for: one thread appends a leaf's bytes and waits until they are
/// durable. No audited read that waits for a sync of its own can cost less.
void tell_bare_sync(const std::string& directory, double seconds) {
  constexpr std::size_t leaf_bytes = 256;
  const std::array<char, leaf_bytes> leaf = {};
  const std::string path = directory + "/bare_sync";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  KENPO_REQUIRE(file >= 0);
  std::size_t syncs = 0;
  const auto taken = measure([&] {
    for (const double until = now_seconds() + seconds; now_seconds() < until; ++syncs) {
      KENPO_REQUIRE(::write(file, leaf.data(), leaf.size()) == static_cast<ssize_t>(leaf.size()));
      KENPO_REQUIRE(::fdatasync(file) == 0);
    }
  });
  ::close(file);
  ::unlink(path.c_str());
  print("bare append and fdatasync, one thread", static_cast<double>(syncs) / taken.wall_seconds,
        "/s");
  print("bare append and fdatasync, processor",
        taken.processor_seconds * 1e6 / static_cast<double>(syncs), "us each");
}

}  // namespace

void reads(const std::string& directory, std::size_t count, double seconds) {
  Society society(directory);
  Population people;
  const auto filled = measure([&] { people = populate(society, {.insured = count}); });
  print("kenpo: members made (3 sealed rows each)",
        static_cast<double>(count) / filled.wall_seconds, "/s");
  // Once unmeasured: keys and pages come into memory, as the peer's pages do when it loads.
  run_ungated(society, people, 2, seconds);
  tell_bare_sync(directory, seconds);
  for (const std::size_t clients : {std::size_t{2}, std::size_t{64}}) {
    const auto words = std::to_string(clients) + " clients";
    heading("point reads, " + words + ", " + std::to_string(count) + " members");
    const auto plain = run_ungated(society, people, clients, seconds);
    tell("kenpo (b0) without gate and log, " + words, plain);
    for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
      const auto served = words + ", " + std::to_string(threads) + " threads";
      const auto gated = run_gated(society, people, clients, threads, seconds);
      tell("kenpo gate + read + durable leaf, " + served, gated);
      print("kenpo: processor, gated : ungated, " + served,
            processor_each(gated) / processor_each(plain), "x", "aim at most 2");
    }
  }
}

}  // namespace kenpo::bench
