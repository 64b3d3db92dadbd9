#include "desk/worker_pool.h"

#include <utility>

namespace kenpo::desk {

WorkerPool::WorkerPool(std::size_t threads, std::size_t waiting_limit)
    : waiting_limit_(waiting_limit) {
  threads_.reserve(threads);
  for (std::size_t count = 0; count < threads; ++count) {
    threads_.emplace_back([this] { run(); });
  }
}

WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock held(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  threads_.clear();
}

WorkerPool::Taken WorkerPool::submit(std::function<void()> work) {
  {
    const std::scoped_lock held(mutex_);
    if (ending_ || waiting_.size() >= waiting_limit_) return Taken::no;
    waiting_.push_back(std::move(work));
  }
  changed_.notify_one();
  return Taken::yes;
}

void WorkerPool::run() {
  for (;;) {
    std::function<void()> work;
    {
      std::unique_lock held(mutex_);
      changed_.wait(held, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work();
  }
}

}  // namespace kenpo::desk
