#include "certificate/application_rule.h"

#include "law/book.h"

namespace kenpo::certificate {

using base::Date;
using base::Result;
using law::Decision;

namespace of_applications {

bool is_low(LimitClass of) {
  return of == LimitClass::o || of == LimitClass::low_1 || of == LimitClass::low_2;
}

/// Order art 43: for 70 to 74 the share alone says the class of 一般 and 現役並みIII.
bool needs_paper(LimitClass of) { return of != LimitClass::ordinary && of != LimitClass::active_3; }

/// Each test adds its line; the first that fails decides.
class Tests {
 public:
  bool pass(base::Words step, base::Plain article, bool held) {
    decision_.basis.push_back({std::move(step), std::move(article), held});
    decision_.value = held;
    return held;
  }
  Decision<bool> done() { return std::move(decision_); }

 private:
  Decision<bool> decision_{true, {}};
};

}  // namespace of_applications

Decision<bool> granted(const ApplicationInput& input, const Holder& holder) {
  using namespace of_applications;
  Tests tests;
  if (!tests.pass({"申請の日に加入者である", "A member on the day"}, "健康保険法35条・36条",
                  holder.membership != Membership::none)) {
    return tests.done();
  }
  if (input.kind == Application::confirmation) {
    tests.pass({"有効な資格確認書を持っていない", "Has no valid document"},
               "健康保険法施行規則47条", input.confirmation == Confirmation::none);
    return tests.done();
  }
  // 施行規則99条・103条の2・105条: the papers beside the confirmation document.
  if (!tests.pass({"資格確認書の交付を受けている", "Has a confirmation document"},
                  "健康保険法施行規則103条の2第2項", input.confirmation == Confirmation::held)) {
    return tests.done();
  }
  if (input.kind == Application::disease) {
    tests.pass({"医師の意見がある", "A physician's opinion was handed in"},
               "健康保険法施行規則99条", input.evidence == Evidence::shown);
    return tests.done();
  }
  if (!tests.pass({"標準報酬月額が決定されている", "The standard remuneration is decided"},
                  "健康保険法施行令42条", holder.limit_class.has_value())) {
    return tests.done();
  }
  if (input.kind == Application::reduction) {
    if (tests.pass({"非課税の証明がある", "The tax was shown"}, "健康保険法施行規則105条",
                   input.evidence == Evidence::shown)) {
      tests.pass({"区分オ・低所得に当たる", "Class オ, 低所得I or II"}, "健康保険法施行令42条",
                 is_low(*holder.limit_class));
    }
    return tests.done();
  }
  if (tests.pass({"非課税の区分ではない(減額認定証ではない)", "Not a class of the untaxed"},
                 "健康保険法施行規則105条", !is_low(*holder.limit_class))) {
    tests.pass({"負担割合だけでは区分が分からない", "The share alone does not say the class"},
               "健康保険法施行令43条", needs_paper(*holder.limit_class));
  }
  return tests.done();
}

// 健康保険法施行規則58条・105条
Result<Decision<LongStay>> long_stay(int hospital_days, Date on) {
  const auto bound =
      KENPO_TRY(law::Book::carried().count("certificate.reduction.long_stay.days", on));
  const bool is_long = hospital_days > bound.value;
  Decision<LongStay> decision{is_long ? LongStay::yes : LongStay::no, {}};
  decision.basis.push_back({{"この日数を超えて入院した(長期入院該当)", "In hospital longer"},
                            "健康保険法施行規則105条",
                            is_long,
                            bound.row});
  return decision;
}

}  // namespace kenpo::certificate
