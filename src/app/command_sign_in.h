// Signing in at the terminal, for commands that two people decide.
#pragma once

#include <string>

#include "app/office.h"
#include "base/id.h"
#include "base/result.h"

namespace kenpo::app {

/// Asks for the password and the one-time code of the user, each a line of standard input, and
/// hands back who it is. What is typed is not shown. Refused, with the same words as at the desk:
/// what account::SignIn refuses, and a password that was handed out and not changed yet.
base::Result<base::StaffId> sign_in_at_terminal(Office& office, const std::string& user);

}  // namespace kenpo::app
