#include "staff/course_act.h"

#include <algorithm>
#include <utility>

#include "staff/course_rule.h"
#include "staff/course_store.h"
#include "store/under.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Role;
using notice::RoleMask;

constexpr auto course_people =
    static_cast<RoleMask>(mask_of(Role::responsible_person) | mask_of(Role::executive_director));

base::Fault course_refusal(base::Words why, base::Words mend) {
  return {.what = {"研修を受け付けられません。", "The course is refused."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

Result<> check_person(const PeopleOffice& office, const Acting& acting, RoleMask roles) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  if (staff != nullptr && (roles_now(office.gate, *staff) & roles) != 0) return base::Done{};
  return course_refusal(
      {"研修を決めるのは個人情報取扱責任者と常務理事です。",
       "Courses are decided by the responsible person and the executive director."},
      {"責任者に頼んでください。", "Ask the responsible person."});
}

/// Writes the release of exactly the content that was proposed.
Result<> release_course(const Execution& execution) {
  const auto& change = execution.change;
  for (const auto& kept : KENPO_TRY(list_courses(execution.transaction))) {
    if (kept.course.name != change.subject) continue;
    if (kept.sha256 != change.after("content") || kept.released_at) break;
    return insert_release(execution.transaction, kept.course.name, execution.gate.clock().now(),
                          execution.approval.id);
  }
  return course_refusal({"提案の後に、研修が変わっています。", "The course is not as proposed."},
                        {"もう一度受け付けてください。", "Take it in again."});
}

Change release_of(const KeptCourse& kept) {
  const auto& course = kept.course;
  Change change{course.name, {}};
  change.differences = {
      {"title", "", course.title},
      {"from", "", course.from.iso()},
      {"lessons", "", std::to_string(course.lessons.size())},
      {"questions", "", std::to_string(course.questions.size())},
      {"content", "", kept.sha256},
  };
  if (course.to) change.differences.push_back({"to", "", course.to->iso()});
  return change;
}

}  // namespace

Result<base::CaseId> take_in_course(const PeopleOffice& office, const Acting& acting,
                                    const CourseIntake& intake) {
  const auto kept = store::write_under<take_in_course_operation>(
      office, acting,
      [&](const Permit<take_in_course_operation>&, store::Transaction& transaction,
          base::Moment now) -> Result<KeptCourse> {
        KENPO_TRY(check_person(office, acting, course_people));
        const auto known = KENPO_TRY(list_courses(transaction));
        const auto by = std::get<base::StaffId>(acting.actor);
        const auto made = KENPO_TRY(next_version({intake.series, intake.bytes, by, now}, known));
        KENPO_TRY(check_proposal(release_of(made), intake.reason));
        for (const auto& each : known) {
          if (each.series != made.series || each.sha256 != made.sha256) continue;
          if (!each.released_at) return each;  // its proposal was refused or ran out: once more
          return course_refusal({"同じ内容の研修が、もうあります。", "It is in force already."},
                                {"研修の一覧を確かめてください。", "See the courses."});
        }
        KENPO_TRY(insert_course(transaction, made));
        return made;
      });
  if (!kept.ok()) return kept.faults();
  return office.approvals.propose(
      acting,
      {.kind = course_kind_name, .reason = intake.reason, .change = release_of(kept.value())});
}

ApprovalKind course_kind() {
  return {.name = course_kind_name,
          .japanese = "研修の決定",
          .proposers = course_people,
          .approvers = course_people,
          .within = release_course,
          .label = [](std::string_view field) -> std::string {
            if (field == "title") return "題名";
            if (field == "from") return "始まりの日";
            if (field == "to") return "終わりの日";
            if (field == "lessons") return "内容の数";
            if (field == "questions") return "問題の数";
            return "ファイルの指紋(SHA-256)";
          },
          .address = [](const Change& change) { return "/courses/" + change.subject; }};
}

Result<std::vector<KeptCourse>> show_courses(const PeopleOffice& office, const Acting& acting) {
  return store::read_under<show_courses_operation>(
      office, acting,
      [&](const Permit<show_courses_operation>&,
          const store::View& view) -> Result<std::vector<KeptCourse>> {
        KENPO_TRY(check_person(office, acting,
                               static_cast<RoleMask>(course_people | mask_of(Role::auditor))));
        return list_courses(view);
      });
}

Result<std::vector<Course>> courses_in_force(store::Database& database) {
  const auto view = KENPO_TRY(database.read());
  const auto carried = carried_courses();
  std::vector<Course> courses(carried.begin(), carried.end());
  auto own = KENPO_TRY(list_courses(view));
  std::ranges::sort(own, {}, [](const KeptCourse& kept) {
    return std::pair(kept.course.from, kept.taken_in_at);
  });
  for (auto& kept : own) {
    if (kept.released_at) courses.push_back(std::move(kept.course));
  }
  return courses;
}

}  // namespace kenpo::staff
