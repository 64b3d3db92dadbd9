// What the content checks (内容点検) read of one receipt: its decided version as plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.h"
#include "review/dose_limit.h"

namespace kenpo::review {

inline constexpr std::size_t days_of_a_month = 31;

/// One counted act, drug or device. Days are bits: bit n - 1 is day n of the month of treatment.
struct CountedItem {
  std::string code;  // nine digits
  std::int64_t points = 0;
  int count = 0;           // 回数
  std::uint32_t days = 0;  // 0 where the kind of claim has no days of its items
  std::uint32_t row = 0;   // 行番号, for the request (RT)
  std::uint16_t branch = 0;
  bool drug = false;
  DoseWay way = DoseWay::every;  // drugs; every: the receipt does not say
  std::int64_t quantity_hundred_thousandths = 0;  // 使用量 of a drug
};

struct NamedDisease {
  std::string code;  // seven digits; 0000999: not coded
  std::uint32_t row = 0;
};

/// The group of the patient that the receipt claims under (別表5, fourth digit).
enum class PatientGroup : std::uint8_t {
  unknown,
  insured,               // 本人
  preschool,             // 未就学
  dependent,             // 家族
  elderly,               // 高齢受給者 一般・低所得
  elderly_seven_tenths,  // 高齢受給者 7割
  public_only,           // 公費のみ
};
const char* wording(PatientGroup group);  // 「未就学」

struct ReceiptFacts {
  claim::Claim claim;
  PatientGroup group = PatientGroup::unknown;
  int benefit_percent = 0;  // 給付割合; 0 = not written
  std::string insured_key;  // symbol and number, for the same person under one number
  std::vector<CountedItem> items;
  std::vector<NamedDisease> diseases;
  std::vector<std::string> issues;  // what does not fit together in the record itself, once each
  bool fresh = true;  // comes under the checks now; others are looked back at
};

/// The facts of a stored receipt. A receipt that the reader no longer reads has its head alone.
ReceiptFacts facts_of(claim::Claim claim, std::string_view bytes);

/// Whether 特記事項 holds the code; 10 is 「第三」.
bool has_remark(const ReceiptFacts& receipt, std::string_view code);
inline constexpr std::string_view third_party_remark = "10";

/// The days of treatment: visits, or the days of its items where it has no visits.
std::uint32_t days_of(const ReceiptFacts& receipt);

}  // namespace kenpo::review
