// Entering what a member applied for, whether the card can be used, and deciding on it at once.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "certificate/paper_act.h"

namespace kenpo::certificate {

inline constexpr notice::Operation certificate_apply{.name = "certificate.apply",
                                                     .japanese = "証の申請の受付と認定",
                                                     .verb = notice::Verb::write,
                                                     .pairs = {issuance_pair, elderly_pair}};
/// The empty form: for those who may send it.
inline constexpr notice::Operation certificate_apply_form{.name = "certificate.apply_form",
                                                          .japanese = "証の申請書の表示",
                                                          .pairs = {issuance_pair, elderly_pair}};
inline constexpr notice::Operation certificate_card_enter{
    .name = "certificate.card_enter",
    .japanese = "マイナ保険証の利用状況の登録",
    .verb = notice::Verb::write,
    .pairs = {issuance_pair, elderly_pair}};

inline constexpr std::size_t reason_limit_characters = 200;      // a line of the form
inline constexpr int hospital_days_limit = 366;                  // within a year
inline constexpr std::int64_t income_limit_yen = 1'000'000'000;  // of a year; more is a slip
inline constexpr int relief_members_limit = 9;

/// One application as it is typed in. What the kind does not ask for is not read.
struct ApplicationEntry {
  base::PersonId person;
  Application kind = Application::limit;
  base::Date applied_on = {};
  std::string reason = {};
  std::string evidence = {};
  CardUse card_use = CardUse::not_registered;  // confirmation: why
  TaxStatus tax = TaxStatus::untaxed;          // reduction
  int hospital_days = 0;                       // reduction: within the last twelve months
  Disease disease = Disease::dialysis;         // disease
  int income_year = 0;                         // relief
  base::Yen income = {};
  int members = 1;
};

struct ApplicationDecision {
  ApplicationOutcome outcome = ApplicationOutcome::refused;
  std::vector<law::Basis> basis = {};
};

/// 「満たさないもの：資格確認書の交付を受けている(健康保険法施行規則103条の2第2項)」: the last test of a
/// basis when it failed; empty when none did.
std::string failed_test(const std::vector<law::Basis>& basis);

/// Keeps the application with the decision on it; a granted one leaves a paper to be issued, or the
/// share judged anew. Refused (nothing is kept): a day to come, more than a year ago or before the
/// papers of today began; a person outside the scope.
base::Result<ApplicationDecision> enter_application(eligibility::Ledger& ledger,
                                                    const notice::Acting& acting,
                                                    const ApplicationEntry& entry);

/// From when on the member can or cannot use the card; the papers follow at once. Refused: a day to
/// come, a person outside the scope.
base::Result<UpkeepCount> enter_card_use(eligibility::Ledger& ledger, const notice::Acting& acting,
                                         const CardFact& fact);

}  // namespace kenpo::certificate
