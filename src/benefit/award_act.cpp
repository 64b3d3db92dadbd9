#include "benefit/award_act.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <variant>

#include "base/era.h"
#include "benefit/high_cost_store.h"
#include "benefit/limitation_rule.h"
#include "benefit/outpatient_year_store.h"
#include "benefit/payment_store.h"
#include "collection/allocation_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "law/book.h"
#include "recourse/recovery_store.h"
#include "store/under.h"

namespace kenpo::benefit {

namespace of_awards {

using base::Month;
using base::PersonId;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

template <const notice::Operation& operation>
AwardAccess award_access(const Permit<operation>& permit) {
  return AwardAccess(permit.template grant<notice::Purpose::benefit_examination_and_payment>());
}
template <const notice::Operation& operation>
ResultAccess result_access(const Permit<operation>& permit) {
  return ResultAccess(permit.template grant<notice::Purpose::benefit_examination_and_payment>());
}
template <const notice::Operation& operation>
eligibility::MemberAccess member_access(const Permit<operation>& permit) {
  return eligibility::MemberAccess(
      permit.template grant<notice::Purpose::member_administration>());
}

base::Fault award_fault(base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

/// Name and number of the household's last period that touches the month.
Result<eligibility::InsuredName> name_of(const store::View& view,
                                         const eligibility::MemberAccess& access,
                                         const PersonId& insured, Month month, base::Moment now) {
  std::optional<eligibility::PeriodId> period;
  for (const auto& each : KENPO_TRY(eligibility::periods_of(view, access, insured, now))) {
    if (!period || each.acquired <= month.last_day()) period = each.id;
  }
  if (!period) return eligibility::InsuredName{};
  return eligibility::insured_name(view, access, insured, *period, now);
}

bool is_clear(const Award& award, Doubts doubts) {
  return award.state() == AwardState::proposed && doubts == 0 && award.amounts.gives();
}

/// The award, when it can be decided.
Result<Award> waiting(const Permit<high_cost_decide>& permit, const store::View& view,
                      const AwardId& id) {
  const auto found = KENPO_TRY(find_award(view, award_access(permit), id));
  if (!found) {
    return award_fault({"その支給の案はありません。", "There is no such proposal."},
                       {"一覧から選び直してください。", "Choose it from the list."});
  }
  if (!permit.recorder().in_scope(found->establishment)) return notice::out_of_scope_fault();
  if (found->state() != AwardState::proposed) {
    return award_fault({"この案は、もう決裁待ちではありません。", "The proposal waits no more."},
                       {"画面を開き直して、いまの状態を確かめてください。",
                        "Open the page again and look at its state."});
  }
  return *found;
}

/// What has not left the society yet is not paid out to be asked back: the rest of the debt.
Result<Yen> set_off(store::Transaction& transaction, const AwardAccess& access, const Award& award,
                    Yen debt, base::Moment now) {
  for (auto& waiting : KENPO_TRY(payable_of(transaction, access, award.insured))) {
    if (debt <= Yen()) break;
    const auto of = KENPO_TRY(find_award(transaction, access, waiting.award));
    if (!of || of->month != award.month || of->kind != award.kind) continue;
    const Yen part = std::min(debt, waiting.amount);
    KENPO_TRY(remove(transaction, access, waiting.award));
    debt -= part;
    waiting.amount -= part;
    if (waiting.amount > Yen()) KENPO_TRY(put(transaction, access, waiting, now));
  }
  return debt;
}

/// 民法703条: the day on which the household was given what is asked back.
base::Date given_on(const std::vector<Award>& awards, const Award& back) {
  auto day = back.made_at.day();
  for (const auto& award : awards) {
    if (award.month != back.month || award.kind != back.kind || !award.counts()) continue;
    for (const auto& event : award.events) day = std::min(day, event.on);
  }
  return day;
}

/// The debt in the ledger of repayments, with its cause and its term.
Result<> enter_debt(const Permit<high_cost_decide>& permit, store::Transaction& transaction,
                    const Award& award, Yen debt, const base::StaffId& by, base::Moment now) {
  const auto days = KENPO_TRY(law::Book::carried().count("recourse.due", now.day()));
  const auto person =
      KENPO_TRY(eligibility::find_person(transaction, member_access(permit), award.insured, now));
  const auto awards = KENPO_TRY(awards_of(transaction, award_access(permit), award.insured));
  std::string name = "氏名の記録なし";
  if (person) name = person->name.empty() ? person->name_kana : person->name;
  const auto words =
      base::era_month(award.month) + (award.kind == AwardKind::month
                                          ? "診療分の高額療養費・付加給付を計算し直した差額"
                                          : "までの外来年間合算を計算し直した差額");
  return recourse::add(transaction,
                       recourse::MemberRecoveryAccess(
                           permit.grant<notice::Purpose::benefit_examination_and_payment>()),
                       recourse::Recovery{.person = award.insured,
                                          .cause = recourse::Cause::benefit,
                                          .amount = debt,
                                          .arose_on = given_on(awards, award),
                                          .known_on = now.day(),
                                          .due_on = now.day().plus_days(days.value),
                                          .debtor = name,
                                          .words = words,
                                          .by = by,
                                          .at = now});
}

/// What is to be given waits for the bank; what is to be paid back becomes a debt.
Result<> settle(const Permit<high_cost_decide>& permit, store::Transaction& transaction,
                const Acting& acting, const Award& award, base::Moment now) {
  const auto access = award_access(permit);
  const auto amount = award.amounts.total();
  if (amount > Yen()) {
    return put(transaction, access, Payable{award.id, award.insured, award.establishment, amount},
               now);
  }
  const Yen debt = KENPO_TRY(set_off(transaction, access, award, -amount, now));
  if (debt == Yen()) return base::Done{};
  return enter_debt(permit, transaction, award, debt, std::get<base::StaffId>(acting.actor), now);
}

Result<Award> end_with(Ledger& ledger, const Acting& acting, const AwardId& id, AwardStep step,
                       const std::string& reason) {
  return store::write_under<high_cost_decide>(
      ledger, acting,
      [&](const Permit<high_cost_decide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<Award> {
        auto award = KENPO_TRY(waiting(permit, transaction, id));
        award.events.push_back({.step = step,
                                .on = now.day(),
                                .at = now,
                                .by = collection::staff_in(acting),
                                .reason = reason});
        KENPO_TRY(put(transaction, award_access(permit), award, award.events.back()));
        if (step == AwardStep::decided) {
          KENPO_TRY(settle(permit, transaction, acting, award, now));
        }
        return award;
      });
}

/// Of the handler's establishments, with what is to be looked at.
Result<std::vector<AwardLine>> lines_of_month(const notice::Recorder& recorder,
                                              const store::View& view, const AwardAccess& awards,
                                              const ResultAccess& results, Month month) {
  const auto doubts = KENPO_TRY(doubts_in(view, results, month));
  std::unordered_map<PersonId, Doubts> of_year;
  for (const auto& year : KENPO_TRY(years_ending(view, results, month))) {
    of_year[year.insured] |= year.doubts;
  }
  std::vector<AwardLine> lines;
  for (auto& award : KENPO_TRY(awards_in(view, awards, month))) {
    if (!recorder.in_scope(award.establishment)) continue;
    const auto& known = award.kind == AwardKind::month ? doubts : of_year;
    const auto found = known.find(award.insured);
    const Doubts of = found == known.end() ? Doubts{0} : found->second;
    lines.push_back({.award = std::move(award), .doubts = of});
  }
  return lines;
}

}  // namespace of_awards

using namespace of_awards;

Result<AwardList> list_awards(Ledger& ledger, const Acting& acting, std::optional<Month> month,
                              std::optional<AwardState> state, std::int64_t skipped,
                              std::int64_t most) {
  return store::read_under<high_cost_list>(
      ledger, acting,
      [&](const Permit<high_cost_list>& permit, const store::View& view) -> Result<AwardList> {
        AwardList list;
        list.month = month ? month : KENPO_TRY(newest_award_month(view, award_access(permit)));
        if (!list.month) return list;
        auto lines = KENPO_TRY(lines_of_month(permit.recorder(), view, award_access(permit),
                                              result_access(permit), *list.month));
        for (auto& line : lines) {
          const auto at = static_cast<std::size_t>(line.award.state());
          ++list.by_state.at(at);
          list.sums.at(at) += line.award.amounts.total();
          if (is_clear(line.award, line.doubts)) ++list.clear;
          if (state && line.award.state() != *state) continue;
          if (list.count++ < skipped || list.count > skipped + most) continue;
          line.insured = KENPO_TRY(name_of(view, member_access(permit), line.award.insured,
                                           *list.month, ledger.gate.clock().now()));
          list.lines.push_back(std::move(line));
        }
        return list;
      });
}

Result<std::optional<HouseholdView>> show_household(Ledger& ledger, const Acting& acting,
                                                    const PersonId& insured, Month month) {
  return store::read_under<high_cost_show>(
      ledger, acting,
      [&](const Permit<high_cost_show>& permit,
          const store::View& view) -> Result<std::optional<HouseholdView>> {
        const auto now = ledger.gate.clock().now();
        const auto member = member_access(permit);
        HouseholdView shown;
        shown.history = KENPO_TRY(history_of(view, result_access(permit), insured, month));
        if (shown.history.empty()) return std::optional<HouseholdView>{};
        const auto& latest = shown.history.front();
        if (!permit.recorder().in_scope(latest.establishment)) return notice::out_of_scope_fault();
        shown.insured = KENPO_TRY(name_of(view, member, insured, month, now));
        shown.basis = KENPO_TRY(basis_of(view, result_access(permit), latest.id));
        for (const auto& unit : latest.units) {
          if (std::ranges::find(shown.people, unit.person, &NamedPerson::person) !=
              shown.people.end()) {
            continue;
          }
          const auto person = KENPO_TRY(eligibility::find_person(view, member, unit.person, now));
          shown.people.push_back({unit.person, person ? person->name : std::string()});
        }
        // 名寄せ: what was given to either of two people who are one.
        const auto identities = KENPO_TRY(eligibility::identities_of(view, insured, now));
        for (auto& award : KENPO_TRY(eligibility::of_all(identities, [&](const PersonId& person) {
               return awards_of(view, award_access(permit), person);
             }))) {
          if (award.month == month) shown.awards.push_back(std::move(award));
        }
        std::ranges::sort(shown.awards, {},
                          [](const Award& each) { return std::tuple(each.made_at, each.id); });
        auto claimable = KENPO_TRY(limitation_after(month));
        shown.claimable = claimable.value;
        shown.claimable_basis = std::move(claimable.basis);
        return std::optional(std::move(shown));
      });
}

Result<Award> decide_award(Ledger& ledger, const Acting& acting, const AwardId& id) {
  return end_with(ledger, acting, id, AwardStep::decided, {});
}

Result<Award> refuse_award(Ledger& ledger, const Acting& acting, const AwardId& id,
                           const std::string& reason) {
  if (reason.empty()) {
    return award_fault({"見送る理由がありません。", "There is no reason."},
                       {"理由を入れてください。", "Enter the reason."});
  }
  return end_with(ledger, acting, id, AwardStep::refused, reason);
}

Result<std::int64_t> decide_clear_awards(Ledger& ledger, const Acting& acting, Month month,
                                         std::int64_t seen) {
  return store::write_under<high_cost_decide>(
      ledger, acting,
      [&](const Permit<high_cost_decide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<std::int64_t> {
        auto lines = KENPO_TRY(lines_of_month(permit.recorder(), transaction,
                                              award_access(permit), result_access(permit), month));
        std::erase_if(lines, [](const AwardLine& line) {
          return !is_clear(line.award, line.doubts);
        });
        if (static_cast<std::int64_t>(lines.size()) != seen) {
          return award_fault({"案の数が、画面を開いたときと違います。",
                              "The proposals are not as many as were shown."},
                             {"画面を開き直して、件数を確かめてください。",
                              "Open the page again and look at their number."});
        }
        for (const auto& line : lines) {
          KENPO_TRY(put(transaction, award_access(permit), line.award,
                        AwardEvent{.step = AwardStep::decided,
                                   .on = now.day(),
                                   .at = now,
                                   .by = collection::staff_in(acting)}));
          KENPO_TRY(settle(permit, transaction, acting, line.award, now));
        }
        return seen;
      });
}

Result<AwardPlace> place_of_award(Ledger& ledger, const Acting& acting, const AwardId& id) {
  return store::read_under<high_cost_show>(
      ledger, acting,
      [&](const Permit<high_cost_show>& permit, const store::View& view) -> Result<AwardPlace> {
        const auto award = KENPO_TRY(find_award(view, award_access(permit), id));
        if (!award || !permit.recorder().in_scope(award->establishment)) {
          return notice::out_of_scope_fault();
        }
        return AwardPlace{award->insured, award->month, award->kind};
      });
}

Result<AwardLetter> award_letter(Ledger& ledger, const Acting& acting, const AwardId& id) {
  return store::read_under<high_cost_letter>(
      ledger, acting,
      [&](const Permit<high_cost_letter>& permit, const store::View& view) -> Result<AwardLetter> {
        const auto now = ledger.gate.clock().now();
        const auto award = KENPO_TRY(find_award(view, award_access(permit), id));
        if (award && !permit.recorder().in_scope(award->establishment)) {
          return notice::out_of_scope_fault();
        }
        if (!award || !award->counts()) {
          return award_fault({"支給決定がまだです。", "It is not decided."},
                             {"決裁してから通知書を作ってください。", "Decide it first."});
        }
        const auto member = member_access(permit);
        const auto person = KENPO_TRY(eligibility::find_person(view, member, award->insured, now));
        AwardLetter letter{.award = *award};
        if (person) letter.name = person->name.empty() ? person->name_kana : person->name;
        letter.address = KENPO_TRY(eligibility::letter_address(view, member, award->insured, now));
        letter.claimable = KENPO_TRY(award->base_day ? limitation_after(*award->base_day)
                                                     : limitation_after(award->month))
                               .value;
        return letter;
      });
}

}  // namespace kenpo::benefit
