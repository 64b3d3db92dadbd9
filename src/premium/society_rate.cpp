#include "premium/society_rate.h"

namespace kenpo::premium {

namespace {

bool same_rate(const SharedRate& left, const SharedRate& right) {
  return left.total == right.total && left.insured == right.insured;
}

}  // namespace

Rates SocietyRates::together() const {
  return {{basic.total + specific.total + adjustment.total,
           basic.insured + specific.insured + adjustment.insured},
          care,
          child};
}

bool operator==(const SocietyRates& left, const SocietyRates& right) {
  return same_rate(left.basic, right.basic) && same_rate(left.specific, right.specific) &&
         same_rate(left.adjustment, right.adjustment) && same_rate(left.care, right.care) &&
         same_rate(left.child, right.child);
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
