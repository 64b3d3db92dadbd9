// Acts of the carrying log (notice section 2, P-5).
#pragma once

#include <vector>

#include "safeguard/carrying_store.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation carrying_show{.name = "carrying.show",
                                                 .japanese = "持ち運びの記録の表示",
                                                 .statute = notice::Statute::physical_safeguards};
inline constexpr notice::Operation carrying_record{.name = "carrying.record",
                                                   .japanese = "持ち運びの記録",
                                                   .verb = notice::Verb::write,
                                                   .statute = notice::Statute::physical_safeguards};

/// Nothing is carried for longer without a new record.
inline constexpr int carrying_days_limit = 31;

struct CarryingView {
  std::vector<Carrying> carryings;
  std::vector<Item> items;  // of the register, for names and for choosing
};
base::Result<CarryingView> show_carryings(const RegisterOffice& office,
                                          const notice::Acting& acting);

/// Records a leave. Refused: a return before the leave or later than `carrying_days_limit`, a
/// device or medium outside the office that is not encrypted, an item that is under way, lost or
/// disposed of.
base::Result<> record_carrying(const RegisterOffice& office, const notice::Acting& acting,
                               const Carrying& carrying);
/// Records the return, now. Refused: unknown, or back already.
base::Result<> record_return(const RegisterOffice& office, const notice::Acting& acting,
                             const CarryingId& carrying);

}  // namespace kenpo::safeguard
