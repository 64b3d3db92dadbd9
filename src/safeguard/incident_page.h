// Screens of breaches: `/incidents`, `/incidents/{incident}` with its steps, papers and persons.
#pragma once

#include <functional>
#include <vector>

#include "desk/router.h"
#include "safeguard/export_act.h"
#include "safeguard/paper_sender.h"
#include "safeguard/sign_act.h"
#include "staff/handler.h"

namespace kenpo::safeguard {

struct IncidentScreens {
  Watchtower tower;
  PaperSender sender;
  std::function<std::vector<staff::NamedHandler>()> handlers;
  // Letters leave by the ledger of exports:
  RegisterOffice office;
  staff::Approvals& approvals;
  ProvisionLedger provisions;
};

void add_incident_routes(desk::Router& router, const IncidentScreens& screens);

}  // namespace kenpo::safeguard
