// The society's notice as a document: the published text, read into its parts. The grammar stands
// in docs/formats/notice.md.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "notice/published.h"

namespace kenpo::notice {

using Fingerprint = std::array<std::uint8_t, 32>;
/// SHA-256 of the bytes.
Fingerprint fingerprint(std::string_view bytes);
/// 64 lower-case hexadecimal digits.
std::string hexadecimal(const Fingerprint& fingerprint);

/// Who the society is and where complaints go: section 4 of the text, configuration of the
/// installation.
struct Society {
  std::string name;       // J U K I 健康保険組合
  std::string address;    // 〒206-0034 東京都多摩市鶴牧 2-11-1
  std::string telephone;  // 042-357-2334
  friend bool operator==(const Society&, const Society&) = default;
};

/// 「J U K I 健康保険組合 〒206-0034 東京都… 電話 042-357-2334」: the complaint desk in one line, as it
/// stands on papers (section 4 of the notice).
std::string desk_words(const Society& own);

/// What a line of the text is. The two columns of a row and of a measure are split by one tab.
enum class LineKind : std::uint8_t {
  title,       // 個人情報保護法に基づく公表事項
  heading,     // 1. 個人情報の利用目的
  paragraph,   // a sentence of section 1, 2 or 3
  table_head,  // 個人情報の類型 → 利用目的
  row,         // a category → its purposes
  note,        // ※…
  ground,      // (1)…: a ground of 個人情報保護法21条4項
  measure,     // 組織的の安全管理措置 → its words
  society_name,
  address,
  telephone,
};

/// One line that is not blank, as written, without its line end.
struct Line {
  LineKind kind;
  std::uint32_t number;  // in the file, from 1
  int section;           // 0 before the first heading, then 1 to 4
  std::string text;
};

/// One row of the table of section 1.
struct Row {
  Category category;
  std::vector<Purpose> purposes;  // in the order written
};

/// One safety measure of section 2.
struct Measure {
  std::string heading;
  std::string words;
};

struct Document {
  std::string text;      // every byte, as read
  Fingerprint sha256{};  // of `text`
  std::vector<Line> lines;
  std::string title;
  std::vector<Row> rows;
  std::vector<std::string> grounds;  // four, with their numbers
  std::vector<Measure> measures;
  Society society;

  /// The rows as pairs of the published table.
  PairMask pairs() const;
};

/// A notice longer than this is not one: the published text has about 7,000 bytes.
inline constexpr std::size_t notice_bytes_limit = 256 * 1024;

/// Reads the text of a notice. Refuses, with line and reason, a wording of the table that is not
/// the published one (and names the nearest), a pair outside the 43, a row or purpose named twice,
/// a part that is missing or out of order, and text that is not UTF-8 with plain line ends.
/// 「、」 splits purposes; 「・」 belongs to the wording of one.
base::Result<Document> parse_document(std::string_view text, const base::Plain& file);

/// notice/notice.txt, which the program carries.
const Document& carried_document();

/// The same text with another name, address and telephone in section 4. Nothing else changes.
/// Refuses values that section 4 cannot hold (several lines, a telephone of other than digits and
/// hyphens, an address without 〒 and postcode).
base::Result<Document> with_society(const Document& document, const Society& society);

}  // namespace kenpo::notice
