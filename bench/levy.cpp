// The levy of a month: what every insured person owes, posted, and what every employer owes.
#include "premium/levy_act.h"

#include <string>

#include "bench/commands.h"
#include "bench/measure.h"
#include "bench/population.h"
#include "bench/rates.h"
#include "premium/society_rate_act.h"

namespace kenpo::bench {

namespace {

constexpr std::size_t people_an_establishment = 250;

void run(Society& society, base::Month month, const std::string& name, std::size_t insured) {
  auto ledger = society.ledger();
  premium::Levy levy;
  const auto taken = measure(
      [&] { levy = must(premium::levy_month(ledger, society.clerk(), month, {})); });
  print(name, taken.wall_seconds, "s", std::to_string(levy.postings) + " postings");
  print(name + ", processor", taken.processor_seconds * 1e6 / static_cast<double>(insured),
        "us/person");
}

}  // namespace

void levy(const std::string& directory, std::size_t insured) {
  Society society(directory);
  populate(society, {.insured = insured,
                     .establishments = insured / people_an_establishment + 1});
  const auto month = last_month(society).plus(-1);
  auto ledger = society.ledger();
  must(premium::enter_rates(ledger, society.clerk(), society_rates(month.plus(-1))));
  heading("levy of " + std::to_string(insured) + " insured");
  run(society, month, "kenpo: levy of the first month", insured);
  run(society, month, "kenpo: the same again, nothing changed", insured);
  run(society, month.plus(1), "kenpo: levy of the next month", insured);
  print("kenpo: peak memory", peak_megabytes(), "MB", "aim 5 s for 500,000");
}

}  // namespace kenpo::bench
