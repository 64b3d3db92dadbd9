// One record on its way into a file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "format/claim/layout.h"

namespace kenpo::format::claim {

/// The three columns of the insurer's form.
struct Prefix {
  std::uint8_t data_kind = 1;
  std::uint32_t row = 0;
  std::uint16_t branch = 0;
};

class Row {
 public:
  explicit Row(Record record = Record::unknown) { reset(record); }
  /// Empties the row for another record; the room of its fields stays.
  void reset(Record record);

  /// Puts a UTF-8 text into field `seq` (from 2; the record id is field 1).
  void set(std::size_t seq, std::string_view utf8);
  void set_number(std::size_t seq, std::int64_t number);

  /// Appends the row as CP932 with CR LF. A text that CP932 cannot write, or that is longer than
  /// its field, becomes a fault; the row is written all the same.
  void append_to(std::string& out, const Prefix* prefix, base::Faults& faults) const;

 private:
  Record record_ = Record::unknown;
  std::array<std::string, fields_limit> fields_;
};

}  // namespace kenpo::format::claim
