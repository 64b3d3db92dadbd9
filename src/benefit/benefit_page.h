// Screens of the benefits: the month's awards, one household's calculation, the society's rules of
// additional benefits.
#pragma once

#include <functional>
#include <string>

#include "benefit/award_act.h"
#include "desk/router.h"
#include "desk/section_page.h"
#include "eligibility/ledger.h"
#include "premium/payment_notice.h"
#include "safeguard/register_office.h"
#include "staff/approval_act.h"

namespace kenpo::benefit {

struct BenefitScreens {
  eligibility::Ledger ledger;
  premium::NoticeSender sender;
  staff::Approvals& approvals;
  std::function<std::string(const base::StaffId&)> staff_name;
  safeguard::RegisterOffice office;  // whence transfer files leave
};

/// `/members/{person}/medical-expenses`, `/outpatient-years`,
/// `/outpatient-years/{person}/{year}`, `/high-cost`, `/high-cost/{insured}/{month}`,
/// `/high-cost-awards/{award}/…`,
/// `/high-cost-decisions`, `/additional-rules`, `/benefit-payments`, `/benefit-files`,
/// `/benefit-payment-records`, `/benefit-file-withdrawals`, `/benefit-accounts/{person}`.
void add_benefit_routes(desk::Router& router, const BenefitScreens& screens);

/// The same routes, one file a screen.
void add_award_routes(desk::Router& router, const BenefitScreens& screens);
void add_household_routes(desk::Router& router, const BenefitScreens& screens);
void add_additional_routes(desk::Router& router, const BenefitScreens& screens);
void add_payment_routes(desk::Router& router, const BenefitScreens& screens);
void add_outpatient_year_routes(desk::Router& router, const BenefitScreens& screens);
void add_expense_routes(desk::Router& router, const BenefitScreens& screens);

/// A page of this folder.
inline desk::SectionPage benefit_page(const desk::Visit& visit) {
  return desk::SectionPage(visit, "benefit_page");
}

/// 「/high-cost/…/2026-08」
std::string household_address(const base::PersonId& insured, base::Month month);
/// Where an award is looked at: its household's month, or the list of its year.
std::string award_place(const Award& award);
desk::Cell state_cell(AwardState state);
/// An award with its amounts and, while it waits, the forms that decide it. `may_refuse`: with the
/// form that refuses it, of which a page has one.
void add_award(const BenefitScreens& screens, desk::SectionPage& page,
               const desk::Form& form, const Award& award, bool may_refuse);

}  // namespace kenpo::benefit
