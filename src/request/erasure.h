// Erasure: what may go, what keeps it, and the certificate that it is gone (22条, 35条).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "request/retention.h"

namespace kenpo::request {

/// A hold (保全): nothing of the person is erased while it stands, whatever the period says.
struct Hold {
  base::CaseId id = base::CaseId::draw();
  base::PersonId person;
  std::string reason = {};  // 訴訟、審査請求、監査
  base::StaffId by;
  base::Moment decided_at = {};
};

enum class ErasureCause : std::uint8_t { request, retention };
inline constexpr std::size_t erasure_causes_count = 2;
std::string_view wording(ErasureCause cause);

/// 消去証明書: no personal data; the commitment is the one the log knew the person by.
struct Certificate {
  base::CaseId id = base::CaseId::draw();
  std::optional<base::CaseId> request = {};
  ErasureCause cause = ErasureCause::request;
  std::string commitment = {};  // sixteen bytes; empty for a run over many people
  base::Moment erased_at = {};
  base::StaffId proposed_by;
  base::StaffId approved_by;
  std::int64_t people = 0;
  std::int64_t rows = 0;
  std::int64_t keys = 0;    // classes of keys that were destroyed
  std::string tables = {};  // the declared names, divided by spaces
};

/// What stands about a person in one table, and until when.
struct PlanLine {
  std::string table;  // as declared
  std::string japanese;
  RecordClass record_class = RecordClass::other;
  std::int64_t rows = 0;
  std::int64_t erasable = 0;                  // rows whose period has ended
  std::optional<base::Date> kept_until = {};  // the latest of the others; none: while a member
};

struct ErasurePlan {
  std::vector<PlanLine> lines;
  bool held_back = false;  // a hold stands
  std::int64_t rows() const;
  std::int64_t erasable() const;
};

/// A run over the due list, waiting for its second person.
struct RetentionRun {
  base::CaseId id = base::CaseId::draw();
  base::Moment proposed_at = {};
  base::StaffId proposed_by;
  base::Date due_by = {};  // records erasable on this day or before
  std::int64_t people = 0;
  std::int64_t rows = 0;
  std::optional<base::Moment> approved_at = {};
  std::optional<base::StaffId> approved_by = {};
};

/// The due list of one class.
struct DueLine {
  RecordClass record_class = RecordClass::other;
  std::int64_t rows = 0;
  std::int64_t due = 0;
  std::int64_t people = 0;                // with at least one row due
  std::int64_t held = 0;                  // due rows that a hold keeps
  std::optional<base::Date> oldest = {};  // the first day of the earliest due row
};

}  // namespace kenpo::request
