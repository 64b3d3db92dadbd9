#include "claim/disease_group_act.h"

#include "base/hash.h"
#include "claim/disease_group_store.h"

namespace kenpo::claim {

using base::Result;
using notice::Permit;

Result<DiseaseGroupReport> load_disease_groups(notice::Gate& gate, store::Database& database,
                                               const notice::Acting& acting,
                                               const base::Plain& file, std::string_view bytes) {
  return gate.perform<load_disease_groups_operation>(
      acting,
      [&](const Permit<load_disease_groups_operation>& permit) -> Result<DiseaseGroupReport> {
        const auto groups = KENPO_TRY(format::disease_group_csv::read(bytes, file));
        auto transaction = KENPO_TRY(database.write());
        const auto sha256 = base::sha256(bytes);
        const auto standing = KENPO_TRY(disease_group_edition(transaction));
        if (standing && *standing == std::string(sha256.begin(), sha256.end())) {
          return DiseaseGroupReport{.groups = groups.size(), .already = true};
        }
        KENPO_TRY(put(transaction, groups, sha256, gate.clock().now()));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return DiseaseGroupReport{.groups = groups.size()};
      });
}

}  // namespace kenpo::claim
