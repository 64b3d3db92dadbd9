#include "staff/duty_act.h"

#include <algorithm>

#include "staff/duty_rule.h"
#include "staff/duty_store.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;

base::Fault duty_fault(base::Words why, base::Words mend) {
  return {.what = {"受け付けられません。", "This is refused."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

/// A promise and a test are one's own.
Result<> check_own(const Acting& acting, const base::StaffId& staff) {
  const auto* actor = std::get_if<base::StaffId>(&acting.actor);
  if (actor == nullptr || *actor == staff) return base::Done{};
  return duty_fault({"誓約と研修は本人だけができます。", "Only for oneself."},
                    {"本人がサインインして行ってください。", "Let the person sign in."});
}

}  // namespace

Result<Duties> load_duties(DutyOffice office) {
  return office.gate.perform<load_duties_operation>(
      Acting{notice::ProgramActor::command_line},
      [&](const Permit<load_duties_operation>& permit) -> Result<Duties> {
        const auto view = KENPO_TRY(office.database.read());
        return read_duties(view, DutyBasis(permit));
      });
}

Result<Duties> show_duties(DutyOffice office, const Acting& acting) {
  return office.gate.perform<show_duties_operation>(
      acting, [&](const Permit<show_duties_operation>& permit) -> Result<Duties> {
        const auto view = KENPO_TRY(office.database.read());
        const auto* staff = std::get_if<base::StaffId>(&acting.actor);
        KENPO_REQUIRE(staff != nullptr);
        return read_duties(view, DutyBasis(permit), *staff);
      });
}

Result<> register_rules(DutyOffice office, const Acting& acting, const EmploymentRules& rules) {
  const auto known = KENPO_TRY(load_duties(office));
  KENPO_TRY(check_rules(rules, known));
  return office.gate.perform<register_rules_operation>(
      acting, [&](const Permit<register_rules_operation>&) -> Result<> {
        auto transaction = KENPO_TRY(office.database.write());
        KENPO_TRY(insert_rules(transaction, rules, office.gate.clock().now()));
        return transaction.commit_without_personal_data();
      });
}

Result<> sign_undertaking(DutyOffice office, const Acting& acting, const base::StaffId& staff,
                          int rules_version) {
  return office.gate.perform<sign_undertaking_operation>(
      acting, [&](const Permit<sign_undertaking_operation>& permit) -> Result<> {
        KENPO_TRY(check_own(acting, staff));
        auto transaction = KENPO_TRY(office.database.write());
        const auto duties = KENPO_TRY(read_duties(transaction, DutyBasis(permit), staff));
        const bool known = std::ranges::any_of(
            duties.rules, [&](const auto& each) { return each.version == rules_version; });
        if (!known) {
          return duty_fault({"その版の就業規則はありません。", "There are no such rules."},
                            {"画面を開き直してください。", "Open the page again."});
        }
        const bool signed_already = std::ranges::any_of(duties.undertakings, [&](const auto& each) {
          return each.rules_version == rules_version;
        });
        if (signed_already) {
          return duty_fault({"すでに誓約しています。", "It is signed already."},
                            {"することはありません。", "Nothing is left to do."});
        }
        const auto now = office.gate.clock().now();
        KENPO_TRY(insert_undertaking(transaction, DutyBasis(permit),
                                     {staff, rules_version, now.day()}, now));
        return transaction.commit(permit.recorder());
      });
}

Result<TrainingResult> answer_test(DutyOffice office, const Acting& acting,
                                   const base::StaffId& staff, const Course& course,
                                   const Answers& answers) {
  return office.gate.perform<answer_test_operation>(
      acting, [&](const Permit<answer_test_operation>& permit) -> Result<TrainingResult> {
        KENPO_TRY(check_own(acting, staff));
        auto transaction = KENPO_TRY(office.database.write());
        const auto duties = KENPO_TRY(read_duties(transaction, DutyBasis(permit), staff));
        auto result = KENPO_TRY(judge_test(course, answers, staff, office.gate.clock().now(),
                                           trained_until(duties, staff)));
        KENPO_TRY(insert_result(transaction, DutyBasis(permit), result));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return result;
      });
}

}  // namespace kenpo::staff
