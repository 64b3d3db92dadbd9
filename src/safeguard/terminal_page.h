// Screen of the registered terminals.
#pragma once

#include <functional>

#include "desk/router.h"
#include "safeguard/register_layout_page.h"
#include "safeguard/terminal_act.h"

namespace kenpo::safeguard {

/// `/terminals`, `/terminal-enrolments`, `/terminal-withdrawals`, `/terminal-demands`. `changed`
/// makes the gate judge by the terminals as they stand now. `book` outlives the router, which asks
/// it where each request comes from.
void add_terminal_routes(desk::Router& router, const RegisterScreens& screens,
                         const TerminalBook& book, std::function<base::Result<>()> changed);

}  // namespace kenpo::safeguard
