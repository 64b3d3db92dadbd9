#include "checkup/guidance_level_rule.h"

#include <array>
#include <set>

#include "checkup/risk_rule.h"
#include "law/book.h"

namespace kenpo::checkup {

namespace {

using base::Result;
using law::Decision;
using Steps = std::vector<law::Basis>;

/// The questions of the programme in their order.
enum Question : std::uint8_t { medicated, waist, bmi, pressure, lipid, glucose, smoker, questions };

constexpr std::string_view level_group = "checkup.guidance";

using Answers = std::array<bool, questions>;
using PossibleAnswers = std::array<Possible, questions>;

/// Figures that the levels rest on.
struct LevelFigures {
  int waist_risks = 0;  // from so many risks 積極的支援, by the waist
  int bmi_risks = 0;    // the same by the BMI alone
  int older_age = 0;    // from this age 動機付け支援 instead
};

/// One level for one set of answers (steps 1 to 4 of the programme).
GuidanceLevel level_of(const Answers& is, int age, const LevelFigures& figures) {
  // People on medication are no target; neither is who has neither waist nor BMI.
  if (is[medicated] || (!is[waist] && !is[bmi])) return GuidanceLevel::information;
  // Step 2: ① pressure ② lipids ③ glucose; ④ smoking counts only beside one of them.
  const int risks = (is[pressure] ? 1 : 0) + (is[lipid] ? 1 : 0) + (is[glucose] ? 1 : 0);
  if (risks == 0) return GuidanceLevel::information;
  const int counted = risks + (is[smoker] ? 1 : 0);
  // Step 3: by the waist, or by the BMI alone.
  const int for_active = is[waist] ? figures.waist_risks : figures.bmi_risks;
  if (counted < for_active) return GuidanceLevel::motivational;
  // Step 4: from 65 years 積極的支援 becomes 動機付け支援.
  return age >= figures.older_age ? GuidanceLevel::motivational : GuidanceLevel::active;
}

/// The levels that the open answers leave possible.
std::set<GuidanceLevel> levels_of(const PossibleAnswers& possible, int age,
                                  const LevelFigures& figures) {
  std::set<GuidanceLevel> levels;
  for (unsigned bits = 0; bits < (1U << questions); ++bits) {
    Answers answers = {};
    bool fits = true;
    for (std::size_t at = 0; at < questions; ++at) {
      answers[at] = (bits >> at & 1U) != 0;
      fits = fits && possible[at].holds(answers[at]);
    }
    if (fits) levels.insert(level_of(answers, age, figures));
  }
  return levels;
}

Result<PossibleAnswers> answers_of(const GuidanceInput& input, Steps& basis) {
  const Bounds bounds{level_group, input.on};
  const auto& found = input.findings;
  PossibleAnswers possible;
  possible[medicated] = Possible::of(input.medicated);
  basis.push_back(line_of({"血圧・血糖・脂質の服薬中", "On medication"}, possible[medicated]));
  possible[waist] = KENPO_TRY(waist_risk(bounds, found, basis));
  possible[bmi] = KENPO_TRY(reaches("checkup.guidance.bmi", input.on, found.bmi));
  basis.push_back(line_of({"BMIが基準以上", "BMI from the bound"}, possible[bmi]));
  possible[pressure] = KENPO_TRY(pressure_risk(bounds, found, basis));
  possible[lipid] = KENPO_TRY(lipid_risk(bounds, found, basis));
  possible[glucose] = KENPO_TRY(glucose_risk(bounds, found, basis));
  possible[smoker] = Possible::of(input.smoker);
  basis.push_back(line_of({"喫煙", "Smokes"}, possible[smoker]));
  return possible;
}

}  // namespace

// 高齢者の医療の確保に関する法律24条; 標準的な健診・保健指導プログラム（令和6年度版）
Result<Decision<std::optional<GuidanceLevel>>> guidance_level(const GuidanceInput& input) {
  const auto& book = law::Book::carried();
  const auto first = KENPO_TRY(book.count("checkup.guidance.first_age", input.on));
  const auto last = KENPO_TRY(book.count("checkup.guidance.last_age", input.on));
  Decision<std::optional<GuidanceLevel>> decision;
  auto& basis = decision.basis;
  basis.push_back({{"年度末（3月31日）の年齢", "Age on 31 March"},
                   "高齢者の医療の確保に関する法律20条",
                   law::Count{input.age, law::Unit::years},
                   first.row});
  if (input.age < first.value || input.age > last.value) return decision;

  const auto by_waist = KENPO_TRY(book.count("checkup.guidance.waist_risks", input.on));
  const auto by_bmi = KENPO_TRY(book.count("checkup.guidance.bmi_risks", input.on));
  const auto older = KENPO_TRY(book.count("checkup.guidance.older_age", input.on));
  const auto possible = KENPO_TRY(answers_of(input, basis));
  const auto levels = levels_of(possible, input.age, {by_waist.value, by_bmi.value, older.value});
  basis.push_back({{"65歳以上（積極的支援は動機付け支援とする）", "65 and over"},
                   "標準的な健診・保健指導プログラム",
                   input.age >= older.value,
                   older.row});
  const bool decided = levels.size() == 1;
  decision.value = decided ? *levels.begin() : GuidanceLevel::undecidable;
  basis.push_back({{"判定できる", "Can be decided"}, "標準的な健診・保健指導プログラム", decided});
  return decision;
}

}  // namespace kenpo::checkup
