#include "premium/explain_premium_act.h"

#include <algorithm>

#include "eligibility/insured_period_store.h"
#include "premium/levy_facts_act.h"
#include "premium/posting_store.h"
#include "premium/specific_insured_rule.h"
#include "premium/society_rate_store.h"
#include "remuneration/workplace_pay_store.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using eligibility::Ledger;
using eligibility::MemberAccess;
using Lines = std::vector<remuneration::BasisLine>;

void append_lines(Lines& lines, const std::vector<law::Basis>& basis) {
  for (auto& line : remuneration::lines_of(basis)) lines.push_back(std::move(line));
}

/// 健康保険法161条4項; 施行令47条: what the employer of the period bears of the whole, and what the
/// employers of the other workplaces are billed.
std::vector<law::Basis> explain_division(const OwedMonth& month, PremiumKind kind) {
  const bool is_bonus = kind == PremiumKind::bonus;
  const auto& own = is_bonus ? month.bonus : month.monthly;
  const base::Plain article(is_bonus ? "施行令47条2項" : "施行令47条1項");
  std::vector<law::Basis> basis;
  const auto tell = [&](const Owed& owed, const base::Words& pay, const base::Words& total) {
    if (!owed.ratio) return;
    basis.push_back({pay, article, owed.ratio->own});
    basis.push_back({is_bonus
                         ? base::Words{"すべての事業所の賞与額", "Bonuses of all workplaces"}
                         : base::Words{"すべての事業所の報酬月額", "Pay at all workplaces"},
                     article, owed.ratio->all});
    basis.push_back({total, "健康保険法161条4項", owed.total});
    basis.push_back({{"うち被保険者負担分（端数処理は施行令47条に定めがない）",
                      "Of it the insured share; its rounding is not stated"},
                     "健康保険法161条4項", owed.insured});
  };
  if (own) {
    tell(*own,
         is_bonus ? base::Words{"この事業所の賞与額", "Bonus of this workplace"}
                  : base::Words{"この事業所の報酬月額", "Pay at this workplace"},
         {"この事業所に請求する保険料（支払額の割合）", "Premium of this workplace by its pay"});
  }
  for (const auto& place : month.elsewhere) {
    const auto& other = is_bonus ? place.bonus : place.monthly;
    if (!other) continue;
    tell(*other,
         is_bonus ? base::Words{"ほかの事業所の賞与額", "Bonus of another workplace"}
                  : base::Words{"ほかの事業所の報酬月額", "Pay at another workplace"},
         {"その事業所に請求する保険料（支払額の割合）", "Premium of that workplace by its pay"});
  }
  return basis;
}

Result<ExplainedPeriod> explain_period(const PeriodFacts& facts, Month month,
                                       const SocietyRates& rates) {
  ExplainedPeriod explained{.insured = {},
                            .period = facts.period,
                            .establishment = facts.establishment,
                            .owed = KENPO_TRY(owed_in(facts, month, rates)),
                            .lines = {}};
  auto& lines = explained.lines;
  const auto charged = explain_month_charged(insured_in(facts, month), month);
  append_lines(lines, charged.basis);
  if (!charged.value) return explained;
  if (moved_on_in(facts, month)) {
    append_lines(lines, {{{"同じ月に組合の別の事業所へ移ったので、移った先で徴収する",
                           "Moved within the society in the month: charged there"},
                          "健康保険法156条1項・3項",
                          true}});
  }
  append_lines(lines, KENPO_TRY(explain_care_charged(facts.born, month)).basis);
  if (KENPO_TRY(outside_care(facts.care_exclusions, facts.born, month))) {
    append_lines(lines, {{{"介護保険の適用除外のため介護保険料はかからない",
                           "Outside the care insurance: no care premium"},
                          "健康保険法施行規則40条",
                          true}});
  }
  if (rates.specific_insured == SpecificInsured::charged) {
    const auto line = KENPO_TRY(explain_specific_insured(facts.care_dependents, month));
    if (line) append_lines(lines, {*line});
  }
  append_lines(lines, KENPO_TRY(explain_exemption_by(facts.leaves, month)).basis);
  append_lines(lines, explain_detentions(unbroken(facts), facts.detentions, month));
  // Of several workplaces the standard is one: whichever employer's part is at hand tells it.
  const auto explain_kind = [&](PremiumKind kind) {
    const auto& month_owed = explained.owed;
    const bool is_bonus = kind == PremiumKind::bonus;
    const auto* owed = is_bonus ? &month_owed.bonus : &month_owed.monthly;
    for (const auto& place : month_owed.elsewhere) {
      if (!*owed) owed = is_bonus ? &place.bonus : &place.monthly;
    }
    if (!*owed) return;
    append_lines(lines,
                 explain_month_premium((*owed)->standard, rates.together((*owed)->standard),
                                       (*owed)->care)
                     .basis);
    append_lines(lines, explain_division(month_owed, kind));
  };
  explain_kind(PremiumKind::monthly);
  for (const auto& bonus : facts.bonuses) {
    if (bonus.month != month) continue;
    append_lines(lines, explain_bonus_charged(facts.insured, bonus.paid_on).basis);
    if (!rates.care_bands.empty()) {
      append_lines(lines, {{{"特別介護保険料額を定めているので賞与に介護保険料はかからない",
                             "The care premium is flat: none on a bonus"},
                            "健康保険法附則8条",
                            true}});
    }
  }
  explain_kind(PremiumKind::bonus);
  return explained;
}

}  // namespace

