// 二以上事業所勤務, for any pay and any rates: the parts make the whole (健康保険法161条4項, 施行令47条).
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "premium/assessment_rule.h"

namespace kenpo::premium {
namespace {

using base::Month;
using base::Yen;

SocietyRates any_society_rates() {
  const auto shared = [](std::int64_t highest) {
    const auto total = *rc::gen::inRange<std::int64_t>(1, highest + 1);
    return SharedRate{{total}, {*rc::gen::inRange<std::int64_t>(0, total / 2 + 1)}};
  };
  return {.basic = shared(60'000),
          .specific = shared(60'000),
          .adjustment = shared(2'000),
          .care = shared(20'000),
          .child = shared(5'000)};
}

/// The workplaces of somebody employed at two to six, the first that of the period.
std::vector<remuneration::PaidAt> any_places(std::int64_t least_own) {
  std::vector<remuneration::PaidAt> places{
      {std::nullopt, Yen(*rc::gen::inRange<std::int64_t>(least_own, 3'000'001))}};
  const auto others = *rc::gen::inRange(1, 6);
  for (int at = 0; at < others; ++at) {
    places.push_back({base::EstablishmentId::draw(),
                      Yen(*rc::gen::inRange<std::int64_t>(1, 3'000'001))});
  }
  return places;
}

PeriodFacts any_facts(Month month) {
  PeriodFacts facts{.period = eligibility::PeriodId::draw(),
                    .person = base::PersonId::draw(),
                    .establishment = base::EstablishmentId::draw(),
                    .born = base::Date::make(1950 + *rc::gen::inRange(0, 50), 6, 15).value(),
                    .insured = {month.plus(-3).first_day(), std::nullopt}};
  const auto from = month.plus(-1);
  facts.standards.push_back({from, Yen(*rc::gen::inRange<std::int64_t>(58, 1'391) * 1'000)});
  facts.workplaces.push_back({from, any_places(1)});
  facts.bonuses.push_back({month, month.first_day(),
                           Yen(*rc::gen::inRange<std::int64_t>(1, 5'731) * 1'000), any_places(0)});
  return facts;
}

struct WholeOfParts {
  Parts parts;
  Yen total;
};
void add_part(WholeOfParts& sum, const std::optional<Owed>& owed) {
  if (!owed) return;
  for (const auto millionths : owed->parts.millionths) RC_ASSERT(millionths >= 0);
  RC_ASSERT(Yen() <= owed->insured && owed->insured <= owed->total);
  sum.parts += owed->parts;
  sum.total += owed->total;
}

TEST(DividedPremium, ThePartsMakeTheWholeOfEveryMonth) {
  EXPECT_TRUE(rc::check("monthly premium and bonus, each kind to a millionth of a yen", [] {
    const auto month = Month::make(2025, 1)->plus(*rc::gen::inRange(0, 20));
    const auto facts = any_facts(month);
    const auto rates = any_society_rates();
    const auto divided = owed_in(facts, month, rates);
    auto alone = facts;
    alone.workplaces.clear();
    alone.bonuses[0].places.clear();
    const auto whole = owed_in(alone, month, rates);
    RC_ASSERT(divided.ok() && whole.ok());
    RC_ASSERT(whole->elsewhere.empty());
    WholeOfParts monthly;
    WholeOfParts bonus;
    add_part(monthly, divided->monthly);
    add_part(bonus, divided->bonus);
    for (const auto& place : divided->elsewhere) {
      RC_ASSERT(place.establishment != facts.establishment);
      add_part(monthly, place.monthly);
      add_part(bonus, place.bonus);
    }
    RC_ASSERT(monthly.parts == whole->monthly->parts);
    RC_ASSERT(monthly.total == whole->monthly->total);
    RC_ASSERT(bonus.parts == whole->bonus->parts);
    RC_ASSERT(bonus.total == whole->bonus->total);
  }));
}

TEST(DividedPremium, WhoPaysMoreNeverBearsLessAndAHigherStandardNeverCostsLess) {
  EXPECT_TRUE(rc::check("in the pay of a workplace, and in the standard", [] {
    const auto rates = any_society_rates();
    const Yen standard(*rc::gen::inRange<std::int64_t>(58, 1'391) * 1'000);
    const Yen higher = standard + Yen(*rc::gen::inRange<std::int64_t>(0, 100) * 1'000);
    const auto lower_owed = owed_of(standard, Care::charged, rates);
    const auto higher_owed = owed_of(higher, Care::charged, rates);
    RC_ASSERT(lower_owed.total <= higher_owed.total);
    RC_ASSERT(lower_owed.insured <= higher_owed.insured);
    std::vector<Yen> pay;
    for (const auto& place : any_places(1)) pay.push_back(place.pay);
    const auto shares = divided_by_pay(lower_owed, rates, pay);
    RC_ASSERT(shares.ok());
    for (std::size_t one = 0; one < pay.size(); ++one) {
      for (std::size_t other = 0; other < pay.size(); ++other) {
        if (pay[one] > pay[other]) {
          RC_ASSERT(shares.value()[one].parts.sum() >= shares.value()[other].parts.sum());
          RC_ASSERT(shares.value()[one].total >= shares.value()[other].total);
        }
      }
    }
  }));
}

}  // namespace
}  // namespace kenpo::premium
