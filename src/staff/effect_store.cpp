#include "staff/effect_store.h"

#include "store/seal.h"

namespace kenpo::staff {

base::Result<std::vector<TrainingReview>> list_reviews(const store::View& view) {
  return store::list<training_review_table>(
      view, store::no_personal_data,
      {"reviewed_at > 0", "ORDER BY reviewed_at DESC, row_id DESC LIMIT 100"}, {},
      [](const store::Record<training_review_table>& record) {
        return TrainingReview{.course = record.get<std::string>("course"),
                              .by = record.get<base::StaffId>("reviewed_by"),
                              .at = record.get<base::Moment>("reviewed_at"),
                              .people_passed = record.get<int>("people_passed"),
                              .people_failed = record.get<int>("people_failed"),
                              .finding = record.get<std::string>("finding"),
                              .measure = record.get<std::string>("measure"),
                              .due = record.get<base::Date>("due")};
      });
}

base::Result<> insert_training_review(store::Transaction& transaction,
                                      const TrainingReview& review) {
  store::Draft<training_review_table> draft;
  draft.set("course", review.course)
      .set("reviewed_by", review.by)
      .set("reviewed_at", review.at)
      .set("people_passed", review.people_passed)
      .set("people_failed", review.people_failed)
      .set("finding", review.finding)
      .set("measure", review.measure)
      .set("due", review.due);
  KENPO_TRY(store::insert<training_review_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

}  // namespace kenpo::staff
