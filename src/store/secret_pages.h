// Memory for unwrapped keys: whole pages of our own, never in a core dump.
#pragma once

#include <cstddef>

namespace kenpo::store {

/// Zeroed at first. Pages that were given back are handed out zeroed by the kernel.
class SecretPages {
 public:
  SecretPages() = default;
  /// `bytes` > 0. Out of memory is a broken promise: the program ends.
  explicit SecretPages(std::size_t bytes);
  ~SecretPages();
  SecretPages(SecretPages&& other) noexcept;
  SecretPages& operator=(SecretPages&& other) noexcept;

  void* get() const { return memory_; }

 private:
  void* memory_ = nullptr;
  std::size_t bytes_ = 0;
};

}  // namespace kenpo::store
