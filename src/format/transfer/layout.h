// The records of a bank transfer file (全銀協 総合振込, 種別 21) as tables; reader, writer and
// docs/formats/transfer.md follow them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kenpo::format::transfer {

inline constexpr std::size_t record_bytes = 120;
/// The trailer counts payments with six digits.
inline constexpr std::size_t payments_limit = 999'999;
/// The payments, header, trailer and end record, each with a line end, and the end mark.
inline constexpr std::size_t file_limit_bytes = (payments_limit + 3) * (record_bytes + 2) + 1;

enum class Kind : std::uint8_t {
  fixed,            // exactly `allowed`
  code,             // one character of `allowed`
  digits,           // digits to the full length, zeros in front
  digits_or_blank,  // the same, or spaces only
  text,             // left-aligned, spaces behind, the characters of bank files
  edi,              // the same without the comma
  blank,            // spaces only
};

/// One field. `offset` counts bytes from 1.
struct Field {
  std::string_view name;
  std::uint8_t offset;
  std::uint8_t length;
  Kind kind;
  std::string_view allowed = {};
};

/// The fields of a record cover its 120 bytes without gaps. The twenty bytes from 92 are two
/// customer codes, or EDI information where byte 113 is Y.
std::span<const Field> header_fields();
std::span<const Field> payment_fields();
std::span<const Field> payment_fields_with_edi();
std::span<const Field> trailer_fields();
std::span<const Field> end_fields();

/// The bytes of a field in a record of 120 bytes.
std::string_view bytes_of(std::string_view record, const Field& field);

}  // namespace kenpo::format::transfer
