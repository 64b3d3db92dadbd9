// A request for re-examination (再審査請求), and what the reviewing organisation answered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/yen.h"
#include "review/finding.h"
#include "safeguard/export.h"

namespace kenpo::review {

using RequestId = base::Id<struct ReviewRequestKind>;

enum class RequestEnd : std::uint8_t {
  answered = 1,  // the result came
  dropped = 2,   // the file was not sent: the finding waits for another one
};

/// What became of a request. Nothing of a request itself is changed.
struct RequestResult {
  RequestId request = RequestId::draw();
  RequestEnd end = RequestEnd::answered;
  std::string code = {};              // 審査結果, three digits; empty when dropped
  std::optional<base::Month> processed_in = {};
  base::Yen reduction = {};           // what the society pays less: the adjustment of the claim
  std::string message = {};           // 連絡
  base::Moment at = {};
};
/// 「査定」; empty for a code that is not known.
std::string result_words(const std::string& code);

struct Request {
  RequestId id = RequestId::draw();
  FindingId finding = FindingId::draw();
  base::PersonId person = base::PersonId::draw();
  claim::ClaimId claim = claim::ClaimId::draw();
  std::string check = {};      // CheckRow::id
  safeguard::ExportId file = safeguard::ExportId::draw();
  std::uint32_t number = 1;    // 申し出一連番号 within the receipt
  std::string file_number = {};  // 整理番号, at most 17 digits
  std::string reason = {};
  std::string detail = {};
  std::string words = {};
  base::Month claimed_in;
  base::Moment made_at = {};
  std::optional<RequestResult> result = {};
};

/// Whether a result takes the whole receipt off the society: 返戻, 請求先変更.
bool takes_back(std::string_view code);

/// What the result takes off the claim: 査定 the points that were cut, 返戻 all of it, else nothing.
/// `now_points`: the decided points as the result file has them.
base::Yen reduction_of(const claim::Claim& claim, const std::string& code,
                       std::int64_t now_points);

}  // namespace kenpo::review
