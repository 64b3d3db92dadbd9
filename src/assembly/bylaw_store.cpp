#include "assembly/bylaw_store.h"

namespace kenpo::assembly {

base::Result<> add(store::Transaction& transaction, const BylawVersion& version, base::Moment now) {
  store::Draft<bylaw_table> draft(
      store::Times{.valid_from = version.from, .decided_at = now});
  draft.set("rule", version.rule)
      .set("subject", version.subject)
      .set("title", version.title)
      .set("number", version.number)
      .set("standing", version.standing)
      .set("resolution", version.resolution)
      .set("resolved_on", version.resolved_on)
      .set("summary", version.summary);
  KENPO_TRY(store::insert<bylaw_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

base::Result<std::vector<BylawVersion>> list_bylaws(const store::View& view) {
  return store::list<bylaw_table>(
      view, store::no_personal_data,
      {"withdrawn_at = $1", "ORDER BY subject, rule, valid_from DESC"}, {store::not_withdrawn},
      [](const store::Record<bylaw_table>& record) {
        return BylawVersion{.rule = record.get<BylawId>("rule"),
                           .subject = record.get<BylawSubject>("subject"),
                           .title = record.get<std::string>("title"),
                           .number = record.get<int>("number"),
                           .from = record.times().valid_from,
                           .standing = record.get<BylawVersion::Standing>("standing"),
                           .resolution = record.get<std::string>("resolution"),
                           .resolved_on = record.get<base::Date>("resolved_on"),
                           .summary = record.get<std::string>("summary")};
      });
}

}  // namespace kenpo::assembly
