// The self-inspection (自己点検) over the statements of the notice's section 2, with evidence out
// of the log and the ledgers (O-5), and the record of an audit (監事の監査, O-6).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::safeguard {

using InspectionId = base::Id<struct InspectionKind>;

/// A question: a statement of the notice with what to look at.
struct InspectionQuestion {
  std::string_view id;        // 「O-1」
  std::string_view japanese;  // the words of the notice
};
inline constexpr std::size_t questions_count = 20;
const std::array<InspectionQuestion, questions_count>& inspection_questions();

/// What was counted out of the log and the ledgers from the last inspection on.
struct InspectionEvidence {
  base::Moment since;
  std::uint64_t leaves = 0;
  std::uint64_t refused = 0;
  std::uint64_t sign_ins_refused = 0;
  std::uint64_t written = 0;
  std::uint64_t audits = 0;  // leaves of the auditor's view
  std::size_t handlers = 0;  // on the list
  std::size_t without_undertaking = 0;
  std::size_t untrained = 0;  // training missing or run out today
  bool one_responsible = false;
  std::int64_t alerts_open = 0;
  std::int64_t alerts_escalated = 0;
  std::int64_t alerts_answered = 0;
  std::int64_t reviews_overdue = 0;
  std::int64_t subjects_without_review = 0;  // of review_subjects_count
  std::int64_t audit_records = 0;
  bool log_healthy = false;
  /// Leaves of acts that were done, by their operation: `passage.record`, `stock_check.record`, ….
  std::map<std::string, std::uint64_t, std::less<>> acts = {};
};

enum class InspectionAnswer : std::uint8_t { sound = 1, finding = 2, by_hand = 3 };

/// One line of the inspection: what the log and the ledgers say.
struct InspectionLine {
  std::size_t question = 0;
  InspectionAnswer answer = InspectionAnswer::by_hand;
  std::string evidence;
};

/// An inspection that was run and signed off.
struct Inspection {
  InspectionId id = InspectionId::draw();
  base::Date due_on;
  base::Moment run_at;
  base::StaffId signed_by;
  std::int64_t findings = 0;
  std::string evidence;  // one line a question
  std::string words;     // what is done about the findings
};

/// When the next one is due, and whether it is late.
struct InspectionSchedule {
  base::Date due_on;
  bool overdue = false;
};

using AuditRecordId = base::Id<struct AuditRecordKind>;

/// 監査の記録: what was looked at, what was found, what is done until when.
struct AuditRecord {
  AuditRecordId id = AuditRecordId::draw();
  base::Date held_on;
  base::StaffId by;
  std::string scope;
  std::string findings;
  std::string measures;
  std::optional<base::Date> measures_due = std::nullopt;
};

}  // namespace kenpo::safeguard
