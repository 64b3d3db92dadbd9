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

/// Records whose line tells what the file claims for.
bool tells_service(Record record) {
  constexpr auto bit = [](Record each) { return std::uint64_t{1} << static_cast<unsigned>(each); };
  constexpr std::uint64_t telling = bit(Record::ir) | bit(Record::yk) | bit(Record::hm) |
                                    bit(Record::hi) | bit(Record::re);
  return (telling & bit(record)) != 0;
}
static_assert(records_count < 64);

/// The bits of a line's own fields in a word of which `fields` (1 to 64) are its own. The last
/// field is empty when only the CR stands in it.
std::uint64_t own_fields(std::uint64_t filled, std::size_t fields, bool last_filled) {
  const std::uint64_t last_bit = std::uint64_t{1} << (fields - 1);
  return (filled & (last_bit - 1)) | (last_filled ? last_bit : 0);
}

}  // namespace

Reader::Reader(Form form, Receiver& receiver, Frame frame)
    : form_(form), frame_(frame), receiver_(receiver) {
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

/// The line that begins at `start`; its separators are `first` to `last`, the line feed.
inline void Reader::read_line(std::string_view window, std::uint32_t start, std::size_t first,
                              std::size_t last, Line& line) {
  std::uint32_t* const ends = separators_.positions.data() + first;
  const std::size_t fields = last - first + 1;
  std::uint32_t& end = ends[fields - 1];
  if (end > start && window[end - 1] == '\r') --end;
  line.bytes = window.data();
  line.ends = ends;
  line.start = line.first_field = start;
  line.end = end;
  line.fields_count = static_cast<std::uint16_t>(std::min<std::size_t>(fields, UINT16_MAX));
  line.filled = separators_.filled_from(first);
  const std::uint32_t last_start = fields == 1 ? start : ends[fields - 2] + 1;
  const bool last_filled = end > last_start;
  constexpr std::size_t word = 64;
  if (fields <= word) {
    line.filled = own_fields(line.filled, fields, last_filled);
  } else if (fields <= 2 * word) {
    line.filled_behind =
        own_fields(separators_.filled_from(first + word), fields - word, last_filled);
  }
  if (has_prefix(form_) && !read_prefix(line)) return;
  line.record = record_of(line.field(1));
  if (tells_service(line.record)) choose_service(line);
  line.rule = &rules_[static_cast<std::size_t>(line.record)];
}

/// Takes the complete groups of a window: a receipt, or a line that belongs to none. Returns how
/// many bytes they had. What is not complete is looked at again with the next window, so nothing
/// but the collected lines changes before a group is complete.
std::size_t Reader::consume_window(std::string_view window, Part part) {
  scan_separators(window, separators_);
  lines_.clear();
  std::uint32_t group_start = 0;
  std::uint32_t start = 0;
  std::size_t first = 0;
  Service group_service = service_;  // in force where the group begins
  for (std::size_t at = 0; at < separators_.lines; ++at) {
    const std::size_t last = separators_.line_feeds[at];
    const Service before = service_;
    Line line;
    read_line(window, start, first, last, line);
    if (!lines_.empty() && begins_group(line)) {
      end_group(window.substr(group_start, start - group_start));
      group_start = start;
      group_service = before;
      if (stopped()) return window.size();
    }
    line.number = lines_done_ + lines_.size() + 1;
    lines_.push_back(line);
    start = line.end + (window[line.end] == '\r' ? 2 : 1);
    first = last + 1;
  }
  if (part == Part::more_follows) {
    serve(group_service);
    return group_start;
  }
  if (!lines_.empty()) end_group(window.substr(group_start, start - group_start));
  end_of_file(window.substr(start));
  return window.size();
}

void Reader::choose_service(Line& line) {
  serve(service_from(service_, line.record, line.fields_count,
                     line.field(line.record == Record::hi ? 5 : 4)));
}

void Reader::serve(Service service) {
  service_ = service;
  rules_ = rules_of(service);
}

}  // namespace kenpo::format::claim
