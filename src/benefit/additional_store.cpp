#include "benefit/additional_store.h"

#include <algorithm>

namespace kenpo::benefit {

namespace of_additional {

using base::Result;
using RuleRecord = store::Record<additional_rule_table>;

AdditionalTermsRow row_from(const RuleRecord& record) {
  constexpr int whole_percent = 100;
  return {.from = record.times().valid_from.in_month(),
          .key = {.kind = record.get<std::optional<Addition>>("addition"),
                  .of = record.get<std::optional<certificate::LimitClass>>("limit_class")},
          .given = record.get<AdditionalTermsRow::Given>("given"),
          .rules = {.threshold = record.get<base::Yen>("threshold"),
                    .unit = record.get<base::Yen>("unit"),
                    .minimum = record.get<base::Yen>("minimum"),
                    .combined_by = record.get<CountedBy>("combined_by"),
                    .percent = record.get<std::optional<int>>("percent").value_or(whole_percent)},
          .resolution = record.get<std::string>("resolution"),
          .decided_at = record.times().decided_at};
}

}  // namespace of_additional

using namespace of_additional;

Result<> put(store::Transaction& transaction, const AdditionalTermsRow& row, base::Moment now) {
  std::vector<store::RowId> standing;
  KENPO_TRY(store::each<additional_rule_table>(
      transaction, store::no_personal_data, {"valid_from = $1 AND withdrawn_at = $2"},
      {row.from.first_day(), store::not_withdrawn}, [&](const RuleRecord& record) {
        if (row_from(record).key == row.key) standing.push_back(record.row());
      }));
  for (const auto& each : standing) {
    KENPO_TRY(
        store::withdraw<additional_rule_table>(transaction, store::no_personal_data, each, now));
  }
  store::Draft<additional_rule_table> draft(
      store::Times{.valid_from = row.from.first_day(), .decided_at = now});
  draft.set("given", row.given)
      .set("threshold", row.rules.threshold)
      .set("unit", row.rules.unit)
      .set("minimum", row.rules.minimum)
      .set("combined_by", row.rules.combined_by)
      .set("resolution", row.resolution)
      .set("addition", row.key.kind)
      .set("limit_class", row.key.of)
      .set("percent", std::optional(row.rules.percent));
  KENPO_TRY(store::insert<additional_rule_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<AdditionalTermsRow>> list_additional(const store::View& view) {
  return store::list<additional_rule_table>(view, store::no_personal_data,
                                            {"withdrawn_at = $1", "ORDER BY valid_from"},
                                            {store::not_withdrawn}, row_from);
}

std::optional<AdditionalOfMonth> additional_in(const std::vector<AdditionalTermsRow>& rows,
                                               base::Month month) {
  AdditionalOfMonth found;
  for (const auto& row : rows) {  // by their months: a later one takes the place of an earlier
    if (row.from > month) continue;
    std::erase_if(found.rows, [&](const auto& each) { return each.key == row.key; });
    if (row.given == AdditionalTermsRow::Given::common) continue;
    found.rows.push_back({row.key, row.given == AdditionalTermsRow::Given::yes
                                       ? std::optional(row.rules)
                                       : std::nullopt});
  }
  if (std::ranges::none_of(found.rows, [](const auto& each) { return each.rules.has_value(); })) {
    return std::nullopt;
  }
  return found;
}

}  // namespace kenpo::benefit
