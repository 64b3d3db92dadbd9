// Entering dependents whose recognition was decided before: the hand-over of a society that moves
// in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/dependent_link.h"
#include "eligibility/ledger.h"
#include "eligibility/person.h"
#include "notice/operation.h"

namespace kenpo::eligibility {

inline constexpr notice::Operation dependent_register{
    .name = "dependent.register",
    .japanese = "被扶養者の登録(移行)",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

/// One dependent under the number of the insured person.
struct DependentEntry {
  std::uint64_t line = 0;  // where it stands in the file, for the faults
  std::string symbol;      // 記号
  std::string number;      // 番号
  int branch = 1;
  Relation relation = Relation::other;
  std::string name;
  std::string name_kana;
  Sex sex = Sex::male;
  base::Date born;
  base::Date from;
  std::optional<base::Date> until;
};

struct DependentEntries {
  std::int64_t entered = 0;
  std::int64_t unchanged = 0;  // the branch number has this dependent already
};

/// All or none. Refused, every such line told: a symbol or number that is not in the ledger, a
/// branch number that another dependent has, an end before the beginning.
base::Result<DependentEntries> register_dependents(Ledger& ledger, const notice::Acting& acting,
                                                   const std::vector<DependentEntry>& entries);

}  // namespace kenpo::eligibility
