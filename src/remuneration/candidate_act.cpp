#include "remuneration/candidate_act.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "eligibility/notified_pay_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/candidate_store.h"
#include "remuneration/regular_round_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::Ledger;
using eligibility::NotifiedPay;
using eligibility::NotifiedPayId;
using eligibility::PayState;

constexpr auto of_candidates = notice::Purpose::standard_remuneration_determination;
constexpr int regular_from_month = 9;

base::Fault no_candidate() {
  return {{"随時改定の候補ではありません", "It is no candidate for a revision"},
          {"すでに決定したか、候補から外したか、要件を満たさなくなりました",
           "It was decided, dismissed, or does not fulfil the conditions any more"},
          {"候補の一覧を開き直してください", "Open the list again"},
          {}};
}

Result<std::optional<NamedCandidate>> named_candidate(const store::View& view,
                                                      const RemunerationAccess& access,
                                                      const NotifiedPay& pay, base::Moment now) {
  // Most notifications name no change: nothing more is read for them.
  if (!month_of_change(pay)) return std::optional<NamedCandidate>();
  if (KENPO_TRY(is_dismissed(view, access, pay.id))) return std::optional<NamedCandidate>();
  auto decisions = KENPO_TRY(remunerations_of(view, access, pay.person, now));
  std::erase_if(decisions,
                [&](const StandardRemuneration& one) { return one.period != pay.period; });
  const auto told = KENPO_TRY(eligibility::pay_told_of(view, access, pay.person, pay.period));
  auto candidate = KENPO_TRY(candidate_from(pay, told, decisions));
  if (!candidate) return std::optional<NamedCandidate>();
  auto insured = KENPO_TRY(eligibility::insured_name(view, access, pay.person, pay.period, now));
  return std::optional(NamedCandidate{pay, std::move(insured), std::move(*candidate)});
}

int distance(const Candidate& candidate) {
  return std::abs(candidate.grade - candidate.present_grade);
}

/// All that name a change: the regular notifications and the reports of the year.
Result<std::vector<NotifiedPayId>> changed_in(const store::View& view,
                                              const RemunerationAccess& access,
                                              const notice::Recorder& recorder, int year) {
  std::vector<NotifiedPayId> changed;
  const auto note = [&](const NotifiedPayId& id, const base::EstablishmentId& establishment) {
    if (recorder.in_scope(establishment)) changed.push_back(id);
  };
  const auto on = *base::Date::make(year, regular_from_month, 1);
  for (const auto state : {PayState::for_people, PayState::decided, PayState::waiting}) {
    KENPO_TRY(each_changed_pay(view, access, on, state, note));
  }
  KENPO_TRY(each_pay_report(view, access, year, note));
  return changed;
}

Result<CandidateList> candidates_in(const store::View& view, const RemunerationAccess& access,
                                    const notice::Recorder& recorder, int year,
                                    base::Moment now) {
  CandidateList list;
  for (const auto& id : KENPO_TRY(changed_in(view, access, recorder, year))) {
    const auto pay = KENPO_TRY(eligibility::find_notified_pay(view, access, id));
    if (!pay) continue;
    auto named = KENPO_TRY(named_candidate(view, access, *pay, now));
    if (!named) continue;
    list.cut = list.candidates.size() == candidates_limit;
    if (list.cut) break;
    list.candidates.push_back(std::move(*named));
  }
  std::ranges::sort(list.candidates, [](const NamedCandidate& left, const NamedCandidate& right) {
    return std::tuple(left.candidate.kind, -distance(left.candidate), left.pay.id) <
           std::tuple(right.candidate.kind, -distance(right.candidate), right.pay.id);
  });
  return list;
}

}  // namespace

Result<CandidateList> list_candidates(Ledger& ledger, const notice::Acting& acting, int year) {
  const auto work =
      [&](const notice::Permit<remuneration_candidate_list>& permit) -> Result<CandidateList> {
    const RemunerationAccess access(permit.grant<of_candidates>());
    const auto view = KENPO_TRY(ledger.database.read());
    return candidates_in(view, access, permit.recorder(), year, ledger.gate.clock().now());
  };
  return ledger.gate.perform<remuneration_candidate_list>(acting, work);
}

