#include "store/secret_pages.h"

#include <sys/mman.h>

#include <cstdint>
#include <utility>

#include "base/require.h"

namespace kenpo::store {

namespace {

constexpr std::size_t huge_page_bytes = std::size_t{2} << 20U;

void* map_pages(std::size_t bytes) {
  void* memory =
      ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  KENPO_REQUIRE(memory != MAP_FAILED);
  return memory;
}

/// Begins on a huge page, so that the whole can stand in such pages: what is read at random costs
/// the walk through the page tables more than the reading.
void* map_huge(std::size_t bytes) {
  auto* memory = static_cast<std::uint8_t*>(map_pages(bytes + huge_page_bytes));
  const auto over = reinterpret_cast<std::uintptr_t>(memory) % huge_page_bytes;
  const std::size_t before = over == 0 ? 0 : huge_page_bytes - over;
  if (before != 0) ::munmap(memory, before);
  ::munmap(memory + before + bytes, huge_page_bytes - before);
  ::madvise(memory + before, bytes, MADV_HUGEPAGE);
  return memory + before;
}

}  // namespace

SecretPages::SecretPages(std::size_t bytes)
    : memory_(bytes % huge_page_bytes == 0 ? map_huge(bytes) : map_pages(bytes)), bytes_(bytes) {
  ::madvise(memory_, bytes_, MADV_DONTDUMP);
}

SecretPages::~SecretPages() {
  if (memory_ != nullptr) ::munmap(memory_, bytes_);
}

SecretPages::SecretPages(SecretPages&& other) noexcept
    : memory_(std::exchange(other.memory_, nullptr)), bytes_(std::exchange(other.bytes_, 0)) {}

SecretPages& SecretPages::operator=(SecretPages&& other) noexcept {
  std::swap(memory_, other.memory_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

}  // namespace kenpo::store
