#include "eligibility/intake_file_store.h"

#include <algorithm>

namespace kenpo::eligibility {

namespace {

using base::Result;

store::Bytes bytes_of(const std::array<std::uint8_t, 32>& sha256) {
  return {std::string(sha256.begin(), sha256.end())};
}

IntakeFile file_from(const store::Record<intake_file_table>& record) {
  IntakeFile file{.sha256 = {},
                  .case_id = record.get<base::CaseId>("case_id"),
                  .establishment = record.get<base::EstablishmentId>("establishment"),
                  .taken_at = record.get<base::Moment>("taken_at"),
                  .records = record.get<std::int64_t>("records"),
                  .work_items = record.get<std::int64_t>("work_items")};
  const auto hash = record.get<store::Bytes>("sha256").bytes;
  std::copy_n(hash.begin(), std::min(hash.size(), file.sha256.size()), file.sha256.begin());
  return file;
}

}  // namespace

Result<> add(store::Transaction& transaction, const IntakeFile& file) {
  store::Draft<intake_file_table> draft;
  draft.set("sha256", bytes_of(file.sha256))
      .set("case_id", file.case_id)
      .set("establishment", file.establishment)
      .set("taken_at", file.taken_at)
      .set("records", file.records)
      .set("work_items", file.work_items);
  KENPO_TRY(store::insert<intake_file_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<IntakeFile>> find_intake_file(const store::View& view,
                                                   const std::array<std::uint8_t, 32>& sha256) {
  return store::find<intake_file_table>(view, store::no_personal_data, {"sha256 = $1"},
                                        {bytes_of(sha256)}, file_from);
}

Result<std::optional<IntakeFile>> find_intake_file(const store::View& view,
                                                   const base::CaseId& case_id) {
  return store::find<intake_file_table>(view, store::no_personal_data, {"case_id = $1"}, {case_id},
                                        file_from);
}

Result<std::optional<IntakeFile>> first_intake_file(
    const store::View& view, const base::EstablishmentId& establishment) {
  return store::find<intake_file_table>(view, store::no_personal_data,
                                        {"establishment = $1", "ORDER BY row_id LIMIT 1"},
                                        {establishment}, file_from);
}

}  // namespace kenpo::eligibility
