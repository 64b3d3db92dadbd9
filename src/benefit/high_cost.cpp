#include "benefit/high_cost.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kenpo::benefit {

std::string_view wording(ComputedFor cause) {
  switch (cause) {
    case ComputedFor::month:
      return "月次処理";
    case ComputedFor::change:
      return "資格・標準報酬・証・レセプト・療養費の変更";
    case ComputedFor::asked:
      return "再計算の指示";
  }
  return "";
}

namespace {

/// Every amount, in one place.
constexpr std::array<base::Yen Amounts::*, 6> amount_members = {
    &Amounts::high_cost,         &Amounts::insured_addition, &Amounts::family_addition,
    &Amounts::combined_addition, &Amounts::nursing_addition, &Amounts::outpatient_year};

}  // namespace

Amounts operator-(const Amounts& left, const Amounts& right) {
  auto less = left;
  for (const auto member : amount_members) less.*member -= right.*member;
  return less;
}

Amounts operator+(const Amounts& left, const Amounts& right) {
  auto sum = left;
  for (const auto member : amount_members) sum.*member += right.*member;
  return sum;
}

bool Amounts::gives() const {
  return std::ranges::all_of(amount_members,
                             [&](const auto member) { return this->*member >= base::Yen(); });
}

Amounts amounts_of(const MonthBenefit& benefit) {
  return {.high_cost = benefit.high_cost,
          .insured_addition = benefit.insured_addition,
          .family_addition = benefit.family_addition,
          .combined_addition = benefit.combined_addition,
          .nursing_addition = benefit.nursing_addition};
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
  constexpr std::array<std::pair<Doubt, const char*>, 11> all = {
      {{Doubt::class_unknown, "限度額の区分が分かりません。標準報酬月額の決定を確かめてください。"},
       {Doubt::class_differs, "医療機関が使った区分と、当組合の区分が違います。"},
       {Doubt::frequent_differs, "医療機関の多数回該当の扱いと、当組合の支給の記録が違います。"},
       {Doubt::local_aid, "地方の医療費助成が使われています。支給先を確かめてください。"},
       {Doubt::subsidy_unknown, "公費負担の計算を確かめる必要があります。"},
       {Doubt::third_party, "第三者行為のレセプトが含まれています。"},
       {Doubt::too_much_in_kind, "窓口での現物給付が、受けられる額より多くなっています。"},
       {Doubt::eligibility, "資格点検が終わっていないレセプトを除いて計算しています。"},
       {Doubt::prorated, "世帯合算の給付を、外来の負担に按分して差し引いた月があります。"},
       {Doubt::base_day_total, "基準日の保険者が知らせた合計が、当組合の分より少なくなっています。"},
       {Doubt::heirs, "被保険者が亡くなっています。受け取る人（相続人）を確かめてください。"}}};
  std::vector<std::string> words;
  for (const auto& [doubt, text] : all) {
    if ((doubts & mask_of(doubt)) != 0) words.emplace_back(text);
  }
  return words;
}

}  // namespace kenpo::benefit