Result<ExplainedPremium> explain_premium(Ledger& ledger, const notice::Acting& acting,
                                         const base::PersonId& person, Month month) {
  const auto work =
      [&](const notice::Permit<premium_explain>& permit) -> Result<ExplainedPremium> {
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto rates = KENPO_TRY(rates_of(view, month));
    ExplainedPremium explained{.month = month};
    for (const auto& facts : KENPO_TRY(load_facts_of(view, access, {person}, now))) {
      if (!permit.recorder().in_scope(facts.establishment)) continue;
      auto period = KENPO_TRY(explain_period(facts, month, rates));
      period.insured = KENPO_TRY(
          eligibility::insured_name(view, access, person, facts.period, now));
      explained.periods.push_back(std::move(period));
    }
    if (explained.periods.empty()) return notice::out_of_scope_fault();
    for (auto& posting : KENPO_TRY(postings_of(view, access, person, now))) {
      if (posting.month != month || !permit.recorder().in_scope(posting.establishment)) continue;
      explained.postings.push_back(std::move(posting));
    }
    return explained;
  };
  return ledger.gate.perform<premium_explain>(acting, work);
}

Result<std::vector<PersonDifference>> show_differences(Ledger& ledger,
                                                       const notice::Acting& acting,
                                                       const base::EstablishmentId& establishment,
                                                       Month month) {
  const auto work = [&](const notice::Permit<premium_difference>& permit)
      -> Result<std::vector<PersonDifference>> {
    if (!permit.recorder().in_scope(establishment)) return notice::out_of_scope_fault();
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto rates = KENPO_TRY(rates_of(view, month));
    std::optional<SocietyRates> before;
    if (auto held = rates_of(view, month.plus(-1)); held.ok()) before = *held;
    auto people = KENPO_TRY(eligibility::people_of(view, access, establishment));
    for (const auto& person :
         KENPO_TRY(remuneration::people_paid_at(view, access, establishment))) {
      if (std::ranges::find(people, person) == people.end()) people.push_back(person);
    }
    const auto now = ledger.gate.clock().now();
    std::vector<PersonDifference> differences;
    for (const auto& facts :
         KENPO_TRY(load_facts_of(view, access, people, now))) {
      const auto& home = facts.establishment;
      const auto owed =
          at_workplace(KENPO_TRY(owed_in(facts, month, rates)), home, establishment);
      const auto owed_before =
          before ? at_workplace(KENPO_TRY(owed_in(facts, month.plus(-1), *before)), home,
                                establishment)
                 : OwedMonth{};
      auto causes = causes_between(facts, month, owed_before, owed, before, rates);
      if (causes.mask() == 0) continue;
      differences.push_back({facts.person, facts.period,
                             KENPO_TRY(eligibility::insured_name(view, access, facts.person,
                                                                 facts.period, now)),
                             causes});
    }
    return differences;
  };
  return ledger.gate.perform<premium_difference>(acting, work);
}

}  // namespace kenpo::premium
