// Samples, one item of them changed, and what the reader says of it. For the tests of this folder.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/cp932.h"
#include "format/notification_csv/notification_csv.h"

namespace kenpo::format::notification_csv {

inline const base::Date today = *base::Date::make(2026, 11, 22);

inline std::string sample(const std::string& name) {
  std::ifstream file(std::string(KENPO_SOURCE_DIR "/src/format/notification_csv/samples/") + name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// line:item of every fault, in their order; "ok" when the file is taken.
inline std::string items_at_fault(std::string_view bytes) {
  const auto file = read(bytes, {today, {}});
  if (file) return write(*file) == bytes ? "ok" : "changed";
  std::string all;
  for (const auto& fault : file.faults()) {
    if (!all.empty()) all += ' ';
    const auto& field = fault.place.field.text();
    const std::string front = "項番";
    all += std::to_string(fault.place.line) + ":";
    if (field.starts_with(front)) {
      all += field.substr(front.size(), field.find(' ') - front.size());
    }
  }
  return all;
}

inline std::vector<std::string> cut(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (;;) {
    const auto end = text.find(separator, from);
    parts.push_back(text.substr(from, end == text.npos ? end : end - from));
    if (end == text.npos) return parts;
    from = end + separator.size();
  }
}

inline std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string text = parts[0];
  for (std::size_t at = 1; at < parts.size(); ++at) text += separator + parts[at];
  return text;
}

/// The file with some items of one line changed: `13=;14=1` empties item 13.
inline std::string changed(const std::string& bytes, std::size_t line,
                           const std::string& changes) {
  auto lines = cut(bytes, "\r\n");
  auto items = cut(lines[line - 1], ",");
  for (const auto& change : cut(changes, ";")) {
    const auto equals = change.find('=');
    const auto item = static_cast<std::size_t>(std::stoi(change.substr(0, equals)));
    items.at(item - 1) = base::encode_cp932(change.substr(equals + 1)).bytes;
  }
  lines[line - 1] = joined(items, ",");
  return joined(lines, "\r\n");
}

/// One case: what is changed, and the items (line:item) that the reader names, or "ok".
struct Row {
  const char* why;
  std::size_t line;
  const char* changes;
  const char* items;
};

}  // namespace kenpo::format::notification_csv
