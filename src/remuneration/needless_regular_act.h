// The regular determination that a revision makes needless (健康保険法41条3項).
#pragma once

#include "base/result.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

/// Ends the regular determination of the year when `revision`, a revision of any kind, holds from
/// July or August. Call it in the transaction that puts the revision: whoever cancels the revision
/// finds the regular one by that moment (regular_ended_by).
base::Result<> end_needless_regular(store::Transaction& transaction,
                                    const RemunerationAccess& access,
                                    const StandardRemuneration& revision, base::Moment now);

}  // namespace kenpo::remuneration
