// The ledger of what is owed back to the society (債権): 返納金, 不当利得, 徴収金, 第三者への求償.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"
#include "base/yen.h"
#include "claim/claim.h"
#include "collection/pledge.h"

namespace kenpo::recourse {

using RecoveryId = base::Id<struct RecoveryKind>;

enum class Cause : std::uint8_t {
  after_loss = 1,   // 資格喪失後の受診の返納金 (民法703条)
  unjust = 2,       // ほかの不当利得 (民法703条)
  levy = 3,         // 徴収金: benefits got by deceit (健康保険法58条)
  third_party = 4,  // 第三者への求償 (健康保険法57条)
  benefit = 5,  // 高額療養費・付加給付の払いすぎ (民法703条): its ground has changed
};
base::Words wording(Cause cause);

enum class EntryKind : std::uint8_t {
  demand = 1,          // 請求の通知
  payment = 2,         // 入金
  acknowledgement = 3, // 債務の承認 (民法152条)
  plan = 4,            // 分割の計画
  waiver = 5,          // 不納欠損・放棄
  reversal = 6,        // 記録の訂正: takes a payment back
};
base::Words wording(EntryKind kind);

struct Entry {
  EntryKind kind = EntryKind::payment;
  base::Date on = {};
  base::Yen amount = {};
  std::string words = {};  // of a plan: its instalments, a line each
  base::StaffId by = base::StaffId::draw();
  base::Moment at = {};
};

struct Recovery {
  RecoveryId id = RecoveryId::draw();
  base::PersonId person = base::PersonId::draw();  // who owes; of 求償 the victim
  Cause cause = Cause::unjust;
  std::optional<claim::ClaimId> claim = {};
  base::Yen amount = {};
  base::Date arose_on = {};  // the benefit was given; of 求償: the day of the act
  base::Date known_on = {};  // the society knew of it, and of who owes it
  base::Date due_on = {};
  std::string debtor = {};   // whom the letter names
  std::string words = {};
  base::StaffId by = base::StaffId::draw();
  base::Moment at = {};
  std::vector<Entry> entries = {};

  base::Yen paid() const;
  base::Yen waived() const;
  base::Yen rest() const { return amount - paid() - waived(); }
  /// The plan that stands; empty: none.
  std::string plan() const;
};

/// How the standing plan is kept.
struct PlanLine {
  collection::Instalment instalment;
  base::Yen missing = {};
  bool late = false;
};

}  // namespace kenpo::recourse
