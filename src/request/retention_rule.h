// 保存年限: until when a record is kept (law/retention.tsv; privacy.md 1.7). Computed, never typed.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"
#include "request/retention.h"

namespace kenpo::request {

/// The first day on which the record can be erased; nullopt while the person is a member and the
/// period is counted from the end of membership. A fault when the law book has no period.
base::Result<law::Decision<std::optional<base::Date>>> erasable_from(const KeptRecord& record);

/// The last day of the fiscal year (April to March) of the day.
base::Date fiscal_year_end(base::Date day);

}  // namespace kenpo::request
