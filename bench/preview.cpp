// The effects of a change of the past, before it is saved: 24 levied months of one person.
#include <string>
#include <vector>

#include "bench/commands.h"
#include "bench/measure.h"
#include "bench/population.h"
#include "bench/rates.h"
#include "eligibility/insured_period_store.h"
#include "premium/change_effect_act.h"
#include "premium/levy_act.h"
#include "premium/society_rate_act.h"

namespace kenpo::bench {

namespace {

inline constexpr notice::Operation look_operation{
    .name = "bench.look",
    .japanese = "測定用の資格の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}},
    .runner = notice::Runner::staff_or_program};

constexpr int months_back = 24;
constexpr std::size_t people_of_an_establishment = 250;

std::vector<eligibility::InsuredPeriod> periods_in(Society& society) {
  std::vector<eligibility::InsuredPeriod> periods;
  must(society.gate().perform<look_operation>(
      society.clerk(), [&](const notice::Permit<look_operation>& permit) -> base::Result<> {
        const eligibility::MemberAccess access(
            permit.grant<notice::Purpose::premium_collection>());
        const auto view = KENPO_TRY(society.database().read());
        KENPO_TRY(eligibility::each_period(
            view, access,
            [&](const eligibility::InsuredPeriod& period) { periods.push_back(period); }));
        return base::Done{};
      }));
  return periods;
}

/// Previews a change of each of `times` people; `change_of` makes it from a period.
template <typename ChangeOf>
void preview_all(Society& society, const std::vector<eligibility::InsuredPeriod>& periods,
                 std::size_t times, const std::string& name, const ChangeOf& change_of) {
  auto ledger = society.ledger();
  std::vector<double> milliseconds;
  std::size_t months = 0;
  const auto taken = measure([&] {
    for (std::size_t at = 0; at < times; ++at) {
      // Far apart in the ledger, as those are whom clerks happen to look at.
      const auto& period = periods[at * 7919 % periods.size()];
      const double begun = now_seconds();
      const auto effect = must(premium::preview_change(
          ledger, society.clerk(), {period.person, change_of(period)}));
      milliseconds.push_back((now_seconds() - begun) * 1e3);
      months += effect.months.size();
    }
  });
  print(name + ", median", percentile(milliseconds, 0.5), "ms",
        std::to_string(months / times) + " months that differ");
  print(name + ", p95", percentile(milliseconds, 0.95), "ms", "aim 300 ms");
  print(name + ", processor", taken.processor_seconds * 1e3 / static_cast<double>(times), "ms");
}

}  // namespace

void preview(const std::string& directory, std::size_t insured, std::size_t times) {
  Society society(directory);
  populate(society,
           {.insured = insured, .establishments = insured / people_of_an_establishment + 1});
  const auto last = last_month(society);
  const auto first = last.plus(1 - months_back);
  auto ledger = society.ledger();
  must(premium::enter_rates(ledger, society.clerk(), society_rates(first.plus(-1))));
  for (auto month = first; month <= last; month = month.plus(1)) {
    must(premium::levy_month(ledger, society.clerk(), month, {}));
  }
  heading("preview of a change of the past: " + std::to_string(insured) + " insured, " +
          std::to_string(months_back) + " months levied");
  const auto periods = periods_in(society);
  preview_all(society, periods, times, "kenpo: standard of 24 months",
              [&](const eligibility::InsuredPeriod& period) {
                return premium::StandardCorrection{period.id, first, base::Yen(655'000)};
              });
  preview_all(society, periods, times, "kenpo: loss before 24 months",
              [&](const eligibility::InsuredPeriod& period) {
                return premium::PeriodCorrection{period.id, period.acquired, first.first_day()};
              });
}

}  // namespace kenpo::bench
