#include "checkup/risk_rule.h"

#include <string>

#include "law/book.h"

namespace kenpo::checkup {

namespace {

using base::Date;
using base::Result;
using Steps = std::vector<law::Basis>;

constexpr std::int64_t thousandths_of_one = 1000;
constexpr std::int64_t millionths_of_percent_thousandth = 10;

/// Rows in per mille are bounds of percentages (HbA1c); the others are whole numbers.
bool is_at_least(Measure value, const law::Row& bound) {
  if (bound.unit == law::Unit::permille) {
    return value.thousandths * millionths_of_percent_thousandth >= bound.number;
  }
  return value.thousandths >= bound.number * thousandths_of_one;
}

std::string row_of(const Bounds& bounds, std::string_view item) {
  return std::string(bounds.group) + "." + std::string(item);
}

/// The bound of the group exists: some groups have none for casual blood samples.
bool has(const Bounds& bounds, std::string_view item) {
  return law::Book::carried().find(row_of(bounds, item), bounds.on) != nullptr;
}

}  // namespace

law::Basis line_of(base::Words question, Possible answer) {
  const base::Plain article("標準的な健診・保健指導プログラム");
  if (answer.yes && answer.no) {
    question.ja += "（項目がないため不明）";
    question.en += " (open: an item is missing)";
    return {std::move(question), article};
  }
  return {std::move(question), article, answer.yes};
}

Result<Possible> reaches(std::string_view name, Date on, std::optional<Measure> value) {
  const auto* row = KENPO_TRY(law::Book::carried().row(name, on));
  return value ? Possible::known(is_at_least(*value, *row)) : Possible{};
}

Result<Possible> waist_risk(const Bounds& bounds, const Findings& found, Steps& basis) {
  const auto* item = found.sex == Sex::male ? "waist.male" : "waist.female";
  const auto risk = KENPO_TRY(reaches(row_of(bounds, item), bounds.on, found.waist_cm));
  basis.push_back(line_of({"腹囲が基準以上", "Waist from the bound"}, risk));
  return risk;
}

Result<Possible> pressure_risk(const Bounds& bounds, const Findings& found, Steps& basis) {
  const auto systolic = KENPO_TRY(reaches(row_of(bounds, "systolic"), bounds.on, found.systolic));
  const auto diastolic =
      KENPO_TRY(reaches(row_of(bounds, "diastolic"), bounds.on, found.diastolic));
  const auto risk = either(systolic, diastolic);
  basis.push_back(line_of({"血圧が基準以上", "Blood pressure from the bound"}, risk));
  return risk;
}

Result<Possible> lipid_risk(const Bounds& bounds, const Findings& found, Steps& basis) {
  // Fasting before casual.
  const bool casual =
      !found.triglyceride && found.triglyceride_casual && has(bounds, "triglyceride_casual");
  const auto triglyceride =
      casual ? KENPO_TRY(reaches(row_of(bounds, "triglyceride_casual"), bounds.on,
                                 found.triglyceride_casual))
             : KENPO_TRY(reaches(row_of(bounds, "triglyceride"), bounds.on, found.triglyceride));
  const auto enough = KENPO_TRY(reaches(row_of(bounds, "hdl"), bounds.on, found.hdl));
  const auto risk = either(triglyceride, {enough.no, enough.yes});
  basis.push_back(line_of({"中性脂肪が基準以上、またはHDLコレステロールが基準未満",
                           "Triglyceride from the bound or HDL under it"},
                          risk));
  return risk;
}

Result<Possible> glucose_risk(const Bounds& bounds, const Findings& found, Steps& basis) {
  // Fasting glucose, then HbA1c, then casual glucose.
  std::string_view item = "glucose";
  auto value = found.glucose;
  if (!value) {
    item = "hba1c";
    value = found.hba1c_percent;
  }
  if (!value && found.glucose_casual && has(bounds, "glucose_casual")) {
    item = "glucose_casual";
    value = found.glucose_casual;
  }
  const auto risk = KENPO_TRY(reaches(row_of(bounds, item), bounds.on, value));
  basis.push_back(line_of(
      {"血糖（空腹時血糖、なければHbA1c、随時血糖の順）が基準以上", "Blood sugar from the bound"},
      risk));
  return risk;
}

}  // namespace kenpo::checkup
