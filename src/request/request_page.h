// Screens of the requests: the list with its clocks, one case with its next steps, its answer.
#pragma once

#include "desk/router.h"
#include "request/request_office.h"

namespace kenpo::request {

/// `/requests`, `/request-intake`, `/requests/{case_id}` with its steps, decisions and letters.
/// The office outlives the router.
void add_request_routes(desk::Router& router, RequestOffice& office);
/// `/request-intake`, `/request-candidates`.
void add_intake_routes(desk::Router& router, RequestOffice& office);

/// `/requests/{case_id}/package` with its redactions, preparation, release and hand-over.
void add_package_routes(desk::Router& router, RequestOffice& office);

/// `/requests/{case_id}/correction` with its preview, and statements on other rows.
void add_correction_routes(desk::Router& router, RequestOffice& office);

/// `/requests/{case_id}/stops`, `…/erasure`, `…/provisions`.
void add_answer_routes(desk::Router& router, RequestOffice& office);

/// `/purpose-consents`: consents to the use of older data.
void add_consent_routes(desk::Router& router, RequestOffice& office);

/// `/backups`: copies of the facts and their discarding.
void add_backup_routes(desk::Router& router, RequestOffice& office);

/// `/retention`, `/holds`, `/erasure-certificates`, and the copies.
void add_retention_routes(desk::Router& router, RequestOffice& office);

}  // namespace kenpo::request
