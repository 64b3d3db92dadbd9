// One notification of pay decided. Used by determination_act only.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/notified_pay.h"
#include "eligibility/work_item.h"
#include "remuneration/bonus_pay.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

/// The transaction, the key and the time of a chunk of decisions.
struct Deciding {
  store::Transaction& transaction;
  const RemunerationAccess& access;
  base::Moment now;
  std::vector<BonusPayDecision> bonus_pay = {};  // which bonuses are pay, of all establishments
};

/// Nullopt: decided. Otherwise why people must look at it.
using Verdict = std::optional<eligibility::WorkKind>;

/// The period that the notification is about, as it stands; nullopt when it stands no more.
base::Result<std::optional<eligibility::InsuredPeriod>> period_of(
    const Deciding& deciding, const eligibility::NotifiedPay& pay);

base::Result<Verdict> decide_acquisition(const Deciding& deciding,
                                         const eligibility::NotifiedPay& pay);
base::Result<Verdict> decide_regular(const Deciding& deciding,
                                     const eligibility::NotifiedPay& pay,
                                     const eligibility::InsuredPeriod& period);
base::Result<Verdict> decide_revision(const Deciding& deciding,
                                      const eligibility::NotifiedPay& pay);
/// Decides the months of the fiscal year anew: a bonus of an earlier month that comes late moves
/// what the yearly limit leaves to the later ones (art 45).
base::Result<Verdict> decide_bonus(const Deciding& deciding,
                                   const eligibility::NotifiedPay& pay);

}  // namespace kenpo::remuneration
