// The records of a bank's statement files (全銀協 振込入金通知, 種別 01; 入出金取引明細, 種別 03) as
// tables; the reader and docs/formats/bank_statement.md follow them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kenpo::format::bank_statement {

inline constexpr std::size_t record_bytes = 200;
/// A trailer counts with six digits; a society's bank sends a few thousand records a day.
inline constexpr std::size_t records_limit = 1'000'000;
inline constexpr std::size_t file_limit_bytes = records_limit * (record_bytes + 2) + 1;

enum class Kind : std::uint8_t {
  fixed,            // exactly `allowed`
  code,             // one character of `allowed`
  digits,           // digits to the full length, zeros in front
  digits_or_blank,  // the same, or spaces only
  text,             // left-aligned, spaces behind: half-width letters, kana, digits and signs
  unused,           // banks fill it as they like; half-width characters
};

/// One field. `offset` counts bytes from 1.
struct Field {
  std::string_view name;
  std::uint8_t offset;
  std::uint8_t length;
  Kind kind;
  std::string_view allowed = {};
};

/// 種別: a notice of incoming transfers, or a statement of everything that moved.
enum class FileKind : std::uint8_t { transfer_notice = 1, account_statement = 3 };

/// The fields of a record cover its 200 bytes without gaps.
std::span<const Field> header_fields(FileKind kind);
std::span<const Field> entry_fields(FileKind kind);
std::span<const Field> trailer_fields(FileKind kind);
std::span<const Field> end_fields(FileKind kind);

/// The bytes of a field in a record of 200 bytes, and of the field of that name.
std::string_view bytes_of(std::string_view record, const Field& field);
const Field& field_named(std::span<const Field> fields, std::string_view name);

}  // namespace kenpo::format::bank_statement
