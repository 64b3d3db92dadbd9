#include "review/request.h"

#include <algorithm>

#include "format/claim/codes.h"

namespace kenpo::review {

std::string result_words(const std::string& code) {
  const auto name = format::claim::code_name(format::claim::CodeSet::review_result, code);
  return name.empty() ? code : std::string(name);
}

// 審査結果 of コード情報ファイル記録条件仕様 R6.8
bool takes_back(std::string_view code) {
  return code == "101" || code == "104" || code == "105" || code == "106";
}

// 審査結果 of コード情報ファイル記録条件仕様 R6.8: 101, 104, 105 返戻; 103 査定; 106 請求先変更.
base::Yen reduction_of(const claim::Claim& claim, const std::string& code,
                       std::int64_t now_points) {
  std::int64_t points = 0;
  if (code == "103") points = std::max<std::int64_t>(0, claim.decided_points - now_points);
  if (takes_back(code)) points = claim.decided_points;
  return base::Yen(claim::yen_of(claim, points));
}

}  // namespace kenpo::review
