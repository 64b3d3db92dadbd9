// Appends a second of the audit log, on the disk that the argument names (default: here).
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "notice/audit_log.h"

namespace {

using namespace kenpo;
using Clock = std::chrono::steady_clock;

notice::Leaf sample() {
  notice::Leaf leaf;
  leaf.time = {1'795'000'000'000};
  leaf.actor = base::StaffId::draw();
  leaf.role = "benefit_clerk";
  leaf.operation = "benefit.review";
  leaf.pairs = 0x40001;
  leaf.notice = {3, {1, 2, 3, 4, 5, 6, 7, 8}};
  leaf.case_id = base::CaseId::draw();
  leaf.subjects = notice::subjects_of({notice::Commitment{1}});
  leaf.rows = 1;
  return leaf;
}

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::uint64_t run_threads(notice::AuditLog& log, int threads, double seconds) {
  std::atomic<std::uint64_t> appended = 0;
  std::vector<std::thread> clients;
  const auto begin = Clock::now();
  for (int at = 0; at < threads; ++at) {
    clients.emplace_back([&] {
      const auto leaf = sample();
      std::uint64_t own = 0;
      while (seconds_since(begin) < seconds && log.append(leaf).ok()) ++own;
      appended += own;
    });
  }
  for (auto& client : clients) client.join();
  return appended;
}

std::uint64_t run_async(notice::AuditLog& log, int clients, double seconds) {
  std::atomic<std::uint64_t> appended = 0;
  std::atomic<int> left = clients;
  const auto leaf = sample();
  const auto begin = Clock::now();
  std::function<void(base::Result<std::uint64_t>)> again =
      [&](const base::Result<std::uint64_t>& index) {
        if (index.ok()) ++appended;
        if (index.ok() && seconds_since(begin) < seconds) {
          log.append_async(leaf, {}, again);
        } else if (--left == 0) {
          left.notify_all();
        }
      };
  for (int at = 0; at < clients; ++at) log.append_async(leaf, {}, again);
  for (int now = left; now != 0; now = left) left.wait(now);
  return appended;
}

void encode_and_hash() {
  const auto leaf = sample();
  std::string line;
  constexpr int rounds = 500'000;
  const auto cpu = std::clock();
  std::uint8_t sum = 0;
  for (int at = 0; at < rounds; ++at) {
    line.clear();
    notice::encode(leaf, line);
    sum = static_cast<std::uint8_t>(sum + notice::leaf_hash(line)[0]);
  }
  const double used = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
  std::printf("encode and hash: %.3f microseconds of processor a leaf of %zu bytes (%d)\n",
              used / rounds * 1e6, line.size(), sum);
}

}  // namespace

int main(int count, char** arguments) {
  const std::string place = count > 1 ? arguments[1] : ".";
  const double seconds = count > 2 ? std::atof(arguments[2]) : 3.0;
  encode_and_hash();
  auto signer = notice::Signer::open(place + "/audit_log_bench.keys", "bench.example/audit");
  if (!signer) return 1;
  auto opened =
      notice::AuditLog::open(place + "/audit_log_bench.log", std::move(signer).value(), {});
  if (!opened) return std::puts(tell(opened.faults()[0], base::Language::english).c_str()), 1;
  auto& log = *opened.value();
  const auto report = [&](const char* what, int clients, auto&& run) {
    const auto begin = Clock::now();
    const auto cpu = std::clock();
    const auto appended = run(log, clients, seconds);
    const auto wall = seconds_since(begin);
    const double used = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    std::printf("%2d %s: %9.0f appends/s, %6.2f microseconds of processor each\n", clients, what,
                static_cast<double>(appended) / wall, used / static_cast<double>(appended) * 1e6);
    std::fflush(stdout);
  };
  for (const int threads : {1, 2, 8, 64}) report("waiting threads", threads, run_threads);
  report("async clients", 64, run_async);
  const auto state = log.state();
  std::printf("leaves: %llu\n", static_cast<unsigned long long>(state.durable));
  return log.stop().ok() ? 0 : 1;
}
