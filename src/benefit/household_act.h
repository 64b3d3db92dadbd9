// The facts of a household and month, read from the ledgers and from the claims.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/result.h"
#include "benefit/additional_store.h"
#include "benefit/high_cost.h"
#include "benefit/medical_expense_store.h"
#include "benefit/month_benefit_rule.h"
#include "claim/claim_store.h"
#include "eligibility/ledger.h"
#include "eligibility/person_merge_store.h"
#include "notice/gate.h"

namespace kenpo::benefit {

/// The keys of the calculation: レセプト and 療養費 under 保険給付の審査・支払 (pairs 15 and 13), the
/// ledgers under 加入者の管理 (pair 1). Income is not among them: its purposes are the recognition of
/// dependents and certificates (pairs 8 to 10). A class for people without municipal tax, and the
/// relief from the share of 30 %, are taken from the certificates that were issued, which are
/// 資格に関する情報.
struct BenefitAccess {
  eligibility::MemberAccess member;
  claim::ClaimAccess claim;
  ExpenseAccess expense;
};

/// The household of the insured person in the month of treatment.
struct HouseholdAsked {
  base::PersonId insured;
  base::Month month;
  const std::vector<AdditionalTermsRow>& additional;
  const std::vector<base::Month>& counted;  // earlier months that count as frequent
  const eligibility::Identities& identities;
  ComputedFor cause = ComputedFor::month;
  enum class Left : std::uint8_t { no, yes } left = Left::no;  // what stays of each unit, too
};

struct ComputedHousehold {
  HighCostResult result;
  std::vector<BasisPart> basis;
  std::vector<certificate::LimitClass> classes = {};  // by MonthUnit::person
  MonthLeft left = {};
};

/// What the household is due. Nullopt: nobody had care that may lead to a benefit, or the insured
/// person was not insured here in the month. A fault where the law book has no figures.
base::Result<std::optional<ComputedHousehold>> compute_household(const store::View& view,
                                                                 const BenefitAccess& access,
                                                                 const HouseholdAsked& asked,
                                                                 base::Moment now);

/// The class of somebody of the household in the month, whether they had care or not; nullopt: not
/// known, or not of the household.
base::Result<std::optional<certificate::LimitClass>> class_in_month(const store::View& view,
                                                                    const BenefitAccess& access,
                                                                    const HouseholdAsked& asked,
                                                                    const base::PersonId& person,
                                                                    base::Moment now);

/// Under this whole cost of a person's month nothing can come of it: 30 % is under half of the
/// threshold of a unit. Only people under 70.
inline constexpr std::int64_t candidate_cost_yen = 33'000;
/// From this age on every claim counts.
inline constexpr int elderly_age_years = 70;

/// Somebody who was treated in a month, as the claim says.
struct PatientMonth {
  base::PersonId person;
  base::Month month;
  claim::Patient as = claim::Patient::unknown;
};
/// The insured person whose household somebody belongs to in the month, as the ledger shows them
/// (名寄せ); nullopt: nobody's.
base::Result<std::optional<base::PersonId>> household_of(const store::View& view,
                                                         const eligibility::MemberAccess& access,
                                                         const PatientMonth& patient,
                                                         const eligibility::Identities& identities,
                                                         base::Moment now);

}  // namespace kenpo::benefit
