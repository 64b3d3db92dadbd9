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

/// What was withheld from pay is not changed: the society's own rules hold from a later month on.
Result<> check_not_levied(const store::View& view, base::Month from) {
  const auto runs = KENPO_TRY(list_runs(view));
  if (runs.empty() || runs.back().month < from) return base::Done{};
  return base::Fault{{"その月は調定済みです。", "The month was levied."},
                     {"給与から控除した額は、さかのぼって変えません。",
                      "What was withheld from pay is not changed."},
                     {base::Plain(runs.back().month.plus(1)) + "以後の月にしてください。",
                      "Choose " + base::Plain(runs.back().month.plus(1)) + " or later."},
                     {}};
}

base::Fault band_fault(base::Words why) {
  return {{"特別介護保険料額を登録できません", "The flat care premium cannot be entered"},
          std::move(why),
          {"標準報酬月額の下限、月額、被保険者の負担を確かめてください",
           "Check each band's lowest standard, amount and insured part"},
          {}};
}

// 健康保険法附則8条; 161条1項・162条: each standard has its amount, and never more than half is insured.
Result<> check_bands(const CareSetting& setting) {
  const auto& bands = setting.bands;
  if (bands.empty()) return base::Done{};
  KENPO_TRY(law::Book::carried().text("premium.special_care", setting.from.first_day()));
  const auto half = KENPO_TRY(law::Book::carried().rate("premium.insured_share.highest",
                                                        setting.from.first_day()));
  if (bands.size() > care_bands_limit || bands.front().lowest != base::Yen()) {
    return band_fault({"はじめの区分は標準報酬月額0円からです", "The first band begins at zero"});
  }
  for (std::size_t at = 0; at < bands.size(); ++at) {
    const auto& [total, insured] = bands[at].amount;
    if (at > 0 && bands[at].lowest <= bands[at - 1].lowest) {
      return band_fault({"区分は、標準報酬月額の低い順に入れてください",
                         "Enter the bands from the lowest standard on"});
    }
    if (insured < base::Yen() || base::Share(total) * half.value < base::Share(insured)) {
      return band_fault({"被保険者の負担は額の2分の1までです（健康保険法161条・162条）",
                         "The insured part is at most half (art 161, 162)"});
    }
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
        KENPO_TRY(check_not_levied(transaction, rule.from));
        KENPO_TRY(put(transaction, rule, ledger.gate.clock().now()));
        return transaction.commit_without_personal_data();
      });
}

Result<> enter_care_setting(eligibility::Ledger& ledger, const notice::Acting& acting,
                            const CareSetting& setting) {
  return ledger.gate.perform<care_setting_enter>(
      acting, [&](const notice::Permit<care_setting_enter>&) -> Result<> {
        KENPO_TRY(check_bands(setting));
        auto transaction = KENPO_TRY(ledger.database.write());
        KENPO_TRY(check_not_levied(transaction, setting.from));
        KENPO_TRY(put(transaction, setting, ledger.gate.clock().now()));
        return transaction.commit_without_personal_data();
      });
}

Result<std::vector<CareSetting>> show_care_settings(eligibility::Ledger& ledger,
                                                    const notice::Acting& acting) {
  return ledger.gate.perform<society_rate_list>(
      acting, [&](const notice::Permit<society_rate_list>&) -> Result<std::vector<CareSetting>> {
        const auto view = KENPO_TRY(ledger.database.read());
        return list_care_settings(view);
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
