#include "safeguard/review_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using store::no_personal_data;
using store::not_withdrawn;
using ReviewRecord = store::Record<review_table>;

ReviewItem review_from(const ReviewRecord& record) {
  return {.id = record.get<ReviewId>("review"),
          .subject = record.get<ReviewSubject>("subject"),
          .name = record.get<std::string>("name"),
          .owner = record.get<base::StaffId>("owner"),
          .next_due = record.get<base::Date>("next_due"),
          .reviewed_on = record.get<std::optional<base::Date>>("reviewed_on"),
          .finding = record.get<std::string>("finding")};
}

}  // namespace

base::Words wording(ReviewSubject subject) {
  switch (subject) {
    case ReviewSubject::setting:
      return {"設定", "setting"};
    case ReviewSubject::dependency:
      return {"部品(ソフトウェア)", "dependency"};
    case ReviewSubject::guideline:
      return {"ガイドラインの版", "guideline version"};
  }
  return {};
}

Result<> put(store::Transaction& transaction, const ReviewItem& item, base::Moment now) {
  const auto old = KENPO_TRY(store::find<review_table>(
      transaction, no_personal_data, {"review = $1 AND withdrawn_at = $2"},
      {item.id, not_withdrawn}, [](const ReviewRecord& record) { return record.row(); }));
  if (old) KENPO_TRY(store::withdraw<review_table>(transaction, no_personal_data, *old, now));
  store::Draft<review_table> draft(store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("review", item.id)
      .set("subject", item.subject)
      .set("name", item.name)
      .set("owner", item.owner)
      .set("next_due", item.next_due)
      .set("reviewed_on", item.reviewed_on)
      .set("finding", item.finding);
  KENPO_TRY(store::insert<review_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<ReviewItem>> find_review(const store::View& view, const ReviewId& id) {
  return store::find<review_table>(view, no_personal_data, {"review = $1 AND withdrawn_at = $2"},
                                   {id, not_withdrawn}, review_from);
}

Result<std::vector<ReviewItem>> list_reviews(const store::View& view) {
  return store::list<review_table>(view, no_personal_data,
                                   {"withdrawn_at = $1", "ORDER BY next_due, name LIMIT 500"},
                                   {not_withdrawn}, review_from);
}

Result<std::int64_t> count_overdue_reviews(const store::View& view, base::Date today) {
  return store::count<review_table>(view, no_personal_data, {"withdrawn_at = $1 AND next_due < $2"},
                                    {not_withdrawn, today});
}

}  // namespace kenpo::safeguard
