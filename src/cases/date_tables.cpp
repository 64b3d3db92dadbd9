#include "base/check_digit.h"
#include "base/era.h"
#include "cases/rule_table.h"

namespace kenpo::cases {

namespace {

using base::Result;

constexpr int age_limit = 150;

Result<Outputs> run_era(Inputs& in) {
  const auto date = in.need_date("date");
  return Outputs{{"=long", base::era_long(date).value_or("-")},
                 {"=short", base::era_short(date).value_or("-")}};
}

Result<Outputs> run_parse(Inputs& in) {
  return Outputs{{"=date", shown(base::parse_any_date(in.text("text")))}};
}

Result<Outputs> run_reaches_age(Inputs& in) {
  const auto born = in.need_date("born");
  const int age = in.need_count("age");
  if (age > age_limit || born.year() + age > 9999) {
    in.refuse("age", "0 to 150");
    return Outputs{};
  }
  return Outputs{{"=on", base::reaches_age(born, age).iso()}};
}

Result<Outputs> run_insurer_number(Inputs& in) {
  return Outputs{{"=valid", shown(base::is_insurer_number(in.text("number")))}};
}

Result<Outputs> run_individual_number(Inputs& in) {
  return Outputs{{"=valid", shown(base::is_individual_number(in.text("number")))}};
}

}  // namespace

std::vector<RuleTable> date_tables() {
  return {
      {"date.era", "元号を改める政令", {"date"}, {"=long", "=short"}, run_era},
      {"date.parse", "元号を改める政令", {"text"}, {"=date"}, run_parse},
      {"date.reaches_age", "年齢計算ニ関スル法律; 民法143条", {"born", "age"}, {"=on"},
       run_reaches_age},
      {"identifier.insurer_number", "保険者番号の検証番号", {"number"}, {"=valid"},
       run_insurer_number},
      {"identifier.individual_number", "平成26年総務省令85号5条", {"number"}, {"=valid"},
       run_individual_number},
  };
}

}  // namespace kenpo::cases
