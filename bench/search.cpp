// Member search and the ledger page of a member, through the gate: each answer with its leaf.
#include <cstdio>
#include <string>
#include <vector>

#include "bench/commands.h"
#include "bench/measure.h"
#include "bench/population.h"
#include "eligibility/member_search_act.h"
#include "premium/member_ledger_act.h"
#include "synthetic/names.h"

namespace kenpo::bench {

namespace {

using synthetic::Draw;

/// The first `letters` of a kana name as somebody types it; no more than a family name has.
std::string typed(Draw& draw, int letters) {
  const auto kana = synthetic::half_kana(synthetic::draw_name(synthetic::Sex::male, draw));
  std::size_t end = 0;
  // A half-width kana letter has three bytes in UTF-8; the space behind the family name has one.
  for (int letter = 0; letter < letters && end < kana.size() && kana[end] != ' '; ++letter) {
    end += 3;
  }
  return kana.substr(0, end);
}

template <typename Act>
void run(const std::string& name, std::size_t times, Act&& act) {
  std::vector<double> milliseconds;
  milliseconds.reserve(times);
  for (std::size_t at = 0; at < times; ++at) {
    milliseconds.push_back(measure(act).wall_seconds * 1e3);
  }
  print(name + ", median", percentile(milliseconds, 0.5), "ms");
  print(name + ", p95", percentile(milliseconds, 0.95), "ms", "aim 50");
}

}  // namespace

void search(const std::string& directory, std::size_t members, std::size_t times) {
  Society society(directory);
  // Five insured persons to three dependents, as in the largest societies.
  const auto insured = members * 5 / 8;
  const auto people = populate(society, {.insured = insured,
                                         .dependents = members - insured,
                                         .establishments = insured / 250 + 1});
  auto ledger = society.ledger();
  heading("member search and ledger page, " + std::to_string(members) + " members");
  const auto built =
      measure([&] { must(eligibility::build_member_index(ledger, society.clerk())); });
  print("kenpo: index of members built", built.wall_seconds, "s", "once, when the program starts");
  Draw draw(2, synthetic::Stream::people);
  std::size_t hits = 0;
  const auto find = [&](const std::string& text) {
    hits += must(eligibility::search_members(ledger, society.clerk(), text)).count;
  };
  run("kenpo: search by 2 letters of kana", times, [&] { find(typed(draw, 2)); });
  print("kenpo: members found by 2 letters, mean",
        static_cast<double>(hits) / static_cast<double>(times), "members");
  run("kenpo: search by 4 letters of kana", times, [&] { find(typed(draw, 4)); });
  run("kenpo: search by number", times, [&] { find(std::to_string(draw.between(1, 250))); });
  run("kenpo: ledger page of a member", times, [&] {
    const auto& all = people.insured;
    const auto& person = all[draw.below(static_cast<std::uint32_t>(all.size()))];
    must(premium::show_member(ledger, society.clerk(), person));
  });
  print("kenpo: peak memory", peak_megabytes(), "MB");
}

void names(std::size_t count) {
  Draw draw(1, synthetic::Stream::people);
  for (std::size_t at = 0; at < count; ++at) {
    const auto sex = draw.chance(500) ? synthetic::Sex::male : synthetic::Sex::female;
    std::puts(synthetic::half_kana(synthetic::draw_name(sex, draw)).c_str());
  }
}

}  // namespace kenpo::bench
