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
  explicit Row(Service service = Service::medical) : service_(service) {}
  /// Empties the row for another record; the room of its fields stays.
  void reset(Record record);
  /// The kind of claim of the records to come.
  void serve(Service service) { service_ = service; }

  /// Puts a UTF-8 text into field `seq` (from 2; the record id is field 1).
  void set(std::size_t seq, std::string_view utf8);
  void set_number(std::size_t seq, std::int64_t number);

  /// 「MD 理由番号」: a field as faults name it.
  base::Plain field_name(std::size_t seq) const;

  /// Appends the row as CP932 with CR LF. A text that CP932 cannot write, or that is longer than
  /// its field, becomes a fault; the row is written all the same.
  void append_to(std::string& out, const Prefix* prefix, base::Faults& faults) const;

 private:
  const RecordRule& rule() const { return rule_of(service_, record_); }

  Service service_;
  Record record_ = Record::unknown;
  std::array<std::string, fields_limit> fields_;
  std::size_t used_ = 0;  // fields that may hold something
};

}  // namespace kenpo::format::claim
