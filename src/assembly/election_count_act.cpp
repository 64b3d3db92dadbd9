// Two counts, the lot, the result, the erasure.
#include <algorithm>
#include <charconv>

#include "assembly/election_act.h"
#include "assembly/election_store.h"
#include "assembly/term_rule.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using notice::Permit;
using enum notice::Purpose;

Result<Election> election_to_count(const store::View& view, const ElectionId& id) {
  const auto election = KENPO_TRY(find_election(view, id));
  if (!election) return base::refusal({"その選挙はありません。", "No such election."}, {});
  if (election->result_on) {
    return base::refusal({"当選の告示が済んでいます。", "The result is announced."}, {});
  }
  return *election;
}

std::vector<Candidate> standing(std::vector<Candidate> candidates) {
  std::erase_if(candidates, [](const Candidate& each) { return each.withdrawn_on.has_value(); });
  return candidates;
}

/// The counts of the last round, by counter, and whether they agreed.
struct Counted {
  int round = 1;
  CountState state = CountState::none;
  std::optional<base::StaffId> first;
  Count count;
};

Count count_by(const std::vector<CountLine>& lines, int round, const base::StaffId& counter) {
  Count count;
  for (const auto& line : lines) {
    if (line.round != round || line.counter != counter) continue;
    if (line.line == 0) {
      count.invalid = line.votes;
    } else {
      count.tallies.push_back({line.line, line.votes});
    }
  }
  return count;
}

Counted counted_so_far(const std::vector<CountLine>& lines,
                       const std::vector<ElectionLogLine>& log) {
  Counted counted;
  for (const auto& step : log) {
    if (step.step == ElectionStep::counts_differ) ++counted.round;
    if (step.step == ElectionStep::counted_second) counted.state = CountState::agreed;
  }
  for (const auto& line : lines) {
    if (line.round == counted.round && !counted.first) counted.first = line.counter;
  }
  if (counted.first) {
    counted.count = count_by(lines, counted.round, *counted.first);
    if (counted.state == CountState::none) counted.state = CountState::first_done;
  }
  return counted;
}

/// The lot's order, as its line in the log tells it: 「3 1」.
std::vector<int> lots_in(const std::string& words) {
  std::vector<int> lots;
  const char* at = words.data();
  const char* const end = at + words.size();
  while (at < end) {
    int number = 0;
    const auto read = std::from_chars(at, end, number);
    if (read.ec == std::errc()) lots.push_back(number);
    at = std::max(read.ptr, at + 1);
  }
  return lots;
}

std::string words_of(const std::vector<int>& lots) {
  std::string words;
  for (const int lot : lots) words += (words.empty() ? "" : " ") + std::to_string(lot);
  return words;
}

/// The lots that a witness has confirmed, and the one that still waits.
struct Lots {
  std::vector<int> confirmed;
  std::optional<DrawnLot> waiting;
};

Lots lots_of(const std::vector<ElectionLogLine>& log) {
  Lots lots;
  for (const auto& line : log) {
    if (line.step == ElectionStep::lot_drawn) {
      lots.waiting = DrawnLot{lots_in(line.words), line.by};
    } else if (line.step == ElectionStep::lot_witnessed) {
      lots.confirmed = lots_in(line.words);
      lots.waiting.reset();
    }
  }
  return lots;
}

Result<> note(store::Transaction& transaction, const ElectionId& id, ElectionStep step,
              const notice::Acting& acting, base::Moment now, std::string words,
              std::optional<base::StaffId> witness = {}) {
  return add(transaction, ElectionLogLine{.election = id,
                                          .step = step,
                                          .by = std::get<base::StaffId>(acting.actor),
                                          .witness = witness,
                                          .at = now,
                                          .words = std::move(words)});
}

/// Everything about the election as it stands; the result where it can be told.
Result<ElectionView> view_of(const store::View& view, const AssemblyAccess& access,
                             const Election& election, base::Date today) {
  ElectionView found{.election = election,
                     .candidates = KENPO_TRY(candidates_of(view, access, election.id)),
                     .voters = KENPO_TRY(voters_count(view, access, election.id)),
                     .voted = KENPO_TRY(voted_count(view, access, election.id)),
                     .first_counter = {},
                     .lot = {},
                     .result = {},
                     .appeal_until = {},
                     .log = KENPO_TRY(log_of(view, election.id))};
  const auto candidates = standing(found.candidates);
  found.candidacy_over = election.candidacy_until < today;
  found.poll_needed = needs_poll(static_cast<int>(candidates.size()), election.seats);
  const auto counted = counted_so_far(KENPO_TRY(counts_of(view, election.id)), found.log);
  found.count = counted.state;
  found.round = counted.round;
  found.first_counter = counted.first;
  if (found.poll_needed && counted.state == CountState::agreed) {
    const auto lots = lots_of(found.log);
    found.invalid = counted.count.invalid;
    found.result = KENPO_TRY(elect(counted.count.tallies, election.seats, lots.confirmed)).value;
    if (found.result->open_seats > 0) found.lot = lots.waiting;
  }
  const bool uncontested = found.candidacy_over && !found.poll_needed;
  if (uncontested && election.frozen_at && !candidates.empty()) {
    ElectionResult result;
    for (const auto& each : candidates) result.elected.push_back(each.number);
    result.vacant_seats = election.seats - static_cast<int>(candidates.size());
    found.result = result;
  }
  if (election.result_on) found.appeal_until = KENPO_TRY(appeal_until(*election.result_on)).value;
  return found;
}

