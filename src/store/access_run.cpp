#include "store/access_run.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <ranges>
#include <utility>

#include "base/hash.h"
#include "base/require.h"
#include "base/whole_file.h"
#include "store/fault.h"

namespace kenpo::store {

using base::Result;
using notice::Commitment;
using notice::LeafSubject;

namespace {

constexpr std::string_view magic = "KENPOA1\n";
constexpr std::size_t head_bytes = 64;  // magic, first, end, entries, SHA-256 of the entries
constexpr std::size_t entry_bytes = 24;
constexpr std::size_t check_at = 32;

void put_number(char* at, std::uint64_t number) {
  for (int byte = 0; byte < 8; ++byte) at[byte] = static_cast<char>(number >> (8 * byte));
}

std::uint64_t number_at(const char* at) {
  std::uint64_t number = 0;
  for (int byte = 7; byte >= 0; --byte) {
    number = number << 8U | static_cast<std::uint8_t>(at[byte]);
  }
  return number;
}

void fill_head(std::string& bytes, LeafRange range) {
  magic.copy(bytes.data(), magic.size());
  put_number(bytes.data() + 8, range.first);
  put_number(bytes.data() + 16, range.end);
  put_number(bytes.data() + 24, (bytes.size() - head_bytes) / entry_bytes);
  const auto check = base::sha256(std::string_view(bytes).substr(head_bytes));
  std::memcpy(bytes.data() + check_at, check.data(), check.size());
}

void put_entry(char* at, const LeafSubject& entry) {
  std::memcpy(at, entry.subject.data(), entry.subject.size());
  put_number(at + entry.subject.size(), entry.leaf);
}

bool sound(std::string_view bytes, LeafRange range) {
  if (bytes.size() < head_bytes || !bytes.starts_with(magic)) return false;
  const auto body = bytes.substr(head_bytes);
  const auto check = base::sha256(body);
  return number_at(bytes.data() + 8) == range.first && number_at(bytes.data() + 16) == range.end &&
         range.first < range.end && body.size() % entry_bytes == 0 &&
         number_at(bytes.data() + 24) == body.size() / entry_bytes &&
         std::memcmp(bytes.data() + check_at, check.data(), check.size()) == 0;
}

}  // namespace

std::string AccessRun::path_of(const std::string& directory, LeafRange range) {
  std::array<char, 64> name{};
  std::snprintf(name.data(), name.size(), "/%020llu-%020llu.run",
                static_cast<unsigned long long>(range.first),
                static_cast<unsigned long long>(range.end));
  return directory + name.data();
}

AccessRun::AccessRun(std::string path, LeafRange range, base::MappedFile file)
    : path_(std::move(path)),
      range_(range),
      file_(std::move(file)),
      entries_((file_.bytes().size() - head_bytes) / entry_bytes) {}

Result<std::shared_ptr<const AccessRun>> AccessRun::write(const std::string& directory,
                                                          LeafRange range,
                                                          std::span<const LeafSubject> sorted) {
  KENPO_REQUIRE(range.first < range.end && std::ranges::is_sorted(sorted));
  std::string bytes(head_bytes + sorted.size() * entry_bytes, '\0');
  char* at = bytes.data() + head_bytes;
  for (const auto& entry : sorted) {
    put_entry(at, entry);
    at += entry_bytes;
  }
  fill_head(bytes, range);
  if (!base::write_whole(path_of(directory, range), bytes)) return disk_full_fault();
  return open(directory, range);
}

Result<std::shared_ptr<const AccessRun>> AccessRun::open(const std::string& directory,
                                                         LeafRange range) {
  auto path = path_of(directory, range);
  auto file = KENPO_TRY(base::MappedFile::open(path));
  if (!sound(file.bytes(), range)) return damaged_fault();
  return std::shared_ptr<const AccessRun>(
      new AccessRun(std::move(path), range, std::move(file)));
}

Result<std::shared_ptr<const AccessRun>> AccessRun::merge(
    const std::string& directory, std::span<const std::shared_ptr<const AccessRun>> runs) {
  KENPO_REQUIRE(!runs.empty());
  std::vector<LeafSubject> all;
  std::uint64_t next = runs.front()->range_.first;
  for (const auto& run : runs) {
    KENPO_REQUIRE(run->range_.first == std::exchange(next, run->range_.end));
    std::vector<LeafSubject> merged(all.size() + run->entries_);
    const auto own = std::views::iota(std::size_t{0}, run->entries_) |
                     std::views::transform([&run](std::size_t at) { return run->entry(at); });
    std::ranges::merge(all, own, merged.begin());
    all = std::move(merged);
  }
  return write(directory, {runs.front()->range_.first, runs.back()->range_.end}, all);
}

std::optional<LeafRange> AccessRun::range_of_name(std::string_view name) {
  constexpr std::size_t digits = 20;
  if (name.size() != 2 * digits + 5 || name[digits] != '-' || !name.ends_with(".run")) {
    return std::nullopt;
  }
  const auto number = [](std::string_view text) -> std::optional<std::uint64_t> {
    std::uint64_t sum = 0;
    for (const char digit : text) {
      if (digit < '0' || digit > '9' || sum > UINT64_MAX / 10 - 1) return std::nullopt;
      sum = sum * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return sum;
  };
  const auto first = number(name.substr(0, digits));
  const auto end = number(name.substr(digits + 1, digits));
  if (!first || !end || *first >= *end) return std::nullopt;
  return LeafRange{*first, *end};
}

LeafSubject AccessRun::entry(std::size_t at) const {
  const char* bytes = file_.bytes().data() + head_bytes + at * entry_bytes;
  LeafSubject entry;
  std::memcpy(entry.subject.data(), bytes, entry.subject.size());
  entry.leaf = number_at(bytes + entry.subject.size());
  return entry;
}

void AccessRun::leaves_of(const Commitment& subject, std::vector<std::uint64_t>& leaves) const {
  std::size_t low = 0;
  std::size_t high = entries_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (entry(middle).subject < subject) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (; low < entries_; ++low) {
    const auto found = entry(low);
    if (found.subject != subject) return;
    leaves.push_back(found.leaf);
  }
}

}  // namespace kenpo::store
