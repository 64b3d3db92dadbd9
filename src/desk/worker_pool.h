// A fixed number of threads that run handlers; what does not fit into the queue is refused.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kenpo::desk {

class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t waiting_limit);
  /// Finishes what is queued, then ends the threads.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  enum class Taken { yes, no };
  /// Taken::no: too many are waiting.
  Taken submit(std::function<void()> work);

 private:
  void run();

  std::size_t waiting_limit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace kenpo::desk
