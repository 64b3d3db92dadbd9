// Asking the desk and waiting for its answer, for tests.
#pragma once

#include <future>
#include <utility>

#include "desk/desk.h"

namespace kenpo::test_support {

/// The answer leaves the desk on the audit log's thread when it waits for its leaf.
inline desk::Response answer_of(const desk::Desk& desk, desk::Request& request) {
  std::promise<desk::Response> promise;
  desk.answer(request,
              [&promise](desk::Response response) { promise.set_value(std::move(response)); });
  return promise.get_future().get();
}

}  // namespace kenpo::test_support
