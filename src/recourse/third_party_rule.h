// What may be recorded about a case of a third party, and when its papers are late.
#pragma once

#include <optional>

#include "base/result.h"
#include "recourse/third_party_case.h"

namespace kenpo::recourse {

/// Refused: a closed case, a day before the case or to come, a paper that came before or none
/// named, papers received or a reminder before any were sent, a reminder when nothing is missing,
/// no reason for closing a case while papers are missing.
base::Result<> check_step(const ThirdPartyCase& of, const CaseStep& step, base::Date today);

/// The day until which the papers are awaited; nullopt: none were asked for or none are missing.
base::Result<std::optional<base::Date>> papers_due(const ThirdPartyCase& of);

}  // namespace kenpo::recourse
