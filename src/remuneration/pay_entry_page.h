// 算定基礎届, 月額変更届 and 賞与支払届 typed in by keyboard: `/pay-notifications/new/{form}`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::remuneration {

void add_pay_entry_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::remuneration
