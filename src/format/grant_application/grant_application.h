// The application for the high-cost grant (高額医療交付金) as a file. No public layout is known: this
// is the society's own, behind this one adapter (docs/formats/grant_application.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/yen.h"

namespace kenpo::format::grant_application {

/// The version of the layout: it stands in the first cell of the file.
inline constexpr std::string_view layout_name = "KENPO-KOUFUKIN-1";

/// One receipt of a person's month. Texts are UTF-8; the person's name is not in the file.
struct Row {
  std::uint64_t serial = 0;  // of the person's month in this file, from 1
  std::string symbol;
  std::string number;
  std::string branch;
  base::Month treated_in;
  bool special = false;      // 特別（長期高額疾病）
  base::Month claimed_in;
  std::string service;       // 「調剤」
  std::string institution;   // ten digits
  int days = 0;
  base::Yen cost;            // of the receipt
  base::Yen month_cost;      // of all receipts of the person's month
  base::Yen excess;          // of the person's month over the threshold
  std::string search_number;      // 検索番号: where the receipt is found again, as evidence
  std::string management_number;  // 電子レセプト番号
};

struct File {
  std::string insurer_number;
  int year = 0;  // in which the federation's year ends
  base::Date made_on;
  std::vector<Row> rows;
};

std::string write(const File& file);

}  // namespace kenpo::format::grant_application
