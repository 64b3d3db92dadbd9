// The regular determination of a year over the society, with the people whose notification is
// missing (算定基礎届の届出漏れ).
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"
#include "remuneration/regular_round.h"

namespace kenpo::remuneration {

inline constexpr notice::Operation remuneration_round_show{
    .name = "remuneration.round_show",
    .japanese = "定時決定の対象者と届出の照合",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};
inline constexpr notice::Operation remuneration_round_ask{
    .name = "remuneration.round_ask",
    .japanese = "算定基礎届の届出漏れの登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

inline constexpr std::int64_t missing_of_a_page = 50;
inline constexpr int ask_due_days = 10;  // for the employer's answer, as other items of the desk

struct MissingPerson {
  base::PersonId person;
  eligibility::PeriodId period;
  eligibility::InsuredName insured;
  base::Date acquired = {};
};

/// Every establishment in the handler's scope that has somebody due or notified.
base::Result<RegularRound> show_regular_round(eligibility::Ledger& ledger,
                                              const notice::Acting& acting, int year);

struct MissingPage {
  std::vector<MissingPerson> people;  // of the page
  std::int64_t count = 0;             // of all pages
};
/// The people of an establishment who are due and were not notified. Refused: an establishment
/// outside the scope.
base::Result<MissingPage> show_missing(eligibility::Ledger& ledger, const notice::Acting& acting,
                                       int year, const base::EstablishmentId& establishment,
                                       std::int64_t skipped);
/// Opens a work item for each of them that has none open; hands back how many were opened.
base::Result<std::int64_t> ask_for_missing(eligibility::Ledger& ledger,
                                           const notice::Acting& acting, int year,
                                           const base::EstablishmentId& establishment);

}  // namespace kenpo::remuneration
