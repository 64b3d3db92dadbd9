#include "collection/rate_trial_act.h"

#include <algorithm>
#include <map>

#include "collection/demand_store.h"
#include "collection/voluntary_rule.h"
#include "eligibility/establishment_store.h"
#include "law/book.h"
#include "premium/levy_facts_act.h"
#include "premium/levy_ledger_store.h"
#include "premium/society_rate_store.h"
#include "premium/voluntary_month_rule.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Month;
using base::Rate;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;
using premium::SocietyRates;

base::Fault trial_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

/// What both rates make for an employer, exact, until the bill is cut.
struct TrialSums {
  std::int64_t persons = 0;
  premium::Parts now;
  premium::Parts then;
  Yen insured_now;
  Yen insured_then;
};

/// 「30‰」: rates of the law are whole per mille.
base::Plain words_of(Rate rate) {
  constexpr std::int64_t millionths_of_permille = 1000;
  return base::Plain(rate.millionths / millionths_of_permille) + "‰";
}

// 健康保険法160条1項・13項, 161条1項, 162条
Result<> check_rates(const SocietyRates& rates, base::Date day) {
  const auto& book = law::Book::carried();
  const auto lowest = KENPO_TRY(book.rate("premium.general_rate.lowest", day)).value;
  const auto highest = KENPO_TRY(book.rate("premium.general_rate.highest", day)).value;
  const auto general = rates.basic.total + rates.specific.total;
  if (general < lowest || highest < general) {
    return trial_fault({"一般保険料率が法の範囲の外です（健康保険法160条）。",
                        "The general rate is outside art 160."},
                       {"基本保険料率(‰)と特定保険料率(‰)の欄の合計を" + words_of(lowest) + "から" +
                            words_of(highest) + "までにしてください。",
                        "Enter basic and specific rates of " + words_of(lowest) + " to " +
                            words_of(highest) + " together."});
  }
  const auto half = KENPO_TRY(book.rate("premium.insured_share.highest", day)).value;
  constexpr std::int64_t whole_millionths = 1'000'000;
  for (const auto* one : {&rates.basic, &rates.specific, &rates.adjustment, &rates.care,
                          &rates.child}) {
    const auto insured = one->insured.millionths * whole_millionths;
    if (insured > one->total.millionths * half.millionths || one->insured < Rate()) {
      return trial_fault({"被保険者の負担が2分の1を超えています（健康保険法161条・162条）。",
                          "The insured share is above half."},
                         {"「うち被保険者(‰)」の欄を、同じ行の率の半分までにしてください。",
                          "Enter at most half of each rate as the insured share."});
    }
  }
  return base::Done{};
}

void add_owed(const std::optional<premium::Owed>& now, const std::optional<premium::Owed>& then,
              TrialSums& sums) {
  if (now) {
    sums.now += now->parts;
    sums.insured_now += now->insured;
  }
  if (then) {
    sums.then += then->parts;
    sums.insured_then += then->insured;
  }
}

/// One month, added to what each employer owes for it.
Result<> add_month(Ledger& ledger, const notice::Acting& acting, const store::View& view,
                   const MemberAccess& access, Month month, const SocietyRates& trial,
                   std::map<base::EstablishmentId, TrialLine>& lines) {
  const auto facts = KENPO_TRY(premium::load_facts(ledger, acting, view, access, month));
  const auto rates = KENPO_TRY(premium::rates_of(view, month));
  auto tried = trial;
  tried.child_rounding = rates.child_rounding;
  tried.specific_insured = rates.specific_insured;
  tried.care_bands = rates.care_bands;
  std::map<base::EstablishmentId, TrialSums> sums;
  for (const auto& one : facts) {
    const auto now = KENPO_TRY(premium::owed_in(one, month, rates));
    const auto then = KENPO_TRY(premium::owed_in(one, month, tried));
    auto& sum = sums[one.establishment];
    if (now.monthly) ++sum.persons;
    add_owed(now.monthly, then.monthly, sum);
    add_owed(now.bonus, then.bonus, sum);
    for (const auto& place : premium::other_workplaces(now, then)) {
      const auto part_now = premium::at_workplace(now, one.establishment, place);
      const auto part_then = premium::at_workplace(then, one.establishment, place);
      add_owed(part_now.monthly, part_then.monthly, sums[place]);
      add_owed(part_now.bonus, part_then.bonus, sums[place]);
    }
  }
  for (const auto& [establishment, sum] : sums) {
    auto& line = lines.try_emplace(establishment, TrialLine{.establishment = establishment})
                     .first->second;
    line.persons += sum.persons;
    // A bill is cut once a month (端数計算に関する法律2条).
    line.now += premium::billed_of(sum.now);
    line.then += premium::billed_of(sum.then);
    line.insured_now += sum.insured_now;
    line.insured_then += sum.insured_then;
  }
  return base::Done{};
}

