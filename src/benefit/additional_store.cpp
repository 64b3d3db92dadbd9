#include "benefit/additional_store.h"

namespace kenpo::benefit {

namespace of_additional {

using base::Result;
using RuleRecord = store::Record<additional_rule_table>;

AdditionalTermsRow row_from(const RuleRecord& record) {
  return {.from = record.times().valid_from.in_month(),
          .given = record.get<AdditionalTermsRow::Given>("given"),
          .rules = {.threshold = record.get<base::Yen>("threshold"),
                    .unit = record.get<base::Yen>("unit"),
                    .minimum = record.get<base::Yen>("minimum"),
                    .combined_by = record.get<CountedBy>("combined_by")},
          .resolution = record.get<std::string>("resolution"),
          .decided_at = record.times().decided_at};
}

}  // namespace of_additional

using namespace of_additional;

Result<> put(store::Transaction& transaction, const AdditionalTermsRow& row, base::Moment now) {
  const auto standing = KENPO_TRY(store::find<additional_rule_table>(
      transaction, store::no_personal_data, {"valid_from = $1 AND withdrawn_at = $2"},
      {row.from.first_day(), store::not_withdrawn},
      [](const RuleRecord& record) { return record.row(); }));
  if (standing) {
    KENPO_TRY(store::withdraw<additional_rule_table>(transaction, store::no_personal_data,
                                                     *standing, now));
  }
  store::Draft<additional_rule_table> draft(
      store::Times{.valid_from = row.from.first_day(), .decided_at = now});
  draft.set("given", row.given)
      .set("threshold", row.rules.threshold)
      .set("unit", row.rules.unit)
      .set("minimum", row.rules.minimum)
      .set("combined_by", row.rules.combined_by)
      .set("resolution", row.resolution);
  KENPO_TRY(store::insert<additional_rule_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<AdditionalTermsRow>> list_additional(const store::View& view) {
  return store::list<additional_rule_table>(view, store::no_personal_data,
                                            {"withdrawn_at = $1", "ORDER BY valid_from"},
                                            {store::not_withdrawn}, row_from);
}

std::optional<AdditionalRules> additional_in(const std::vector<AdditionalTermsRow>& rows,
                                             base::Month month) {
  std::optional<AdditionalRules> found;
  for (const auto& row : rows) {
    if (row.from > month) continue;
    found.reset();
    if (row.given == AdditionalTermsRow::Given::yes) found = row.rules;
  }
  return found;
}

}  // namespace kenpo::benefit
