// Acts on the register of devices, media and paper (notice section 2, P-4).
#pragma once

#include <vector>

#include "safeguard/area.h"
#include "safeguard/register_store.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation register_show{.name = "register.show",
                                                 .japanese = "機器・媒体・書類の台帳の表示",
                                                 .statute = notice::Statute::physical_safeguards};
inline constexpr notice::Operation register_enter{.name = "register.enter",
                                                  .japanese = "機器・媒体・書類の登録",
                                                  .verb = notice::Verb::write,
                                                  .statute = notice::Statute::physical_safeguards};
inline constexpr notice::Operation stock_check_record{
    .name = "stock_check.record",
    .japanese = "棚卸しの記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::physical_safeguards};

struct RegisterView {
  std::vector<Item> items;
  std::vector<Area> areas;
  std::vector<StockCheck> checks;
};
base::Result<RegisterView> show_register(const RegisterOffice& office,
                                         const notice::Acting& acting);

struct ItemView {
  Item item;
  std::vector<ItemDecision> history;
  std::vector<Area> areas;
};
/// Refused: an item that is not in the register.
base::Result<ItemView> show_item(const RegisterOffice& office, const notice::Acting& acting,
                                 const ItemId& item);

/// Enters the item or decides it anew. Refused: an area that is not registered, a label that
/// another item has, an item that was disposed of or sent out.
base::Result<> enter_item(const RegisterOffice& office, const notice::Acting& acting,
                          const Item& item);

/// Records a check of all that stands in the register and was not disposed of. What was not found
/// becomes lost. Refused: a line for every such item is not there, or one too many.
base::Result<StockCheck> record_stock_check(const RegisterOffice& office,
                                            const notice::Acting& acting,
                                            const std::vector<StockLine>& lines);

}  // namespace kenpo::safeguard
