// What each workplace pays to somebody employed at several (健康保険法44条3項), in the store: the
// premium is divided by it (161条4項).
#pragma once

#include <vector>

#include "base/result.h"
#include "remuneration/workplace_pay.h"
#include "store/seal.h"

namespace kenpo::remuneration {

/// One row a workplace. It counts while a decision stands that was made from the source.
inline constexpr store::Table workplace_pay_table{
    .name = "workplace_pay",
    .japanese = "事業所ごとの報酬月額・賞与額(二以上事業所勤務)",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::part,
    .part_of = "standard_remuneration",
    .clear = {{"source", store::Kind::id},      // of the decision
              {"place", store::Kind::integer},  // 0: the establishment of the insured period
              {"establishment", store::Kind::id, store::Presence::optional}},  // of the others
    .personal = {{"monthly", store::Kind::yen}},  // or the bonuses of a month
    .indexes = {{.columns = {"source", "place"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"establishment"}}}};
using WorkplacePayAccess = store::AccessTo<workplace_pay_table>;

base::Result<> add(store::Transaction& transaction, const WorkplacePayAccess& access,
                   const base::PersonId& person, const WorkplacePay& pay);
base::Result<std::vector<WorkplacePay>> workplace_pay_of(const store::View& view,
                                                         const WorkplacePayAccess& access,
                                                         const base::PersonId& person);
/// Who is or was paid by the establishment beside that of the insured period; each once.
base::Result<std::vector<base::PersonId>> people_paid_at(
    const store::View& view, const WorkplacePayAccess& access,
    const base::EstablishmentId& establishment);
/// Of everybody: a few hundred in the largest society.
base::Result<std::vector<WorkplacePay>> all_workplace_pay(const store::View& view,
                                                          const WorkplacePayAccess& access);

}  // namespace kenpo::remuneration
