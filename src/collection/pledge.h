// A payment pledge with instalments (納付誓約・分割納付): what a payer in arrears has promised in
// writing, decided by two people, and how it is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "collection/debt.h"

namespace kenpo::collection {

using PledgeId = base::Id<struct PledgeKind>;

/// Two years of months: longer than the limitation itself a plan is not taken.
inline constexpr std::size_t instalments_limit = 24;

struct Instalment {
  base::Date due = {};
  base::Yen amount = {};
  friend bool operator==(const Instalment&, const Instalment&) = default;
};

/// A debt that is pledged, with its rest on the day of the pledge.
struct PledgedDebt {
  DebtKey debt;
  base::Yen rest = {};
};

enum class PledgeStepKind : std::uint8_t {
  agreed = 1,     // a second person has decided for it
  withdrawn = 2,  // taken back before it was decided
  cancelled = 3,  // 取消し: the plan was not kept, or another takes its place
};
struct PledgeStep {
  PledgeId pledge;
  PledgeStepKind kind = PledgeStepKind::agreed;
  base::Date on = {};
  std::optional<base::StaffId> by = {};
  base::Moment at = {};
};

enum class PledgeState : std::uint8_t { proposed, agreed, withdrawn, cancelled };

/// Never changed; what becomes of it is told by its steps.
struct Pledge {
  PledgeId id = PledgeId::draw();
  PayerId payer;
  base::Date pledged_on = {};  // the day of the written pledge
  std::vector<PledgedDebt> debts = {};
  std::vector<Instalment> instalments = {};
  std::optional<base::StaffId> by = {};
  base::Moment made_at = {};
  std::vector<PledgeStep> steps = {};

  base::Yen total() const;  // of the debts
  PledgeState state() const;
  /// It binds, or waits to: its debts cannot be pledged again.
  bool stands() const {
    return state() == PledgeState::proposed || state() == PledgeState::agreed;
  }
};
base::Words wording(PledgeState state);

/// How one instalment was kept.
struct InstalmentStanding {
  Instalment instalment;
  std::optional<base::Date> covered_on = {};  // the day on which the payments reached it
  base::Yen missing = {};                     // of this one, today
  bool late = false;                          // covered after its day, or not covered and overdue
};

enum class PledgeKeeping : std::uint8_t { kept, broken, fulfilled };
struct PledgeStanding {
  PledgeKeeping keeping = PledgeKeeping::kept;
  std::vector<InstalmentStanding> instalments = {};
  base::Yen paid = {};
  std::optional<base::Date> broken_since = {};  // the day after the first instalment that is missed
  base::Yen overdue = {};                       // of the instalments that are missed
};
base::Words wording(PledgeKeeping keeping);

struct PledgeView {
  Pledge pledge;
  PledgeStanding standing = {};
};

}  // namespace kenpo::collection
