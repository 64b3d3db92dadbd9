// Screens of the medical cost notice: runs, one person's notice, the checks that answers open.
#pragma once

#include <functional>
#include <string>

#include "cost_notice/cost_notice_act.h"
#include "desk/router.h"
#include "desk/section_page.h"
#include "eligibility/ledger.h"
#include "premium/payment_notice.h"
#include "staff/approval_act.h"

namespace kenpo::cost_notice {

struct NoticeScreens {
  eligibility::Ledger ledger;
  premium::NoticeSender sender;
  staff::Approvals& approvals;
};

/// `/cost-notices`, `/cost-notice-runs/{run}/…`, `/members/{person}/cost-notice`, `/visit-checks`.
void add_cost_notice_routes(desk::Router& router, const NoticeScreens& screens);
void add_notice_run_routes(desk::Router& router, const NoticeScreens& screens);
void add_person_notice_routes(desk::Router& router, const NoticeScreens& screens);
void add_visit_check_routes(desk::Router& router, const NoticeScreens& screens);

inline desk::SectionPage notice_page(const desk::Visit& visit) {
  return desk::SectionPage(visit, "cost_notice_page");
}

}  // namespace kenpo::cost_notice
