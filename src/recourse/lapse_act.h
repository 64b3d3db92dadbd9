// Cases of treatment after the loss: opened by the program, decided by people.
#pragma once

#include <array>
#include <vector>

#include "base/result.h"
#include "recourse/lapse_view.h"
#include "recourse/outcome_act.h"

namespace kenpo::recourse {

inline constexpr notice::Pair reassign_pair{notice::Category::successor_insurer,
                                            notice::Purpose::claim_reassignment};
inline constexpr notice::Pair settle_pair{notice::Category::successor_insurer,
                                          notice::Purpose::inter_insurer_settlement};

inline constexpr notice::Operation lapse_open{.name = "lapse.open",
                                              .japanese = "資格喪失後の受診の抽出",
                                              .verb = notice::Verb::write,
                                              .pairs = {review::review_pair},
                                              .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation lapse_list{
    .name = "lapse.list", .japanese = "資格喪失後の受診の一覧の表示",
    .pairs = {review::review_pair}};
inline constexpr notice::Operation lapse_show{
    .name = "lapse.show", .japanese = "資格喪失後の受診の表示",
    .pairs = {review::review_pair, reassign_pair, settle_pair}};
inline constexpr notice::Operation lapse_step{
    .name = "lapse.step", .japanese = "資格喪失後の受診の処理", .verb = notice::Verb::write,
    .pairs = {review::review_pair, reassign_pair, settle_pair, members_pair,
              notice::Pair{notice::Category::third_party_act,
                           notice::Purpose::third_party_recovery}}};
inline constexpr notice::Operation successor_enter{
    .name = "successor.enter", .japanese = "資格喪失後の保険者の登録",
    .verb = notice::Verb::write, .pairs = {review::review_pair, reassign_pair, settle_pair}};

/// The letter, the delegation and the claim on the new insurer, for the person.
inline constexpr notice::Operation lapse_papers{
    .name = "lapse.papers", .japanese = "資格喪失後の受診の書類の作成",
    .verb = notice::Verb::provide,
    .pairs = {review::review_pair, reassign_pair, settle_pair, members_pair}};

struct LapseReport {
  std::int64_t opened = 0;
  std::int64_t cleared = 0;  // the ledger covers the days now
};
/// Opens a case for every receipt of the months that was treated after the loss, and clears the
/// undecided ones that the ledger covers by now. A second run changes nothing.
base::Result<LapseReport> open_lapses(const RecourseOffice& office, const notice::Acting& acting,
                                      base::Month first, base::Month last);

inline constexpr std::int64_t lapses_of_a_page = 50;
struct LapseLine {
  LapseCase lapse;
  claim::Claim claim;
};
struct LapsePage {
  std::optional<LapseState> state = {};
  std::vector<LapseLine> lines = {};
  std::int64_t count = 0;
  std::int64_t offset = 0;
  std::array<std::int64_t, lapse_states_count> by_state{};
};
base::Result<LapsePage> list_lapses(const RecourseOffice& office, const notice::Acting& acting,
                                    std::optional<LapseState> state, std::int64_t offset);

/// Refused: a case outside the handler's establishments.
base::Result<std::optional<LapseView>> show_lapse(const RecourseOffice& office,
                                                  const notice::Acting& acting, const LapseId& id);

/// What a step is entered with. `amount`: what is asked back; none: as the case has it.
struct StepEntry {
  LapseStepKind kind = LapseStepKind::reassign;
  base::Date on = {};
  std::optional<base::Yen> amount = {};
  std::string words = {};
};
/// Refused: a step that may not follow, a day before the case or to come, a settlement without the
/// new insurer, an end while something is still owed. 調整 and 返還 enter the debt in the ledger.
base::Result<> enter_step(const RecourseOffice& office, const notice::Acting& acting,
                          const LapseId& id, const StepEntry& entry);

/// With the claims on the new insurer that the case needs and those of the numbers `also` (様式第五 to
/// 第八: 「568」). Refused: a case that is not settled with an insurer or repaid, an address that the
/// post does not reach.
base::Result<LapseAddressee> address_papers(const RecourseOffice& office,
                                            const notice::Acting& acting, const LapseId& id,
                                            std::string_view also = {});

/// Refused: a number whose check digit does not hold, no name, no source, a day to come.
base::Result<> enter_successor(const RecourseOffice& office, const notice::Acting& acting,
                               const LapseId& id, const Successor& successor);

}  // namespace kenpo::recourse
