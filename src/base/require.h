// Broken promises of our own code. Data never causes these: what data can cause is a Result.
#pragma once

namespace kenpo::base {

/// Ends the program with the place of the broken promise. Never carries data.
[[noreturn]] void broken_promise(const char* promise, const char* file, int line) noexcept;

}  // namespace kenpo::base

/// Ends the program when a promise between two parts of our own code does not hold.
#define KENPO_REQUIRE(promise)                                                   \
  do {                                                                           \
    if (!(promise)) ::kenpo::base::broken_promise(#promise, __FILE__, __LINE__); \
  } while (false)
