// Files of returned receipts (HEN, SAH): taken in, listed, shown.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "review/claim_return.h"
#include "review/finding_act.h"

namespace kenpo::review {

inline constexpr notice::Operation return_take{
    .name = "claim_return.take",
    .japanese = "返戻ファイルの受付",
    .verb = notice::Verb::write,
    .pairs = {review_pair,
              notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
inline constexpr notice::Operation return_list{
    .name = "claim_return.list", .japanese = "返戻の一覧の表示", .pairs = {review_pair}};
inline constexpr notice::Operation return_show{
    .name = "claim_return.show", .japanese = "返戻の表示", .pairs = {review_pair}};

struct TakenReturns {
  std::int64_t receipts = 0;
  std::int64_t reasons = 0;
  std::int64_t known = 0;  // of receipts that had come here
  bool already = false;    // the same file was taken in before; nothing has changed
};
/// Takes the file in, whole or not at all. A return is filed under whoever the receipt names; what
/// is paid does not change by it: a result of a re-examination does that. Refused, with the line: a
/// file of another kind, a receipt without a reason.
base::Result<TakenReturns> take_returns(const ReviewOffice& office, const notice::Acting& acting,
                                        const base::Plain& file, std::string_view bytes);

inline constexpr std::int64_t returns_of_a_page = 50;
struct ReturnPage {
  std::vector<ClaimReturn> lines = {};
  std::int64_t count = 0;
};
/// Of handlers without limit: files are of the whole society.
base::Result<ReturnPage> list_returns(const ReviewOffice& office, const notice::Acting& acting,
                                      std::int64_t offset);
base::Result<std::optional<ClaimReturn>> show_return(const ReviewOffice& office,
                                                     const notice::Acting& acting,
                                                     const ReturnId& id);

}  // namespace kenpo::review
