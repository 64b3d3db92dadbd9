// The levy (調定) of a month: what each person owes, posted as the difference to what was posted
// before, and what each employer owes, entered into a ledger that balances.
//
// A month is levied after the one before it. Run again it posts only what changed, so that twice is
// once; stopped anywhere it goes on. Changes of months that were levied are posted as differences
// with the bill of the month that is run (遡及), back to the limitation of two years. An employer
// whose notice was issued (payment_notice_act.h) gets nothing added to that bill: the difference
// waits for the next month's.
//
// Refused: rates that are missing, rates without a resolution where the society demands one,
// a month that has not begun, a month before the last one levied,
// a month after one that was not levied.
// Left out: voluntary continuation, whose premiums src/collection levies.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "base/progress.h"

namespace kenpo::premium {

inline constexpr notice::Operation premium_levy{
    .name = "premium.levy",
    .japanese = "保険料の調定",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}},
    .runner = notice::Runner::staff_or_program};

/// Postings of one transaction: less than half a second, and one leaf of the log.
inline constexpr std::size_t levy_chunk = 50'000;

enum class LevyOutcome : std::uint8_t { levied, unchanged };

struct Levy {
  LevyOutcome outcome = LevyOutcome::unchanged;
  base::Month month = {};
  std::int64_t persons = 0;           // who owe a premium for the month
  std::int64_t postings = 0;          // made by this run
  std::int64_t retroactive = 0;       // of them for earlier months
  std::int64_t without_standard = 0;  // insured people without a standard remuneration
  std::int64_t held_back = 0;         // differences that wait because the notice was issued
};

base::Result<Levy> levy_month(eligibility::Ledger& ledger, const notice::Acting& acting,
                              base::Month month, const base::TellProgress& show);

}  // namespace kenpo::premium
