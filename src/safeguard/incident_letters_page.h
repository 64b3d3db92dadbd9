// Screen of the letters about a breach: `/incidents/{incident}/persons`.
#pragma once

#include "safeguard/incident_page.h"

namespace kenpo::safeguard {

void add_incident_letter_routes(desk::Router& router, const IncidentScreens& screens);

}  // namespace kenpo::safeguard
