// Speed of the levy: a society of so many insured people is made in a temporary directory, then two
// months are levied. Usage: levy_bench PEOPLE. Prints seconds by the clock and by the processor.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_index.h"
#include "eligibility/member_search_act.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "premium/levy_act.h"
#include "premium/society_rate_act.h"
#include "premium/tables_store.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::premium {
namespace {

using base::Month;
using test_support::must;

inline constexpr notice::Operation fill{
    .name = "bench.fill",
    .japanese = "計測の準備",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

constexpr int establishments_count = 200;
constexpr int rows_a_transaction = 20'000;

class Stopwatch {
 public:
  void tell(const char* what) {
    const auto wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_);
    std::printf("%-42s %8.2f s  (processor %.2f s)\n", what, wall.count(),
                static_cast<double>(std::clock() - processor_) / CLOCKS_PER_SEC);
    std::fflush(stdout);
    wall_ = std::chrono::steady_clock::now();
    processor_ = std::clock();
  }

 private:
  std::chrono::steady_clock::time_point wall_ = std::chrono::steady_clock::now();
  std::clock_t processor_ = std::clock();
};

std::vector<eligibility::Establishment> establishments() {
  std::vector<eligibility::Establishment> made;
  for (int at = 0; at < establishments_count; ++at) {
    auto one = test_support::sample_establishment();
    one.office_symbol = std::to_string(1000 + at);
    one.symbol = std::to_string(100 + at);
    made.push_back(one);
  }
  return made;
}

/// An invented name of two kana syllables from a number.
std::string kana_of(int number) {
  static constexpr const char* syllables[] = {"ｱｲ", "ｶﾐ", "ｻﾄｳ", "ﾀﾅｶ", "ﾅｶ",
                                              "ﾊﾗ", "ﾏﾂ", "ﾔﾏ",  "ﾜﾀ"};
  return std::string(syllables[number % 9]) + syllables[number / 9 % 9] + " " +
         syllables[number / 81 % 9] + syllables[number / 729 % 9];
}

base::Result<> fill_some(store::Transaction& transaction, const eligibility::MemberAccess& access,
                         const std::vector<eligibility::Establishment>& places, int first, int last,
                         base::Moment now) {
  const auto born = *base::Date::make(1960, 1, 1);
  for (int at = first; at < last; ++at) {
    eligibility::Person person{.name = "見本　太郎", .name_kana = kana_of(at)};
    person.born = born.plus_days(at % 16'000);
    person.address = "東京都千代田区見本町１－１－" + std::to_string(at);
    const auto& place = places[static_cast<std::size_t>(at % establishments_count)];
    const eligibility::InsuredPeriod period{.person = person.id,
                                            .establishment = place.id,
                                            .acquired = *base::Date::make(2020, 4, 1),
                                            .symbol = place.symbol,
                                            .number = std::to_string(at + 1)};
    KENPO_TRY(put(transaction, access, person, period.acquired, now));
    KENPO_TRY(put(transaction, access, period, now));
    KENPO_TRY(remuneration::put(
        transaction, access,
        remuneration::StandardRemuneration{.person = person.id,
                                           .period = period.id,
                                           .from = *Month::make(2020, 4),
                                           .monthly = base::Yen(300'000),
                                           .standard = base::Yen(200'000 + at % 20 * 20'000),
                                           .grade = 22,
                                           .source = eligibility::NotifiedPayId::draw()},
        now));
  }
  return base::Done{};
}

void run(int people) {
  test_support::Society society(eligibility::tables, remuneration::tables, tables);
  eligibility::MemberIndex index;
  eligibility::Ledger ledger{society.gate(), society.database(), society.numbers(), index};
  const auto acting = test_support::Society::scheduler();
  const auto places = establishments();
  must(eligibility::register_establishments(ledger, acting, places));
  std::vector<SocietyRate> rates;
  for (const auto& [kind, total] :
       std::vector<std::pair<RateKind, std::int64_t>>{{RateKind::general_basic, 45'600},
                                                      {RateKind::general_specific, 32'800},
                                                      {RateKind::adjustment, 1'300},
                                                      {RateKind::care, 18'000},
                                                      {RateKind::child, 2'300}}) {
    rates.push_back({kind, *Month::make(2026, 4), base::Rate{total}, base::Rate{total / 2}});
  }
  must(enter_rates(ledger, acting, rates));

  Stopwatch watch;
  for (int first = 0; first < people; first += rows_a_transaction) {
    must(society.gate().perform<fill>(
        acting, [&](const notice::Permit<fill>& permit) -> base::Result<> {
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          auto transaction = KENPO_TRY(society.database().write());
          KENPO_TRY(fill_some(transaction, access, places, first,
                              std::min(first + rows_a_transaction, people), society.clock().now()));
          return transaction.commit(permit.recorder());
        }));
  }
  watch.tell("made the society");
  society.reopen();
  eligibility::Ledger again{society.gate(), society.database(), society.numbers(), index};
  society.clock().set(society.clock().now().plus_milliseconds(1000));
  watch.tell("reopened");
  for (const int month : {5, 6}) {
    const auto levied = must(levy_month(again, acting, *Month::make(2026, month),
                                        [&](const base::Progress& progress) {
                                          if (progress.done == 0) {
                                            watch.tell(progress.what.en.text().c_str());
                                          }
                                        }));
    std::printf("  %lld people, %lld postings\n", static_cast<long long>(levied.persons),
                static_cast<long long>(levied.postings));
    watch.tell("posted and closed");
    society.clock().set(society.clock().now().plus_milliseconds(1000));
  }
  must(levy_month(again, acting, *Month::make(2026, 6), {}));
  watch.tell("the same month again");
  must(eligibility::build_member_index(again, acting));
  watch.tell("search index built");
  std::vector<double> times;
  for (int at = 0; at < 300; ++at) {
    const auto begin = std::chrono::steady_clock::now();
    const auto query = at % 3 == 0   ? kana_of(at).substr(0, 6)
                       : at % 3 == 1 ? std::to_string(at * 131 % people)
                                     : std::string("見本");
    must(eligibility::search_members(again, society.clerk(), query));
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
            .count());
  }
  std::sort(times.begin(), times.end());
  std::printf("search of %zu members: median %.2f ms, p95 %.2f ms\n", index.size(),
              times[times.size() / 2], times[times.size() * 95 / 100]);
}

}  // namespace
}  // namespace kenpo::premium

int main(int count, char** words) {
  if (count != 2) return 2;
  kenpo::premium::run(std::atoi(words[1]));
}
