// Items of the public masters in the store. Two times stand on each: the days on which the master
// says that it holds, and when the society loaded it.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "claim/master.h"
#include "store/seal.h"

namespace kenpo::claim {

inline constexpr store::Table master_item_table{
    .name = "master_item",
    .japanese = "マスターの項目",
    .timed = store::Timed::yes,
    .clear = {{"kind", store::Kind::integer},
              {"code", store::Kind::text},
              {"name", store::Kind::text},
              {"unit", store::Kind::text},
              {"amount", store::Kind::text},
              {"icd", store::Kind::text},
              {"pattern", store::Kind::text},
              {"slots", store::Kind::text},
              {"generic", store::Kind::integer},
              {"youngest", store::Kind::integer, store::Presence::optional},
              {"below_age", store::Kind::integer, store::Presence::optional},
              {"times_limit", store::Kind::integer, store::Presence::optional},
              {"price_code", store::Kind::text, store::Presence::optional}},
    .indexes = {{.columns = {"code", "kind"}}, {.columns = {"kind"}}}};

inline constexpr store::Table master_edition_table{
    .name = "master_edition",
    .japanese = "取り込んだマスター",
    .untimed = store::Untimed::event,
    .clear = {{"kind", store::Kind::integer},
              {"sha256", store::Kind::blob},
              {"loaded_at", store::Kind::moment},
              {"items", store::Kind::integer},
              {"added", store::Kind::integer},
              {"changed", store::Kind::integer},
              {"fields", store::Kind::integer}},
    .indexes = {{.columns = {"sha256"}, .uniqueness = store::Uniqueness::one}}};

/// A standing item and its row.
struct StandingItem {
  store::RowId row;
  MasterItem item;
};

/// Calls `take` for every item of a master that stands.
base::Result<> each_master_item(const store::View& view, format::master::Kind kind,
                                const std::function<void(const StandingItem&)>& take);
base::Result<> put(store::Transaction& transaction, const MasterItem& item, base::Moment now);
/// The item stands no longer; another takes its place, or none.
base::Result<> withdraw(store::Transaction& transaction, store::RowId row, base::Moment now);

/// The item of a code on a day. Where none holds on the day, the last one that was known: an
/// abolished code still has its name. Nullopt: no edition has the code.
base::Result<std::optional<MasterItem>> find_master_item(const store::View& view,
                                                         format::master::Kind kind,
                                                         std::string_view code, base::Date day);

base::Result<> put(store::Transaction& transaction, const MasterEdition& edition);
base::Result<std::optional<MasterEdition>> find_master_edition(
    const store::View& view, const std::array<std::uint8_t, 32>& sha256);
/// The latest edition of each master that was loaded.
base::Result<std::vector<MasterEdition>> latest_master_editions(const store::View& view);

}  // namespace kenpo::claim
