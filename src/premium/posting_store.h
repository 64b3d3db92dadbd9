// Postings of people in the store: amounts sealed.
#pragma once

#include <vector>

#include "base/result.h"
#include "premium/posting.h"
#include "store/seal.h"

namespace kenpo::premium {

/// The index grows at its end, because a bill is posted as a whole, month after month.
inline constexpr store::Table premium_posting_table{
    .name = "premium_posting",
    .japanese = "保険料の調定",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"period", store::Kind::id},
              {"establishment", store::Kind::id},
              {"kind", store::Kind::integer},
              {"month", store::Kind::month},
              {"billed", store::Kind::month},
              {"causes", store::Kind::integer},
              {"posted_at", store::Kind::moment}},
    .personal = {{"standard", store::Kind::yen},
                 {"basic", store::Kind::integer},
                 {"specific", store::Kind::integer},
                 {"adjustment", store::Kind::integer},
                 {"care", store::Kind::integer},
                 {"child", store::Kind::integer},
                 {"insured", store::Kind::yen},
                 {"total", store::Kind::yen}},
    .indexes = {{.columns = {"billed", "month"}}}};
using PostingAccess = store::AccessTo<premium_posting_table>;

base::Result<> add(store::Transaction& transaction, const PostingAccess& access,
                   const Posting& posting);

Posting posting_from(const store::Record<premium_posting_table>& record);

/// All postings about a person made by the moment, in the order in which they were made.
base::Result<std::vector<Posting>> postings_of(const store::View& view,
                                               const PostingAccess& access,
                                               const base::PersonId& person,
                                               base::Moment known_at);

/// Calls `act(const Posting&)` for every posting of the bill for the month.
template <typename Act>
base::Result<std::size_t> each_posting(const store::View& view, const PostingAccess& access,
                                       base::Month billed, base::Month month, Act&& act) {
  return store::each<premium_posting_table>(
      view, access, {"billed = $1 AND month = $2"}, {billed, month},
      [&](const store::Record<premium_posting_table>& record) { act(posting_from(record)); });
}

/// The same for every posting of the bill for an earlier month.
template <typename Act>
base::Result<std::size_t> each_earlier_posting(const store::View& view,
                                               const PostingAccess& access, base::Month billed,
                                               Act&& act) {
  return store::each<premium_posting_table>(
      view, access, {"billed = $1 AND month < $1"}, {billed},
      [&](const store::Record<premium_posting_table>& record) { act(posting_from(record)); });
}

}  // namespace kenpo::premium
