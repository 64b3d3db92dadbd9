// Screens of the safety measures: the auditor's view, a person's access history.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/router.h"
#include "notice/audit_log.h"
#include "notice/log_verifier.h"
#include "staff/handler.h"
#include "store/access_history.h"

namespace kenpo::safeguard {

/// What the screens need of the office.
struct LogScreens {
  notice::AuditLog& log;
  store::AccessHistory& history;
  std::string log_directory;
  std::function<std::vector<staff::NamedHandler>()> handlers;
  std::function<std::optional<notice::LogVerification>()> verification;  // the last one
};

/// What to do when something was changed outside the program.
inline constexpr const char* whom_to_tell =
    "計算機を止めずに、個人情報取扱責任者とシステム担当に、すぐ知らせてください。";

/// 「全件の検証 11-23 09:12 異常なし」: of the last verification of the log as a whole.
std::string verification_words(const std::optional<notice::LogVerification>& verification);

/// `/audit`, `/members/{id}/history`.
void add_log_routes(desk::Router& router, const LogScreens& screens);

}  // namespace kenpo::safeguard
