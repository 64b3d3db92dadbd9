// Decisions on standard remunerations and bonuses from what employers notified. Decided without
// people where the rules decide; where they do not, a work item says why:
//   two workplaces (art 44(3): the pay of all is added up), annual average requested, ten million
//   yen or more written as 9,999,999, no month that counts and no previous standard, acquired from
//   June (art 41(3)), revised from July to September or expected to be, conditions of the revision
//   not met, not insured on 1 July.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "eligibility/ledger.h"

namespace kenpo::remuneration {

inline constexpr notice::Operation remuneration_determine{
    .name = "remuneration.determine",
    .japanese = "標準報酬の決定",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}},
    .runner = notice::Runner::staff_or_program};

/// Notifications of one transaction: a second of work or two. Every transaction writes each page of
/// the indexes by person anew, so that smaller ones cost more.
inline constexpr int determination_chunk = 50'000;
/// With so many waiting, the rules are worked out on a thread of its own (regular_ahead_act.h).
inline constexpr int determination_ahead_from = 1'000;

struct Determination {
  std::int64_t decided = 0;
  std::int64_t for_people = 0;
  std::int64_t waiting = 0;  // that still wait after this chunk
};

/// Decides on the notifications that have waited longest, at most `determination_chunk` of them, in
/// one transaction. Called again it goes on; with none waiting it changes nothing.
base::Result<Determination> determine_waiting(eligibility::Ledger& ledger,
                                              const notice::Acting& acting);

}  // namespace kenpo::remuneration
