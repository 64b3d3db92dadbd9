#include "store/checkpoint_memory.h"

#include <algorithm>

#include "store/seal.h"

namespace kenpo::store {

base::Result<std::optional<notice::Remembered>> last_checkpoint(Database& database) {
  const auto view = KENPO_TRY(database.read());
  return find<remembered_checkpoint_table>(
      view, no_personal_data, {"1 = 1", "order by size desc limit 1"}, {},
      [](const Record<remembered_checkpoint_table>& record) {
        notice::Remembered checkpoint{.size = record.get<std::uint64_t>("size"),
                                      .root = {},
                                      .note = record.get<std::string>("note")};
        const auto root = record.get<Bytes>("root").bytes;
        std::copy_n(root.begin(), std::min(root.size(), checkpoint.root.size()),
                    checkpoint.root.begin());
        return checkpoint;
      });
}

base::Result<> remember_checkpoint(Database& database, const notice::Remembered& checkpoint) {
  const auto last = KENPO_TRY(last_checkpoint(database));
  if (checkpoint.size == 0 || (last && last->size >= checkpoint.size)) return base::Done{};
  auto transaction = KENPO_TRY(database.write());
  Draft<remembered_checkpoint_table> draft;
  draft.set("size", static_cast<std::int64_t>(checkpoint.size))
      .set("root", Bytes{std::string(checkpoint.root.begin(), checkpoint.root.end())})
      .set("note", checkpoint.note);
  KENPO_TRY(insert<remembered_checkpoint_table>(transaction, no_personal_data, draft));
  return transaction.commit_without_personal_data();
}

}  // namespace kenpo::store
