// 後発医薬品: its share, what could be saved, and why nobody is written to about it.
#pragma once

#include <memory>

#include "analysis/segment_act.h"
#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::analysis {

void add_drug_report_routes(desk::Router& router, const eligibility::Ledger& ledger,
                            const std::shared_ptr<Analysis>& analysis);

}  // namespace kenpo::analysis
