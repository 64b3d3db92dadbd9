#include "format/claim/reader.h"

#include <algorithm>

#include "base/utf8.h"
#include "format/claim/scan.h"

namespace kenpo::format::claim {

namespace {

/// Fits the second-level cache together with its positions.
constexpr std::size_t window_bytes = std::size_t{128} << 10;
constexpr std::size_t utf8_look_bytes = 4096;

/// True when the bytes hold three-byte sequences of UTF-8 and nothing that is not UTF-8: kanji of
/// Shift_JIS do not pass that by chance.
bool is_japanese_utf8(std::string_view bytes) {
  bool kanji = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t before = at;
    if (base::next_code_point(bytes, at) == base::replacement_character) {
      return kanji && bytes.size() - before < 4;  // the last sequence may be cut off
    }
    kanji |= at - before == 3;
  }
  return kanji;
}

}  // namespace

Reader::Reader(Form form, Receiver& receiver) : form_(form), receiver_(receiver) {
  summary_.form = form;
}

void Reader::take(std::string_view bytes) {
  if (stopped()) return;
  if (carry_.empty()) {
    carry_ = bytes.substr(consume(bytes, Part::more_follows));
    return;
  }
  carry_ += bytes;
  carry_.erase(0, consume(carry_, Part::more_follows));
}

base::Result<Summary> Reader::finish() {
  const std::string rest = std::move(carry_);
  return read_whole(rest);
}

base::Result<Summary> Reader::read_whole(std::string_view bytes) {
  if (!stopped()) consume(bytes, Part::last);
  if (!notes_.faults.empty()) return std::move(notes_.faults);
  return std::move(summary_);
}

void Reader::check_first_bytes(std::string_view bytes) {
  if (begun_ || bytes.empty()) return;
  begun_ = true;
  if (!is_japanese_utf8(bytes.substr(0, utf8_look_bytes))) return;
  notes_.add_fault(fault_at(Issue::looks_like_utf8, 1, 0));
  failed_ = true;
}

std::size_t Reader::consume(std::string_view bytes, Part part) {
  check_first_bytes(bytes);
  std::size_t done = 0;
  std::size_t window = window_bytes;
  while (!stopped()) {
    const std::string_view left = bytes.substr(done);
    const bool all = left.size() <= window;
    const std::size_t used = consume_window(
        left.substr(0, window), all ? part : Part::more_follows);
    done += used;
    if (all) return done;
    if (used != 0) {
      window = window_bytes;
    } else if (window >= receipt_bytes_limit) {
      notes_.add_fault(fault_at(Issue::receipt_too_large, lines_done_ + 1, 0));
      failed_ = true;
    } else {
      window *= 2;
    }
  }
  return bytes.size();
}

/// Takes the complete groups of a window: a receipt, or a line that belongs to none. Returns how
/// many bytes they had. What is not complete is looked at again with the next window, so nothing
/// but the collected lines changes before a group is complete.
std::size_t Reader::consume_window(std::string_view window, Part part) {
  positions_.resize(std::max(positions_.size(), scan_room(window.size())));
  const Scan scan = scan_separators(window, positions_);
  suspect_ = scan.suspect;
  lines_.clear();
  std::uint32_t group_start = 0;
  std::uint32_t start = 0;
  for (std::size_t at = 0; at < scan.separators;) {
    const Line line = next_line(window, at, scan.separators, start);
    if (line.bytes == nullptr) break;
    if (begins_group(line.record) && !lines_.empty()) {
      end_group(window.substr(group_start, start - group_start));
      group_start = start;
      if (stopped()) return window.size();
    }
    lines_.push_back(line);
    lines_.back().number = lines_done_ + lines_.size();
    start = line.end + (window[line.end] == '\r' ? 2 : 1);
  }
  if (part == Part::more_follows) return group_start;
  if (!lines_.empty()) end_group(window.substr(group_start, start - group_start));
  end_of_file(window.substr(start));
  return window.size();
}

/// The line whose first separator is `at`; moves `at` behind its line feed. `bytes` stays null when
/// the line feed is not in the window.
Line Reader::next_line(std::string_view window, std::size_t& at, std::size_t separators,
                       std::uint32_t start) {
  Line line;
  line.start = start;
  std::uint32_t field_start = start;
  std::size_t field = 0;
  std::uint64_t filled = 0;
  const std::size_t first = at;
  for (;; ++field) {
    if (at == separators) return line;
    std::uint32_t& end = positions_[at++];
    if (window[end] == '\n') {
      line.end = end > start && window[end - 1] == '\r' ? end - 1 : end;
      break;
    }
    if (field < fields_limit) filled |= static_cast<std::uint64_t>(end > field_start) << field;
    field_start = end + 1;
  }
  if (field < fields_limit) filled |= static_cast<std::uint64_t>(line.end > field_start) << field;
  positions_[at - 1] = line.end;
  line.bytes = window.data();
  line.fields_count = static_cast<std::uint16_t>(std::min<std::size_t>(field + 1, UINT16_MAX));
  line.ends = positions_.data() + first;
  line.first_field = start;
  line.filled = filled;
  if (form_ == Form::insurer && !read_prefix(line)) return line;
  line.record = record_of(line.field(1));
  return line;
}

}  // namespace kenpo::format::claim
