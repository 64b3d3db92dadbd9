// Candidates for a revision, of any month: the fixed pay changed, as the regular notification or a
// report of the employer says, and the grades lie two apart (昭36.1.26保発4号).
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

/// certain: three months are known and fulfil the conditions. expected: the months known so far
/// would fulfil them, the rest is to be notified.
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

/// The month in which the fixed pay changed: of a regular notification one of its year up to June
/// (it is made in July), of a report its own; nullopt for all else.
std::optional<base::Month> month_of_change(const eligibility::NotifiedPay& pay);

/// Nullopt: no candidate (no change of fixed pay named, its month's pay not known, conditions not
/// met, a revision from the month decided already). `told`: all that was told of the period's pay,
/// the newest last; what is told later takes the place. `decisions`: those of the period, by month.
base::Result<std::optional<Candidate>> candidate_from(
    const eligibility::NotifiedPay& pay, const std::vector<eligibility::NotifiedPay>& told,
    const std::vector<StandardRemuneration>& decisions);

}  // namespace kenpo::remuneration
