#include "app/sign_watch.h"

#include <chrono>

#include "safeguard/sign_act.h"

namespace kenpo::app {

namespace {
/// A sign is told within this time of its leaf.
constexpr auto sign_watch_period = std::chrono::seconds(10);
}  // namespace

SignWatch::SignWatch(Office& office) : office_(office), thread_([this] { work(); }) {}

SignWatch::~SignWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void SignWatch::work() {
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, sign_watch_period, [this] { return stopping_; })) {
    // The place in the log moves only with what was watched: a round that fails loses nothing.
    static_cast<void>(safeguard::watch_signs(
        {office_.gate(), office_.database(), office_.history(), office_.log_directory()},
        notice::Acting{notice::ProgramActor::scheduler}));
  }
}

}  // namespace kenpo::app
