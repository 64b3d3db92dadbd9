#include <array>

#include "cases/rule_table.h"
#include "checkup/guidance_level_rule.h"
#include "checkup/metabolic_rule.h"
#include "guidance/points_rule.h"
#include "law/book.h"

namespace kenpo::cases {

namespace {

using base::Result;
using checkup::Measure;

constexpr std::array<std::string_view, 2> sexes = {"male", "female"};
constexpr std::array<std::string_view, 4> levels = {"information", "motivational", "active",
                                                    "undecidable"};
constexpr std::array<std::string_view, 4> judgements = {"present", "reserve", "absent",
                                                        "undecidable"};
constexpr int sessions_limit = 1000;  // in half a year of support

/// A row names no year: the newest programme of the book.
base::Date newest_programme() { return law::Book::carried().newest_from("checkup."); }

std::optional<Measure> measured(Inputs& in, std::string_view column) {
  const auto value = in.thousandths(column);
  if (value && *value < 0) in.refuse(column, "not negative");
  return value ? std::optional(Measure{*value}) : std::nullopt;
}

checkup::Findings findings_of(Inputs& in) {
  checkup::Findings found;
  found.sex = static_cast<checkup::Sex>(in.need_word("sex", sexes));
  found.waist_cm = measured(in, "waist");
  found.bmi = measured(in, "bmi");
  found.systolic = measured(in, "systolic");
  found.diastolic = measured(in, "diastolic");
  found.triglyceride = measured(in, "triglyceride");
  found.triglyceride_casual = measured(in, "triglyceride_casual");
  found.hdl = measured(in, "hdl");
  found.glucose = measured(in, "glucose");
  found.glucose_casual = measured(in, "glucose_casual");
  found.hba1c_percent = measured(in, "hba1c");
  return found;
}

Result<Outputs> run_guidance_level(Inputs& in) {
  const checkup::GuidanceInput input{newest_programme(), in.need_count("age"), findings_of(in),
                                     in.answer("smoker"), in.answer("medicated")};
  if (!in.errors().empty()) return Outputs{};
  const auto level = KENPO_TRY(checkup::guidance_level(input)).value;
  if (!level) return Outputs{};
  return Outputs{{"=level", std::string(levels[static_cast<std::size_t>(*level)])}};
}

Result<Outputs> run_metabolic(Inputs& in) {
  const checkup::MetabolicInput input{newest_programme(), findings_of(in),
                                      in.answer("medicated_pressure"), in.answer("medicated_lipid"),
                                      in.answer("medicated_glucose")};
  if (!in.errors().empty()) return Outputs{};
  const auto judgement = KENPO_TRY(checkup::metabolic_judgement(input)).value;
  return Outputs{{"=judgement", std::string(judgements[static_cast<std::size_t>(judgement)])}};
}

int sessions(Inputs& in, std::string_view column) {
  const int count = in.count(column).value_or(0);
  if (count > sessions_limit) in.refuse(column, "fewer");
  return count;
}

Result<Outputs> run_points(Inputs& in) {
  guidance::Support support;
  support.waist_cm.thousandths = in.thousandths("waist_loss_cm").value_or(0);
  support.weight_kg.thousandths = in.thousandths("weight_loss_kg").value_or(0);
  support.behaviour_changes = sessions(in, "behaviour_changes");
  support.individual = sessions(in, "individual");
  support.group = sessions(in, "group");
  support.telephone = sessions(in, "telephone");
  support.mail = sessions(in, "mail");
  if (in.yes("first_interview_same_day")) {
    support.first_interview = guidance::FirstInterview::same_day;
  }
  if (!in.errors().empty()) return Outputs{};
  const auto on = law::Book::carried().newest_from("guidance.");
  const auto found = KENPO_TRY(guidance::support_points(on, support)).value;
  return Outputs{{"=points", std::to_string(found.points)}, {"=completed", shown(found.completed)}};
}

}  // namespace

std::vector<RuleTable> checkup_tables() {
  return {
      {"checkup.guidance_level",
       "高齢者の医療の確保に関する法律24条; 標準的な健診・保健指導プログラム（令和6年度版）",
       {"sex", "age", "waist", "bmi", "systolic", "diastolic", "triglyceride",
        "triglyceride_casual", "hdl", "glucose", "glucose_casual", "hba1c", "smoker", "medicated"},
       {"=level"},
       run_guidance_level},
      {"checkup.metabolic",
       "標準的な健診・保健指導プログラム（令和6年度版）",
       {"sex", "waist", "systolic", "diastolic", "triglyceride", "hdl", "glucose", "hba1c",
        "medicated_pressure", "medicated_lipid", "medicated_glucose"},
       {"=judgement"},
       run_metabolic},
      {"guidance.points",
       "標準的な健診・保健指導プログラム（令和6年度版）",
       {"waist_loss_cm", "weight_loss_kg", "behaviour_changes", "individual", "group", "telephone",
        "mail", "first_interview_same_day"},
       {"=points", "=completed"},
       run_points},
  };
}

}  // namespace kenpo::cases
