#include "remuneration/needless_regular_act.h"

namespace kenpo::remuneration {

// 健康保険法41条3項・43条2項: whoever is revised from July to September has no regular
// determination; what is revised from July holds until the next August. A revision from September
// itself takes the place of the regular one as every decision about the same month does.
base::Result<> end_needless_regular(store::Transaction& transaction,
                                    const RemunerationAccess& access,
                                    const StandardRemuneration& revision, base::Moment now) {
  constexpr int first_revised_month = 7;
  constexpr int regular_month = 9;
  if (revision.from.month() < first_revised_month || revision.from.month() >= regular_month) {
    return base::Done{};
  }
  const auto month = *base::Month::make(revision.from.year(), regular_month);
  for (const auto& one : KENPO_TRY(remunerations_of(transaction, access, revision.person, now))) {
    if (one.period != revision.period || one.from != month) continue;
    if (one.kind != DeterminationKind::regular) continue;
    KENPO_TRY(withdraw(transaction, access, one, now));
  }
  return base::Done{};
}

}  // namespace kenpo::remuneration
