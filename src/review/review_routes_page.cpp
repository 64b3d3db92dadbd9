#include "review/review_page.h"

namespace kenpo::review {

void add_review_routes(desk::Router& router, const ReviewScreens& screens) {
  add_finding_routes(router, screens);
  add_inquiry_routes(router, screens);
  add_request_routes(router, screens);
  add_return_routes(router, screens);
  add_dose_limit_routes(router, screens);
}

}  // namespace kenpo::review
