// Terminals and the switch in the store.
#pragma once

#include <vector>

#include "base/result.h"
#include "safeguard/register_office.h"
#include "safeguard/terminal.h"
#include "store/seal.h"

namespace kenpo::safeguard {

inline constexpr store::Table terminal_table{.name = "terminal",
                                             .japanese = "登録端末",
                                             .timed = store::Timed::yes,
                                             .clear = {{"terminal", store::Kind::id},
                                                       {"name", store::Kind::text},
                                                       {"area", store::Kind::id},
                                                       {"address", store::Kind::text},
                                                       {"state", store::Kind::integer},
                                                       {"secret_sha256", store::Kind::text}},
                                             .indexes = {{.columns = {"terminal"}}}};

inline constexpr store::Table terminal_demand_table{
    .name = "terminal_demand",
    .japanese = "端末の限定",
    .timed = store::Timed::yes,
    .clear = {{"wanted", store::Kind::integer}, {"decided_by", store::Kind::id}}};

/// Enters the terminal, or decides it anew.
base::Result<> put(store::Transaction& transaction, const Terminal& terminal, base::Moment now);
base::Result<std::vector<Terminal>> list_terminals(const store::View& view);

base::Result<> add(store::Transaction& transaction, const TerminalDemand& demand,
                   const base::StaffId& by, base::Moment now);
/// In the order of the decisions.
base::Result<std::vector<TerminalDemand>> list_demands(const store::View& view);

}  // namespace kenpo::safeguard
