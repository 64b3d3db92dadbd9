// Looking at the audit log: the auditor's view, and a person's own access history.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "notice/audit_log.h"
#include "notice/gate.h"
#include "notice/log_reader.h"
#include "store/access_history.h"

namespace kenpo::safeguard {

/// 監事の監査 (個人情報保護法23条, 健康保険法22条4項): the log as it is; itself recorded.
inline constexpr notice::Operation inspect_log_operation{
    .name = "audit.inspect",
    .japanese = "監査記録の閲覧",
    .statute = notice::Statute::audit_by_inspector};

/// 本人の利用履歴 (個人情報保護法33条): who used this person's data, and what for.
inline constexpr notice::Operation show_history_operation{
    .name = "history.show",
    .japanese = "利用履歴の表示",
    .statute = notice::Statute::own_access_history};

/// The rows of one screen.
inline constexpr std::uint64_t leaves_of_a_page = 50;
/// The rows of a person's history that a screen shows; the newest come first.
inline constexpr std::size_t history_limit = 500;

struct LogView {
  notice::AuditLogState state;
  std::vector<notice::NumberedLeaf> leaves;  // newest first
  std::uint64_t before = 0;                  // leaves with a smaller index stand on the next page
};

/// The leaves below `before` (of all, when nullopt), newest first.
base::Result<LogView> inspect_log(const notice::Permit<inspect_log_operation>& permit,
                                  notice::AuditLog& log, const std::string& directory,
                                  std::optional<std::uint64_t> before);

/// The leaves about the person, newest first. What is being shown right now is not in it yet.
base::Result<std::vector<notice::NumberedLeaf>> show_history(
    const notice::Permit<show_history_operation>& permit, notice::AuditLog& log,
    store::AccessHistory& history, const std::string& directory, const base::PersonId& person);

/// Brings the index of access up to the log: after a crash, or when the index was lost.
base::Result<> catch_up(notice::AuditLog& log, store::AccessHistory& history,
                        const std::string& directory);

}  // namespace kenpo::safeguard
