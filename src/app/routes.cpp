#include "app/routes.h"

#include "app/home_page.h"
#include "claim/claim_page.h"
#include "safeguard/log_page.h"

namespace kenpo::app {

void add_routes(desk::Router& router, Office& office) {
  add_home_routes(router, office);
  claim::add_claim_routes(router, office.database());
  safeguard::add_log_routes(router, {.log = office.log(),
                                     .history = office.history(),
                                     .log_directory = office.log_directory(),
                                     .handlers = [&office] { return office.handlers(); }});
  add_notice_routes(router, office);
}

}  // namespace kenpo::app
