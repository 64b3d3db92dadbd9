#include "premium/open_determination_store.h"

#include <set>

#include "eligibility/work_item_store.h"

namespace kenpo::premium {

bool is_of_determinations(eligibility::WorkKind kind) {
  using enum eligibility::WorkKind;
  return kind == annual_average || kind == amount_capped || kind == not_determined ||
         kind == revision_not_met || kind == two_workplaces;
}

base::Result<std::int64_t> count_undetermined_people(const store::View& view, base::Month month) {
  std::set<base::PersonId> people;
  KENPO_TRY(eligibility::each_open_work_item(view, [&](const eligibility::WorkItem& item) {
    const bool open = is_of_determinations(item.kind) && item.month <= month;
    if (open && item.person) people.insert(*item.person);
  }));
  return static_cast<std::int64_t>(people.size());
}

}  // namespace kenpo::premium
