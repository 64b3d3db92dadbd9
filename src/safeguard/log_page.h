// Screens of the safety measures: the auditor's view, a person's access history.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "desk/router.h"
#include "notice/audit_log.h"
#include "staff/handler.h"
#include "store/access_history.h"

namespace kenpo::safeguard {

/// What the screens need of the office.
struct LogScreens {
  notice::AuditLog& log;
  store::AccessHistory& history;
  std::string log_directory;
  std::function<std::vector<staff::NamedHandler>()> handlers;
};

/// `/audit`, `/members/{id}/history`.
void add_log_routes(desk::Router& router, const LogScreens& screens);

}  // namespace kenpo::safeguard
