// Whom a notification is about, as the employer writes it.
#pragma once

#include <string>

#include "base/date.h"

namespace kenpo::format::notification_csv {

/// The insured person as the employer writes him or her.
struct Insured {
  std::string number;     // 被保険者整理番号, up to six digits; may be empty
  std::string name_kana;  // half-width kana, one space
  std::string name;       // full-width, one full-width space; may be empty
  base::Date born;

  friend bool operator==(const Insured&, const Insured&) = default;
};

/// 基礎年金番号: 課所符号 four digits, 一連番号 six digits.
struct PensionNumber {
  std::string office_code;
  std::string serial;

  friend bool operator==(const PensionNumber&, const PensionNumber&) = default;
};

}  // namespace kenpo::format::notification_csv
