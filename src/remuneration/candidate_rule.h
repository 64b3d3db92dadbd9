// Candidates for a revision, found in what employers notified for the regular determination: the
// fixed pay changed and the grades lie two apart (昭36.1.26保発4号).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/notified_pay.h"
#include "remuneration/basis_text.h"
#include "remuneration/revision_rule.h"
#include "remuneration/standard_remuneration.h"

namespace kenpo::remuneration {

/// certain: three months are known and fulfil the conditions. expected: the change came in May or
/// June; the months known so far would fulfil them, the rest is to be notified.
enum class CandidateKind : std::uint8_t { certain, expected };

struct Candidate {
  CandidateKind kind = CandidateKind::expected;
  RevisionInput input;    // certain: all three months
  base::Month from = {};  // the month of the revision
  base::Yen average = {};
  base::Yen present = {};
  base::Yen standard = {};
  int present_grade = 0;
  int grade = 0;
  std::vector<BasisLine> lines = {};
};

/// Nullopt: no candidate (no change of fixed pay named from April on, conditions not met, a
/// revision from the month decided already). `decisions`: those of the period, by month.
base::Result<std::optional<Candidate>> candidate_from(
    const eligibility::NotifiedPay& pay, const std::vector<StandardRemuneration>& decisions);

}  // namespace kenpo::remuneration
