// The register of devices, media and paper, and its stock checks, in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/register.h"
#include "safeguard/register_office.h"
#include "store/seal.h"

namespace kenpo::safeguard {

/// The holder stands as an id: a staff member whose data are erased leaves the device in the
/// register.
inline constexpr store::Table kept_item_table{
    .name = "kept_item",
    .japanese = "機器・媒体・書類の台帳",
    .timed = store::Timed::yes,
    .clear = {{"item", store::Kind::id},
              {"kind", store::Kind::integer},
              {"label", store::Kind::text},
              {"contents", store::Kind::text},
              {"protection", store::Kind::integer},
              {"area", store::Kind::id},
              {"place", store::Kind::text},
              {"holder", store::Kind::id},
              {"state", store::Kind::integer},
              {"sheets", store::Kind::integer, store::Presence::optional},
              {"pairs", store::Kind::integer, store::Presence::optional},
              {"basis", store::Kind::integer, store::Presence::optional}},
    .indexes = {{.columns = {"item"}}, {.columns = {"label"}}, {.columns = {"state"}}}};

inline constexpr store::Table stock_check_table{.name = "stock_check",
                                                .japanese = "棚卸し",
                                                .untimed = store::Untimed::event,
                                                .clear = {{"check_id", store::Kind::id},
                                                          {"checked_at", store::Kind::moment},
                                                          {"checked_by", store::Kind::id}}};

inline constexpr store::Table stock_line_table{.name = "stock_line",
                                               .japanese = "棚卸しの結果",
                                               .untimed = store::Untimed::part,
                                               .part_of = "stock_check",
                                               .clear = {{"check_id", store::Kind::id},
                                                         {"item", store::Kind::id},
                                                         {"found", store::Kind::integer}},
                                               .indexes = {{.columns = {"check_id"}}}};

/// Enters the item, or decides it anew: earlier decisions stay as its history.
base::Result<> put(store::Transaction& transaction, const Item& item, base::Moment now);
/// The items as they stand, by label; of the papers that the program printed, those still here.
base::Result<std::vector<Item>> list_items(const store::View& view);
/// The next number of a printed paper of the day, from 1.
base::Result<std::int64_t> next_print_number(const store::View& view, base::Date day);
/// 「印刷-2026-11-24-3」
std::string print_label(base::Date day, std::int64_t number);
/// The printed papers that are gone, the latest first; a screen shows no more than this.
inline constexpr std::int64_t gone_papers_shown_limit = 200;
base::Result<std::vector<Item>> list_gone_papers(const store::View& view);

/// An item as it stood, and since when.
struct ItemDecision {
  Item item;
  base::Moment at;
};
/// All decisions about the item, the newest first.
base::Result<std::vector<ItemDecision>> history_of(const store::View& view, const ItemId& item);

base::Result<> add(store::Transaction& transaction, const StockCheck& check);
/// All checks with their lines, the newest first.
base::Result<std::vector<StockCheck>> list_checks(const store::View& view);

}  // namespace kenpo::safeguard