Result<> seat_elected(store::Transaction& transaction, const AssemblyAccess& access,
                      const ElectionView& found, base::Moment now) {
  const auto& election = found.election;
  const auto charter = KENPO_TRY(charter_on(transaction, election.term_from));
  if (!charter) {
    return base::refusal({"定数と任期が登録されていません。", "The charter is not entered."},
                         {"先に「定数と任期」を登録してください。", "Enter it first."});
  }
  const auto until = KENPO_TRY(term_until(election.term_from, *charter)).value;
  const auto members = KENPO_TRY(list_members(transaction, access));
  const auto open = vacancies(members, MemberKind::elected, *charter, election.term_from);
  if (open < static_cast<int>(found.result->elected.size())) {
    return base::refusal(
        {"任期の始まる日に、空いている議席が足りません。",
         "Too few seats are open on the first day of the term."},
        {"任期の始まる日と議員の名簿を確かめてください。", "Check the day and the register."});
  }
  for (auto candidate : found.candidates) {
    const bool in =
        std::ranges::find(found.result->elected, candidate.number) != found.result->elected.end();
    if (!in || candidate.withdrawn_on) continue;
    candidate.elected = true;
    KENPO_TRY(put(transaction, access, candidate));
    KENPO_TRY(put(transaction, access,
                  Membership{.person = candidate.person,
                             .kind = MemberKind::elected,
                             .from = election.term_from,
                             .until = until,
                             .name = candidate.name,
                             .name_kana = candidate.name_kana,
                             .workplace = candidate.workplace},
                  now));
  }
  return base::Done{};
}

}  // namespace

Result<ElectionView> show_election(const AssemblyOffice& office, const notice::Acting& acting,
                                   const ElectionId& id) {
  return read_under<election_show>(
      office, acting,
      [&](const Permit<election_show>& permit, const store::View& view) -> Result<ElectionView> {
        const auto election = KENPO_TRY(find_election(view, id));
        if (!election) return base::refusal({"その選挙はありません。", "No such election."}, {});
        return view_of(view, permit.grant<election_administration>(), *election,
                       office.gate.clock().now().day());
      });
}

