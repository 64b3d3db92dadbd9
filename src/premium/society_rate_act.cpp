#include "premium/society_rate_act.h"

#include <algorithm>
#include <utility>

#include "law/book.h"
#include "premium/levy_ledger_store.h"
#include "premium/rate_requirement_store.h"
#include "premium/society_rate_store.h"

namespace kenpo::premium {

namespace {

using base::Result;

base::Fault rate_fault(base::Words why) {
  return {{"保険料率を登録できません", "The rate cannot be entered"},
          std::move(why),
          {"率と適用月を確認してください", "Check the rate and its month"},
          {}};
}

base::Fault too_late_fault() {
  return {{"この議決は、料率の適用の月より後に施行されます。",
           "The resolution comes into force after the rate's month."},
          {},
          {"料率と議決の組み合わせを確かめてください。", "Check rate and resolution."},
          {}};
}

// 健康保険法161条1項・162条: never more than half.
Result<> check_insured_part(const SocietyRate& rate) {
  constexpr std::int64_t millionths_of_one = 1'000'000;
  const auto half = KENPO_TRY(
      law::Book::carried().rate("premium.insured_share.highest", rate.from.first_day()));
  if (rate.total.millionths < 0 || rate.insured.millionths < 0 ||
      rate.insured.millionths * millionths_of_one > rate.total.millionths * half.value.millionths) {
    return rate_fault({"被保険者の負担は料率の2分の1までです（健康保険法161条・162条）",
                       "The insured part is at most half (art 161, 162)"});
  }
  return base::Done{};
}

// 健康保険法160条1項・13項
Result<> check_general(const store::View& view, base::Month month) {
  const auto rates = rates_of(view, month);
  if (!rates.ok()) return base::Done{};  // rates that are still missing are told by the levy
  const auto general = rates->basic.total + rates->specific.total;
  const auto& book = law::Book::carried();
  const auto lowest =
      KENPO_TRY(book.rate("premium.general_rate.lowest", month.first_day()));
  const auto highest =
      KENPO_TRY(book.rate("premium.general_rate.highest", month.first_day()));
  if (general < lowest.value || highest.value < general) {
    return rate_fault({"一般保険料率（基本＋特定）が法の範囲の外です（健康保険法160条）",
                       "The general rate is outside the limits of art 160"});
  }
  return base::Done{};
}

}  // namespace

Result<> enter_rates(eligibility::Ledger& ledger, const notice::Acting& acting,
                     const std::vector<SocietyRate>& rates) {
  const auto work = [&](const notice::Permit<society_rate_enter>&) -> Result<> {
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    for (auto rate : rates) {
      KENPO_TRY(check_insured_part(rate));
      rate.resolution.clear();
      KENPO_TRY(put(transaction, rate, now));
    }
    for (const auto& rate : rates) KENPO_TRY(check_general(transaction, rate.from));
    return transaction.commit_without_personal_data();
  };
  return ledger.gate.perform<society_rate_enter>(acting, work);
}

Result<> enter_rounding(eligibility::Ledger& ledger, const notice::Acting& acting,
                        const RoundingRule& rule) {
  return ledger.gate.perform<rounding_enter>(
      acting, [&](const notice::Permit<rounding_enter>&) -> Result<> {
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto runs = KENPO_TRY(list_runs(transaction));
        if (!runs.empty() && rule.from <= runs.back().month) {
          return base::Fault{{"その月は調定済みです。", "The month was levied."},
                             {"給与から控除した額は、さかのぼって変えません。",
                              "What was withheld from pay is not changed."},
                             {base::Plain(runs.back().month.plus(1)) + "以後の月にしてください。",
                              "Choose " + base::Plain(runs.back().month.plus(1)) + " or later."},
                             {}};
        }
        KENPO_TRY(put(transaction, rule, ledger.gate.clock().now()));
        return transaction.commit_without_personal_data();
      });
}

Result<std::vector<RoundingRule>> show_roundings(eligibility::Ledger& ledger,
                                                 const notice::Acting& acting) {
  return ledger.gate.perform<society_rate_list>(
      acting, [&](const notice::Permit<society_rate_list>&) -> Result<std::vector<RoundingRule>> {
        const auto view = KENPO_TRY(ledger.database.read());
        return list_roundings(view);
      });
}

Result<> resolve_rate(eligibility::Ledger& ledger, const notice::Acting& acting, RateKind kind,
                      base::Month from, const RateResolution& resolution) {
  return ledger.gate.perform<society_rate_resolve>(
      acting, [&](const notice::Permit<society_rate_resolve>&) -> Result<> {
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto rates = KENPO_TRY(list_rates(transaction));
        const auto at = std::ranges::find_if(rates, [&](const SocietyRate& each) {
          return each.kind == kind && each.from == from;
        });
        if (at == rates.end() || resolution.number.empty() ||
            resolution_characters_limit < resolution.number.size()) {
          return rate_fault({"その料率がないか、議決番号がありません",
                             "There is no such rate, or no resolution's number"});
        }
        if (from < resolution.in_force_from.in_month()) return too_late_fault();
        auto rate = *at;
        rate.resolution = resolution.number;
        KENPO_TRY(put(transaction, rate, ledger.gate.clock().now()));
        return transaction.commit_without_personal_data();
      });
}

Result<std::vector<RateRequirement>> show_requirements(eligibility::Ledger& ledger,
                                                       const notice::Acting& acting) {
  return ledger.gate.perform<society_rate_list>(
      acting,
      [&](const notice::Permit<society_rate_list>&) -> Result<std::vector<RateRequirement>> {
        const auto view = KENPO_TRY(ledger.database.read());
        return list_requirements(view);
      });
}

Result<std::vector<SocietyRate>> show_rates(eligibility::Ledger& ledger,
                                            const notice::Acting& acting) {
  return ledger.gate.perform<society_rate_list>(
      acting,
      [&](const notice::Permit<society_rate_list>&) -> Result<std::vector<SocietyRate>> {
        const auto view = KENPO_TRY(ledger.database.read());
        return list_rates(view);
      });
}

}  // namespace kenpo::premium
