#include "store/tombstones.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <string_view>

#include "base/tsv.h"
#include "store/fault.h"

namespace kenpo::store {

using base::Done;
using base::Result;

namespace {

constexpr std::size_t cells_of_a_line = 7;

}  // namespace

std::string tombstone_line(const Tombstone& tombstone) {
  std::string line(tombstone.subject.text());
  line += '\t' + std::to_string(tombstone.key_class) + '\t' + std::to_string(tombstone.generation) +
          '\t' + (tombstone.whole_subject ? "whole" : "class") + '\t' +
          std::to_string(tombstone.erased_at.milliseconds) + '\t';
  line += tombstone.certificate.text();
  line += '\t';
  line += tombstone.erased_by.text();
  return line + '\n';
}

namespace {

template <typename Number>
bool read_number(std::string_view cell, Number& number) {
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return read.ec == std::errc() && read.ptr == cell.data() + cell.size() && !cell.empty();
}

std::optional<Tombstone> parse_line(std::string_view line) {
  const auto cells = base::cells_of(line);
  if (cells.size() != cells_of_a_line) return std::nullopt;
  const auto subject = SubjectId::parse(cells[0]);
  const auto certificate = base::CaseId::parse(cells[5]);
  const auto by = base::StaffId::parse(cells[6]);
  const bool whole = cells[3] == "whole";
  if (!subject || !certificate || !by || (!whole && cells[3] != "class")) return std::nullopt;
  Tombstone tombstone{*subject, 0, 0, whole, {}, *certificate, *by};
  if (!read_number(cells[1], tombstone.key_class) || !read_number(cells[2], tombstone.generation) ||
      !read_number(cells[4], tombstone.erased_at.milliseconds)) {
    return std::nullopt;
  }
  return tombstone;
}

bool sync_path(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool durable = ::fsync(file) == 0;
  ::close(file);
  return durable;
}

/// Where the whole lines end: what a crash left behind them is written over.
off_t end_of_lines(int file) {
  off_t end = ::lseek(file, 0, SEEK_END);
  char last = '\n';
  while (end > 0 && ::pread(file, &last, 1, end - 1) == 1 && last != '\n') --end;
  return end;
}

}  // namespace

std::string tombstones_path(const std::string& directory) {
  return directory + "/erasures/tombstones";
}

Result<> append_tombstones(const std::string& directory, const std::vector<Tombstone>& tombstones) {
  const auto path = tombstones_path(directory);
  const auto folder = directory + "/erasures";
  if (::mkdir(folder.c_str(), 0700) == 0 && !sync_path(directory)) return disk_full_fault();
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return disk_full_fault();
  std::string lines;
  for (const auto& tombstone : tombstones) lines += tombstone_line(tombstone);
  const off_t end = end_of_lines(file);
  const bool written =
      ::ftruncate(file, end) == 0 &&
      ::pwrite(file, lines.data(), lines.size(), end) == static_cast<ssize_t>(lines.size()) &&
      ::fsync(file) == 0;
  ::close(file);
  if (!written || !sync_path(folder)) return disk_full_fault();
  return Done{};
}

Result<std::vector<Tombstone>> read_tombstones(const std::string& directory) {
  std::ifstream file(tombstones_path(directory), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return parse_tombstones(text);
}

Result<std::vector<Tombstone>> parse_tombstones(std::string_view text) {
  std::vector<Tombstone> tombstones;
  std::string_view rest = text;
  while (true) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return tombstones;
    auto tombstone = parse_line(rest.substr(0, end));
    if (!tombstone) return damaged_fault();
    tombstones.push_back(std::move(*tombstone));
    rest.remove_prefix(end + 1);
  }
}

}  // namespace kenpo::store
