#include "benefit/receipt_burden_rule.h"

#include <algorithm>

#include "benefit/high_cost_limit_rule.h"
#include "benefit/subsidised_rule.h"
#include "benefit/steps.h"
#include "law/book.h"

namespace kenpo::benefit {

namespace of_receipts {

using base::Result;
using base::Share;
using base::Yen;
using law::Decision;
using Steps = std::vector<law::Basis>;

// 法別番号 (診療報酬請求書等の記載要領 別添2): 10 結核, 15・16 更生・育成医療, 51・52・54 特定疾患・
// 小児慢性・難病; 80 and over are of prefectures and municipalities.
constexpr int first_local_code = 80;

std::optional<Subsidy> subsidy_of(int law_code) {
  switch (law_code) {
    case 10:
      return Subsidy::tuberculosis;
    case 15:
    case 16:
      return Subsidy::rehabilitation;
    case 51:
    case 52:
    case 54:
      return Subsidy::intractable;
    default:
      return std::nullopt;
  }
}

/// 健康保険法74条・110条2項: the share, to 10 yen (75条).
Result<Yen> share_in_yen(const ReceiptInput& input, Steps& basis) {
  const auto on = input.month.first_day();
  const auto& book = law::Book::carried();
  const auto rate = input.preschool == Preschool::yes
                        ? KENPO_TRY(book.rate("benefit.share.preschool", on))
                        : KENPO_TRY(share_of(input.of, input.month));
  const auto unit = KENPO_TRY(book.yen("benefit.share.rounding", on));
  basis.push_back({{"医療費（10割）", "Whole cost"}, "健康保険法76条2項", input.cost});
  basis.push_back({{"一部負担金の割合", "Share"}, "健康保険法74条1項・110条2項", rate.value,
                   rate.row});
  const Yen share = base::half_up_to(Share(input.cost) * rate.value, unit.value.amount());
  basis.push_back({{"一部負担金（10円未満四捨五入）", "Share, to 10 yen"}, "健康保険法75条", share,
                   unit.row});
  return share;
}

/// 施行令41条9項・42条9項.
Result<Yen> long_term_limit(const ReceiptInput& input, Steps& basis) {
  const auto* name = input.long_term == LongTerm::upper ? "benefit.high_cost.long_term.upper"
                                                        : "benefit.high_cost.long_term.ordinary";
  const auto row = KENPO_TRY(law::Book::carried().yen(name, input.month.first_day()));
  basis.push_back({{"特定疾病療養の限度額", "Limit of long-term diseases"},
                   "健康保険法施行令42条9項", row.value, row.row});
  return halved(row.value, input.month, input.turning_75);
}

/// 施行令43条1項: what the counter left after the benefit in kind.
Result<Yen> left_at_counter(const ReceiptInput& input, Yen share, Steps& basis) {
  if (input.charge) {
    basis.push_back({{"レセプトの負担金額（現物給付後）", "Left to the patient, as claimed"},
                     "健康保険法施行令43条1項", *input.charge});
    return std::min(share, *input.charge);
  }
  Yen left = share;
  if (input.in_kind != InKind::none) {
    const auto limit = KENPO_TRY(institution_limit(
        {input.month, input.of, Scope::household, input.cost,
         input.in_kind == InKind::given_frequent ? Frequent::yes : Frequent::no, input.turning_75},
        input.setting));
    append_steps(basis, limit.basis);
    left = std::min(left, limit.value);
  }
  if (input.long_term != LongTerm::none) {
    left = std::min(left, KENPO_TRY(long_term_limit(input, basis)));
  }
  return left;
}

/// 施行令41条・42条6項・7項: care with a subsidy of the State.
Result<> subsidised(const ReceiptInput& input, Subsidy subsidy, ReceiptBurden& result,
                    Steps& basis) {
  const auto& payer = input.payers.front();
  const auto inside = std::min(payer.cost, input.cost);
  const auto divided = subsidised_payment({.month = input.month,
                                           .of = input.of,
                                           .cost_subsidised = inside,
                                           .cost_insured = input.cost - inside,
                                           .setting = input.setting,
                                           .turning_75 = input.turning_75,
                                           .subsidy = subsidy,
                                           .cap = payer.charge});
  if (!divided.ok()) {
    result.doubts |= mask_of(Doubt::subsidy_unknown);
    return base::Done{};
  }
  append_steps(basis, divided->basis);
  const auto threshold = KENPO_TRY(
      law::Book::carried().yen("benefit.high_cost.unit_threshold", input.month.first_day()));
  result.in_kind = std::max(Yen(), result.share - divided->value.not_paid);
  result.burden = divided->value.patient;
  result.paid = divided->value.patient;
  // Under 70 the subsidised part joins only when what insurance leaves of it reaches the threshold.
  const bool joins = certificate::is_elderly(input.of) ||
                     divided->value.limit_part >= threshold.value;
  const Yen insured_part = std::max(Yen(), result.burden - std::min(result.burden, payer.charge));
  result.judged = joins ? std::max(result.burden, threshold.value) : insured_part;
  if (!joins) {
    result.cost = input.cost - inside;
    result.burden = insured_part;
  }
  return base::Done{};
}

Result<> public_payers(const ReceiptInput& input, ReceiptBurden& result, Steps& basis) {
  if (input.payers.empty()) return base::Done{};
  const auto& first = input.payers.front();
  if (first.law_code >= first_local_code) {
    // 地方単独事業: the insurance counts as if it were not there; who is paid is for people.
    result.doubts |= mask_of(Doubt::local_aid);
    result.paid = std::min(result.burden, first.charge);
    basis.push_back({{"地方の医療費助成で患者に残った額", "Left by a local subsidy"},
                     "地方公共団体の条例", result.paid});
    return base::Done{};
  }
  const auto subsidy = subsidy_of(first.law_code);
  if (subsidy && input.payers.size() == 1) {
    return subsidised(input, *subsidy, result, basis);
  }
  result.doubts |= mask_of(Doubt::subsidy_unknown);
  Yen charge;
  for (const auto& payer : input.payers) charge = std::max(charge, payer.charge);
  result.paid = std::min(result.burden, charge);
  return base::Done{};
}

}  // namespace of_receipts

// 健康保険法74条・110条・115条; 施行令41条から43条
base::Result<law::Decision<ReceiptBurden>> receipt_burden(const ReceiptInput& input) {
  using namespace of_receipts;
  Decision<ReceiptBurden> decision{};
  auto& result = decision.value;
  auto& basis = decision.basis;
  result.cost = input.cost;
  result.share = KENPO_TRY(share_in_yen(input, basis));
  result.burden = KENPO_TRY(left_at_counter(input, result.share, basis));
  result.in_kind = result.share - result.burden;
  result.paid = result.burden;
  result.judged = result.burden;
  KENPO_TRY(public_payers(input, result, basis));
  basis.push_back({{"現物給付された高額療養費", "Benefit given in kind"}, "健康保険法115条",
                   result.in_kind});
  basis.push_back({{"合算の対象になる自己負担", "Burden that may be added"},
                   "健康保険法施行令41条1項", result.burden});
  return decision;
}

}  // namespace kenpo::benefit
