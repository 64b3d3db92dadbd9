#include "staff/course_store.h"

#include <algorithm>

#include "store/seal.h"

namespace kenpo::staff {

using base::Result;

Result<std::vector<KeptCourse>> list_courses(const store::View& view) {
  auto courses = KENPO_TRY(store::list<training_course_table>(
      view, store::no_personal_data, {"version > 0", "ORDER BY taken_in_at, row_id"}, {},
      [](const store::Record<training_course_table>& record) {
        return KeptCourse{.course = {.name = record.get<std::string>("course"),
                                     .title = {},
                                     .from = {},
                                     .to = {},
                                     .lessons = {},
                                     .questions = {}},
                          .series = record.get<std::string>("series"),
                          .version = record.get<int>("version"),
                          .text = record.get<std::string>("content"),
                          .sha256 = record.get<std::string>("sha256"),
                          .taken_in_at = record.get<base::Moment>("taken_in_at"),
                          .taken_in_by = record.get<base::StaffId>("taken_in_by"),
                          .released_at = {}};
      }));
  for (auto& kept : courses) kept.course = KENPO_TRY(parse_course(kept.course.name, kept.text));
  KENPO_TRY(store::each<training_course_release_table>(
      view, store::no_personal_data, {"released_at > 0"}, {},
      [&](const store::Record<training_course_release_table>& record) {
        const auto name = record.get<std::string>("course");
        const auto at = std::ranges::find_if(
            courses, [&](const KeptCourse& each) { return each.course.name == name; });
        if (at != courses.end()) at->released_at = record.get<base::Moment>("released_at");
      }));
  return courses;
}

Result<> insert_course(store::Transaction& transaction, const KeptCourse& kept) {
  store::Draft<training_course_table> draft;
  draft.set("course", kept.course.name)
      .set("series", kept.series)
      .set("version", kept.version)
      .set("content", kept.text)
      .set("sha256", kept.sha256)
      .set("taken_in_at", kept.taken_in_at)
      .set("taken_in_by", kept.taken_in_by);
  KENPO_TRY(store::insert<training_course_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> insert_release(store::Transaction& transaction, const std::string& course,
                        base::Moment now, const base::CaseId& approval) {
  store::Draft<training_course_release_table> draft;
  draft.set("course", course).set("released_at", now).set("approval", approval);
  KENPO_TRY(
      store::insert<training_course_release_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

}  // namespace kenpo::staff
