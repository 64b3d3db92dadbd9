// The standard remunerations of voluntary members and special retirees of a fiscal year: at their
// entry and each April, from the standard at loss and the average of 30 September (健康保険法47条・
// 附則3条).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"
#include "remuneration/basis_text.h"
#include "remuneration/voluntary_average.h"
#include "remuneration/voluntary_standard_rule.h"

namespace kenpo::remuneration {

inline constexpr notice::Operation voluntary_standard_show{
    .name = "remuneration.voluntary_show",
    .japanese = "任意継続・特例退職の標準報酬の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};
inline constexpr notice::Operation voluntary_average_enter{
    .name = "remuneration.average_enter",
    .japanese = "9月30日の標準報酬月額の平均の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};
inline constexpr notice::Operation voluntary_standard_decide{
    .name = "remuneration.voluntary_decide",
    .japanese = "任意継続・特例退職の標準報酬の決定",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

/// The step of the month's work.
inline constexpr notice::Operation voluntary_standard_propose{
    .name = "remuneration.voluntary_propose",
    .japanese = "任意継続・特例退職の標準報酬の決定の求め",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}},
    .runner = notice::Runner::staff_or_program};

inline constexpr std::int64_t voluntary_of_a_page = 100;
/// One transaction decides at most these; the rest stays for the next time.
inline constexpr std::int64_t voluntary_chunk = 2'000;

/// The average that the ledger gives.
struct LedgerAverage {
  base::Yen amount = {};          // cut to the yen; 0 with nobody insured
  std::int64_t persons = 0;       // insured on the day, with a standard
  std::int64_t without = 0;       // insured on the day, without one
};
struct AverageState {
  AveragePopulation population = AveragePopulation::all;
  LedgerAverage ledger;
  std::optional<VoluntaryAverage> registered;
};

/// One person of the fiscal year.
struct VoluntaryLine {
  base::PersonId person;
  eligibility::PeriodId period;
  base::EstablishmentId establishment;
  eligibility::Status status = eligibility::Status::voluntary;
  base::Date acquired = {};
  base::Month from = {};  // of the entry, or April
  std::optional<base::Yen> at_loss = {};
  std::optional<base::Yen> previous = {};  // in force the month before, or at loss
  std::optional<base::Yen> standing = {};  // decided from `from` already
  std::optional<Grade> grade = {};         // what the rule gives; none with a refusal
  std::vector<BasisLine> lines = {};
  std::string refusal = {};  // why the rule gives none, in Japanese
  eligibility::InsuredName insured = {};  // of the page's people only
};
struct VoluntaryRound {
  int fiscal_year = 0;
  std::array<AverageState, 2> averages;
  std::vector<VoluntaryLine> lines;  // of the page, those to be decided first
  std::int64_t count = 0;            // of all pages
  std::int64_t pending = 0;          // to be decided and can be
  std::int64_t left = 0;             // to be decided and cannot be
};

/// Everybody in the handler's scope whose status holds in the fiscal year (April to March).
base::Result<VoluntaryRound> show_voluntary_round(eligibility::Ledger& ledger,
                                                  const notice::Acting& acting, int fiscal_year,
                                                  std::int64_t skipped);

struct AverageOrder {
  int year = 0;  // of the 30 September
  AveragePopulation population = AveragePopulation::all;
  std::optional<base::Yen> entered = {};  // none: as the ledger gives it
  std::string basis = {};                 // needed with `entered`
};
/// Registers the average for the fiscal year. Refused: from a ledger with nobody, or with somebody
/// without standard, on the day; a typed one without its basis, or not above 0.
base::Result<VoluntaryAverage> enter_average(eligibility::Ledger& ledger,
                                             const notice::Acting& acting,
                                             const AverageOrder& order);

struct VoluntaryDecided {
  std::int64_t decided = 0;
  std::int64_t left = 0;  // for people: the line says why
};
/// Decides everybody of the fiscal year who has no decision from the entry or April yet. Each
/// stands as a determination of its own with its derivation. Again: nothing.
base::Result<VoluntaryDecided> decide_voluntary_round(eligibility::Ledger& ledger,
                                                      const notice::Acting& acting,
                                                      int fiscal_year);

struct VoluntaryProposed {
  std::int64_t waiting = 0;  // without a decision from their entry or April
  std::int64_t opened = 0;   // of them newly asked for
};
/// Opens an item for everybody of the fiscal year who has no decision from the entry or April yet:
/// the program proposes, a person decides (decide_voluntary_round). Again: nothing.
base::Result<VoluntaryProposed> propose_voluntary_round(eligibility::Ledger& ledger,
                                                        const notice::Acting& acting,
                                                        int fiscal_year);

}  // namespace kenpo::remuneration
