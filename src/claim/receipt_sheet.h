// A receipt as people read it: diseases, what was done, prescribed, dispensed or visited, with the
// words of the masters, the claimed amounts beside the decided ones.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kenpo::claim {

/// The words of the masters on the days of treatment; each answers empty when no master holds the
/// code.
struct MasterWords {
  std::function<std::string(std::string_view code)> item;      // nine digits: act, drug, device
  std::function<std::string(std::string_view code)> disease;   // seven digits
  std::function<std::string(std::string_view code)> modifier;  // four digits
  /// A comment's sentence out of its code and the text of the record.
  std::function<std::string(std::string_view code, std::string_view text)> comment;
};
/// Without masters: every word is empty.
MasterWords no_words();

/// What the reviewing organisation did with a row.
enum class Change : std::uint8_t { none, changed, added, removed };
const char* wording(Change change);  // 「査定」「追加」「削除」; empty for none

struct SheetRow {
  std::vector<std::string> cells;
  Change change = Change::none;
};

/// A table of the sheet. Sections without rows are left out.
struct SheetSection {
  std::string title;
  std::vector<std::string> columns;
  std::vector<SheetRow> rows;
};

struct ReceiptSheet {
  std::vector<SheetSection> sections;
  /// Codes for which no master has a word: they stand in the sheet as they came.
  int codes_without_word = 0;
};

/// The sheet of a stored receipt. A receipt that the reader no longer reads has no sections: its
/// lines are still shown as they came (receipt_view.h).
ReceiptSheet sheet_of(std::string_view bytes, const MasterWords& words);

}  // namespace kenpo::claim
