#include "benefit/high_cost.h"

#include <array>
#include <utility>

namespace kenpo::benefit {

std::string_view wording(ComputedFor cause) {
  switch (cause) {
    case ComputedFor::month:
      return "月次処理";
    case ComputedFor::change:
      return "資格・標準報酬・証・レセプトの変更";
    case ComputedFor::asked:
      return "再計算の指示";
  }
  return "";
}

Amounts operator-(const Amounts& left, const Amounts& right) {
  return {left.high_cost - right.high_cost, left.insured_addition - right.insured_addition,
          left.family_addition - right.family_addition,
          left.combined_addition - right.combined_addition};
}

Amounts operator+(const Amounts& left, const Amounts& right) {
  return {left.high_cost + right.high_cost, left.insured_addition + right.insured_addition,
          left.family_addition + right.family_addition,
          left.combined_addition + right.combined_addition};
}

Amounts amounts_of(const MonthBenefit& benefit) {
  return {benefit.high_cost, benefit.insured_addition, benefit.family_addition,
          benefit.combined_addition};
}

std::string_view wording(AwardState state) {
  switch (state) {
    case AwardState::proposed:
      return "決裁待ち";
    case AwardState::decided:
      return "支給決定";
    case AwardState::refused:
      return "見送り";
    case AwardState::replaced:
      return "再計算で差替え";
    case AwardState::paid:
      return "支払済み";
  }
  return "";
}

AwardState Award::state() const {
  auto state = AwardState::proposed;
  for (const auto& event : events) {
    switch (event.step) {
      case AwardStep::decided:
        state = AwardState::decided;
        break;
      case AwardStep::refused:
        state = AwardState::refused;
        break;
      case AwardStep::replaced:
        state = AwardState::replaced;
        break;
      case AwardStep::paid:
        state = AwardState::paid;
        break;
    }
  }
  return state;
}

std::vector<std::string> words_of(Doubts doubts) {
  constexpr std::array<std::pair<Doubt, const char*>, 8> all = {
      {{Doubt::class_unknown, "限度額の区分が分かりません。標準報酬月額の決定を確かめてください。"},
       {Doubt::class_differs, "医療機関が使った区分と、当組合の区分が違います。"},
       {Doubt::frequent_differs, "医療機関の多数回該当の扱いと、当組合の支給の記録が違います。"},
       {Doubt::local_aid, "地方の医療費助成が使われています。支給先を確かめてください。"},
       {Doubt::subsidy_unknown, "公費負担の計算を確かめる必要があります。"},
       {Doubt::third_party, "第三者行為のレセプトが含まれています。"},
       {Doubt::too_much_in_kind, "窓口での現物給付が、受けられる額より多くなっています。"},
       {Doubt::eligibility, "資格点検が終わっていないレセプトを除いて計算しています。"}}};
  std::vector<std::string> words;
  for (const auto& [doubt, text] : all) {
    if ((doubts & mask_of(doubt)) != 0) words.emplace_back(text);
  }
  return words;
}

}  // namespace kenpo::benefit
