// The claims of a month after they came in: high-cost medical expense and additional benefits of a
// society, the list of receipts with its filters, pages of medical cost notices.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "bench/commands.h"
#include "bench/measure.h"
#include "bench/population.h"
#include "benefit/additional_act.h"
#include "benefit/high_cost_act.h"
#include "claim/claim_act.h"
#include "claim/claim_intake_act.h"
#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "cost_notice/notice_print.h"
#include "format/claim/claim_samples.h"
#include "format/claim/writer.h"
#include "synthetic/names.h"

namespace kenpo::bench {

namespace {

using base::Month;
using base::Yen;

constexpr std::size_t people_an_establishment = 250;

/// Of a hundred receipts of a month so many cost so many points: most are small, a few are stays.
struct Band {
  std::size_t percent;
  std::int64_t points;
};
constexpr Band bands[] = {{70, 600}, {20, 2'500}, {7, 8'000}, {3, 60'000}};

std::int64_t points_of(std::size_t at) {
  std::size_t place = at * 37 % 100;  // spread over the file, the same each time
  for (const auto& band : bands) {
    if (place < band.percent) return band.points;
    place -= band.percent;
  }
  return bands[0].points;
}

/// One receipt of one line for each insured person.
std::string claims_of_month(const Population& people, Month treated) {
  format::claim::Writer writer(format::claim::Form::insurer);
  auto draft = format::claim::sample_receipt();
  draft.insurer_number = std::string(Society::insurer().text());
  draft.treated_in = treated;
  draft.claimed_in = treated.plus(1);
  draft.details.resize(1);
  for (auto& day : draft.details[0].days) day = 0;
  for (auto& visit : draft.visits) visit = 0;
  draft.details[0].days[0] = draft.visits[0] = 1;
  draft.diseases.resize(1);
  draft.diseases[0].started = treated.first_day();
  for (std::size_t at = 0; at < people.on_claims.size(); ++at) {
    const auto& insured = people.on_claims[at];
    auto number = std::to_string(at);
    number.insert(0, std::string(8 - std::min<std::size_t>(8, number.size()), '0'));
    draft.management_number = "26041300" + number;
    draft.symbol = insured.symbol;
    draft.number = insured.number;
    draft.born = insured.born;
    draft.male = insured.male;
    draft.kind = "1112";
    draft.details[0].points = points_of(at);
    writer.receipt(draft);
  }
  writer.end();
  KENPO_REQUIRE(writer.faults().empty());
  return std::move(writer.bytes());
}

inline constexpr notice::Operation fill_claims{
    .name = "bench.fill_claims",
    .japanese = "測定用のレセプトの登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment}}};

constexpr std::size_t claims_of_a_chunk = 20'000;

/// Heads of receipts of three years, without their records, straight into the store.
void fill(Society& society, const Population& people,
          const std::vector<base::EstablishmentId>& establishments, std::size_t receipts,
          Month newest) {
  constexpr int months = 36;
  synthetic::Draw draw(7, synthetic::Stream::claims);
  for (std::size_t at = 0; at < receipts;) {
    must(society.gate().perform<fill_claims>(
        society.clerk(), [&](const notice::Permit<fill_claims>& permit) -> base::Result<> {
          const claim::ClaimAccess access(
              permit.grant<notice::Purpose::benefit_examination_and_payment>());
          auto transaction = KENPO_TRY(society.database().write());
          for (std::size_t count = 0; count < claims_of_a_chunk && at < receipts; ++count, ++at) {
            const auto person = draw.below(static_cast<std::uint32_t>(people.insured.size()));
            claim::Claim made;
            made.person = people.insured[person];
            made.establishment = establishments[person % establishments.size()];
            made.claimed_in = newest.plus(-static_cast<int>(draw.below(months)));
            made.treated_in = made.claimed_in.plus(-1);
            made.stay = claim::Stay::outpatient;
            made.standing = static_cast<claim::Standing>(
                draw.chance(20) ? draw.below(std::uint32_t{claim::standings_count}) : 0);
            made.management_number = std::to_string(at);
            made.institution = "1310000000";
            made.institution_name = "見本医院";
            made.decided_points = made.claimed_points = 600;
            KENPO_TRY(claim::put(transaction, access, made, {}));
          }
          return transaction.commit(permit.recorder());
        }));
  }
  auto transaction = must(society.database().write());
  claim::ClaimIntake intake;
  intake.claimed_in = newest;
  intake.taken_at = society.clock().now();
  intake.receipts = receipts;
  must(claim::put(transaction, intake));
  must(transaction.commit_without_personal_data());
}

}  // namespace

void benefits(const std::string& directory, std::size_t insured) {
  Society society(directory);
  const auto people =
      populate(society, {.insured = insured,
                         .establishments = insured / people_an_establishment + 1});
  const auto treated = last_month(society);
  {
    const auto bytes = claims_of_month(people, treated);
    must(claim::intake_claims(society.gate(), society.database(), society.clerk(), "claims.csv",
                              bytes));
  }
  auto ledger = society.ledger();
  must(benefit::enter_additional_rule(ledger, society.clerk(),
                                      {.from = treated,
                                       .rules = {Yen(25'000), Yen(100), Yen(500)},
                                       .resolution = "測定用"}));
  heading("benefits of a month, " + std::to_string(insured) + " insured, a receipt each");
  benefit::HighCostDone done;
  const auto compute = [&] { done = must(benefit::keep_high_cost(ledger, society.clerk())); };
  const auto taken = measure(compute);
  print("kenpo: high-cost and additional benefits", taken.wall_seconds, "s",
        std::to_string(done.households) + " households, " + std::to_string(done.proposed) +
            " proposed; aim 10 s for 800,000 members");
  print("kenpo: processor", taken.processor_seconds * 1e6 / static_cast<double>(insured),
        "us/member");
  print("kenpo: the same again, nothing changed", measure(compute).wall_seconds, "s");
  print("kenpo: peak memory", peak_megabytes(), "MB");
}

void receipts(const std::string& directory, std::size_t count, std::size_t times) {
  Society society(directory);
  const auto members = std::max<std::size_t>(1'000, count / 40);
  const auto people = populate(
      society, {.insured = members, .establishments = members / people_an_establishment + 1});
  const auto newest = last_month(society);
  std::vector<base::EstablishmentId> establishments;
  for (std::size_t at = 0; at <= members / people_an_establishment; ++at) {
    establishments.push_back(base::EstablishmentId::draw());
  }
  fill(society, people, establishments, count, newest);
  heading("list of receipts with filters, " + std::to_string(count) + " heads of 36 months");
  synthetic::Draw draw(11, synthetic::Stream::claims);
  std::vector<double> milliseconds;
  constexpr int months = 36;
  constexpr std::size_t pages = 40;
  for (std::size_t at = 0; at < times; ++at) {
    const auto month = newest.plus(-static_cast<int>(draw.below(months)));
    const auto standing =
        draw.chance(500) ? std::optional(static_cast<claim::Standing>(draw.below(3)))
                         : std::nullopt;
    const auto offset =
        static_cast<std::int64_t>(draw.below(std::uint32_t{pages})) * claim::claims_of_a_page;
    milliseconds.push_back(
        measure([&] {
          must(society.gate().perform<claim::list_claims_operation>(
              society.clerk(),
              [&](const notice::Permit<claim::list_claims_operation>& permit) {
                return claim::show_claims(permit, society.database(), month, standing, offset,
                                          newest);
              }));
        }).wall_seconds *
        1e3);
  }
  print("kenpo: a page of 50, median", percentile(milliseconds, 0.5), "ms");
  print("kenpo: a page of 50, p95", percentile(milliseconds, 0.95), "ms",
        "aim 100 at 30 million");
}

void cost_notices(std::size_t pages) {
  constexpr std::size_t lines = 24;  // a year of two receipts a month
  constexpr std::size_t notices_a_document = 100;
  std::vector<cost_notice::CostNotice> notices;
  for (std::size_t at = 0; at < notices_a_document; ++at) {
    cost_notice::CostNotice notice{.person = base::PersonId::draw()};
    notice.insured_name = notice.name = "見本　太郎";
    notice.symbol = "101";
    notice.number = std::to_string(at + 1);
    notice.period = {*Month::make(2026, 1), *Month::make(2026, 12)};
    notice.address = {"100-0001", "東京都千代田区架空町1-2-3"};
    notice.made_on = *base::Date::make(2027, 1, 20);
    for (std::size_t line = 0; line < lines; ++line) {
      cost_notice::NoticeLine one;
      one.month = notice.period.from.plus(static_cast<int>(line / 2));
      one.patient = notice.name;
      one.institution = "見本診療所";
      one.days = 1;
      notice.lines.push_back(one);
    }
    notices.push_back(std::move(notice));
  }
  const premium::NoticeSender sender{.society = "見本健康保険組合",
                                    .address = "東京都千代田区架空町9-9",
                                    .telephone = "00-0000-0000",
                                    .complaint_desk = "個人情報窓口"};
  std::size_t made = 0;
  heading("medical cost notices");
  const auto taken = measure([&] {
    while (made < pages) {
      const auto printed =
          must(cost_notice::print_notices(notices, sender, base::SystemClock().now()));
      made += static_cast<std::size_t>(printed.pages);
    }
  });
  print("kenpo: pages of PDF", static_cast<double>(made) / taken.wall_seconds, "pages/s",
        std::to_string(made) + " pages; aim 300");
}

}  // namespace kenpo::bench
