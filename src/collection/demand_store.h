// Voluntary members, the demands on them and their payments in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "collection/voluntary.h"
#include "store/seal.h"

namespace kenpo::collection {

inline constexpr store::Table voluntary_demand_table{
    .name = "voluntary_demand",
    .japanese = "任意継続の保険料の請求",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"demand", store::Kind::id},
              {"kind", store::Kind::integer},
              {"period", store::Kind::id},
              {"month", store::Kind::month},
              {"months", store::Kind::integer},
              {"due", store::Kind::date},
              {"claimed_on", store::Kind::date}},
    .personal = {{"standard", store::Kind::yen},
                 {"health", store::Kind::yen},
                 {"child", store::Kind::yen}},
    .indexes = {{.columns = {"subject_id", "kind", "month"},
                 .uniqueness = store::Uniqueness::one}},
    .acquired = "claimed_on"};
inline constexpr store::Table voluntary_correction_table{
    .name = "voluntary_correction",
    .japanese = "任意継続の保険料の訂正",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"period", store::Kind::id},
              {"month", store::Kind::month},
              {"on_kind", store::Kind::integer},
              {"on_month", store::Kind::month},
              {"made_at", store::Kind::moment}},
    .personal = {{"cause", store::Kind::integer},
                 {"standard", store::Kind::yen},
                 {"health", store::Kind::yen},
                 {"child", store::Kind::yen}},
    .acquired = "made_at"};

using DemandAccess = store::AccessTo<voluntary_demand_table>;

inline constexpr store::Table member_payment_table{
    .name = "member_payment",
    .japanese = "任意継続の保険料の納付",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"kind", store::Kind::integer},
              {"month", store::Kind::month},
              {"paid_on", store::Kind::date},
              {"made_at", store::Kind::moment}},
    .personal = {{"amount", store::Kind::yen}},
    .acquired = "made_at"};

inline constexpr store::Table voluntary_run_table{
    .name = "voluntary_run",
    .japanese = "任意継続の保険料の請求の経過",
    .untimed = store::Untimed::event,
    .clear = {{"month", store::Kind::month},
              {"demanded", store::Kind::integer},
              {"prepaid", store::Kind::integer},
              {"left_over", store::Kind::integer},
              {"ran_at", store::Kind::moment}},
    .indexes = {{.columns = {"month"}}}};

base::Result<> add(store::Transaction& transaction, const VoluntaryRun& run);
/// The latest of the month.
base::Result<std::optional<VoluntaryRun>> find_voluntary_run(const store::View& view,
                                                             base::Month month);

base::Result<> add(store::Transaction& transaction, const DemandAccess& access,
                   const VoluntaryDemand& demand);
/// All demands, in the order of people and months; `of`: those of one person.
base::Result<std::vector<VoluntaryDemand>> list_demands(const store::View& view,
                                                        const DemandAccess& access);
base::Result<std::vector<VoluntaryDemand>> demands_of(const store::View& view,
                                                      const DemandAccess& access,
                                                      const base::PersonId& of);

/// How many demands begin with the month: at least as many as people.
base::Result<std::int64_t> count_demands(const store::View& view, const DemandAccess& access,
                                         base::Month month);
/// Whom the month was asked of, by itself or as the first of a prepayment; each once.
base::Result<std::vector<base::PersonId>> people_asked_in(const store::View& view,
                                                          const DemandAccess& access,
                                                          base::Month month);

base::Result<> add(store::Transaction& transaction, const DemandAccess& access,
                   const MemberPayment& payment, base::Moment now);
base::Result<std::vector<MemberPayment>> payments_of(const store::View& view,
                                                     const DemandAccess& access,
                                                     const base::PersonId& person);

base::Result<> add(store::Transaction& transaction, const DemandAccess& access,
                   const VoluntaryCorrection& correction);
/// Those of the member's period, the first made first.
base::Result<std::vector<VoluntaryCorrection>> corrections_of(const store::View& view,
                                                              const DemandAccess& access,
                                                              const VoluntaryFacts& member);

/// The months whose corrections were posted on the demand, the first made first.
base::Result<std::vector<base::Month>> corrected_months_on(const store::View& view,
                                                           const DemandAccess& access,
                                                           const DebtKey& demand);

/// The periods of voluntary members and special retirees that stand, by person; with the person's
/// birth date and standards. `of`: those of one person.
base::Result<std::vector<VoluntaryFacts>> list_voluntary(const store::View& view,
                                                         const DemandAccess& access,
                                                         base::Moment now);
/// Those on one page, the latest acquisition first, and how many there are.
base::Result<std::vector<VoluntaryFacts>> list_voluntary(const store::View& view,
                                                         const DemandAccess& access,
                                                         base::Moment now, Slice slice);
base::Result<std::int64_t> count_voluntary(const store::View& view, const DemandAccess& access);
base::Result<std::vector<VoluntaryFacts>> voluntary_of(const store::View& view,
                                                       const DemandAccess& access,
                                                       const base::PersonId& of,
                                                       base::Moment now);

}  // namespace kenpo::collection
