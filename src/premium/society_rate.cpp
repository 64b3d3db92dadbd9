#include "premium/society_rate.h"

namespace kenpo::premium {

namespace {

bool same_rate(const SharedRate& left, const SharedRate& right) {
  return left.total == right.total && left.insured == right.insured;
}

}  // namespace

Rates SocietyRates::together(base::Yen standard) const {
  return {{basic.total + specific.total + adjustment.total,
           basic.insured + specific.insured + adjustment.insured},
          care,
          child,
          child_rounding,
          flat_care(care_bands, standard)};
}

bool operator==(const SocietyRates& left, const SocietyRates& right) {
  return same_rate(left.basic, right.basic) && same_rate(left.specific, right.specific) &&
         same_rate(left.adjustment, right.adjustment) && same_rate(left.care, right.care) &&
         same_rate(left.child, right.child) &&
         left.child_rounding == right.child_rounding &&
         left.specific_insured == right.specific_insured && left.care_bands == right.care_bands;
}

base::Words wording(ChildRounding rounding) {
  if (rounding == ChildRounding::apart) {
    return {"支援金を別に端数処理する", "The contribution is rounded by itself"};
  }
  return {"一般保険料・介護保険料と合わせて端数処理する", "Rounded together with the rest"};
}

base::Words wording(SpecificInsured specific) {
  if (specific == SpecificInsured::charged) {
    return {"特定被保険者からも徴収する", "Specific insured people bear it, too"};
  }
  return {"特定被保険者からは徴収しない", "Specific insured people do not bear it"};
}

base::Words wording(RateKind kind) {
  switch (kind) {
    case RateKind::general_basic:
      return {"基本保険料率", "basic rate"};
    case RateKind::general_specific:
      return {"特定保険料率", "specific rate"};
    case RateKind::adjustment:
      return {"調整保険料率", "adjustment rate"};
    case RateKind::care:
      return {"介護保険料率", "care rate"};
    case RateKind::child:
      return {"子ども・子育て支援金率", "child-rearing contribution rate"};
  }
  return {};
}

}  // namespace kenpo::premium
