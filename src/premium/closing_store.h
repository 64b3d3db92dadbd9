// Releases of bills and closings of months in the store. No personal data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "premium/closing.h"
#include "store/seal.h"

namespace kenpo::premium {

inline constexpr store::Table bill_release_table{
    .name = "bill_release",
    .japanese = "納入告知の承認",
    .untimed = store::Untimed::event,
    .clear = {{"billed", store::Kind::month},
              {"digest", store::Kind::text},
              {"proposed_by", store::Kind::id},
              {"released_by", store::Kind::id},
              {"released_at", store::Kind::moment}},
    .indexes = {{.columns = {"billed"}}}};

inline constexpr store::Table month_closing_table{
    .name = "month_closing",
    .japanese = "月の締め",
    .untimed = store::Untimed::event,
    .clear = {{"month", store::Kind::month},
              {"proposed_by", store::Kind::id},
              {"closed_by", store::Kind::id},
              {"closed_at", store::Kind::moment}},
    .indexes = {{.columns = {"month"}, .uniqueness = store::Uniqueness::one}}};

/// SHA-256 of every entry of the month's bills: another bill, another digest.
base::Result<std::string> bills_digest(const store::View& view, base::Month billed);

base::Result<> add(store::Transaction& transaction, const BillRelease& release);
/// The oldest first. A bill that was levied again after a release has to be released again.
base::Result<std::vector<BillRelease>> releases_of(const store::View& view, base::Month billed);
/// Refuses bills that were not released as they stand now.
base::Result<> check_released(const store::View& view, base::Month billed);

base::Result<> add(store::Transaction& transaction, const MonthClosing& closing);
base::Result<std::optional<MonthClosing>> find_closing(const store::View& view,
                                                       base::Month month);
/// Refuses a month that is closed.
base::Result<> check_open(const store::View& view, base::Month month);

}  // namespace kenpo::premium
