// A case of treatment after the loss as its screen and its papers have it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recourse/lapse.h"

namespace kenpo::recourse {

struct LapseView {
  LapseCase lapse;
  claim::Claim claim;
  std::optional<Successor> successor = {};
  Proposal proposal = {};
  std::vector<LapseStepKind> steps = {};  // that may follow now
};
/// What stands on the papers, beside the case.
struct LapseAddressee {
  LapseView view;
  std::vector<std::string> address;
  std::string insured_name;
  base::Date claim_until = {};  // the right on the new insurer, counted from the month's end
};

}  // namespace kenpo::recourse
