#include "remuneration/determination_job.h"

namespace kenpo::remuneration {

base::Result<Determination> determine_all(eligibility::Ledger& ledger,
                                          const notice::Acting& acting,
                                          const base::TellProgress& show) {
  Determination all;
  while (true) {
    const auto chunk = KENPO_TRY(determine_waiting(ledger, acting));
    all.decided += chunk.decided;
    all.for_people += chunk.for_people;
    all.waiting = chunk.waiting;
    const auto done = all.decided + all.for_people;
    if (show) show({done, done + chunk.waiting, {"標準報酬の決定", "Standard remuneration"}});
    if (chunk.waiting == 0) return all;
  }
}

}  // namespace kenpo::remuneration
