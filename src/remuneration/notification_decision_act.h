// One notification of pay decided. Used by determination_act only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/notified_pay.h"
#include "eligibility/work_item.h"
#include "remuneration/bonus_pay.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

/// What is read, with which key, as known when.
struct LedgerReading {
  const store::View& view;
  const RemunerationAccess& access;
  base::Moment now;
  const std::vector<BonusPayDecision>& bonus_pay;  // which bonuses are pay, of all establishments
};

/// The transaction, the key and the time of a chunk of decisions.
struct Deciding {
  store::Transaction& transaction;
  const RemunerationAccess& access;
  base::Moment now;
  const std::vector<BonusPayDecision>& bonus_pay;  // which bonuses are pay, of all establishments

  LedgerReading reading() const { return {transaction, access, now, bonus_pay}; }
};

/// Whether a decision about the period and month stands already.
enum class Takes : std::uint8_t { free_place, place_of_another };

/// Nullopt: decided. Otherwise why people must look at it.
using Verdict = std::optional<eligibility::WorkKind>;

/// The period that the notification is about, as it stands; nullopt when it stands no more.
base::Result<std::optional<eligibility::InsuredPeriod>> period_of(
    const LedgerReading& reading, const eligibility::NotifiedPay& pay);

/// 健康保険法44条3項: one workplace's pay alone decides nothing; the pay of all is added up by hand.
bool needs_other_workplaces(const eligibility::NotifiedPay& pay,
                            const eligibility::InsuredPeriod& period);

base::Result<Verdict> decide_acquisition(const Deciding& deciding,
                                         const eligibility::NotifiedPay& pay);

/// What the rules say of a notification for the regular determination; nothing of it is kept yet.
struct RegularOutcome {
  Verdict verdict = {};
  std::string basis = {};  // encoded; empty: none
  std::optional<StandardRemuneration> decision = {};
  Takes takes = Takes::free_place;
};
base::Result<RegularOutcome> work_out_regular(const LedgerReading& reading,
                                              const eligibility::NotifiedPay& pay);
base::Result<Verdict> keep_regular(const Deciding& deciding, const eligibility::NotifiedPay& pay,
                                   const RegularOutcome& outcome);
base::Result<Verdict> decide_revision(const Deciding& deciding,
                                      const eligibility::NotifiedPay& pay);
/// Decides the months of the fiscal year anew: a bonus of an earlier month that comes late moves
/// what the yearly limit leaves to the later ones (art 45).
base::Result<Verdict> decide_bonus(const Deciding& deciding,
                                   const eligibility::NotifiedPay& pay);

}  // namespace kenpo::remuneration
