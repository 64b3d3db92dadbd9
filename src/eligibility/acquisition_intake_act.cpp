// What follows from an acquisition or a loss of a file besides the period itself.
#include "eligibility/file_intake_act.h"
#include "eligibility/intake_file_store.h"
#include "eligibility/notified_paper_store.h"
#include "law/book.h"

namespace kenpo::eligibility {

using base::Result;

namespace csv = format::notification_csv;

/// The files of the day on which an establishment's first one came hand over its members: none of
/// their acquisitions is late.
Result<bool> FileIntake::after_hand_over() {
  if (!after_hand_over_) {
    const auto first =
        KENPO_TRY(first_intake_file(given_.transaction, given_.establishment.id));
    after_hand_over_ = first && first->taken_at.day() < given_.now.day();
  }
  return *after_hand_over_;
}

/// The wish for a document, and what a clerk is warned of at the keyboard, which is work here:
/// nobody looks at a file before it is in.
Result<> FileIntake::check_acquisition(const csv::Acquisition& record,
                                       const base::PersonId& person) {
  KENPO_TRY(keep_paper({.person = person,
                        .case_id = given_.case_id,
                        .on = record.acquired_on,
                        .received_on = given_.now.day(),
                        .wanted = yes_no(record.wants_certificate)}));
  if (!KENPO_TRY(after_hand_over())) return base::Done{};
  const auto& book = law::Book::carried();
  const auto today = given_.now.day();
  const auto month = record.acquired_on.in_month();
  // 健康保険法3条1項9号: the file says neither hours nor school.
  if (record.short_time_worker) {
    KENPO_TRY(open_item(WorkKind::short_hours_check, person, month));
  }
  // 健康保険法193条1項
  const auto years = KENPO_TRY(book.count("eligibility.limitation", today));
  if (record.acquired_on < today.plus_years_clamped(-years.value)) {
    return open_item(WorkKind::retroactive_limit, person, month);
  }
  const auto days = KENPO_TRY(book.count("eligibility.acquisition.late_review", today));
  if (today < record.acquired_on.plus_days(days.value)) return base::Done{};
  return open_item(WorkKind::acquisition_late, person, month);
}

/// What the notification tells about papers goes to the work on them.
Result<> FileIntake::keep_paper(const NotifiedPaper& told) {
  if (!told.tells_anything()) return base::Done{};
  return put(given_.transaction, given_.access, told, given_.now);
}

}  // namespace kenpo::eligibility
