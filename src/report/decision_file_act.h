// The decisions of a month to an employer, as a file (決定通知データ): 健康保険法49条. One establishment a
// file; it leaves by the one way out (safeguard/export_act.h).
#pragma once

#include "base/result.h"
#include "eligibility/establishment.h"
#include "eligibility/ledger.h"
#include "format/notification_decision/notification_decision.h"
#include "safeguard/export_act.h"

namespace kenpo::report {

inline constexpr notice::Operation decision_file_provide{
    .name = "decision_file.provide",
    .japanese = "決定通知データの提供",
    .verb = notice::Verb::provide,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

/// What is handed to the employer about one month.
struct DecisionFileOrder {
  base::EstablishmentId establishment;
  base::Month month = {};  // from which the decisions hold; of payment for bonuses
  base::Date delete_by = {};  // the employer has erased the file by the end of this day
};

struct MadeDecisionFile {
  safeguard::MadeExport made;
  std::uint64_t people = 0;
  std::uint64_t rows = 0;
};

/// Seals the file and enters it in the ledger of exports; a second person releases it. Each
/// person's provision is recorded. Refused: an establishment that is unknown or out of scope, a
/// month without decisions, and what the terms of exports refuse.
base::Result<MadeDecisionFile> make_decision_file(const safeguard::RegisterOffice& office,
                                                  const safeguard::ProvisionLedger& provisions,
                                                  const notice::Acting& acting,
                                                  const DecisionFileOrder& order);

/// The rows of the establishment, by number: nobody of another one, whoever is insured at both.
using DecisionAccess = notice::Access<notice::Category::eligibility>;
base::Result<format::notification_decision::File> decisions_of(
    const store::View& view, const DecisionAccess& access,
    const eligibility::Establishment& establishment, base::Month month, base::Moment now,
    std::vector<base::PersonId>& people);

}  // namespace kenpo::report
