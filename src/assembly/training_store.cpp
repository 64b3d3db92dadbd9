#include "assembly/training_store.h"

namespace kenpo::assembly {

base::Result<> add(store::Transaction& transaction, const AssemblyAccess& access,
                   const Training& training, base::Moment now) {
  store::Draft<assembly_training_table> draft(
      training.person,
      store::Times{
          .valid_from = training.attended_on, .valid_to = training.attended_on, .decided_at = now});
  draft.set("membership", training.membership)
      .set("course", training.course)
      .set("score", training.score);
  KENPO_TRY(store::insert<assembly_training_table>(transaction, access, draft));
  return base::Done{};
}

base::Result<std::vector<Training>> list_trainings(const store::View& view,
                                                   const AssemblyAccess& access) {
  return store::list<assembly_training_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY valid_from DESC, row_id DESC"},
      {store::not_withdrawn}, [](const store::Record<assembly_training_table>& record) {
        return Training{.person = record.subject(),
                        .membership = record.get<MembershipId>("membership"),
                        .course = record.get<std::string>("course"),
                        .attended_on = record.times().valid_from,
                        .score = record.get<std::optional<int>>("score")};
      });
}

}  // namespace kenpo::assembly
