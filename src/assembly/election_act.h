// Elections (pair 39: 選挙の実施). The roll of electors is drawn from the eligibility ledger under
// pair 1 (加入者の管理) and kept under pair 39, so the act names both; whoever runs it needs both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/election.h"
#include "assembly/election_rule.h"
#include "base/result.h"

namespace kenpo::assembly {

inline constexpr notice::Pair election_pair{notice::Category::assembly_member,
                                            notice::Purpose::election_administration};

inline constexpr notice::Operation election_show{
    .name = "election.show", .japanese = "選挙の表示", .pairs = {election_pair}};
inline constexpr notice::Operation election_open{.name = "election.open",
                                                 .japanese = "選挙の告示",
                                                 .verb = notice::Verb::write,
                                                 .pairs = {election_pair}};
inline constexpr notice::Operation election_roll_freeze{
    .name = "election_roll.freeze",
    .japanese = "選挙人名簿の確定",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              election_pair}};
inline constexpr notice::Operation election_candidate_record{.name = "election_candidate.record",
                                                             .japanese = "立候補の届出",
                                                             .verb = notice::Verb::write,
                                                             .pairs = {election_pair}};
inline constexpr notice::Operation election_vote_record{.name = "election_vote.record",
                                                        .japanese = "投票に来た人の記録",
                                                        .verb = notice::Verb::write,
                                                        .pairs = {election_pair}};
inline constexpr notice::Operation election_count_enter{.name = "election_count.enter",
                                                        .japanese = "開票の集計",
                                                        .verb = notice::Verb::write,
                                                        .pairs = {election_pair}};
inline constexpr notice::Operation election_result_announce{.name = "election_result.announce",
                                                            .japanese = "当選の告示",
                                                            .verb = notice::Verb::write,
                                                            .pairs = {election_pair}};
inline constexpr notice::Operation election_erase{.name = "election.erase",
                                                  .japanese = "選挙人名簿と票の消去",
                                                  .verb = notice::Verb::erase,
                                                  .pairs = {election_pair}};

/// Where the count stands.
enum class CountState : std::uint8_t { none, first_done, agreed };

/// A lot that was drawn and that nobody has witnessed yet.
struct DrawnLot {
  std::vector<int> lots;
  base::StaffId by;
};

struct ElectionView {
  Election election;
  std::vector<Candidate> candidates;
  std::int64_t voters = 0;
  std::int64_t voted = 0;
  bool candidacy_over = false;  // nobody stands or withdraws any more
  bool poll_needed = false;     // more candidates than seats
  CountState count = CountState::none;
  int round = 1;
  std::optional<base::StaffId> first_counter;
  std::optional<DrawnLot> lot;           // waits for its witness
  int invalid = 0;                       // once agreed
  std::optional<ElectionResult> result;  // once agreed, or without a poll
  std::optional<base::Date> appeal_until;
  std::vector<ElectionLogLine> log;
};

base::Result<std::vector<Election>> list_all_elections(const AssemblyOffice& office,
                                                       const notice::Acting& acting);
base::Result<ElectionView> show_election(const AssemblyOffice& office, const notice::Acting& acting,
                                         const ElectionId& id);

/// 告示. Refused: days out of order (announcement, roll, candidacy, polling, term), no seat.
base::Result<ElectionId> open_election(const AssemblyOffice& office, const notice::Acting& acting,
                                       const Election& election);
/// Draws everybody insured on the roll's day once, and freezes the roll. Hands back how many.
base::Result<std::int64_t> freeze_roll(const AssemblyOffice& office, const notice::Acting& acting,
                                       const ElectionId& id);
/// The roll, by polling district: for showing it and for the poll.
base::Result<std::vector<Voter>> show_roll(const AssemblyOffice& office,
                                           const notice::Acting& acting, const ElectionId& id);
/// A candidate is somebody on the frozen roll, named by 記号-番号, who stands in time and once.
base::Result<Candidate> nominate(const AssemblyOffice& office, const notice::Acting& acting,
                                 const ElectionId& id, const std::string& number);
base::Result<> withdraw_candidate(const AssemblyOffice& office, const notice::Acting& acting,
                                  const ElectionId& id, int candidate);
/// Notes that an elector was handed a ballot. Refused: twice, not on the roll, not the day.
base::Result<> record_voter(const AssemblyOffice& office, const notice::Acting& acting,
                            const ElectionId& id, const std::string& number);
/// One person's count. The first waits for the second, who is somebody else; when they differ both
/// count again.
base::Result<CountState> enter_count(const AssemblyOffice& office, const notice::Acting& acting,
                                     const ElectionId& id, const Count& count);
/// The lot among candidates with equal votes. It decides nothing until its witness, somebody else
/// who may count, has confirmed it under their own sign-in; drawn again before, it stands anew.
base::Result<> draw_lot(const AssemblyOffice& office, const notice::Acting& acting,
                        const ElectionId& id, const std::vector<int>& lots);
/// The witness confirms the lots as they were shown. Refused: no open lot, other lots than those
/// that were drawn last, the person who drew.
base::Result<> witness_lot(const AssemblyOffice& office, const notice::Acting& acting,
                           const ElectionId& id, const std::vector<int>& lots);
/// 当選の告示: the elected become members for the term. Refused while a count or a lot is open.
base::Result<ElectionResult> announce_result(const AssemblyOffice& office,
                                             const notice::Acting& acting, const ElectionId& id);
/// Erases roll, candidates and counts for good, and records how the paper ballots were destroyed.
/// Refused until the appeal time has passed. Hands back how many rows.
base::Result<std::size_t> erase(const AssemblyOffice& office, const notice::Acting& acting,
                                const ElectionId& id, const std::string& destroyed);

}  // namespace kenpo::assembly
