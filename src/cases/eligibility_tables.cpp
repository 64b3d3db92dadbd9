#include "cases/rule_table.h"
#include "eligibility/loss_rule.h"
#include "eligibility/reach_rule.h"
#include "eligibility/short_hours_rule.h"
#include "eligibility/voluntary_entry_rule.h"
#include "eligibility/voluntary_rule.h"

namespace kenpo::cases {

namespace {

using eligibility::EndReason;

constexpr std::string_view reason_names[] = {
    "retirement", "death", "age_75",    "disability", "treaty", "transferred",
    "rehired",    "term",  "unpaid", "elsewhere",  "seamen", "request"};
constexpr EndReason reasons[] = {
    EndReason::retirement,        EndReason::death,
    EndReason::age_75,            EndReason::disability_recognised,
    EndReason::social_security_treaty, EndReason::transferred,
    EndReason::rehired,           EndReason::term_ended,
    EndReason::premium_unpaid,    EndReason::insured_elsewhere,
    EndReason::seamen_insured,    EndReason::left_on_request};
constexpr std::string_view status_names[] = {"voluntary", "special"};
constexpr std::string_view reach_names[] = {"40", "65", "70", "75"};

base::Result<Outputs> run_voluntary_loss(Inputs& in) {
  const auto decision = KENPO_TRY(
      eligibility::voluntary_loss(in.need_date("acquired"), in.date("leave_accepted")));
  return Outputs{{"=lost_on", decision.value.iso()}};
}

base::Result<Outputs> run_loss(Inputs& in) {
  const auto reason = reasons[in.need_word("reason", reason_names)];
  const auto decision = KENPO_TRY(eligibility::loss_day(reason, in.need_date("event")));
  return Outputs{{"=lost_on", decision.value.iso()}};
}

base::Result<Outputs> run_voluntary_loss_day(Inputs& in) {
  const auto status = in.need_word("status", status_names) == 0 ? eligibility::Status::voluntary
                                                                 : eligibility::Status::special;
  const auto reason = reasons[in.need_word("reason", reason_names)];
  const auto decision = KENPO_TRY(eligibility::voluntary_loss_day(
      status, reason, in.need_date("acquired"), in.need_date("event")));
  return Outputs{{"=lost_on", decision.value.iso()}};
}

base::Result<Outputs> run_voluntary_begin(Inputs& in) {
  const eligibility::VoluntaryEntry entry{
      .lost_on = in.need_date("lost_on"),
      .insured_from = in.need_date("insured_from"),
      .received_on = in.need_date("received_on"),
      .born = in.need_date("born"),
      .late_for_reason = eligibility::yes_no(in.yes("late_for_reason")),
      .other_cover = in.yes("other_cover") ? eligibility::OtherCover::proved
                                           : eligibility::OtherCover::none};
  const auto decision = KENPO_TRY(eligibility::voluntary_begin(entry));
  return Outputs{{"=acquired", decision.value.iso()}};
}

base::Result<Outputs> run_short_hours(Inputs& in) {
  const auto decision = KENPO_TRY(
      eligibility::short_hours_insured({.on = in.need_date("on"),
                                        .weekly_hours = in.need_count("weekly_hours"),
                                        .pay = in.need_yen("pay"),
                                        .student = eligibility::yes_no(in.yes("student")),
                                        .office_size = in.count("office_size")}));
  return Outputs{{"=insured", shown(decision.value)}};
}

base::Result<Outputs> run_reach(Inputs& in) {
  const auto reach = eligibility::reaches[in.need_word("reach", reach_names)];
  const auto decision = KENPO_TRY(eligibility::reach_day(reach, in.need_date("born")));
  return Outputs{{"=reached", std::get<base::Date>(decision.basis.front().fact).iso()},
                 {"=effect", decision.value.iso()}};
}

}  // namespace

std::vector<RuleTable> eligibility_tables() {
  return {{"voluntary.loss", "健康保険法38条", {"acquired", "leave_accepted"}, {"=lost_on"},
           run_voluntary_loss},
          {"eligibility.loss", "健康保険法36条", {"reason", "event"}, {"=lost_on"}, run_loss},
          {"voluntary.loss_day", "健康保険法38条", {"status", "reason", "acquired", "event"},
           {"=lost_on"}, run_voluntary_loss_day},
          {"voluntary.begin", "健康保険法3条4項・37条",
           {"insured_from", "lost_on", "received_on", "born", "late_for_reason", "other_cover"},
           {"=acquired"}, run_voluntary_begin},
          {"eligibility.short_hours", "健康保険法3条1項9号",
           {"on", "weekly_hours", "pay", "student", "office_size"}, {"=insured"},
           run_short_hours},
          {"eligibility.reach", "年齢計算ニ関スル法律", {"reach", "born"},
           {"=reached", "=effect"}, run_reach}};
}

}  // namespace kenpo::cases
