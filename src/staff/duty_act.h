// Undertakings and trainings: each for oneself. Only the rules of employment are entered for all.
#pragma once

#include "base/result.h"
#include "notice/gate.h"
#include "staff/duty.h"
#include "staff/duty_rule.h"
#include "store/database.h"

namespace kenpo::staff {

/// 誓約と研修の読込: the gate's conditions are made of it before anybody is let in.
inline constexpr notice::Operation load_duties_operation{
    .name = "duty.load",
    .japanese = "誓約と研修の読込",
    .statute = notice::Statute::own_duty,
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation show_duties_operation{.name = "duty.show",
                                                         .japanese = "自分の誓約と研修の表示",
                                                         .statute = notice::Statute::own_duty};
inline constexpr notice::Operation sign_undertaking_operation{
    .name = "undertaking.sign",
    .japanese = "秘密保持の誓約",
    .verb = notice::Verb::write,
    .statute = notice::Statute::own_duty,
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation answer_test_operation{
    .name = "training.answer",
    .japanese = "研修のテストの回答",
    .verb = notice::Verb::write,
    .statute = notice::Statute::own_duty,
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation register_rules_operation{
    .name = "employment_rules.register",
    .japanese = "就業規則の登録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// What the acts of this folder are handed. The parts outlive it.
struct DutyOffice {
  notice::Gate& gate;
  store::Database& database;
};

base::Result<Duties> load_duties(DutyOffice office);
/// One's own.
base::Result<Duties> show_duties(DutyOffice office, const notice::Acting& acting);

/// Enters the next version of the rules of employment. From its day on, undertakings under older
/// ones no longer count.
base::Result<> register_rules(DutyOffice office, const notice::Acting& acting,
                              const EmploymentRules& rules);

/// Signs the undertaking under a version of the rules, today. Refused: for somebody else, a version
/// that does not exist, and one signed already. It can be signed before the version is in force.
base::Result<> sign_undertaking(DutyOffice office, const notice::Acting& acting,
                                const base::StaffId& staff, int rules_version);

/// Takes the test. Every answer is kept: a failed or late one, too. Refused: for somebody else, and
/// answers that do not fit the course.
base::Result<TrainingResult> answer_test(DutyOffice office, const notice::Acting& acting,
                                         const base::StaffId& staff, const Course& course,
                                         const Answers& answers);

}  // namespace kenpo::staff
