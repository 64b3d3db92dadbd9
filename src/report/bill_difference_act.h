// Everybody whose premium on the month's bill differs from last month's, over the whole society,
// the largest first: what is looked at before any notice leaves.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"
#include "premium/posting.h"

namespace kenpo::report {

inline constexpr notice::Operation bill_difference_show{
    .name = "bill_difference.show",
    .japanese = "請求額の前月との差額の一覧",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

/// As it was posted: what stands here is what the notices claim.
struct BillDifference {
  base::PersonId person;
  eligibility::PeriodId period;  // of the newest posting
  base::EstablishmentId establishment;
  base::Yen last_month = {};  // for last month, with last month's bill
  base::Yen this_month = {};  // for this month
  base::Yen earlier = {};     // 遡及: for earlier months, with this bill
  premium::CauseMask causes = 0;
  eligibility::InsuredName insured = {};

  base::Yen difference() const { return this_month + earlier - last_month; }
};

/// A page of the list.
struct BillDifferences {
  std::vector<BillDifference> shown;
  std::int64_t people = 0;  // whose premium differs, also where differences cancel out
  std::int64_t unchanged = 0;
  base::Yen sum = {};  // of all differences
};

/// People of the handler's establishments, from `first` on, at most `limit`. Names are read of
/// those only.
base::Result<BillDifferences> show_bill_differences(eligibility::Ledger& ledger,
                                                    const notice::Acting& acting,
                                                    base::Month month, std::size_t first,
                                                    std::size_t limit);

}  // namespace kenpo::report
