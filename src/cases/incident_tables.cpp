// The rules of a breach as tables: whether it is reported, and by when.
#include <algorithm>
#include <array>

#include "base/tsv.h"
#include "cases/rule_table.h"
#include "safeguard/incident_rule.h"

namespace kenpo::cases {

namespace {

using base::Result;
using safeguard::IncidentClasses;

/// In the order of the bits (safeguard/incident.h).
constexpr std::array<std::string_view, 8> class_names = {"R7-1", "R7-2", "R7-3", "R7-4",
                                                         "MN-1", "MN-2", "MN-3", "MN-4"};
constexpr std::string_view not_reported = "none";

std::string names_of(IncidentClasses classes) {
  std::string names;
  for (std::size_t at = 0; at < class_names.size(); ++at) {
    if ((classes >> at & 1U) == 0) continue;
    names += (names.empty() ? "" : " ") + std::string(class_names.at(at));
  }
  return names.empty() ? std::string(not_reported) : names;
}

IncidentClasses classes_of(Inputs& in) {
  const auto cell = in.need_text("classes");
  IncidentClasses classes = 0;
  if (cell == not_reported) return classes;
  for (const auto word : base::words_of(cell)) {
    const auto found = std::ranges::find(class_names, word);
    if (found == class_names.end()) {
      in.refuse("classes", "R7-1 to R7-4, MN-1 to MN-4, or none");
      break;
    }
    classes = static_cast<IncidentClasses>(classes | 1U << (found - class_names.begin()));
  }
  return classes;
}

Result<Outputs> run_classes(Inputs& in) {
  const auto known_on = in.need_date("known_on");
  const safeguard::IncidentFacts facts{.persons = in.need_count("persons"),
                                       .special_care = in.count("special_care").value_or(0),
                                       .number_persons = in.count("number_persons").value_or(0),
                                       .property_harm = in.yes("property_harm"),
                                       .improper_aim = in.yes("improper_aim"),
                                       .number_system = in.yes("number_system"),
                                       .number_public = in.yes("number_public"),
                                       .strongly_encrypted = in.yes("strongly_encrypted"),
                                       .recovered_unseen = in.yes("recovered_unseen")};
  return Outputs{{"=classes", names_of(KENPO_TRY(safeguard::classify(facts, known_on)))}};
}

Result<Outputs> run_dates(Inputs& in) {
  const auto classes = classes_of(in);
  const auto known_on = in.need_date("known_on");
  if (classes == 0) return Outputs{};
  const auto dates = KENPO_TRY(safeguard::report_dates(classes, known_on));
  return Outputs{{"=preliminary_from", dates.preliminary_from.iso()},
                 {"=preliminary_by", dates.preliminary_by.iso()},
                 {"=final_by", dates.final_by.iso()}};
}

}  // namespace

std::vector<RuleTable> incident_tables() {
  return {{"incident.classes",
           "個人情報保護法26条、施行規則7条、番号法29条の4",
           {"known_on", "persons", "special_care", "number_persons", "property_harm",
            "improper_aim", "number_system", "number_public", "strongly_encrypted",
            "recovered_unseen"},
           {"=classes"},
           run_classes},
          {"incident.dates",
           "個人情報保護法施行規則8条",
           {"classes", "known_on"},
           {"=preliminary_from", "=preliminary_by", "=final_by"},
           run_dates}};
}

}  // namespace kenpo::cases
