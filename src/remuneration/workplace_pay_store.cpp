#include "remuneration/workplace_pay_store.h"

#include <algorithm>

namespace kenpo::remuneration {

namespace {

using base::Result;
using WorkplaceRecord = store::Record<workplace_pay_table>;

/// Rows come by source and place: those of a source are one.
Result<std::vector<WorkplacePay>> gathered(const store::View& view,
                                           const WorkplacePayAccess& access,
                                           store::Clause clause, store::Values values) {
  std::vector<WorkplacePay> all;
  KENPO_TRY(store::each<workplace_pay_table>(
      view, access, clause, values, [&](const WorkplaceRecord& record) {
        const auto source = record.get<eligibility::NotifiedPayId>("source");
        if (all.empty() || all.back().source != source) all.push_back({source});
        all.back().places.push_back(
            {record.get<std::optional<base::EstablishmentId>>("establishment"),
             record.get<base::Yen>("monthly")});
      }));
  return all;
}

}  // namespace

Result<> add(store::Transaction& transaction, const WorkplacePayAccess& access,
             const base::PersonId& person, const WorkplacePay& pay) {
  int place = 0;
  for (const auto& at : pay.places) {
    store::Draft<workplace_pay_table> draft(person);
    draft.set("source", pay.source)
        .set("place", place)
        .set("establishment", at.establishment)
        .set("monthly", at.pay);
    KENPO_TRY(store::insert<workplace_pay_table>(transaction, access, draft));
    ++place;
  }
  return base::Done{};
}

Result<std::vector<WorkplacePay>> workplace_pay_of(const store::View& view,
                                                   const WorkplacePayAccess& access,
                                                   const base::PersonId& person) {
  return gathered(view, access, {"subject_id = $1", "ORDER BY source, place"}, {person});
}

Result<std::vector<base::PersonId>> people_paid_at(const store::View& view,
                                                   const WorkplacePayAccess& access,
                                                   const base::EstablishmentId& establishment) {
  auto people = KENPO_TRY(store::list<workplace_pay_table>(
      view, access, {"establishment = $1"}, {establishment},
      [](const WorkplaceRecord& record) { return record.subject(); }));
  std::ranges::sort(people);
  const auto repeated = std::ranges::unique(people);
  people.erase(repeated.begin(), repeated.end());
  return people;
}

Result<std::vector<WorkplacePay>> all_workplace_pay(const store::View& view,
                                                    const WorkplacePayAccess& access) {
  return gathered(view, access, {"place >= $1", "ORDER BY source, place"}, {0});
}

}  // namespace kenpo::remuneration
