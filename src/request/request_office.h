// What every act on requests is handed.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "eligibility/ledger.h"
#include "eligibility/member_index.h"
#include "notice/audit_log.h"
#include "notice/gate.h"
#include "print/sender.h"
#include "request/correction.h"
#include "staff/handler.h"
#include "store/access_history.h"
#include "store/database.h"
#include "store/numbers.h"
#include "store/subject_rows.h"

namespace kenpo::premium {
struct ChangeNeighbours;
}

namespace kenpo::request {

/// What stands on the society's letters: configuration.
using LetterSender = print::Sender;

/// Lives as long as the program.
struct RequestOffice {
  notice::Gate& gate;
  store::Database& database;
  store::NumberStore& numbers;
  store::AccessHistory& history;
  notice::AuditLog& log;
  std::string log_directory;
  eligibility::MemberIndex& members;
  std::span<const store::Table* const> tables;  // every table of the database
  LetterSender sender;
  std::function<std::vector<staff::NamedHandler>()> handlers;
  /// What the folders of claims and certificates know about a correction; the program fills it in.
  /// nullptr: there is nobody to ask.
  std::shared_ptr<const premium::ChangeNeighbours> neighbours = {};

  /// Every operation of the program, to name a use of data in the words of the office.
  std::span<const notice::Operation* const> operations = {};
  /// What a row of another folder says of a paper that stands; nullopt: it is none. Empty: there
  /// is nobody to ask.
  std::function<std::optional<HeldPaper>(const store::HeldRow&)> paper_of = {};

  eligibility::Ledger ledger() { return {gate, database, numbers, members}; }
};

}  // namespace kenpo::request
