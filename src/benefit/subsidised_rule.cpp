#include "benefit/subsidised_rule.h"

#include <algorithm>
#include <array>

#include "benefit/counter_rule.h"
#include "benefit/high_cost_limit_rule.h"

namespace kenpo::benefit {

namespace {

using base::Date;
using base::Result;
using base::Share;
using base::Yen;
using certificate::LimitClass;
using law::Decision;
using Steps = std::vector<law::Basis>;

constexpr std::array<std::string_view, 3> rate_names = {
    "benefit.subsidy.tuberculosis.patient_rate", "benefit.subsidy.rehabilitation.patient_rate",
    "benefit.subsidy.intractable.patient_rate"};

LimitInput limit_input(const SubsidisedInput& input, Yen cost) {
  return {input.month, input.of, Scope::household, cost, input.frequent, input.turning_75};
}

void append(Steps& basis, const Steps& more) {
  basis.insert(basis.end(), more.begin(), more.end());
}

/// 施行令42条6項・7項: the limit of the subsidised part.
Result<Yen> limit_of_part(const SubsidisedInput& input, Steps& basis) {
  auto asked = limit_input(input, input.cost_subsidised);
  if (input.subsidy != Subsidy::intractable) {
    const auto generic = KENPO_TRY(generic_limit(asked, input.setting));
    append(basis, generic.basis);
    return generic.value;
  }
  // 7項: the own class; the fourth month counts for inpatient care only.
  if (input.setting == Setting::outpatient) asked.frequent = Frequent::no;
  const auto own = KENPO_TRY(institution_limit(asked, input.setting));
  append(basis, own.basis);
  return own.value;
}

/// What the subsidy leaves to the patient: its rate of the part, the cap, the limit of the part.
Result<Yen> patient_of_part(const SubsidisedInput& input, Yen limit_part, Steps& basis) {
  const auto name = rate_names[static_cast<std::size_t>(input.subsidy)];
  const auto rate = KENPO_TRY(law::Book::carried().rate(name, input.month.first_day()));
  const Yen by_rate = (Share(input.cost_subsidised) * rate.value).half_up();
  const Yen left = std::min({by_rate, input.cap.value_or(by_rate), limit_part});
  basis.push_back({{"公費対象分の患者負担", "Patient's part of the subsidised care"},
                   "健康保険法施行令41条",
                   left,
                   rate.row});
  return left;
}

/// The amount and cost that stand under one limit, and what is added outside.
struct Joined {
  Yen amount;
  Yen cost;
  Yen outside;
};

/// 施行令41条1項: under 70 a part joins only when its full share reaches the threshold.
Result<Joined> join(const SubsidisedInput& input, Yen burden_subsidised, Yen patient_part,
                    Yen burden_insured, Steps& basis) {
  Yen least;
  if (!certificate::is_elderly(input.of)) {
    const auto threshold = KENPO_TRY(
        law::Book::carried().yen("benefit.high_cost.unit_threshold", input.month.first_day()));
    least = KENPO_TRY(halved(threshold.value, input.month, input.turning_75));
    basis.push_back({{"合算の対象となる最低額", "Least amount that is added together"},
                     "健康保険法施行令41条1項",
                     least,
                     threshold.row});
  }
  Joined joined;
  const auto add = [&](Yen full, Yen amount, Yen cost) {
    if (full >= least) {
      joined.amount += amount;
      joined.cost += cost;
    } else {
      joined.outside += amount;
    }
  };
  add(burden_subsidised, patient_part, input.cost_subsidised);
  add(burden_insured, burden_insured, input.cost_insured);
  return joined;
}

/// What is left of both parts under the limit of the own class.
Result<Yen> left_of_both(const SubsidisedInput& input, const Joined& joined, Steps& basis) {
  auto asked = limit_input(input, joined.cost);
  // 施行令42条6項: of 70 to 74 under public assistance, the lowest limit.
  if (input.payer == Payer::public_assistance && certificate::is_elderly(input.of)) {
    asked.of = LimitClass::low_1;
  }
  const auto limit = KENPO_TRY(institution_limit(asked, input.setting));
  append(basis, limit.basis);
  const Yen left = std::min(joined.amount, limit.value) + joined.outside;
  basis.push_back({{"公費対象分と保険分を合わせた自己負担", "Left of both parts together"},
                   "健康保険法施行令41条1項",
                   left});
  return left;
}

}  // namespace

// 健康保険法施行令41条・42条6項・7項
Result<Decision<Subsidised>> subsidised_payment(const SubsidisedInput& input) {
  Decision<Subsidised> decision;
  auto& basis = decision.basis;
  const auto share = KENPO_TRY(share_of(input.of, input.month));
  const Yen burden_subsidised = (Share(input.cost_subsidised) * share.value).truncated();
  const Yen burden_insured = (Share(input.cost_insured) * share.value).truncated();
  basis.push_back({{"公費対象分の一部負担金", "Share of the subsidised part"},
                   "健康保険法74条1項・110条2項",
                   burden_subsidised,
                   share.row});
  basis.push_back({{"保険分の一部負担金", "Share of the part without subsidy"},
                   "健康保険法74条1項・110条2項",
                   burden_insured,
                   share.row});

  // 1. The limit of the subsidised part.
  const Yen limit = KENPO_TRY(limit_of_part(input, basis));
  auto& result = decision.value;
  result.limit_part = std::min(burden_subsidised, limit);
  basis.push_back(
      {{"公費対象分で保険が給付しない額", "Of the subsidised part not paid by insurance"},
       "健康保険法施行令41条",
       result.limit_part});
  // 2. What the subsidy leaves to the patient.
  const Yen patient_part = KENPO_TRY(patient_of_part(input, result.limit_part, basis));
  // 3. Together with the part without subsidy, under the limit of the own class.
  const auto joined =
      KENPO_TRY(join(input, burden_subsidised, patient_part, burden_insured, basis));
  const Yen left = KENPO_TRY(left_of_both(input, joined, basis));
  // 4. Public assistance pays what the subsidy does not leave to the patient.
  result.patient = input.payer == Payer::patient ? left : std::min(left, patient_part);
  result.not_paid = left + result.limit_part - patient_part;
  basis.push_back({{"患者が支払う額", "Paid by the patient"}, "健康保険法74条", result.patient});
  basis.push_back({{"保険が給付しない額の合計", "Not paid by insurance in all"},
                   "健康保険法115条",
                   result.not_paid});
  return decision;
}

}  // namespace kenpo::benefit
