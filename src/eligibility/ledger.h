// What every act on the ledgers is handed: the gate, the facts, the
// sealed individual numbers and the index of members.
#pragma once

#include "notice/gate.h"
#include "notice/grant.h"
#include "store/database.h"
#include "store/numbers.h"

namespace kenpo::eligibility {

class MemberIndex;

/// The key to the tables of this folder and of those that build on it: all are 資格に関する情報.
using MemberAccess = notice::Access<notice::Category::eligibility>;

/// Numbers are taken in and kept under it; the linkage itself is no act of this folder.
inline constexpr notice::Pair number_linkage{notice::Category::eligibility,
                                             notice::Purpose::number_act_information_linkage};

/// Lives as long as the program; acts keep no copy.
struct Ledger {
  notice::Gate& gate;
  store::Database& database;
  store::NumberStore& numbers;
  MemberIndex& members;
};

}  // namespace kenpo::eligibility