/// What the levy's assessment needs of a voluntary member.
premium::PeriodFacts assessed(const VoluntaryFacts& member) {
  premium::PeriodFacts facts{.period = member.period,
                             .person = member.person,
                             .establishment = base::EstablishmentId::draw(),
                             .born = member.born,
                             .insured = {member.acquired, member.lost},
                             .care_exclusions = member.care_exclusions,
                             .care_dependents = member.care_dependents};
  for (const auto& one : member.standards) facts.standards.push_back({one.from, one.standard});
  return facts;
}

// 健康保険法161条1項ただし書: each premium is cut by itself and borne by the member alone.
Result<> add_voluntary(const store::View& view, const std::vector<VoluntaryFacts>& members,
                       Month month, const SocietyRates& trial, TrialLine& line) {
  if (members.empty()) return base::Done{};
  const auto of_month = KENPO_TRY(rate_month_of(month));
  const auto rates = KENPO_TRY(premium::rates_of(view, of_month));
  auto tried = trial;
  tried.specific_insured = rates.specific_insured;
  tried.care_bands = rates.care_bands;
  for (const auto& member : members) {
    const auto facts = assessed(member);
    const auto now = KENPO_TRY(premium::owed_alone_in(facts, month, rates)).monthly;
    const auto then = KENPO_TRY(premium::owed_alone_in(facts, month, tried)).monthly;
    if (now) ++line.persons;
    if (now) line.now += premium::billed_of(now->parts);
    if (then) line.then += premium::billed_of(then->parts);
  }
  line.insured_now = line.now.total();
  line.insured_then = line.then.total();
  return base::Done{};
}

void add_line(TrialLine& all, const TrialLine& line) {
  all.persons += line.persons;
  all.now += line.now;
  all.then += line.then;
  all.insured_now += line.insured_now;
  all.insured_then += line.insured_then;
}

}  // namespace

Result<TrialStart> start_trial(Ledger& ledger, const notice::Acting& acting) {
  return store::read_under<rate_trial>(
      ledger, acting,
      [&](const Permit<rate_trial>&, const store::View& view) -> Result<TrialStart> {
        const auto runs = KENPO_TRY(premium::list_runs(view));
        if (runs.empty()) {
          return trial_fault({"調定した月がありません。", "No month was levied."},
                             {"月次処理で調定してから試算してください。", "Levy a month first."});
        }
        const auto last = runs.back().month;
        return TrialStart{last, KENPO_TRY(premium::rates_of(view, last))};
      });
}

Result<RateTrial> try_rates(Ledger& ledger, const notice::Acting& acting,
                            const SocietyRates& rates, int months) {
  return store::read_under<rate_trial>(
      ledger, acting,
      [&](const Permit<rate_trial>& permit, const store::View& view) -> Result<RateTrial> {
        KENPO_TRY(whole_society(permit.recorder()));
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto runs = KENPO_TRY(premium::list_runs(view));
        constexpr std::size_t limit = trial_months_limit;
        if (months < 1 || months > trial_months_limit ||
            static_cast<std::size_t>(months) > runs.size()) {
          return trial_fault({"その月数は試算できません。", "So many months cannot be tried."},
                             {"「月数」の欄を、調定した月の数の" +
                                  base::Plain(std::min<std::size_t>(runs.size(), limit)) +
                                  "か月までにしてください。ほかの月は月次処理で調定します。",
                              "Enter at most the months levied; levy others with kenpo month."});
        }
        KENPO_TRY(check_rates(rates, runs.back().month.first_day()));
        RateTrial trial{.first = runs[runs.size() - static_cast<std::size_t>(months)].month,
                        .last = runs.back().month,
                        .rates = rates,
                        .voluntary = {.establishment = base::EstablishmentId::draw(),
                                      .name = "任意継続・特例退職"},
                        .all = {.establishment = base::EstablishmentId::draw()}};
        std::map<base::EstablishmentId, TrialLine> lines;
        const auto members =
            KENPO_TRY(list_voluntary(view, access, ledger.gate.clock().now()));
        for (auto month = trial.first; month <= trial.last; month = month.plus(1)) {
          KENPO_TRY(add_month(ledger, acting, view, access, month, rates, lines));
          KENPO_TRY(add_voluntary(view, members, month, rates, trial.voluntary));
        }
        add_line(trial.all, trial.voluntary);
        for (const auto& one : KENPO_TRY(eligibility::list_establishments(view))) {
          const auto found = lines.find(one.id);
          if (found == lines.end()) continue;
          found->second.name = one.symbol + " " + one.name;
          add_line(trial.all, found->second);
          trial.employers.push_back(std::move(found->second));
        }
        return trial;
      });
}

}  // namespace kenpo::collection
