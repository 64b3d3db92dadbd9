#include "request/backup_copy_store.h"

#include <algorithm>

namespace kenpo::request {

using base::Result;

Result<> add(store::Transaction& transaction, const BackupCopy& copy) {
  store::Draft<backup_copy_table> draft;
  draft.set("copy", copy.id)
      .set("name", copy.name)
      .set("made_at", copy.made_at)
      .set("discard_by", copy.discard_by);
  KENPO_TRY(store::insert<backup_copy_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> add_discard(store::Transaction& transaction, const BackupCopy& copy) {
  KENPO_REQUIRE(copy.discarded_at.has_value());
  store::Draft<backup_discard_table> draft;
  draft.set("copy", copy.id).set("discarded_at", *copy.discarded_at).set("proof", copy.proof);
  if (copy.discarded_by) draft.set("discarded_by", *copy.discarded_by);
  KENPO_TRY(store::insert<backup_discard_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<BackupCopy>> list_copies(const store::View& view) {
  auto copies = KENPO_TRY(store::list<backup_copy_table>(
      view, store::no_personal_data, {"copy <> ''", "ORDER BY row_id DESC"}, {},
      [](const store::Record<backup_copy_table>& record) {
        return BackupCopy{.id = record.get<base::CaseId>("copy"),
                          .name = record.get<std::string>("name"),
                          .made_at = record.get<base::Moment>("made_at"),
                          .discard_by = record.get<base::Date>("discard_by")};
      }));
  KENPO_TRY(store::each<backup_discard_table>(
      view, store::no_personal_data, {"copy <> ''"}, {},
      [&](const store::Record<backup_discard_table>& record) {
        const auto id = record.get<base::CaseId>("copy");
        const auto of = std::ranges::find(copies, id, &BackupCopy::id);
        if (of == copies.end()) return;
        of->discarded_at = record.get<base::Moment>("discarded_at");
        of->discarded_by = record.get<std::optional<base::StaffId>>("discarded_by");
        of->proof = record.get<std::string>("proof");
      }));
  if (copies.size() > backup_copies_shown_limit) copies.resize(backup_copies_shown_limit);
  return copies;
}

}  // namespace kenpo::request
