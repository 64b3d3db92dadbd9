#include "safeguard/register_store.h"

namespace kenpo::safeguard {

using base::Result;

namespace {

Item item_from(const store::Record<kept_item_table>& record) {
  return {.id = record.get<ItemId>("item"),
          .kind = record.get<ItemKind>("kind"),
          .label = record.get<std::string>("label"),
          .contents = record.get<std::string>("contents"),
          .protection = record.get<Protection>("protection"),
          .area = record.get<AreaId>("area"),
          .place = record.get<std::string>("place"),
          .holder = record.get<base::StaffId>("holder"),
          .state = record.get<ItemState>("state")};
}

}  // namespace

Result<> put(store::Transaction& transaction, const Item& item, base::Moment now) {
  const auto old = KENPO_TRY(store::list<kept_item_table>(
      transaction, store::no_personal_data, {"item = $1 AND withdrawn_at = $2"},
      {item.id, store::not_withdrawn},
      [](const store::Record<kept_item_table>& record) { return record.row(); }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<kept_item_table>(transaction, store::no_personal_data, row, now));
  }
  store::Draft<kept_item_table> draft(store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("item", item.id)
      .set("kind", item.kind)
      .set("label", item.label)
      .set("contents", item.contents)
      .set("protection", item.protection)
      .set("area", item.area)
      .set("place", item.place)
      .set("holder", item.holder)
      .set("state", item.state);
  KENPO_TRY(store::insert<kept_item_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<Item>> list_items(const store::View& view) {
  return store::list<kept_item_table>(view, store::no_personal_data,
                                      {"withdrawn_at = $1", "ORDER BY label"},
                                      {store::not_withdrawn}, item_from);
}

Result<std::vector<ItemDecision>> history_of(const store::View& view, const ItemId& item) {
  return store::list<kept_item_table>(
      view, store::no_personal_data, {"item = $1", "ORDER BY row_id DESC"}, {item},
      [](const store::Record<kept_item_table>& record) {
        return ItemDecision{item_from(record), record.times().decided_at};
      });
}

Result<> add(store::Transaction& transaction, const StockCheck& check) {
  store::Draft<stock_check_table> head;
  head.set("check_id", check.id).set("checked_at", check.at).set("checked_by", check.by);
  KENPO_TRY(store::insert<stock_check_table>(transaction, store::no_personal_data, head));
  for (const auto& line : check.lines) {
    store::Draft<stock_line_table> draft;
    draft.set("check_id", check.id).set("item", line.item).set("found", line.found);
    KENPO_TRY(store::insert<stock_line_table>(transaction, store::no_personal_data, draft));
  }
  return base::Done{};
}

Result<std::vector<StockCheck>> list_checks(const store::View& view) {
  auto checks = KENPO_TRY(store::list<stock_check_table>(
      view, store::no_personal_data, {"1 = 1", "ORDER BY row_id DESC"}, {},
      [](const store::Record<stock_check_table>& record) {
        return StockCheck{.id = record.get<StockCheckId>("check_id"),
                          .at = record.get<base::Moment>("checked_at"),
                          .by = record.get<base::StaffId>("checked_by"),
                          .lines = {}};
      }));
  for (auto& check : checks) {
    check.lines = KENPO_TRY(store::list<stock_line_table>(
        view, store::no_personal_data, {"check_id = $1", "ORDER BY row_id"}, {check.id},
        [](const store::Record<stock_line_table>& record) {
          return StockLine{record.get<ItemId>("item"), record.get<Found>("found")};
        }));
  }
  return checks;
}

}  // namespace kenpo::safeguard
