// 外来年間合算 of a person of 70 to 74: what stayed with them of a year of outpatient care, what
// other insurers have certified, what is due. Order art 41-2.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "benefit/high_cost.h"
#include "certificate/limit_class.h"

namespace kenpo::benefit {

using BurdenCertificateId = base::Id<struct BurdenCertificateKind>;

/// The period ends with a July; its first month is so many before.
inline constexpr int months_before_last = 11;

/// What stayed with the person of a month.
struct OutpatientMonth {
  base::Month month;
  base::Yen left;
  friend bool operator==(const OutpatientMonth&, const OutpatientMonth&) = default;
};

/// A person's year. A new fact makes a new one; the one before it stays.
struct OutpatientYear {
  ResultId id = ResultId::draw();
  base::PersonId person;   // who was treated
  base::PersonId insured;  // to whom it is given
  base::EstablishmentId establishment;
  base::Month last = {};  // the period ends with it: a July
  base::Date base_day = {};  // 基準日
  certificate::LimitClass of = certificate::LimitClass::ordinary;  // on the base day
  base::Yen ours = {};                                             // the sum of `months`
  base::Yen others = {};  // 自己負担額証明書 of other insurers
  base::Yen benefit = {};
  Doubts doubts = 0;
  std::vector<OutpatientMonth> months = {};
  base::Moment computed_at = {};

  bool same_as(const OutpatientYear& other) const {
    return insured == other.insured && base_day == other.base_day && of == other.of &&
           ours == other.ours && others == other.others && benefit == other.benefit &&
           doubts == other.doubts && months == other.months;
  }
};

/// 自己負担額証明書 of an insurer that the person belonged to earlier in the period.
struct BurdenCertificate {
  BurdenCertificateId id = BurdenCertificateId::draw();
  base::PersonId person;
  base::Month last = {};  // of the period
  std::string insurer = {};
  base::Yen amount = {};
  base::Moment entered_at = {};
};

/// Why somebody who left before the last day became a member of no medical insurance.
enum class NoInsurance : std::uint8_t { died = 1, public_assistance = 2, abroad = 3, other = 4 };
std::string_view wording(NoInsurance why);

/// その後どの医療保険にも加入していないこと: their base day is the day before the loss.
struct NoInsuranceFact {
  base::PersonId person;
  base::Month last = {};  // of the period
  NoInsurance why = NoInsurance::died;
  std::string evidence = {};
  base::Moment entered_at = {};
};

/// What the insurer of the last day has told about a person who had left the society before it: the
/// class and the burden with every insurer. The society pays its part of the benefit.
struct BaseDayNotice {
  base::PersonId person;
  base::Month last = {};  // of the period
  std::string insurer = {};
  certificate::LimitClass of = certificate::LimitClass::ordinary;  // on the last day
  base::Yen total = {};                                            // this society's part included
  base::Moment entered_at = {};
};

}  // namespace kenpo::benefit
