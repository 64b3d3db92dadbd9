// What a correction does to premiums, as a page shows it; the screen on which an insured period is
// corrected (`/requests/{case_id}/period-correction`).
#pragma once

#include "desk/router.h"
#include "desk/section_page.h"
#include "request/correction_effect_act.h"

namespace kenpo::request {

/// Adds sections: premiums before and after, the difference, causes, what follows, claims and
/// certificates.
void put_effect(desk::SectionPage& page, RequestOffice& office, const notice::Acting& acting,
                const premium::ChangeEffect& effect);

void add_period_correction_routes(desk::Router& router, RequestOffice& office);

}  // namespace kenpo::request
