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
  bool lapsed = false;          // a prepayment not paid in time, a shortfall taken back
  base::Yen rate_surplus = {};  // taken off because the rates fell
  base::Yen rate_surplus_child = {};
};

/// The demand asks for the month as such, by itself or in advance: not what it lacked.
bool asks_for(const DemandView& view, base::Month month);

struct MemberView {
  VoluntaryFacts facts;
  std::string name = {};
  std::vector<DemandView> demands = {};     // the earliest first
  std::vector<MemberPayment> payments = {};
  std::vector<VoluntaryCorrection> corrections = {};  // the first made first

  base::Yen open() const;
  /// The first loss that an unpaid premium leads to.
  std::optional<UnpaidLoss> loss() const;
};

/// A slip of a member.
struct MemberSlip {
  MemberView member;
  VoluntaryDemand demand;
};
/// Sheets of one file: what a person folds and puts into envelopes at one sitting.
inline constexpr std::int64_t slips_of_a_file = 200;

}  // namespace kenpo::collection
