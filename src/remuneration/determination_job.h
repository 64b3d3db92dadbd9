// All notifications that wait, decided chunk by chunk. Stopped anywhere it goes on from there.
#pragma once

#include "base/result.h"
#include "base/progress.h"
#include "remuneration/determination_act.h"

namespace kenpo::remuneration {

/// Hands back how many were decided and how many went to people. Again: nothing.
base::Result<Determination> determine_all(eligibility::Ledger& ledger,
                                          const notice::Acting& acting,
                                          const base::TellProgress& show);

}  // namespace kenpo::remuneration
