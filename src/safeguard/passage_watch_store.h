// Days whose passages are known, those that were compared with the uses of personal data, and what
// of it was told (notice section 2, P-1).
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "safeguard/register_office.h"
#include "store/seal.h"

namespace kenpo::safeguard {

/// Handlers stand in it as random ids, as in the audit log.
inline constexpr store::Table passage_watch_table{
    .name = "passage_watch",
    .japanese = "入退室と利用の見張り",
    .untimed = store::Untimed::reckoned,
    .clear = {{"day", store::Kind::date},
              {"kind", store::Kind::integer},
              {"at", store::Kind::moment},
              {"staff", store::Kind::id, store::Presence::optional},
              {"uses", store::Kind::integer}},
    .indexes = {{.columns = {"day"}}}};

/// Passages of the day came in.
base::Result<> note_passages(store::Transaction& transaction, base::Date day, base::Moment now);
/// The day was compared.
base::Result<> note_comparison(store::Transaction& transaction, base::Date day, base::Moment now);
/// So many uses of the handler on the day were told.
base::Result<> note_told(store::Transaction& transaction, base::Date day,
                         const base::StaffId& staff, std::uint64_t uses, base::Moment now);

/// Days from `since` up to and without `until` whose passages came in after they were compared.
base::Result<std::vector<base::Date>> days_to_compare(const store::View& view, base::Date since,
                                                      base::Date until);
/// Uses of the day that were told before.
base::Result<std::map<base::StaffId, std::uint64_t>> told_of(const store::View& view,
                                                             base::Date day);

}  // namespace kenpo::safeguard
