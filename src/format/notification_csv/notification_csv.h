// SHFD0006.CSV, the file in which an employer notifies acquisition and loss of status, monthly pay,
// bonuses and dependents: bytes to records and back. Layout: docs/formats/notification_csv.md.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/notification_csv/record.h"

namespace kenpo::format::notification_csv {

/// One notification.
struct Record {
  Content content;
  std::uint64_t line_number = 0;  // in the file, from 1
  /// The bytes of the line (Shift_JIS, without line end) from which the twelve digits of each
  /// individual number are cut out; they live in `content` only.
  std::string line_without_number;

  friend bool operator==(const Record&, const Record&) = default;
};

/// A whole file. Moves, but does not copy: its records hold individual numbers.
struct NotificationFile {
  Head head;
  std::array<std::string, 5> head_lines;  // the bytes of lines 1 to 5, without line ends
  std::vector<Record> records;

  friend bool operator==(const NotificationFile&, const NotificationFile&) = default;
};

struct ReadOptions {
  base::Date today;  // dates of persons may not lie behind it
  base::Plain file;  // the file's name for the places of faults; may be empty
};

/// Is this the beginning of a notification file? Needs the first two lines; looks at the content
/// only, so that a file with wrong line ends or code is recognised and its faults are told.
bool looks_like(std::string_view prefix);

/// The whole file, or its faults in the order of its lines (at most base::faults_limit). Refused:
/// files over file_limit_bytes, forms other than the six, anything that breaks the layout or the
/// rules between items.
base::Result<NotificationFile> read(std::string_view bytes, const ReadOptions& options);

/// The bytes of the file: exactly those that were read, or that `compose` made.
std::string write(const NotificationFile& file);

/// A file of these notifications in the order given, in our own spelling (amounts without leading
/// zeros), judged by every rule of `read`. Characters that Shift_JIS does not have are faults.
base::Result<NotificationFile> compose(const Head& head, const std::vector<Content>& contents,
                                       const ReadOptions& options);

}  // namespace kenpo::format::notification_csv
