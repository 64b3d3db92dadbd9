#include <array>

#include "assembly/convene_rule.h"
#include "assembly/majority_rule.h"
#include "cases/rule_table.h"

namespace kenpo::cases {

namespace {

using base::Result;

Result<Outputs> run_convene_by(Inputs& in) {
  const auto decision = KENPO_TRY(assembly::convene_by(in.need_date("demanded_on")));
  return Outputs{{"=by", decision.value.iso()}};
}

Result<Outputs> run_notice_by(Inputs& in) {
  const auto decision = KENPO_TRY(assembly::notice_by(in.need_date("held_on")));
  return Outputs{{"=by", decision.value.iso()}};
}

constexpr std::array<std::string_view, 3> majorities = {"ordinary", "rules", "dissolution"};
constexpr std::array<std::string_view, 3> chair_votes = {"silent", "for", "against"};
constexpr std::array<std::string_view, 3> vote_outcomes = {"carried", "rejected", "chair"};

Result<Outputs> run_majority(Inputs& in) {
  const auto majority = static_cast<assembly::Majority>(in.need_word("majority", majorities) + 1);
  const assembly::Present present{.fixed_number = in.need_count("fixed"),
                                  .in_person = in.need_count("in_person"),
                                  .in_writing = in.count("in_writing").value_or(0),
                                  .by_proxy = in.count("by_proxy").value_or(0)};
  const auto on = in.need_date("on");
  const auto chair = in.word("chair", chair_votes).value_or(0);
  const assembly::Votes votes{.in_favour = in.need_count("in_favour"),
                              .against = in.need_count("against"),
                              .chair = static_cast<assembly::Votes::Chair>(chair)};
  const auto needed = KENPO_TRY(assembly::votes_needed(majority, present, on));
  const auto outcome = KENPO_TRY(assembly::count_votes(majority, present, votes, on));
  return Outputs{
      {"=needed", std::to_string(needed.value)},
      {"=outcome", std::string(vote_outcomes.at(static_cast<std::size_t>(outcome.value) - 1))}};
}

}  // namespace

std::vector<RuleTable> assembly_tables() {
  return {
      {"assembly.convene_by", "健康保険法施行令7条1項", {"demanded_on"}, {"=by"}, run_convene_by},
      {"assembly.notice_by", "組合会会議規程", {"held_on"}, {"=by"}, run_notice_by},
      {"assembly.majority",
       "健康保険法施行令、健康保険法23条・24条・26条",
       {"on", "majority", "fixed", "in_person", "in_writing", "by_proxy", "in_favour", "against",
        "chair"},
       {"=needed", "=outcome"},
       run_majority}};
}

}  // namespace kenpo::cases
