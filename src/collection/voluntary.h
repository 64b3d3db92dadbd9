// Voluntary members (任意継続被保険者, 特例退職被保険者): what they are asked to pay, by month or in
// advance (健康保険法161条, 164条, 165条).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "collection/receipt.h"
#include "eligibility/insured_period.h"
#include "premium/care_setting.h"

namespace kenpo::collection {

/// A standard monthly remuneration from its month on.
struct StandardSince {
  base::Month from = {};
  base::Yen standard = {};
};

/// What the premiums of a voluntary member rest on.
struct VoluntaryFacts {
  base::PersonId person;
  eligibility::PeriodId period;
  eligibility::Status status = eligibility::Status::voluntary;
  base::Date born = {};
  base::Date acquired = {};
  std::optional<base::Date> lost = {};
  std::vector<StandardSince> standards = {};  // in the order of their months
  std::vector<premium::CareExclusion> care_exclusions = {};  // in any order
  std::vector<premium::CareDependent> care_dependents = {};  // where 特定被保険者 are charged

  std::optional<base::Yen> standard_in(base::Month month) const {
    std::optional<base::Yen> held;
    for (const auto& one : standards) {
      if (one.from <= month) held = one.standard;
    }
    return held;
  }
};

/// What was asked of a member: one month, or the months of a prepayment. Never changed.
struct VoluntaryDemand {
  FundId id = FundId::draw();
  Debt debt;
  eligibility::PeriodId period;
  base::Yen standard = {};
  int months = 1;

  base::Month last() const { return debt.key.month.plus(months - 1); }
  bool covers(base::Month month) const { return debt.key.month <= month && month <= last(); }
};

/// Why a month that was asked for became another one.
enum class CorrectionCause : std::uint8_t {
  standard = 1,  // 標準報酬月額 (健康保険法47条)
  care = 2,      // 介護保険料がかかるか (156条1項・2項)
  rate = 3,      // 料率 (160条)
  status = 4,    // 資格のある月かどうか (156条3項)
};
base::Words wording(CorrectionCause cause);

/// What a month that was asked for lacked or had too much, posted on a demand. Never changed.
struct VoluntaryCorrection {
  base::PersonId person;
  eligibility::PeriodId period;
  base::Month month = {};  // that was corrected
  DebtKind on = DebtKind::voluntary_correction;  // the demand that it is posted on,
  base::Month on_month = {};                     // and its month
  CorrectionCause cause = CorrectionCause::standard;
  base::Yen standard = {};  // 標準報酬月額 now
  base::Yen health = {};    // below zero: credited
  base::Yen child = {};
  base::Moment made_at = {};

  base::Yen total() const { return health + child; }
};

/// The month's demands as they were last made, without anybody's name: for the month's board.
struct VoluntaryRun {
  base::Month month = {};
  std::int64_t demanded = 0;  // for the month alone
  std::int64_t prepaid = 0;
  std::int64_t left = 0;      // for people: no standard remuneration, rates that rose and fell
  base::Moment ran_at = {};
};

/// 前納の単位 (施行令48条).
enum class PrepaymentUnit : std::uint8_t { half_year = 1, year = 2 };

/// A payment of a member, by the day on which it counts: for the certificate.
struct MemberPayment {
  DebtKey debt;
  base::Date paid_on = {};
  base::Yen amount = {};
};

/// The loss that an unpaid premium leads to.
struct UnpaidLoss {
  base::Date lost_on = {};
  enum class Kind : std::uint8_t { loss, never_became } kind = Kind::loss;
};

}  // namespace kenpo::collection
