// Screens of the content checks: `/findings`, `/findings/{finding}`, `/content-checks`,
// `/content-checks/{rule}`, `/dose-limits`,
// `/reexaminations`, `/claim-returns`, `/claim-returns/{returned}`.
#pragma once

#include <functional>
#include <string>

#include "desk/router.h"
#include "review/finding_act.h"
#include "review/inquiry.h"
#include "safeguard/register_office.h"
#include "staff/approval_act.h"

namespace kenpo::review {

struct ReviewScreens {
  safeguard::RegisterOffice office;
  staff::Approvals& approvals;
  std::function<std::string(const base::StaffId&)> staff_name;
  LetterSender sender;
};

void add_review_routes(desk::Router& router, const ReviewScreens& screens);

/// The same routes, one file a screen.
void add_finding_routes(desk::Router& router, const ReviewScreens& screens);
void add_inquiry_routes(desk::Router& router, const ReviewScreens& screens);
void add_request_routes(desk::Router& router, const ReviewScreens& screens);
void add_return_routes(desk::Router& router, const ReviewScreens& screens);
void add_dose_limit_routes(desk::Router& router, const ReviewScreens& screens);

}  // namespace kenpo::review
