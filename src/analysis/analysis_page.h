// 医療費分析: the state of the pseudonymised data, tables and charts of counts, what they count, and
// the refusal of names.
#pragma once

#include <memory>

#include "analysis/segment_act.h"
#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::analysis {

void add_analysis_routes(desk::Router& router, const eligibility::Ledger& ledger,
                         const std::shared_ptr<Analysis>& analysis);

}  // namespace kenpo::analysis
