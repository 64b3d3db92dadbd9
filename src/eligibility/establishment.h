// An employer's establishment (適用事業所). Holds no personal data: the employer's own name
// (事業主氏名) is not kept.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"

namespace kenpo::eligibility {

/// At most this many establishments a society: they are kept in memory during a month's run.
inline constexpr std::size_t establishments_limit = 65'536;

struct Establishment {
  base::EstablishmentId id = base::EstablishmentId::draw();
  std::string prefecture = {};     // the pension agency's code, two digits
  std::string county = {};         // 郡市区符号, two digits
  std::string office_symbol = {};  // 事業所記号 of the pension agency, one to four characters
  std::string symbol = {};         // 記号 of the society: the first half of 記号・番号
  std::string name = {};
  std::string postal_code = {};    // seven digits, or empty
  std::string address = {};
  base::Date from = {};                 // 適用年月日
  std::optional<base::Date> until = {};  // the last day; none = still covered

  friend bool operator==(const Establishment&, const Establishment&) = default;
};

}  // namespace kenpo::eligibility
