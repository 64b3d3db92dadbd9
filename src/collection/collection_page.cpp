#include "collection/collection_page.h"

namespace kenpo::collection {

void add_collection_routes(desk::Router& router, const CollectionScreens& screens) {
  add_receipt_routes(router, screens);
  add_receipt_sheet_routes(router, screens);
  add_allocation_routes(router, screens);
  add_arrears_routes(router, screens);
  add_late_charge_routes(router, screens);
  add_early_collection_routes(router, screens);
  add_pledge_routes(router, screens);
  add_credit_routes(router, screens);  // with the refunds
  add_voluntary_routes(router, screens);
  add_voluntary_slip_routes(router, screens);
  add_slip_release_routes(router, screens);
  add_leave_routes(router, screens);
  add_rate_trial_routes(router, screens);
}

}  // namespace kenpo::collection
