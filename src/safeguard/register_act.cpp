#include "safeguard/register_act.h"

#include <algorithm>

#include "safeguard/area_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;

/// Refused: what may not stand in the register. Keeps what the program knows of a printed paper.
Result<> check_item(const store::View& view, Item& item) {
  if (const auto history = KENPO_TRY(history_of(view, item.id)); !history.empty()) {
    const auto& newest = history.front().item;
    if (is_gone(newest.state)) {
      return base::refusal({"廃棄したか、渡したものです。", "It is here no more."},
                           {"別のものとして登録してください。", "Enter it as another item."});
    }
    item.print = newest.print;
    if (item.print) item.label = newest.label;
  }
  const auto areas = KENPO_TRY(list_areas(view));
  if (std::ranges::find(areas, item.area, &Area::id) == areas.end()) {
    return base::refusal({"登録された区域ではありません。", "No registered area."},
                         {"先に区域を登録してください。", "Register the area first."});
  }
  for (const auto& other : KENPO_TRY(list_items(view))) {
    if (other.id != item.id && other.label == item.label) {
      return base::refusal({"同じ管理番号のものがあります。", "Another item has this label."},
                           {"別の管理番号にしてください。", "Choose another label."});
    }
  }
  return base::Done{};
}

base::Fault wrong_lines() {
  return base::refusal({"台帳と棚卸しの件数が合いません。", "The lines are not the register's."},
                       {"画面を開き直して、すべての結果を選んでください。",
                        "Open the page again and choose every result."});
}

/// A thing not found is lost from now on, and a thing that turned up is not.
Result<> settle(store::Transaction& transaction, Item item, Found found, base::Moment now) {
  const bool missing = found == Found::missing;
  if (missing == (item.state == ItemState::lost)) return base::Done{};
  item.state = missing ? ItemState::lost : ItemState::stored;
  return put(transaction, item, now);
}

}  // namespace

Result<RegisterView> show_register(const RegisterOffice& office, const notice::Acting& acting) {
  return read_under<register_show>(
      office, acting,
      [](const notice::Permit<register_show>&, const store::View& view) -> Result<RegisterView> {
        return RegisterView{KENPO_TRY(list_items(view)), KENPO_TRY(list_areas(view)),
                            KENPO_TRY(list_checks(view))};
      });
}

Result<ItemView> show_item(const RegisterOffice& office, const notice::Acting& acting,
                           const ItemId& item) {
  return read_under<register_show>(
      office, acting,
      [&](const notice::Permit<register_show>&, const store::View& view) -> Result<ItemView> {
        auto history = KENPO_TRY(history_of(view, item));
        if (history.empty()) {
          return base::refusal({"台帳にありません。", "It is not in the register."},
                               {"一覧から選び直してください。", "Choose it from the list."});
        }
        const auto newest = history.front().item;
        return ItemView{newest, std::move(history), KENPO_TRY(list_areas(view))};
      });
}

Result<> enter_item(const RegisterOffice& office, const notice::Acting& acting, const Item& item) {
  return write_under<register_enter>(
      office, acting,
      [&](const notice::Permit<register_enter>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        Item checked = item;
        KENPO_TRY(check_item(transaction, checked));
        return put(transaction, checked, now);
      });
}

Result<StockCheck> record_stock_check(const RegisterOffice& office, const notice::Acting& acting,
                                      const std::vector<StockLine>& lines) {
  return write_under<stock_check_record>(
      office, acting,
      [&](const notice::Permit<stock_check_record>&, store::Transaction& transaction,
          base::Moment now) -> Result<StockCheck> {
        auto items = KENPO_TRY(list_items(transaction));
        std::erase_if(items, [](const Item& item) { return is_gone(item.state); });
        if (items.empty() || items.size() != lines.size()) return wrong_lines();
        const auto* staff = std::get_if<base::StaffId>(&acting.actor);
        KENPO_REQUIRE(staff != nullptr);
        StockCheck check{.id = StockCheckId::draw(), .at = now, .by = *staff, .lines = lines};
        for (const auto& item : items) {
          const auto line = std::ranges::find(lines, item.id, &StockLine::item);
          if (line == lines.end()) return wrong_lines();
          KENPO_TRY(settle(transaction, item, line->found, now));
        }
        KENPO_TRY(add(transaction, check));
        return check;
      });
}

}  // namespace kenpo::safeguard
