#include "premium/rate_requirement_store.h"

#include <array>
#include <optional>

#include "premium/society_rate_store.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using RequirementRecord = store::Record<rate_requirement_table>;

Result<bool> needs_resolutions(const store::View& view, Month month) {
  auto needed = RateRequirement::Resolution::not_needed;
  for (const auto& each : KENPO_TRY(list_requirements(view))) {
    if (each.from <= month) needed = each.resolution;
  }
  return needed == RateRequirement::Resolution::needed;
}

base::Fault unresolved(const SocietyRate& rate, Month month) {
  const auto name = wording(rate.kind);
  return {{"議決番号のない料率です：" + name.ja, "A rate without a resolution: " + name.en},
          {base::Plain(month) + "の料率には、組合会の議決が要ると決められています",
           "The society demands a resolution for rates of " + base::Plain(month)},
          {"「料率と議決」の画面で、" + base::Plain(rate.from) +
               "からのこの料率に議決番号を登録してください",
           "Name the resolution of this rate, from " + base::Plain(rate.from) +
               ", under Rates and resolutions"},
          {}};
}

}  // namespace

Result<> put(store::Transaction& transaction, const RateRequirement& requirement,
             base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<rate_requirement_table>(
      transaction, store::no_personal_data, {"valid_from = $1 AND withdrawn_at = $2"},
      {requirement.from.first_day(), store::not_withdrawn},
      [&](const RequirementRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(
        store::withdraw<rate_requirement_table>(transaction, store::no_personal_data, *old, now));
  }
  store::Draft<rate_requirement_table> draft(
      store::Times{.valid_from = requirement.from.first_day(), .decided_at = now});
  draft.set("resolution", requirement.resolution);
  KENPO_TRY(store::insert<rate_requirement_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<RateRequirement>> list_requirements(const store::View& view) {
  return store::list<rate_requirement_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY valid_from"},
      {store::not_withdrawn}, [](const RequirementRecord& record) {
        return RateRequirement{.from = record.times().valid_from.in_month(),
                               .resolution =
                                   record.get<RateRequirement::Resolution>("resolution")};
      });
}

// 当組合の定め（料率と議決）: what the levy posts stands on minutes.
Result<SocietyRates> resolved_rates_of(const store::View& view, Month month) {
  auto rates = KENPO_TRY(rates_of(view, month));
  if (!KENPO_TRY(needs_resolutions(view, month))) return rates;
  std::array<std::optional<SocietyRate>, rate_kinds_count> held;
  for (const auto& rate : KENPO_TRY(list_rates(view))) {
    if (rate.from <= month) held[static_cast<std::size_t>(rate.kind) - 1] = rate;
  }
  base::Faults faults;
  for (const auto& rate : held) {
    if (rate && rate->resolution.empty()) faults.push_back(unresolved(*rate, month));
  }
  if (!faults.empty()) return faults;
  return rates;
}

}  // namespace kenpo::premium
