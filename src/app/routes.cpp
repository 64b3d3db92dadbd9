#include "app/routes.h"

#include "app/approval_kinds.h"
#include "app/home_page.h"
#include "app/intake_page.h"
#include "app/notice_sender.h"
#include "claim/claim_page.h"
#include "eligibility/member_search_page.h"
#include "premium/levy_page.h"
#include "premium/member_ledger_page.h"
#include "premium/premium_page.h"
#include "remuneration/determination_page.h"
#include "safeguard/alert_page.h"
#include "safeguard/log_page.h"

namespace kenpo::app {

void add_routes(desk::Router& router, Office& office) {
  const auto ledger = office.ledger();
  add_approval_kinds(office);
  add_home_routes(router, office);
  add_intake_routes(router, office);
  eligibility::add_member_search_routes(router, ledger);
  premium::add_member_ledger_routes(router, ledger);
  remuneration::add_determination_routes(router, ledger);
  premium::add_levy_routes(router, ledger, sender_of(office.society()));
  premium::add_premium_routes(router, ledger);
  claim::add_claim_routes(router, office.database());
  safeguard::add_log_routes(router, {.log = office.log(),
                                     .history = office.history(),
                                     .log_directory = office.log_directory(),
                                     .handlers = [&office] { return office.handlers(); }});
  safeguard::add_alert_routes(
      router, {.database = office.database(), .handlers = [&office] { return office.handlers(); }});
  add_notice_routes(router, office);
}

}  // namespace kenpo::app
