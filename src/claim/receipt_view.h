// A receipt's bytes as people read them: line by line, each field with its declared name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kenpo::claim {

/// One field that is not empty.
struct ReceiptCell {
  std::string name;     // 「傷病名コード」
  std::string value;    // as in the file, in UTF-8
  std::string meaning;  // the word of a code, where the code tables have one
};

struct ReceiptLine {
  int data_kind = 1;   // データ識別: 1 claimed, 2 corrected by the reviewer, others as in the file
  int row = 0;         // 行番号; 0 in the provider's form
  int branch = 0;      // 枝番号
  std::string record;  // 「SY」
  std::string title;   // 「傷病名」
  std::vector<ReceiptCell> cells;
};

/// The lines of a stored receipt. Repeated day fields that hold a number are put together as one
/// cell 「算定日」. Bytes that are no line of a claims file give a line without a title.
std::vector<ReceiptLine> read_receipt(std::string_view bytes);

/// 「請求」「審査支払機関の補正」…: what a data kind is.
const char* wording_of_data_kind(int data_kind);

}  // namespace kenpo::claim
