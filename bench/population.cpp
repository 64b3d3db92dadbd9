#include "bench/population.h"

#include <algorithm>
#include <array>
#include <string>

#include "bench/measure.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "remuneration/remuneration_store.h"
#include "synthetic/names.h"

namespace kenpo::bench {

namespace {

using eligibility::Establishment;
using eligibility::InsuredPeriod;
using eligibility::Person;
using synthetic::Draw;

inline constexpr notice::Operation fill_operation{
    .name = "bench.fill",
    .japanese = "測定用の加入者の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

constexpr std::size_t chunk_people = 10'000;  // of one transaction, as large as a month's run takes
constexpr std::uint64_t seed = 1;

std::vector<Establishment> establishments(std::size_t count) {
  std::vector<Establishment> made(count);
  for (std::size_t at = 0; at < count; ++at) {
    auto& one = made[at];
    one.prefecture = "21";
    one.county = std::to_string(10 + at / 10'000);
    one.office_symbol = std::to_string(at % 10'000);
    one.symbol = std::to_string(101 + at);
    one.name = "測定用事業所";
    one.from = *base::Date::make(2010, 4, 1);
  }
  return made;
}

Person draw_person(Draw& draw) {
  const auto sex = draw.chance(500) ? synthetic::Sex::male : synthetic::Sex::female;
  const auto name = synthetic::draw_name(sex, draw);
  Person person;
  person.name = synthetic::written(name);
  person.name_kana = synthetic::half_kana(name);
  person.sex = sex == synthetic::Sex::male ? eligibility::Sex::male : eligibility::Sex::female;
  person.born = base::Date::of_serial(draw.between(-2'500, 13'000));  // 1963 to 2005
  person.postal_code = "1000001";
  person.address = "東京都千代田区架空町１－２－３";
  person.address_kana = "ﾄｳｷｮｳﾄ ﾁﾖﾀﾞｸ ｶｸｳﾁｮｳ 1-2-3";
  return person;
}

/// One chunk of people within a transaction.
class Filler {
 public:
  Filler(store::Transaction& transaction, const eligibility::MemberAccess& access,
         base::Moment now)
      : transaction_(transaction), access_(access), now_(now) {}

  base::Result<> insured(Draw& draw, const Establishment& employer, std::size_t number,
                         Population& people) {
    const auto person = draw_person(draw);
    KENPO_TRY(eligibility::put(transaction_, access_, person, entry(), now_));
    InsuredPeriod period{.person = person.id, .establishment = employer.id};
    period.acquired = entry();
    period.symbol = employer.symbol;
    period.number = std::to_string(number);
    KENPO_TRY(eligibility::put(transaction_, access_, period, now_));
    constexpr std::array<int, 8> thousands = {200, 240, 280, 300, 340, 380, 440, 560};
    const base::Yen standard(thousands[draw.below(thousands.size())] * 1000);
    const remuneration::StandardRemuneration decision{
        .person = person.id,
        .period = period.id,
        .from = entry().in_month(),
        .monthly = standard,
        .standard = standard,
        .grade = 20,
        .source = eligibility::NotifiedPayId::draw()};
    KENPO_TRY(remuneration::put(transaction_, access_, decision, now_));
    people.insured.push_back(person.id);
    people.on_claims.push_back({.symbol = period.symbol,
                                .number = period.number,
                                .born = person.born,
                                .male = person.sex == eligibility::Sex::male});
    return base::Done{};
  }

  base::Result<base::PersonId> dependent(Draw& draw, const base::PersonId& insured, int branch) {
    const auto person = draw_person(draw);
    KENPO_TRY(eligibility::put(transaction_, access_, person, entry(), now_));
    eligibility::DependentLink link{.dependent = person.id, .insured = insured};
    link.branch = branch;
    link.relation = eligibility::Relation::child;
    link.from = entry();
    KENPO_TRY(eligibility::put(transaction_, access_, link, now_));
    return person.id;
  }

 private:
  static base::Date entry() { return *base::Date::make(2020, 4, 1); }

  store::Transaction& transaction_;
  const eligibility::MemberAccess& access_;
  base::Moment now_;
};

/// Runs `put_one(filler, at)` for 0 to `count` - 1, a transaction a chunk.
template <typename PutOne>
void fill(Society& society, std::size_t count, const PutOne& put_one) {
  for (std::size_t first = 0; first < count; first += chunk_people) {
    const auto last = std::min(count, first + chunk_people);
    const auto work = [&](const notice::Permit<fill_operation>& permit) -> base::Result<> {
      const eligibility::MemberAccess access(
          permit.grant<notice::Purpose::member_administration>());
      auto transaction = KENPO_TRY(society.database().write());
      Filler filler(transaction, access, society.clock().now());
      for (auto at = first; at < last; ++at) KENPO_TRY(put_one(filler, at));
      return transaction.commit(permit.recorder());
    };
    must(society.gate().perform<fill_operation>(society.clerk(), work));
  }
}

}  // namespace

Population populate(Society& society, const PopulationPlan& plan) {
  const auto employers = establishments(plan.establishments);
  auto ledger = society.ledger();
  must(eligibility::register_establishments(ledger, society.clerk(), employers));
  Population people;
  Draw draw(seed, synthetic::Stream::people);
  fill(society, plan.insured, [&](Filler& filler, std::size_t at) -> base::Result<> {
    const auto& employer = employers[at % employers.size()];
    return filler.insured(draw, employer, at / employers.size() + 1, people);
  });
  fill(society, plan.dependents, [&](Filler& filler, std::size_t at) -> base::Result<> {
    const auto& insured = people.insured[at % people.insured.size()];
    const auto branch = static_cast<int>(at / people.insured.size()) + 1;
    people.dependents.push_back(KENPO_TRY(filler.dependent(draw, insured, branch)));
    return base::Done{};
  });
  return people;
}

base::Month last_month(const Society& society) {
  return society.clock().now().day().in_month().plus(-1);
}

}  // namespace kenpo::bench
