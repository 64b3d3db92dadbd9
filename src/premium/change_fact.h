// What the society knows about a person that premiums rest on, and how a change alters it.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "eligibility/dependent_link.h"
#include "eligibility/insured_period.h"
#include "eligibility/person.h"
#include "premium/care_setting.h"
#include "premium/change_effect.h"
#include "premium/leave.h"
#include "remuneration/standard_remuneration.h"
#include "remuneration/workplace_pay.h"

namespace kenpo::premium {

/// A regular determination that a revision ended (健康保険法41条3項): it stands again without it.
struct EndedRegular {
  remuneration::DecisionId by;
  remuneration::StandardRemuneration regular;
};

/// 健康保険法118条1項; without a last day it goes on.
struct KnownDetention {
  base::Date from;
  std::optional<base::Date> until = {};
};

/// A dependent as the care premium of their insured person sees them (健康保険法附則7条).
struct KnownDependent {
  eligibility::DependentLink link;
  base::Date born = {};
  std::vector<CareExclusion> exclusions = {};
};

/// The decisions about a person as they stand at a moment; of a merged person those of all ledgers.
struct KnownFacts {
  std::vector<eligibility::Person> people;  // the kept one first
  std::vector<eligibility::InsuredPeriod> periods;
  std::vector<remuneration::StandardRemuneration> standards;
  std::vector<remuneration::BonusDecision> bonuses;
  std::vector<CareExclusionFact> exclusions;
  std::vector<LeaveFact> more_leaves;  // proposed, besides those that stand
  std::vector<LeaveFact> fewer_leaves;  // proposed to be taken back
  std::vector<EndedRegular> ended_regulars;
  std::vector<remuneration::WorkplacePay> workplaces;
  /// Proposed: in place of those that stand; none: as they stand.
  std::optional<std::vector<KnownDetention>> detentions;
  /// The dependents of these people, where the society charges 特定被保険者.
  std::vector<KnownDependent> care_dependents;
  /// The links of the dependents of these people.
  std::vector<eligibility::DependentLink> dependents;
  /// By which these people are or were dependents, and the periods of those whose they were.
  std::vector<eligibility::DependentLink> links;
  std::vector<eligibility::InsuredPeriod> insured_periods;
};

/// The decisions that a change consists of. One with the same id, or about the same period (person)
/// and month, takes the place of the one that stood.
struct ChangedFacts {
  std::vector<eligibility::Person> people;
  std::vector<eligibility::InsuredPeriod> periods;
  std::vector<eligibility::PeriodId> ended_periods;
  std::vector<remuneration::StandardRemuneration> standards;
  std::vector<remuneration::StandardRemuneration> ended_standards;
  std::vector<remuneration::BonusDecision> bonuses;
  std::vector<remuneration::BonusDecision> ended_bonuses;
  std::vector<CareExclusionFact> exclusions;
  std::vector<CareExclusionFact> ended_exclusions;
  std::vector<eligibility::DependentLink> links;
  std::vector<eligibility::DependentLink> ended_links;
  std::vector<LeaveFact> leaves;  // for effects only: kept by leave_store
  std::vector<LeaveFact> ended_leaves;  // likewise

  bool empty() const {
    return people.empty() && periods.empty() && ended_periods.empty() && standards.empty() &&
           ended_standards.empty() && bonuses.empty() && ended_bonuses.empty() &&
           exclusions.empty() && ended_exclusions.empty() && links.empty() &&
           ended_links.empty() && leaves.empty() && ended_leaves.empty();
  }
};

using ChangeId = base::Id<struct PremiumChangeKind>;

/// A change that was saved, and its reversal when it was undone. Nothing of it is overwritten.
struct SavedChange {
  ChangeId id = ChangeId::draw();
  base::PersonId person;
  ChangeKind kind = ChangeKind::birth;
  base::Month first_month = {};  // the first month that it touches
  base::Moment decided_at = {};
  std::optional<base::StaffId> decided_by = {};
  std::optional<ChangeId> reverses = {};  // set on a reversal: the change that it undoes
  std::string reason = {};                // the clerk's own words
  std::string detail = {};                // 「資格喪失日 なし → 2026-05-01」
  base::Yen expected = {};                // what the effect said will be claimed
};

inline constexpr std::size_t change_reason_limit_characters = 400;

}  // namespace kenpo::premium
