// One line of notice/versions.tsv. Grammar: docs/formats/notice.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "notice/document.h"

namespace kenpo::notice {

enum class RecordKind : std::uint8_t {
  adopted,
  related,
  published,
  notified,
  exempted,
  restricted,
  extended
};

/// What one line says. Cells that a kind does not use are empty.
struct VersionRecord {
  RecordKind kind = RecordKind::adopted;
  std::uint32_t version = 0;
  base::Moment at;                            // when adopted, published, approved
  std::string by;                             // who
  std::optional<Pair> pair;                   // related, exempted, restricted, extended
  std::string words;                          // statement, place, ground, `ground: statement`
  std::optional<Fingerprint> sha256;          // of the text (adopted), of the page (published)
  std::optional<base::Moment> in_force_from;  // adopted
};

inline constexpr std::string_view version_table_head =
    "record\tversion\tat\tby\tpair\twords\tsha256\tin_force_from\tchain\n";

/// The cells without the chain, split by tabs; an empty cell is `-`.
std::string written(const VersionRecord& record);
/// Nullopt for anything that `written` does not write.
std::optional<VersionRecord> parse_version_record(std::string_view cells);
/// The next link: SHA-256 of the link before and the cells.
Fingerprint chained(const Fingerprint& before, std::string_view cells);

/// `2026-11-23T09:41:00.123+09:00`, exactly as Moment::iso writes it.
std::optional<base::Moment> parse_moment(std::string_view iso);
/// 64 lower-case hexadecimal digits.
std::optional<Fingerprint> parse_hexadecimal(std::string_view text);

/// A statement of relatedness is a few sentences.
inline constexpr std::size_t statement_bytes_limit = 3000;

}  // namespace kenpo::notice
