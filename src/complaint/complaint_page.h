// Screens of the complaint desk: `/complaints`, `/complaints/{complaint}`, the answer and the
// year's report as PDF; and what of it stands on the home board.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "complaint/complaint_act.h"
#include "complaint/complaint_form_page.h"
#include "complaint/complaint_print.h"
#include "desk/components.h"
#include "desk/router.h"
#include "staff/handler.h"

namespace kenpo::complaint {

struct ComplaintScreens {
  store::Database& database;
  DeskSender sender;
  std::function<std::vector<staff::NamedHandler>()> handlers;
  /// The member of these words, found by the folder of people's requests.
  std::function<base::Result<base::PersonId>(const notice::Acting&, const AboutMember&)>
      find_member;
};

void add_complaint_routes(desk::Router& router, const ComplaintScreens& screens);

/// Open complaints and those past their day.
base::Result<std::vector<desk::Task>> complaint_tasks(store::Database& database, base::Date today);

}  // namespace kenpo::complaint
