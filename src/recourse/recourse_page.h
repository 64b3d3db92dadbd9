// Screens of receipts after the loss and of debts: `/claims/{id}/outcome`, `/lapses`,
// `/lapses/{lapse}`, `/recoveries`, `/recoveries/{recovery}`, `/third-party-cases`,
// `/third-party-cases/{case}`.
#pragma once

#include <functional>
#include <string>

#include "desk/router.h"
#include "recourse/outcome_act.h"
#include "review/inquiry.h"

namespace kenpo::recourse {

struct RecourseScreens {
  RecourseOffice office;
  std::function<std::string(const base::StaffId&)> staff_name;
  review::LetterSender sender;
};

void add_recourse_routes(desk::Router& router, const RecourseScreens& screens);

/// The same routes, one file a screen.
void add_lapse_routes(desk::Router& router, const RecourseScreens& screens);
void add_recovery_routes(desk::Router& router, const RecourseScreens& screens);
void add_third_party_routes(desk::Router& router, const RecourseScreens& screens);

}  // namespace kenpo::recourse