// 議員選挙執行規程（開票）: two people count, each by themselves.
Result<CountState> enter_count(const AssemblyOffice& office, const notice::Acting& acting,
                               const ElectionId& id, const Count& count) {
  return write_under<election_count_enter>(
      office, acting,
      [&](const Permit<election_count_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<CountState> {
        const auto grant = permit.grant<election_administration>();
        const auto election = KENPO_TRY(election_to_count(transaction, id));
        const auto found = KENPO_TRY(view_of(transaction, grant, election, now.day()));
        const auto who = std::get<base::StaffId>(acting.actor);
        if (now.day() < election.polling_on || !found.poll_needed ||
            found.count == CountState::agreed) {
          return base::refusal({"開票の時ではありません。", "It is not the time to count."},
                               {"投票日と、開票の状態を確かめてください。", "Check the state."});
        }
        if (found.first_counter == who) {
          return base::refusal({"2人目の集計は、別の人がします。", "Another person counts."},
                               {"もう一人の担当者に頼んでください。", "Ask a colleague."});
        }
        for (const auto& candidate : standing(found.candidates)) {
          if (std::ranges::find(count.tallies, candidate.number, &Tally::candidate) !=
              count.tallies.end()) {
            continue;
          }
          return base::refusal({"票の数のない候補者がいます。", "A candidate has no number."},
                               {"全員の票を入れてください（0も）。", "Enter all, zero too."});
        }
        const auto voted = static_cast<int>(found.voted);
        KENPO_TRY(counts_agree(count, count, voted));  // the count by itself is possible
        const auto lines = KENPO_TRY(counts_of(transaction, id));
        KENPO_TRY(add(transaction, CountLine{id, found.round, who, 0, count.invalid}));
        for (const auto& tally : count.tallies) {
          KENPO_TRY(
              add(transaction, CountLine{id, found.round, who, tally.candidate, tally.votes}));
        }
        const auto words = std::to_string(count.ballots()) + "票";
        if (!found.first_counter) {
          KENPO_TRY(note(transaction, id, ElectionStep::counted_first, acting, now, words));
          return CountState::first_done;
        }
        const auto first = count_by(lines, found.round, *found.first_counter);
        if (!counts_agree(first, count, voted).ok()) {
          KENPO_TRY(note(transaction, id, ElectionStep::counts_differ, acting, now, words,
                         found.first_counter));
          return CountState::none;
        }
        for (auto candidate : standing(found.candidates)) {
          const auto tally = std::ranges::find(count.tallies, candidate.number, &Tally::candidate);
          candidate.votes = tally->votes;
          KENPO_TRY(put(transaction, grant, candidate));
        }
        KENPO_TRY(note(transaction, id, ElectionStep::counted_second, acting, now, words,
                       found.first_counter));
        return CountState::agreed;
      });
}

// 議員選挙執行規程（くじ）
Result<> draw_lot(const AssemblyOffice& office, const notice::Acting& acting, const ElectionId& id,
                  const std::vector<int>& lots) {
  return write_under<election_count_enter>(
      office, acting,
      [&](const Permit<election_count_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto election = KENPO_TRY(election_to_count(transaction, id));
        const auto found = KENPO_TRY(
            view_of(transaction, permit.grant<election_administration>(), election, now.day()));
        if (!found.result || found.result->tied.empty() ||
            static_cast<int>(lots.size()) != found.result->open_seats) {
          return base::refusal({"くじで決める議席の数と合いません。", "It is not that many seats."},
                               {"同数の候補者から、決める人数だけ選んでください。",
                                "Name as many of the tied candidates as seats are open."});
        }
        Count counted;
        for (const auto& candidate : standing(found.candidates)) {
          counted.tallies.push_back({candidate.number, candidate.votes.value_or(0)});
        }
        KENPO_TRY(elect(counted.tallies, election.seats, lots));
        return note(transaction, id, ElectionStep::lot_drawn, acting, now, words_of(lots));
      });
}

// 議員選挙執行規程（くじの立会い）: the witness is present by a sign-in of their own.
Result<> witness_lot(const AssemblyOffice& office, const notice::Acting& acting,
                     const ElectionId& id, const std::vector<int>& lots) {
  return write_under<election_count_enter>(
      office, acting,
      [&](const Permit<election_count_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto election = KENPO_TRY(election_to_count(transaction, id));
        const auto found = KENPO_TRY(
            view_of(transaction, permit.grant<election_administration>(), election, now.day()));
        if (!found.lot || found.lot->lots != lots) {
          return base::refusal({"立会いを待つくじがないか、画面の後で引き直されています。",
                                "No lot waits, or it was drawn anew since."},
                               {"画面を開き直して確かめてください。", "Open the page again."});
        }
        if (std::get<base::StaffId>(acting.actor) == found.lot->by) {
          return base::refusal({"くじの立会人は、開票のできる別の人です。",
                                "The witness is another person who may count."},
                               {"立会人が自分でサインインして確かめてください。",
                                "The witness signs in and confirms."});
        }
        return note(transaction, id, ElectionStep::lot_witnessed, acting, now, words_of(lots),
                    found.lot->by);
      });
}

// 議員選挙執行規程（当選の告示）; 健康保険法18条3項
Result<ElectionResult> announce_result(const AssemblyOffice& office, const notice::Acting& acting,
                                       const ElectionId& id) {
  return write_under<election_result_announce>(
      office, acting,
      [&](const Permit<election_result_announce>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<ElectionResult> {
        const auto grant = permit.grant<election_administration>();
        auto election = KENPO_TRY(election_to_count(transaction, id));
        const auto found = KENPO_TRY(view_of(transaction, grant, election, now.day()));
        if (!found.candidacy_over || !found.result || found.result->open_seats > 0) {
          return base::refusal({"立候補の締切の前か、開票・くじが終わっていません。",
                                "Before the last day to stand, or a count or lot is open."},
                               {"選挙の状態を確かめてください。", "Check the state."});
        }
        KENPO_TRY(seat_elected(transaction, grant, found, now));
        election.result_on = now.day();
        KENPO_TRY(put(transaction, election, now));
        KENPO_TRY(note(transaction, id, ElectionStep::result, acting, now,
                       std::to_string(found.result->elected.size()) + "人"));
        return *found.result;
      });
}

Result<std::size_t> erase(const AssemblyOffice& office, const notice::Acting& acting,
                          const ElectionId& id, const std::string& destroyed) {
  return write_under<election_erase>(
      office, acting,
      [&](const Permit<election_erase>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<std::size_t> {
        auto election = KENPO_TRY(find_election(transaction, id));
        if (!election || !election->result_on || election->erased_on || destroyed.empty()) {
          return base::refusal({"当選の告示の前か、もう消去されているか、"
                                "票の処分の記録がありません。",
                                "Not announced, erased already, or no word on the ballots."},
                               {"選挙の状態を確かめてください。", "Check the state."});
        }
        const auto until = KENPO_TRY(appeal_until(*election->result_on)).value;
        if (now.day() <= until) {
          return base::refusal({base::Plain("異議の期限は") + until + "です。",
                                base::Plain("Objections may come until ") + until + "."},
                               {"期限が過ぎてから消去してください。", "Erase it after that."});
        }
        const auto rows =
            KENPO_TRY(erase_election(transaction, permit.grant<election_administration>(), id));
        election->erased_on = now.day();
        election->ballots_destroyed = destroyed;
        KENPO_TRY(put(transaction, *election, now));
        KENPO_TRY(
            note(transaction, id, ElectionStep::erased, acting, now, std::to_string(rows) + "行"));
        return rows;
      });
}

}  // namespace kenpo::assembly
