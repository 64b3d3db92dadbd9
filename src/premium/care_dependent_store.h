// The dependents on whom the premium of 特定被保険者 rests (健康保険法附則7条): links, births and times
// outside the care insurance together.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/dependent_link_store.h"
#include "premium/care_setting.h"
#include "premium/change_store.h"

namespace kenpo::premium {

/// The dependents of one insured person as known at the moment. Nobody, and nobody read, in a
/// society that never charges 特定被保険者.
base::Result<std::vector<KnownDependent>> known_dependents_of(const store::View& view,
                                                              const ChangeAccess& access,
                                                              const base::PersonId& insured,
                                                              base::Moment known_at);
/// The same, as the levy takes them.
base::Result<std::vector<CareDependent>> care_dependents_of(const store::View& view,
                                                            const ChangeAccess& access,
                                                            const base::PersonId& insured,
                                                            base::Moment known_at);

}  // namespace kenpo::premium
