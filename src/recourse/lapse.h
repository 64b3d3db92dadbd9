// What becomes of a receipt of treatment after the loss (資格喪失後の受診): 振替 by the reviewing
// organisation, 保険者間調整 with the new insurer, or repayment by the person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/fault.h"
#include "base/id.h"
#include "base/yen.h"
#include "claim/claim.h"

namespace kenpo::recourse {

using LapseId = base::Id<struct LapseKind>;

enum class LapseState : std::uint8_t {
  open,         // 未処理
  reassigning,  // 振替を依頼中
  settling,     // 保険者間調整
  repaying,     // 本人の返還
  reassigned,   // 振替済み
  settled,      // 調整・返還が済んだ
  cleared,      // 資格が確認でき、処理は要らない
};
inline constexpr std::size_t lapse_states_count = 7;
base::Words wording(LapseState state);

enum class LapseStepKind : std::uint8_t {
  reassign = 1,          // 振替を依頼する
  reassigned = 2,        // 振替された
  not_reassigned = 3,    // 振替されなかった: the case is open again
  settle = 4,            // 保険者間調整にする
  delegation = 5,        // 委任状を受け取った
  claim_sent = 6,        // 新しい保険者に請求書を送った
  insurer_declined = 7,  // 新しい保険者が応じない: the case is open again
  repay = 8,             // 本人の返還にする
  settled = 9,           // 入金が済んだ
  cleared = 10,          // 資格が確認できた
};
base::Words wording(LapseStepKind kind);

struct LapseStep {
  LapseStepKind kind = LapseStepKind::reassign;
  base::Date on = {};
  std::string words = {};
  std::optional<base::StaffId> by = {};  // none: the program
  base::Moment at = {};
};

/// The insurer that the person joined (資格喪失者が加入する保険者).
struct Successor {
  std::string insurer_number;  // eight digits with their check digit
  std::string insurer_name;
  base::Date joined_on = {};
  std::string source;          // who told it
};

struct LapseCase {
  LapseId id = LapseId::draw();
  base::PersonId person = base::PersonId::draw();
  claim::ClaimId claim = claim::ClaimId::draw();
  std::optional<base::EstablishmentId> establishment = {};
  base::Month claimed_in;
  claim::Standing standing = claim::Standing::lapsed;
  base::Yen amount = {};  // what the society has paid of it
  base::Moment opened_at = {};
  LapseState state = LapseState::open;
  std::vector<LapseStep> steps = {};
};

/// The state after a step; nullopt where the step may not follow.
std::optional<LapseState> state_after(LapseState state, LapseStepKind step);
/// The steps that may follow, in the order of the screen.
std::vector<LapseStepKind> steps_from(LapseState state);

/// Which way is proposed, and why: 振替 as long as the reviewing organisation can still do it, else
/// 調整 where the new insurer is known, else repayment.
struct Proposal {
  LapseStepKind step = LapseStepKind::reassign;
  base::Words reason;
};

}  // namespace kenpo::recourse
