// A voluntary member's premiums as the screens and papers show them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collection/voluntary.h"

namespace kenpo::collection {

/// A demand with what is paid of it and what follows from its not being paid.
struct DemandView {
  VoluntaryDemand demand;
  std::optional<UnpaidLoss> loss = {};
};

struct MemberView {
  VoluntaryFacts facts;
  std::string name = {};
  std::vector<DemandView> demands = {};     // the earliest first
  std::vector<MemberPayment> payments = {};

  base::Yen open() const;
  /// The first loss that an unpaid premium leads to.
  std::optional<UnpaidLoss> loss() const;
};

}  // namespace kenpo::collection