Result<CandidateItems> propose_candidates(Ledger& ledger, const notice::Acting& acting,
                                          base::Month month) {
  const auto work =
      [&](const notice::Permit<remuneration_candidate_propose>& permit) -> Result<CandidateItems> {
    const RemunerationAccess access(permit.grant<of_candidates>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    constexpr auto kind = eligibility::WorkKind::revision_candidate;
    constexpr int proposal_days = 10;
    CandidateItems done;
    // A change of the last months of a year is revised in the next.
    for (const auto year : {month.year() - 1, month.year()}) {
      const auto list =
          KENPO_TRY(candidates_in(transaction, access, permit.recorder(), year, now));
      for (const auto& [pay, insured, candidate] : list.candidates) {
        const bool due = candidate.kind == CandidateKind::certain || candidate.from <= month;
        if (!due) continue;
        ++done.found;
        if (KENPO_TRY(eligibility::had_item(transaction, pay.person, kind, candidate.from))) {
          continue;
        }
        KENPO_TRY(eligibility::add(transaction, {.kind = kind,
                                                 .person = pay.person,
                                                 .establishment = pay.establishment,
                                                 .case_id = pay.case_id,
                                                 .month = candidate.from,
                                                 .due = now.day().plus_days(proposal_days),
                                                 .opened_at = now}));
        ++done.opened;
      }
    }
    if (done.opened > 0) KENPO_TRY(transaction.commit(permit.recorder()));
    return done;
  };
  return ledger.gate.perform<remuneration_candidate_propose>(acting, work);
}

Result<NamedCandidate> show_candidate(Ledger& ledger, const notice::Acting& acting,
                                      const NotifiedPayId& notified) {
  const auto work =
      [&](const notice::Permit<remuneration_candidate_list>& permit) -> Result<NamedCandidate> {
    const RemunerationAccess access(permit.grant<of_candidates>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto pay = KENPO_TRY(eligibility::find_notified_pay(view, access, notified));
    if (!pay || !month_of_change(*pay)) return no_candidate();
    if (!permit.recorder().in_scope(pay->establishment)) return notice::out_of_scope_fault();
    auto named = KENPO_TRY(named_candidate(view, access, *pay, ledger.gate.clock().now()));
    if (!named) return no_candidate();
    return std::move(*named);
  };
  return ledger.gate.perform<remuneration_candidate_list>(acting, work);
}

Result<> dismiss_candidate(Ledger& ledger, const notice::Acting& acting,
                           const NotifiedPayId& notified, const std::string& reason) {
  const auto work = [&](const notice::Permit<remuneration_candidate_dismiss>& permit) -> Result<> {
    const RemunerationAccess access(permit.grant<of_candidates>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto pay = KENPO_TRY(eligibility::find_notified_pay(transaction, access, notified));
    if (!pay) return no_candidate();
    if (!permit.recorder().in_scope(pay->establishment)) return notice::out_of_scope_fault();
    if (KENPO_TRY(is_dismissed(transaction, access, notified))) return no_candidate();
    const auto* staff = std::get_if<base::StaffId>(&acting.actor);
    KENPO_TRY(add(transaction, access,
                  Dismissal{.person = pay->person,
                            .notified = notified,
                            .dismissed_at = ledger.gate.clock().now(),
                            .dismissed_by = staff == nullptr ? std::nullopt : std::optional(*staff),
                            .reason = reason}));
    KENPO_TRY(eligibility::settle(transaction, pay->person,
                                  eligibility::WorkKind::revision_candidate,
                                  ledger.gate.clock().now(),
                                  remuneration_candidate_dismiss.japanese));
    return transaction.commit(permit.recorder());
  };
  if (reason.empty()) {
    return base::Fault{{"理由が必要です", "A reason is needed"},
                       {},
                       {"候補から外す理由を書いてください", "Say why it is none"},
                       {}};
  }
  return ledger.gate.perform<remuneration_candidate_dismiss>(acting, work);
}

Result<ManualDetermination> determine_candidate(Ledger& ledger, const notice::Acting& acting,
                                                const NotifiedPayId& notified,
                                                const std::string& reason) {
  const auto named = KENPO_TRY(show_candidate(ledger, acting, notified));
  if (named.candidate.kind != CandidateKind::certain) {
    return base::Fault{{"3か月の報酬がそろっていません", "The three months are not complete"},
                       {"固定的賃金の変動が5月か6月のため、月額変更届が要ります",
                        "The change came in May or June: its notification is needed"},
                       {"事業所に月額変更届を求めてください", "Ask the employer for it"},
                       {}};
  }
  return enter_manual(ledger, acting,
                      {.person = named.pay.person,
                       .period = named.pay.period,
                       .kind = ManualKind::revision,
                       .input = named.candidate.input,
                       .reason = reason});
}

}  // namespace kenpo::remuneration
