// While the desk is open, the audit log is watched for signs of a breach.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/office.h"

namespace kenpo::app {

/// Watches on a thread of its own until it goes. What fails is tried again at the next round.
class SignWatch {
 public:
  explicit SignWatch(Office& office);
  ~SignWatch();
  SignWatch(const SignWatch&) = delete;
  SignWatch& operator=(const SignWatch&) = delete;

 private:
  void work();
  Office& office_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace kenpo::app
