#include "recourse/lapse_act.h"

#include <algorithm>
#include <utility>

#include "claim/claim_store.h"
#include "eligibility/ledger.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "format/claim/receipt.h"
#include "law/book.h"
#include "recourse/lapse_store.h"
#include "recourse/outcome_rule.h"
#include "recourse/recovery_rule.h"
#include "recourse/recovery_store.h"
#include "store/under.h"

namespace kenpo::recourse {

namespace of_lapses {

using base::Result;
using claim::Standing;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

bool is_after_loss(Standing standing) {
  return standing == Standing::lapsed || standing == Standing::partly_lapsed;
}

base::Fault refused(base::Words what, base::Words mend) {
  return base::refusal(std::move(what), std::move(mend));
}

Result<> open_one(store::Transaction& transaction, const LapseAccess& access,
                  const claim::Claim& claim, base::Moment now, LapseReport& report) {
  if (KENPO_TRY(has_lapse(transaction, access, claim.id))) return base::Done{};
  const auto bytes = KENPO_TRY(claim::claim_bytes(transaction, access, claim.id));
  const auto pays = KENPO_TRY(society_pays(review::facts_of(claim, bytes)));
  ++report.opened;
  return add(transaction, access,
             LapseCase{.person = claim.person,
                       .claim = claim.id,
                       .establishment = claim.establishment,
                       .claimed_in = claim.claimed_in,
                       .standing = claim.standing,
                       .amount = pays.value_or(base::Yen()),
                       .opened_at = now});
}

/// Cases that nobody has decided and whose receipt is covered by now.
Result<> clear_covered(store::Transaction& transaction, const LapseAccess& access,
                       base::Moment now, LapseReport& report) {
  for (auto& lapse : KENPO_TRY(list_lapses(transaction, access, LapseState::open))) {
    const auto claim = KENPO_TRY(claim::find_claim(transaction, access, lapse.claim));
    if (!claim || is_after_loss(claim->standing)) continue;
    lapse.state = LapseState::cleared;
    KENPO_TRY(add(transaction, access, lapse,
                  LapseStep{.kind = LapseStepKind::cleared,
                            .on = now.day(),
                            .words = "資格点検の結果が変わりました。",
                            .at = now}));
    ++report.cleared;
  }
  return base::Done{};
}

Result<LapseReport> open_all(const Permit<lapse_open>& permit, store::Transaction& transaction,
                             base::Month first, base::Month last, base::Moment now) {
  const LapseAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  LapseReport report;
  for (auto month = first; month <= last; month = month.plus(1)) {
    for (const auto standing : {Standing::lapsed, Standing::partly_lapsed}) {
      constexpr std::int64_t at_once = 1000;
      claim::ClaimFilter filter{
          .claimed_in = month, .standing = standing, .offset = 0, .count = at_once};
      for (;;) {
        const auto claims = KENPO_TRY(claim::list_claims(transaction, access, filter));
        for (const auto& claim : claims) {
          KENPO_TRY(open_one(transaction, access, claim, now, report));
        }
        if (claims.size() < static_cast<std::size_t>(at_once)) break;
        filter.offset += at_once;
      }
    }
  }
  KENPO_TRY(clear_covered(transaction, access, now, report));
  return report;
}

/// 振替 comes first; the reviewing organisation moves a receipt when both insurers have registered
/// (支払基金, claims from 2021-10). Then the new insurer, when it is known; else the person.
Proposal proposal_of(const LapseCase& lapse, const std::optional<Successor>& successor) {
  const bool tried = std::ranges::any_of(lapse.steps, [](const LapseStep& step) {
    return step.kind == LapseStepKind::not_reassigned;
  });
  const bool declined = std::ranges::any_of(lapse.steps, [](const LapseStep& step) {
    return step.kind == LapseStepKind::insurer_declined;
  });
  if (!tried && lapse.standing == Standing::lapsed) {
    return {LapseStepKind::reassign,
            {"資格の喪失が登録されていれば、審査支払機関で振替ができます。",
             "The reviewing organisation can reassign it."}};
  }
  if (successor && !declined) {
    return {LapseStepKind::settle,
            {"新しい保険者が分かっているので、保険者間で調整できます。",
             "The new insurer is known."}};
  }
  return {LapseStepKind::repay,
          {"振替も調整もできないときは、本人に返還を求めます。",
           "Neither way is open: the person repays."}};
}

template <const notice::Operation& operation>
Result<std::optional<LapseView>> read(const Permit<operation>& permit, const store::View& view,
                                      const LapseId& id) {
  const LapseAccess access(
      permit.template grant<Purpose::benefit_examination_and_payment>());
  const SuccessorAccess successors(permit.template grant<Purpose::claim_reassignment>());
  auto lapse = KENPO_TRY(find_lapse(view, access, id));
  if (!lapse) return std::optional<LapseView>{};
  if (!eligibility::in_scope(permit.recorder(), lapse->establishment)) {
    return notice::out_of_scope_fault();
  }
  auto claim = KENPO_TRY(claim::find_claim(view, access, lapse->claim));
  if (!claim) return std::optional<LapseView>{};
  LapseView shown{.lapse = *std::move(lapse), .claim = *std::move(claim)};
  shown.successor = KENPO_TRY(successor_of(view, successors, shown.lapse.person));
  shown.proposal = proposal_of(shown.lapse, shown.successor);
  shown.steps = steps_from(shown.lapse.state);
  return std::optional(std::move(shown));
}

/// The debt of the insured person: the claim goes to them even if the dependent was treated.
Result<> enter_debt(const Permit<lapse_step>& permit, store::Transaction& transaction,
                    const LapseView& shown, const StepEntry& entry, const base::StaffId& by,
                    base::Moment now) {
  const RecoveryAccess access{
      MemberRecoveryAccess(permit.grant<Purpose::benefit_examination_and_payment>()),
      OffenderRecoveryAccess(permit.grant<Purpose::third_party_recovery>())};
  if (!KENPO_TRY(recoveries_of(transaction, access, shown.claim.id)).empty()) return base::Done{};
  const eligibility::MemberAccess members(permit.grant<Purpose::member_administration>());
  const auto insured =
      KENPO_TRY(insured_behind(transaction, members, shown.lapse.person, now));
  const auto person = KENPO_TRY(eligibility::find_person(transaction, members, insured, now));
  const auto days = KENPO_TRY(law::Book::carried().count("recourse.due", now.day()));
  const Recovery recovery{
      .person = insured,
      .cause = Cause::after_loss,
      .claim = shown.claim.id,
      .amount = shown.lapse.amount,
      .arose_on = shown.claim.treated_in.first_day(),
      .known_on = shown.lapse.opened_at.day(),
      .due_on = entry.on.plus_days(days.value),
      .debtor = !person                ? shown.claim.name
                : person->name.empty() ? person->name_kana
                                       : person->name,
      .words = entry.words,
      .by = by,
      .at = now};
  KENPO_TRY(check_recovery(recovery, now.day()));
  return add(transaction, access, recovery);
}

Result<bool> is_paid(const Permit<lapse_step>& permit, const store::View& view,
                     const claim::ClaimId& claim) {
  const RecoveryAccess access{
      MemberRecoveryAccess(permit.grant<Purpose::benefit_examination_and_payment>()),
      OffenderRecoveryAccess(permit.grant<Purpose::third_party_recovery>())};
  const auto debts = KENPO_TRY(recoveries_of(view, access, claim));
  return std::ranges::all_of(
      debts, [](const Recovery& debt) { return debt.rest() <= base::Yen(); });
}

Result<> step(const Permit<lapse_step>& permit, store::Transaction& transaction, const LapseId& id,
              const StepEntry& entry, const base::StaffId& by, base::Moment now) {
  auto shown = KENPO_TRY(read(permit, transaction, id));
  const auto next = shown ? state_after(shown->lapse.state, entry.kind) : std::nullopt;
  if (!next) {
    return refused({"いまはこの処理ができません。", "The step may not follow."},
                   {"画面の選択肢から選んでください。", "Choose one that the screen offers."});
  }
  if (now.day() < entry.on || entry.on < shown->claim.treated_in.first_day()) {
    return refused({"日が正しくありません。", "The day does not fit."},
                   {"診療の月から今日までの日にしてください。", "From the treatment to today."});
  }
  auto& lapse = shown->lapse;
  if (entry.amount) lapse.amount = *entry.amount;
  const bool owes = entry.kind == LapseStepKind::settle || entry.kind == LapseStepKind::repay;
  if (owes && lapse.amount <= base::Yen()) {
    return refused({"返還の額がありません。", "The amount is missing."},
                   {"返還を求める額を入れてください。", "Give the amount to be repaid."});
  }
  if (entry.kind == LapseStepKind::settle && !shown->successor) {
    return refused({"新しい保険者が登録されていません。", "The new insurer is not known."},
                   {"新しい保険者を登録してから選んでください。", "Enter the new insurer first."});
  }
  if (entry.kind == LapseStepKind::settled &&
      !KENPO_TRY(is_paid(permit, transaction, shown->claim.id))) {
    return refused({"返還の額がまだ残っています。", "Something is still owed."},
                   {"債権の画面で入金を記録してください。", "Record the payment first."});
  }
  if (owes) KENPO_TRY(enter_debt(permit, transaction, *shown, entry, by, now));
  lapse.state = *next;
  const LapseAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  return add(transaction, access, lapse,
             LapseStep{.kind = entry.kind, .on = entry.on, .words = entry.words, .by = by,
                       .at = now});
}

/// 特記事項 26 to 35: the institution kept to the limit, so that a part of what was paid is 高額療養費.
bool had_high_cost(const claim::Claim& claim) {
  constexpr int first = 26;
  constexpr int last = 35;
  for (int code = first; code <= last; ++code) {
    if (format::claim::has_remark(claim.remarks, std::to_string(code))) return true;
  }
  return false;
}

Result<LapseAddressee> addressed(const Permit<lapse_papers>& permit, const store::View& view,
                                 const LapseId& id, std::string_view also, base::Moment now) {
  auto shown = KENPO_TRY(read(permit, view, id));
  if (!shown || (shown->lapse.state != LapseState::settling &&
                 shown->lapse.state != LapseState::repaying)) {
    return refused({"書類を作る段階ではありません。", "It is not the stage for papers."},
                   {"保険者間調整か本人の返還を選んでください。", "Choose 調整 or 返還 first."});
  }
  const eligibility::MemberAccess members(permit.grant<Purpose::member_administration>());
  const auto insured = KENPO_TRY(insured_behind(view, members, shown->lapse.person, now));
  const auto person = KENPO_TRY(eligibility::find_person(view, members, insured, now));
  LapseAddressee made{.view = *std::move(shown), .address = {}, .insured_name = {}};
  made.consent = insured != made.view.lapse.person;
  made.forms = settlement_forms(std::string(also) +
                                (had_high_cost(made.view.claim) ? "48" : "4"));
  made.address = KENPO_TRY(eligibility::posted_address(view, members, insured, now));
  if (!person || made.address.empty()) {
    return refused({"郵便の届く住所がありません。", "The post does not reach the person."},
                   {"台帳の住所を確かめてください。", "Look at the address in the ledger."});
  }
  made.insured_name = person->name.empty() ? person->name_kana : person->name;
  const auto years =
      KENPO_TRY(law::Book::carried().count("recourse.settlement.claim", now.day()));
  made.claim_until =
      made.view.claim.treated_in.last_day().plus_years_clamped(years.value);
  return made;
}

Result<LapsePage> page_of(const Permit<lapse_list>& permit, const store::View& view,
                          std::optional<LapseState> state, std::int64_t offset) {
  const LapseAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  LapsePage page{.state = state, .offset = offset};
  std::int64_t passed = 0;
  for (auto& lapse : KENPO_TRY(recourse::list_lapses(view, access, std::nullopt))) {
    if (!eligibility::in_scope(permit.recorder(), lapse.establishment)) continue;
    ++page.by_state[static_cast<std::size_t>(lapse.state)];
    if (state && lapse.state != *state) continue;
    ++page.count;
    const bool here = passed++ >= offset &&
                      static_cast<std::int64_t>(page.lines.size()) < lapses_of_a_page;
    if (!here) continue;
    auto claim = KENPO_TRY(claim::find_claim(view, access, lapse.claim));
    if (claim) page.lines.push_back({std::move(lapse), *std::move(claim)});
  }
  return page;
}

}  // namespace of_lapses

using base::Result;
using notice::Acting;
using notice::Permit;

Result<LapseReport> open_lapses(const RecourseOffice& office, const Acting& acting,
                                base::Month first, base::Month last) {
  return store::write_under<lapse_open>(
      office, acting,
      [&](const Permit<lapse_open>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<LapseReport> {
        return of_lapses::open_all(permit, transaction, first, last, now);
      });
}

Result<LapsePage> list_lapses(const RecourseOffice& office, const Acting& acting,
                              std::optional<LapseState> state, std::int64_t offset) {
  return store::read_under<lapse_list>(
      office, acting,
      [&](const Permit<lapse_list>& permit, const store::View& view) -> Result<LapsePage> {
        return of_lapses::page_of(permit, view, state, offset);
      });
}

Result<std::optional<LapseView>> show_lapse(const RecourseOffice& office, const Acting& acting,
                                            const LapseId& id) {
  return store::read_under<lapse_show>(
      office, acting,
      [&](const Permit<lapse_show>& permit,
          const store::View& view) -> Result<std::optional<LapseView>> {
        return of_lapses::read(permit, view, id);
      });
}

Result<LapseAddressee> address_papers(const RecourseOffice& office, const Acting& acting,
                                      const LapseId& id, std::string_view also) {
  return store::read_under<lapse_papers>(
      office, acting,
      [&](const Permit<lapse_papers>& permit,
          const store::View& view) -> Result<LapseAddressee> {
        return of_lapses::addressed(permit, view, id, also, office.gate.clock().now());
      });
}

Result<> enter_step(const RecourseOffice& office, const Acting& acting, const LapseId& id,
                    const StepEntry& entry) {
  return store::write_under<lapse_step>(
      office, acting,
      [&](const Permit<lapse_step>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        return of_lapses::step(permit, transaction, id, entry,
                               std::get<base::StaffId>(acting.actor), now);
      });
}

Result<> enter_successor(const RecourseOffice& office, const Acting& acting, const LapseId& id,
                         const Successor& successor) {
  return store::write_under<successor_enter>(
      office, acting,
      [&](const Permit<successor_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto shown = KENPO_TRY(of_lapses::read(permit, transaction, id));
        const bool whole = !successor.insurer_name.empty() && !successor.source.empty() &&
                           base::InsurerNumber::parse(successor.insurer_number).has_value() &&
                           successor.joined_on <= now.day();
        if (!shown || !whole) {
          return of_lapses::refused(
              {"新しい保険者の記載が正しくありません。", "The new insurer is not complete."},
              {"8桁の保険者番号、名称、加入の日、聞いた先を入れてください。",
               "Give its number with the check digit, name, day and source."});
        }
        const SuccessorAccess access(
            permit.grant<notice::Purpose::inter_insurer_settlement>());
        return put(transaction, access, shown->lapse.person, successor, now);
      });
}

}  // namespace kenpo::recourse
