// A household's month as the benefits count it: its units, what came of them, what is to be looked
// at. Health Insurance Act arts 53, 115, Order arts 41 and 42.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/yen.h"
#include "benefit/treatment.h"
#include "certificate/limit_class.h"

namespace kenpo::benefit {

/// How often the society's amount stays with the member in 合算高額療養費付加金.
enum class CountedBy : std::uint8_t { person = 1, unit = 2, household = 3 };

/// The society's rules of additional benefits (規約): no figures of law.
struct AdditionalRules {
  base::Yen threshold;  // stays with the member
  base::Yen unit{1};    // the amount is cut to it
  base::Yen minimum;    // less than this is not paid
  CountedBy combined_by = CountedBy::person;
  int percent = 100;  // of what is above the threshold: a society may give a part of it
  friend bool operator==(const AdditionalRules&, const AdditionalRules&) = default;
};

/// The kinds of additional benefits on a patient's burden (健康保険法53条).
enum class Addition : std::uint8_t {
  insured = 1,          // 一部負担還元金
  family = 2,           // 家族療養付加金
  combined = 3,         // 合算高額療養費付加金
  nursing_insured = 4,  // 訪問看護療養費付加金
  nursing_family = 5,   // 家族訪問看護療養費付加金
};
inline constexpr std::size_t additions_count = 5;
std::string_view wording(Addition addition);

/// What a row of the society's rules is about: any kind and any class where it names none.
struct AdditionalKey {
  std::optional<Addition> kind = {};
  std::optional<certificate::LimitClass> of = {};
  friend bool operator==(const AdditionalKey&, const AdditionalKey&) = default;
};

/// The rules of a month: of several that fit, the one that names kind and class, then the kind,
/// then the class, then the common one.
struct AdditionalOfMonth {
  struct Row {
    AdditionalKey key = {};
    std::optional<AdditionalRules> rules = {};  // none: not given
  };
  std::vector<Row> rows = {};

  /// None: the society does not give it.
  std::optional<AdditionalRules> of(Addition kind, certificate::LimitClass limit_class) const;
};

/// What a person has to look at before money is given.
enum class Doubt : std::uint16_t {
  none = 0,
  class_unknown = 1,      // no class of the limit for the month
  class_differs = 2,      // the institution used another class
  frequent_differs = 4,   // the institution counted the months otherwise
  local_aid = 8,          // a municipality bore the share: who is paid?
  subsidy_unknown = 16,   // a public payer that the rules do not know
  third_party = 32,       // 第三者行為
  too_much_in_kind = 64,  // more was given at the counter than is due
  eligibility = 128,      // a receipt of the household with an open eligibility check
  prorated = 256,         // a household's benefit was divided among its units (外来年間合算)
  base_day_total = 512,   // less was told than stayed with the person here (外来年間合算)
  heirs = 1024,           // the insured person has died: who is paid? (外来年間合算)
};
using Doubts = std::uint16_t;
constexpr Doubts mask_of(Doubt doubt) { return static_cast<Doubts>(doubt); }

enum class Care : std::uint8_t {
  ordinary = 0,
  nursing = 1,
  medical_expense = 2,  // 療養費: paid back in cash, no benefit in kind
};

/// One unit of the calculation (施行令41条1項): a person at an institution in the month, inpatient or
/// outpatient, medical or dental; pharmacies stand with whoever prescribed.
struct MonthUnit {
  int person = 0;  // index into `people`
  Setting setting = Setting::outpatient;
  base::Yen cost;
  base::Yen share;
  base::Yen in_kind;
  base::Yen burden;
  base::Yen paid;
  base::Yen judged;
  Care care = Care::ordinary;
  friend bool operator==(const MonthUnit&, const MonthUnit&) = default;
};

struct MonthBenefit {
  base::Yen high_cost;           // in cash
  base::Yen in_kind;             // given at the counter
  base::Yen insured_addition;    // 一部負担還元金
  base::Yen family_addition;     // 家族療養付加金
  base::Yen combined_addition;   // 合算高額療養費付加金
  base::Yen nursing_addition;  // 訪問看護療養費付加金, 家族訪問看護療養費付加金
  bool counts_as_frequent = false;  // the month is one of the three of 施行令42条1項ただし書

  base::Yen addition() const {
    return insured_addition + family_addition + combined_addition + nursing_addition;
  }
  base::Yen total() const { return high_cost + addition(); }
  friend bool operator==(const MonthBenefit&, const MonthBenefit&) = default;
};

}  // namespace kenpo::benefit
