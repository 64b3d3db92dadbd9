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
/// Records how a carrying ended, now. Refused: unknown, or ended already; any end but the return of
/// a device or a medium; a posting that was not sealed.
base::Result<> record_return(const RegisterOffice& office, const notice::Acting& acting,
                             const CarryingId& carrying, Ending ending = Ending::returned);

/// So many papers go out at once: a day's letters.
inline constexpr std::size_t dispatch_papers_limit = 1'000;

/// Papers of the register that leave it for good.
struct Dispatch {
  std::vector<ItemId> papers;
  Ending ending = Ending::posted;
  base::StaffId carrier;
  Protection protection = Protection::sealed;
  std::string to;  // 「多摩郵便局」
};
/// Each paper gets a line of the carrying log that is ended at once, and is here no more. Refused
/// as a whole: none or too many, something that is no paper of the register or is not here, a
/// return, a posting that is not sealed, a paper made by hand as not printed.
base::Result<> record_dispatch(const RegisterOffice& office, const notice::Acting& acting,
                               const Dispatch& dispatch);

}  // namespace kenpo::safeguard
