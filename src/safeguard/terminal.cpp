#include "safeguard/terminal.h"

#include <algorithm>

namespace kenpo::safeguard {

bool terminals_demanded(const std::vector<Terminal>& terminals,
                        const std::vector<TerminalDemand>& switches, base::Date day) {
  const TerminalDemand* latest = nullptr;
  for (const auto& each : switches) {
    if (day < each.from) continue;
    // Of two for one day the one decided later holds: they come in the order of decisions.
    if (latest == nullptr || latest->from <= each.from) latest = &each;
  }
  if (latest != nullptr) return latest->wanted == TerminalDemand::Wanted::yes;
  return std::ranges::find(terminals, TerminalState::enrolled, &Terminal::state) != terminals.end();
}

}  // namespace kenpo::safeguard
