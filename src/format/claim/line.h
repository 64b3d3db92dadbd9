// One line of a claims file: views into the buffer, nothing copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "format/claim/digits.h"
#include "format/claim/layout.h"

namespace kenpo::format::claim {

/// Valid as long as the buffer and the reader's current receipt.
struct Line {
  const char* bytes = nullptr;          // of the buffer that `ends` counts in
  const std::uint32_t* ends = nullptr;  // ends[n - 1]: where field n ends
  std::uint32_t start = 0;              // of the line
  std::uint32_t first_field = 0;        // of the record id (behind the prefix)
  std::uint32_t end = 0;                // of the last field, before CR LF
  std::uint16_t fields_count = 0;       // the record id is field 1
  Record record = Record::unknown;
  std::uint8_t data_kind = 1;     // データ識別; 1 in the provider's form; 0: the prefix is wrong
  std::uint32_t row = 0;          // 行番号; 0 in the provider's form
  std::uint16_t branch = 0;       // 枝番号
  std::uint64_t number = 0;       // in the file, from 1
  std::uint64_t filled = 0;       // bit n - 1: field n is not empty
  std::uint64_t filled_behind = 0;   // the same for fields 65 on
  const RecordRule* rule = nullptr;  // of `record`; null where the prefix is wrong

  std::string_view text() const { return {bytes + start, end - start}; }
  std::uint32_t begins(std::size_t seq) const {
    return seq == 1 ? first_field : ends[seq - 2] + 1;
  }
  /// Field `seq` (the record id is 1); empty behind the last.
  std::string_view field(std::size_t seq) const {
    if (seq > fields_count) return {};
    const std::uint32_t from = begins(seq);
    return {bytes + from, ends[seq - 1] - from};
  }
  /// The field as eight digits in a word, where it has 1 to 8 bytes (digits.h).
  std::uint64_t digits(std::size_t seq) const {
    const std::uint32_t from = begins(seq);
    const std::uint32_t to = ends[seq - 1];
    return to >= 8 ? digit_word_before(bytes + to, to - from) : digit_word(bytes + from, to - from);
  }
  /// The value of a field of digits; 0 when it is empty or no number.
  std::int64_t number_in(std::size_t seq) const {
    if (!has(seq) || seq > fields_count) return 0;
    const std::uint32_t size = ends[seq - 1] - begins(seq);
    if (size == 1) {  // most counts are one digit
      const auto digit = static_cast<unsigned char>(bytes[begins(seq)] - '0');
      return digit < 10 ? digit : 0;
    }
    if (size > 8) return number_of(field(seq));
    const std::uint64_t word = digits(seq);
    return is_digit_word(word) ? digit_word_value(word) : 0;
  }
  bool has(std::size_t seq) const {
    return ((seq <= 64 ? filled >> (seq - 1) : filled_behind >> (seq - 65)) & 1) != 0;
  }
  /// The `filled` bits of the 31 fields from `seq` on, which all stand in one word.
  std::uint64_t filled_days(std::size_t seq) const {
    constexpr std::uint64_t days = (std::uint64_t{1} << 31) - 1;
    return (seq <= 64 ? filled >> (seq - 1) : filled_behind >> (seq - 65)) & days;
  }
  /// Byte column of a field, from 1; 0 = the line as a whole.
  std::uint32_t column(std::size_t seq) const {
    return seq == 0 || seq > fields_count ? 0 : begins(seq) - start + 1;
  }
};

/// Takes the three columns of the insurer's form off the front of a line. False when they are not
/// 1 to 2, 1 to 5 and 1 to 3 digits; the line is then left as it was but for its data kind, 0.
bool read_prefix(Line& line);

}  // namespace kenpo::format::claim
