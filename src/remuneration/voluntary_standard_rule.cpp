#include "remuneration/voluntary_standard_rule.h"

#include "law/book.h"

namespace kenpo::remuneration {

namespace {

using base::Date;
using base::Month;
using base::Result;
using base::Yen;
using Graded = law::Decision<Grade>;

constexpr int average_month = 9;
constexpr int average_day_of_month = 30;
constexpr int last_month_of_the_older = 3;  // March

base::Fault charter_fault(base::Words what, base::Words why) {
  return {std::move(what),
          std::move(why),
          {"規約の額を、法の値の表(voluntary.standard)で確かめてください",
           "Check the charter's amount among the rows voluntary.standard"},
          {}};
}

/// 47条1項2号: the average, or the charter's amount within it, as if it were the monthly pay. The
/// fraction of the average needs no rounding: every grade begins at a whole yen.
Result<Grade> grade_of_average(const VoluntaryStandardInput& input, Yen charter_amount,
                               std::vector<law::Basis>& basis) {
  basis.push_back({{"平均する日（前年、1月から3月までは前々年の9月30日）", "Day of the average"},
                   "健康保険法47条1項2号",
                   average_day(input.from)});
  basis.push_back({{"その日の全被保険者の標準報酬月額の平均", "Average of all insured"},
                   "健康保険法47条1項2号",
                   input.average});
  if (charter_amount > input.average) {
    return charter_fault({"規約の額が平均額を超えています", "The charter's amount is too high"},
                         {"平均額の範囲内で定める額です(健康保険法47条1項2号)",
                          "It lies within the average (art 47(1)(2))"});
  }
  const auto used = charter_amount > Yen() ? charter_amount : input.average;
  if (charter_amount > Yen()) {
    basis.push_back({{"平均額の範囲内で規約に定めた額", "Amount of the charter within it"},
                     "健康保険法47条1項2号",
                     charter_amount});
  }
  const auto found = KENPO_TRY(grade(input.from.first_day(), used));
  basis.push_back({{"平均額による標準報酬月額", "Standard of the average"},
                   "健康保険法47条1項2号・40条1項",
                   found.standard,
                   found.row});
  return found;
}

Graded decided(const Grade& grade, const char* article, std::vector<law::Basis> basis) {
  basis.push_back(
      {{"標準報酬月額", "Standard"}, base::Plain::name(article), grade.standard, grade.row});
  return {grade, std::move(basis)};
}

/// 47条2項: those above the average keep the amount at loss, or the charter's between the two.
Result<std::optional<Graded>> above_average(const VoluntaryStandardInput& input,
                                            const VoluntaryCharter& charter, const Grade& at_loss,
                                            const Grade& average, std::vector<law::Basis> basis) {
  if (charter.method != VoluntaryMethod::at_loss) return std::optional<Graded>();
  const auto allowed =
      law::Book::carried().text("voluntary.standard.at_loss_allowed", input.lost_on);
  basis.push_back({{"資格喪失日（2022年1月1日以後なら規約で喪失時の額にできる）",
                    "Day of loss: from 2022 on the charter may take the amount at loss"},
                   "健康保険法47条2項",
                   input.lost_on,
                   allowed.ok() ? allowed->row : nullptr});
  if (!allowed.ok()) return std::optional<Graded>();
  if (charter.above_amount == Yen()) {
    return std::optional(decided(at_loss, "健康保険法47条2項", std::move(basis)));
  }
  const auto between = KENPO_TRY(grade(input.from.first_day(), charter.above_amount));
  basis.push_back({{"二つの額の間で規約に定めた額", "Amount of the charter between the two"},
                   "健康保険法47条2項",
                   charter.above_amount});
  // Not between for this person: the rule without the charter's amount.
  const bool fits = average.standard < between.standard && between.standard < at_loss.standard;
  return std::optional(decided(fits ? between : at_loss, "健康保険法47条2項", std::move(basis)));
}

// 健康保険法附則3条: the charter's amount within the average of all others.
Result<Graded> special_standard(const VoluntaryStandardInput& input, Yen special_amount) {
  std::vector<law::Basis> basis{
      {{"平均する日（前年、1月から3月までは前々年の9月30日）", "Day of the average"},
       "健康保険法附則3条",
       average_day(input.from)},
      {{"その日の特例退職被保険者以外の全被保険者の標準報酬月額の平均",
        "Average of all insured but special retirees"},
       "健康保険法附則3条",
       input.average}};
  if (special_amount <= Yen() || special_amount > input.average) {
    return charter_fault({"特例退職被保険者の規約の額がないか、平均額を超えています",
                          "The charter's amount for special retirees is missing or too high"},
                         {"平均額の範囲内で規約に定めた額で決めます(健康保険法附則3条)",
                          "It is decided by the charter's amount within the average (附則3条)"});
  }
  basis.push_back(
      {{"規約に定めた額", "Amount of the charter"}, "健康保険法附則3条", special_amount});
  const auto found = KENPO_TRY(grade(input.from.first_day(), special_amount));
  return decided(found, "健康保険法附則3条", std::move(basis));
}

}  // namespace

Result<VoluntaryCharter> voluntary_charter(Date on) {
  const auto& book = law::Book::carried();
  VoluntaryCharter charter;
  const auto method = KENPO_TRY(book.text("voluntary.standard.method", on));
  charter.method = method.value == "at_loss" ? VoluntaryMethod::at_loss : VoluntaryMethod::lower;
  charter.charter_amount = KENPO_TRY(book.yen("voluntary.standard.charter_amount", on)).value;
  charter.special_amount = KENPO_TRY(book.yen("voluntary.standard.special_amount", on)).value;
  if (charter.method == VoluntaryMethod::at_loss) {
    charter.above_amount = KENPO_TRY(book.yen("voluntary.standard.above_amount", on)).value;
  }
  return charter;
}

// 健康保険法47条1項2号: 前年(一月から三月までは前々年)の九月三十日
Date average_day(Month month) {
  const int year = month.month() <= last_month_of_the_older ? month.year() - 2 : month.year() - 1;
  return *Date::make(year, average_month, average_day_of_month);
}

// 健康保険法47条・附則3条
Result<Graded> determine_voluntary_standard(const VoluntaryStandardInput& input,
                                            const VoluntaryCharter& charter) {
  if (input.status == eligibility::Status::special) {
    return special_standard(input, charter.special_amount);
  }
  if (input.status != eligibility::Status::voluntary || !input.at_loss) {
    return base::Fault{
        {"資格を喪失したときの標準報酬月額がありません", "The standard at loss is not known"},
        {"任意継続は、喪失時の額と平均額の少ない方で決めます(健康保険法47条1項)",
         "The lower of it and the average is taken (art 47(1))"},
        {"もとの資格の標準報酬月額を登録するか、個別の決定で入力してください",
         "Register that of the former status, or enter a determination by itself"},
        {}};
  }
  std::vector<law::Basis> basis;
  const auto at_loss = KENPO_TRY(grade(input.from.first_day(), *input.at_loss));
  basis.push_back({{"資格を喪失したときの標準報酬月額", "Standard at the loss"},
                   "健康保険法47条1項1号",
                   *input.at_loss});
  const auto average = KENPO_TRY(grade_of_average(input, charter.charter_amount, basis));
  const bool lower = *input.at_loss <= average.standard;
  basis.push_back({{"喪失時の額が平均額以下", "The amount at loss is not above the average"},
                   "健康保険法47条1項",
                   lower});
  if (lower) return decided(at_loss, "健康保険法47条1項1号", std::move(basis));
  if (auto above = KENPO_TRY(above_average(input, charter, at_loss, average, basis))) {
    return std::move(*above);
  }
  return decided(average, "健康保険法47条1項2号", std::move(basis));
}

}  // namespace kenpo::remuneration
