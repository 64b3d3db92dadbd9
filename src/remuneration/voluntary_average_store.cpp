#include "remuneration/voluntary_average_store.h"

namespace kenpo::remuneration {

using base::Result;
using store::no_personal_data;

Result<> add(store::Transaction& transaction, const VoluntaryAverage& average) {
  store::Draft<voluntary_average_table> draft;
  draft.set("year", average.year)
      .set("population", average.population)
      .set("amount", average.amount)
      .set("persons", average.persons)
      .set("origin", average.origin)
      .set("basis", average.basis)
      .set("decided_on", average.decided_at)
      .set("decided_by", average.decided_by);
  KENPO_TRY(store::insert<voluntary_average_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<VoluntaryAverage>> find_average(const store::View& view, int year,
                                                     AveragePopulation population) {
  return store::find<voluntary_average_table>(
      view, no_personal_data, {"year = $1 AND population = $2", "ORDER BY row_id DESC"},
      {year, population}, [](const store::Record<voluntary_average_table>& record) {
        return VoluntaryAverage{
            .year = record.get<int>("year"),
            .population = record.get<AveragePopulation>("population"),
            .amount = record.get<base::Yen>("amount"),
            .persons = record.get<std::int64_t>("persons"),
            .origin = record.get<AverageOrigin>("origin"),
            .basis = record.get<std::string>("basis"),
            .decided_at = record.get<base::Moment>("decided_on"),
            .decided_by = record.get<std::optional<base::StaffId>>("decided_by")};
      });
}

}  // namespace kenpo::remuneration
