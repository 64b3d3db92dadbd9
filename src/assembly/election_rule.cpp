#include "assembly/election_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::assembly {

using base::Date;
using base::Result;
using base::Words;
using law::Decision;

namespace {

base::Fault election_fault(Words what, Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

law::Count persons(std::size_t number) {
  return {static_cast<std::int64_t>(number), law::Unit::persons};
}

Result<> check(const Count& count, int voted) {
  std::vector<int> candidates;
  for (const auto& tally : count.tallies) {
    if (tally.votes < 0 || count.invalid < 0) {
      return election_fault({"票の数が0より小さいです。", "A number of votes is below zero."},
                            {"数え直してください。", "Count again."});
    }
    candidates.push_back(tally.candidate);
  }
  std::ranges::sort(candidates);
  if (std::ranges::adjacent_find(candidates) != candidates.end()) {
    return election_fault({"同じ候補者が2度あります。", "A candidate is there twice."},
                          {"候補者ごとに1行にしてください。", "One line a candidate."});
  }
  if (voted < count.ballots()) {
    return election_fault({"票が投票した人の数より多いです。", "More ballots than voters."},
                          {"投票の記録と票を確かめてください。", "Check the voters and ballots."});
  }
  return base::Done{};
}

Result<> check_lots(const std::vector<int>& tied, const std::vector<int>& lots) {
  for (std::size_t at = 0; at < lots.size(); ++at) {
    const bool known = std::ranges::find(tied, lots[at]) != tied.end();
    const auto earlier = lots.begin() + static_cast<std::ptrdiff_t>(at);
    if (!known || std::find(lots.begin(), earlier, lots[at]) != earlier) {
      return election_fault({"くじの結果が、同数の候補者と合いません。",
                             "The lot does not fit the candidates with equal votes."},
                            {"同数の候補者だけを、1度ずつ入れてください。",
                             "Name each of them once, and nobody else."});
    }
  }
  return base::Done{};
}

}  // namespace

int Count::ballots() const {
  int sum = invalid;
  for (const auto& tally : tallies) sum += tally.votes;
  return sum;
}

bool needs_poll(int candidates, int seats) { return seats < candidates; }

Result<> counts_agree(const Count& first, const Count& second, int voted) {
  KENPO_TRY(check(first, voted));
  KENPO_TRY(check(second, voted));
  auto left = first;
  auto right = second;
  std::ranges::sort(left.tallies, {}, &Tally::candidate);
  std::ranges::sort(right.tallies, {}, &Tally::candidate);
  if (left == right) return base::Done{};
  return election_fault({"2人の集計が合いません。", "The two counts do not agree."},
                        {"2人とも初めから数え直してください。", "Both count again."});
}

// 議員選挙執行規程（当選人、同数のときのくじ）
Result<Decision<ElectionResult>> elect(const std::vector<Tally>& tallies, int seats,
                                       const std::vector<int>& lots) {
  if (seats <= 0) {
    return election_fault({"選ぶ人数がありません。", "There is no seat to fill."},
                          {"選挙の定数を確かめてください。", "Check the seats."});
  }
  auto order = tallies;
  std::erase_if(order, [](const Tally& tally) { return tally.votes <= 0; });
  std::ranges::sort(order, [](const Tally& left, const Tally& right) {
    return left.votes != right.votes ? left.votes > right.votes : left.candidate < right.candidate;
  });
  Decision<ElectionResult> decision{{}, {}};
  auto& result = decision.value;
  const auto places = static_cast<std::size_t>(seats);
  const auto article = base::Plain("議員選挙執行規程");
  if (order.size() <= places) {
    for (const auto& tally : order) result.elected.push_back(tally.candidate);
    result.vacant_seats = static_cast<int>(places - order.size());
    decision.basis.push_back(
        {{"票を得た候補者の全員", "All candidates with votes"}, article, persons(order.size())});
    return decision;
  }
  // Whoever has more votes than the first who gets no seat is in; those with as many are tied with
  // them, unless the votes part them exactly at the last seat.
  const int line = order[places].votes;
  for (const auto& tally : order) {
    if (line < tally.votes) result.elected.push_back(tally.candidate);
    if (line == tally.votes) result.tied.push_back(tally.candidate);
  }
  decision.basis.push_back(
      {{"得票の多い順に当選", "Most votes first"}, article, persons(result.elected.size())});
  result.open_seats = static_cast<int>(places - result.elected.size());
  if (result.open_seats == 0) {
    result.tied.clear();
    return decision;
  }
  KENPO_TRY(check_lots(result.tied, lots));
  for (const int drawn : lots) {
    if (result.open_seats == 0) break;
    result.elected.push_back(drawn);
    --result.open_seats;
  }
  decision.basis.push_back(
      {{"同数の候補者のうち、くじで決めた人", "Decided by lot"}, article, persons(lots.size())});
  if (result.open_seats == 0) result.tied.clear();
  return decision;
}

Result<Decision<Date>> appeal_until(Date announced_on) {
  const auto days =
      KENPO_TRY(law::Book::carried().count("assembly.election.appeal_days", announced_on));
  const Date until = announced_on.plus_days(days.value);
  return Decision<Date>{until,
                        {{{"告示の日から数えた異議の期限", "Objections within so many days"},
                          "議員選挙執行規程",
                          until,
                          days.row}}};
}

Result<Decision<bool>> balanced(const std::vector<District>& districts, Date on) {
  const bool usable = !districts.empty() && std::ranges::all_of(districts, [](const District& one) {
    return 0 < one.seats && 0 <= one.electors;
  });
  if (!usable) {
    return election_fault({"定数のない選挙区があります。", "A district has no seat."},
                          {"選挙区ごとの定数を確かめてください。", "Check the seats."});
  }
  const auto times = KENPO_TRY(law::Book::carried().count("assembly.election.balance_times", on));
  // a.electors / a.seats < times × b.electors / b.seats, in whole numbers.
  bool even = true;
  for (const auto& one : districts) {
    for (const auto& other : districts) {
      const auto left = std::int64_t{one.electors} * other.seats;
      const auto right = std::int64_t{times.value} * other.electors * one.seats;
      even = even && (left < right || one.electors == 0);
    }
  }
  return Decision<bool>{
      even,
      {{{"議員1人当たりの選挙人の差", "Electors per seat"}, "議員選挙執行規程", even, times.row}}};
}

}  // namespace kenpo::assembly
