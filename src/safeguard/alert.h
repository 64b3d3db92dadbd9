// An alert to the responsible person: a sign with its acknowledgement (notice section 2, O-4).
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "safeguard/sign.h"

namespace kenpo::safeguard {

using AlertId = base::Id<struct AlertKind>;

enum class AlertState : std::uint8_t {
  raised = 1,        // waits for the responsible person
  escalated = 2,     // waits for the executive director
  acknowledged = 3,  // somebody has answered for it
};
/// 「責任者の確認待ち」
base::Words wording(AlertState state);

struct Alert {
  AlertId id = AlertId::draw();
  SignKind kind = SignKind::refusals;
  base::StaffId staff;  // whose use of the program it is about
  base::Date day;
  std::int64_t count = 0;        // refusals, persons or uses, all together
  std::uint64_t first_leaf = 0;  // leaves of the audit log
  std::uint64_t last_leaf = 0;
  base::Moment raised_at;
  base::Moment due_at;  // to be acknowledged by then
  AlertState state = AlertState::raised;
  std::optional<base::Moment> escalated_at = std::nullopt;
  std::optional<base::Moment> acknowledged_at = std::nullopt;
  std::optional<base::StaffId> acknowledged_by = std::nullopt;
};

/// What the acknowledging person wrote.
struct AlertAnswer {
  AlertId alert;
  base::StaffId by;
  base::Moment at;
  std::string words;  // 1 to 1000 characters
};

}  // namespace kenpo::safeguard
