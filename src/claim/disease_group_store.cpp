#include "claim/disease_group_store.h"

namespace kenpo::claim {

using base::Result;
using GroupRecord = store::Record<disease_group_table>;
using EditionRecord = store::Record<disease_group_edition_table>;

Result<> put(store::Transaction& transaction, const std::vector<DiseaseGroup>& groups,
             const std::array<std::uint8_t, 32>& sha256, base::Moment now) {
  const auto standing = KENPO_TRY(store::list<disease_group_table>(
      transaction, store::no_personal_data, {"withdrawn_at = $1"}, {store::not_withdrawn},
      [](const GroupRecord& record) { return record.row(); }));
  for (const auto& row : standing) {
    KENPO_TRY(
        store::withdraw<disease_group_table>(transaction, store::no_personal_data, row, now));
  }
  for (const auto& group : groups) {
    store::Draft<disease_group_table> draft(
        store::Times{.valid_from = now.day(), .decided_at = now});
    draft.set("code", group.code)
        .set("name", group.name)
        .set("blocks", format::disease_group_csv::words_of(group.blocks));
    KENPO_TRY(store::insert<disease_group_table>(transaction, store::no_personal_data, draft));
  }
  store::Draft<disease_group_edition_table> edition;
  edition.set("sha256", store::Bytes{std::string(sha256.begin(), sha256.end())})
      .set("loaded_at", now)
      .set("groups", static_cast<std::int64_t>(groups.size()));
  KENPO_TRY(
      store::insert<disease_group_edition_table>(transaction, store::no_personal_data, edition));
  return base::Done{};
}

Result<std::vector<DiseaseGroup>> disease_groups(const store::View& view) {
  return store::list<disease_group_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY row_id"},
      {store::not_withdrawn}, [](const GroupRecord& record) {
        return DiseaseGroup{
            .code = record.get<std::string>("code"),
            .name = record.get<std::string>("name"),
            .blocks = format::disease_group_csv::blocks_of(record.get<std::string>("blocks"))};
      });
}

Result<std::optional<std::string>> disease_group_edition(const store::View& view) {
  return store::find<disease_group_edition_table>(
      view, store::no_personal_data, {"1 = 1", "ORDER BY row_id DESC LIMIT 1"}, {},
      [](const EditionRecord& record) { return record.get<store::Bytes>("sha256").bytes; });
}

}  // namespace kenpo::claim
