// The class of the limit of a household and month: from the standard remuneration of the month and
// the certificates that the society has issued.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "benefit/month_benefit_rule.h"
#include "certificate/certificate.h"
#include "certificate/limit_class.h"
#include "eligibility/ledger.h"
#include "law/decision.h"
#include "store/database.h"

namespace kenpo::benefit {

/// The insured person, or a dependent, in the month.
struct Member {
  base::PersonId person;
  std::vector<base::PersonId> identities = {};  // who are one person, `person` first
  Relation relation = Relation::insured;
  base::Date born = {};
  std::string name = {};
  std::vector<certificate::Certificate> papers = {};
};

struct HouseholdClass {
  std::optional<certificate::LimitClass> younger = {};  // none: not known
  std::optional<base::Yen> standard = {};
  std::vector<law::Basis> basis = {};
};

/// The class of those under 70: by the standard remuneration of the month; オ where a certificate
/// for the month says so.
base::Result<HouseholdClass> household_class(const store::View& view,
                                             const eligibility::MemberAccess& access,
                                             const std::vector<Member>& members,
                                             base::Month month, base::Moment now);

/// The class of one member: of 70 to 74 their own, else the household's.
std::optional<certificate::LimitClass> class_of(const Member& member, const Member& insured,
                                                const HouseholdClass& household, base::Month month,
                                                std::vector<law::Basis>& basis);

/// The month in which the member turns 75 or loses the status because the insured person does,
/// unless that birthday is the 1st.
Turning75 turning_75(const Member& member, const Member& insured, base::Month month);

/// 特記事項 26 to 35 (区ア … 多オ): the class that the institution used.
struct ClaimedClass {
  certificate::LimitClass of = certificate::LimitClass::u;
  Frequent frequent = Frequent::no;
};
std::optional<ClaimedClass> claimed_class(std::string_view remarks);

}  // namespace kenpo::benefit
