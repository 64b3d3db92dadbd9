// The regular determination (定時決定) of a society: everybody notified, nobody decided.
#include <algorithm>
#include <string>
#include <vector>

#include "bench/commands.h"
#include "bench/measure.h"
#include "bench/population.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/notified_pay_store.h"
#include "remuneration/determination_job.h"

namespace kenpo::bench {

namespace {

using eligibility::InsuredPeriod;
using eligibility::NotifiedPay;

inline constexpr notice::Operation notify_operation{
    .name = "bench.notify",
    .japanese = "測定用の算定基礎届の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}},
    .runner = notice::Runner::staff_or_program};

constexpr std::size_t notifications_a_transaction = 10'000;
constexpr std::size_t people_of_an_establishment = 250;
constexpr int april = 4;
constexpr int september = 9;

NotifiedPay notified(const InsuredPeriod& period, std::size_t at, int year) {
  NotifiedPay pay{.person = period.person,
                  .period = period.id,
                  .establishment = period.establishment,
                  .case_id = base::CaseId::draw()};
  pay.form = eligibility::PayForm::regular;
  pay.on = *base::Date::make(year, september, 1);
  for (std::size_t month = 0; month < pay.months.size(); ++month) {
    pay.months[month] = {april + static_cast<int>(month), 30,
                         base::Yen(200'000 + static_cast<std::int64_t>(at % 97) * 4'000)};
  }
  return pay;
}

void notify_everybody(Society& society, int year) {
  std::vector<InsuredPeriod> periods;
  must(society.gate().perform<notify_operation>(
      society.clerk(), [&](const notice::Permit<notify_operation>& permit) -> base::Result<> {
        const eligibility::MemberAccess access(
            permit.grant<notice::Purpose::standard_remuneration_determination>());
        const auto view = KENPO_TRY(society.database().read());
        KENPO_TRY(eligibility::each_period(
            view, access, [&](const InsuredPeriod& period) { periods.push_back(period); }));
        return base::Done{};
      }));
  for (std::size_t first = 0; first < periods.size(); first += notifications_a_transaction) {
    const auto last = std::min(periods.size(), first + notifications_a_transaction);
    const auto work = [&](const notice::Permit<notify_operation>& permit) -> base::Result<> {
      const eligibility::MemberAccess access(
          permit.grant<notice::Purpose::standard_remuneration_determination>());
      auto transaction = KENPO_TRY(society.database().write());
      for (auto at = first; at < last; ++at) {
        KENPO_TRY(add(transaction, access, notified(periods[at], at, year)));
      }
      return transaction.commit(permit.recorder());
    };
    must(society.gate().perform<notify_operation>(society.clerk(), work));
  }
}

}  // namespace

void regular(const std::string& directory, std::size_t insured) {
  Society society(directory);
  populate(society,
           {.insured = insured, .establishments = insured / people_of_an_establishment + 1});
  notify_everybody(society, last_month(society).year());
  heading("regular determination of " + std::to_string(insured) + " insured");
  auto ledger = society.ledger();
  remuneration::Determination done;
  const auto taken =
      measure([&] { done = must(remuneration::determine_all(ledger, society.clerk(), {})); });
  print("kenpo: everybody decided", taken.wall_seconds, "s",
        std::to_string(done.decided) + " decided, " + std::to_string(done.for_people) +
            " for people");
  print("kenpo: the same, processor", taken.processor_seconds * 1e6 / static_cast<double>(insured),
        "us/person");
  print("kenpo: peak memory", peak_megabytes(), "MB", "aim 10 s for 500,000");
}

}  // namespace kenpo::bench
