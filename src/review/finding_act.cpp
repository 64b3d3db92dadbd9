#include "review/finding_act.h"

#include <algorithm>
#include <utility>

#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "claim/master_act.h"
#include "eligibility/scope.h"
#include "eligibility/scope_act.h"
#include "review/finding_store.h"
#include "review/request_store.h"
#include "store/under.h"

namespace kenpo::review {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

Result<> count_states(const store::View& view, const FindingAccess& access, FindingPage& page,
                      const eligibility::EstablishmentsAsked& asked) {
  for (std::size_t at = 0; at < finding_states_count; ++at) {
    const auto state = static_cast<FindingState>(at);
    for (const auto& establishment : asked) {
      page.by_state[at] += KENPO_TRY(count_findings(view, access,
                                                    {.claimed_in = page.claimed_in,
                                                     .state = state,
                                                     .check = page.query.check,
                                                     .establishment = establishment}));
    }
    if (!page.query.state || *page.query.state == state) page.count += page.by_state[at];
  }
  return base::Done{};
}

Result<FindingPage> read_page(const Permit<finding_list>& permit, const store::View& view,
                              const FindingQuery& query, base::Moment now) {
  const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  FindingPage page{.claimed_in = now.day().in_month(), .query = query};
  const auto newest = KENPO_TRY(claim::newest_claimed_month(view));
  if (newest) page.claimed_in = *newest;
  if (query.claimed_in) page.claimed_in = *query.claimed_in;
  const auto asked = KENPO_TRY(eligibility::establishments_asked(view, permit.recorder()));
  KENPO_TRY(count_states(view, access, page, asked));
  const FindingFilter filter{.claimed_in = page.claimed_in,
                             .state = query.state,
                             .check = query.check,
                             .offset = query.offset,
                             .count = findings_of_a_page};
  auto findings = KENPO_TRY(eligibility::page_of<Finding>(
      filter, asked,
      [&](const FindingFilter& each) { return count_findings(view, access, each); },
      [&](const FindingFilter& each) { return review::list_findings(view, access, each); }));
  for (auto& finding : findings) {
    auto claim = KENPO_TRY(claim::find_claim(view, access, finding.claim));
    if (claim) page.lines.push_back({std::move(finding), *std::move(claim)});
  }
  page.rounds = KENPO_TRY(rounds_of(view, page.claimed_in));
  const auto checks = KENPO_TRY(checks_in_use(view, now.day()));
  const auto rules = KENPO_TRY(rules_name(view, checks));
  page.waiting_receipts = KENPO_TRY(count_waiting(view, access, page.claimed_in, rules));
  return page;
}

/// The undecided findings around this one, in the order of the list.
Result<> find_neighbours(const store::View& view, const FindingAccess& access,
                         const notice::Recorder& recorder, FindingView& shown) {
  constexpr std::int64_t neighbours_limit = 1000;  // a reviewer's pile; the list has the rest
  auto open = KENPO_TRY(review::list_findings(view, access,
                                              {.claimed_in = shown.finding.claimed_in,
                                               .state = FindingState::open,
                                               .count = neighbours_limit}));
  std::erase_if(open, [&](const Finding& each) {
    return !eligibility::in_scope(recorder, each.establishment);
  });
  shown.undecided = static_cast<std::int64_t>(open.size());
  const auto at = std::ranges::find(open, shown.finding.id, &Finding::id);
  if (at == open.end()) {
    if (!open.empty()) shown.next = open.front().id;
    return base::Done{};
  }
  shown.position = at - open.begin() + 1;
  if (at != open.begin()) shown.previous = std::prev(at)->id;
  if (std::next(at) != open.end()) shown.next = std::next(at)->id;
  return base::Done{};
}

Result<std::optional<ShownReceipt>> shown_receipt(const store::View& view,
                                                  const FindingAccess& access,
                                                  const claim::ClaimId& id) {
  auto claim = KENPO_TRY(claim::find_claim(view, access, id));
  if (!claim) return std::optional<ShownReceipt>{};
  const auto bytes = KENPO_TRY(claim::claim_bytes(view, access, id));
  auto sheet = claim::sheet_of(bytes, claim::words_on(view, claim->treated_in.first_day()));
  return std::optional(ShownReceipt{*std::move(claim), std::move(sheet)});
}

Result<std::optional<FindingView>> read_finding(const Permit<finding_show>& permit,
                                                const store::View& view, const FindingId& id) {
  const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  auto finding = KENPO_TRY(find_finding(view, access, id));
  if (!finding) return std::optional<FindingView>{};
  if (!eligibility::in_scope(permit.recorder(), finding->establishment)) {
    return notice::out_of_scope_fault();
  }
  auto receipt = KENPO_TRY(shown_receipt(view, access, finding->claim));
  if (!receipt) return std::optional<FindingView>{};
  FindingView shown{.finding = *std::move(finding), .receipt = *std::move(receipt)};
  if (shown.finding.other) {
    shown.other = KENPO_TRY(shown_receipt(view, access, *shown.finding.other));
  }
  shown.decisions = KENPO_TRY(decisions_of(view, access, id));
  shown.requests = KENPO_TRY(requests_of_claim(view, access, shown.finding.claim));
  KENPO_TRY(find_neighbours(view, access, permit.recorder(), shown));
  return std::optional(std::move(shown));
}

FindingState state_after(Verdict verdict) {
  switch (verdict) {
    case Verdict::no_problem: return FindingState::no_problem;
    case Verdict::request: return FindingState::to_request;
    case Verdict::inquire: return FindingState::inquiring;
    case Verdict::reopen: break;
  }
  return FindingState::open;
}

base::Fault not_found() {
  return base::refusal({"点検の結果が見つかりません。", "There is no such finding."},
                       {"一覧から選び直してください。", "Choose it from the list."});
}

}  // namespace

Result<FindingPage> list_findings(const ReviewOffice& office, const Acting& acting,
                                  const FindingQuery& query) {
  return store::read_under<finding_list>(
      office, acting,
      [&](const Permit<finding_list>& permit, const store::View& view) -> Result<FindingPage> {
        return read_page(permit, view, query, office.gate.clock().now());
      });
}

Result<std::optional<FindingView>> show_finding(const ReviewOffice& office, const Acting& acting,
                                                const FindingId& id) {
  return store::read_under<finding_show>(
      office, acting,
      [&](const Permit<finding_show>& permit,
          const store::View& view) -> Result<std::optional<FindingView>> {
        return read_finding(permit, view, id);
      });
}

Result<> may_decide(const Finding& finding, const claim::Claim& claim, Verdict verdict) {
  const bool sent =
      finding.state == FindingState::requested || finding.state == FindingState::answered;
  if (sent || finding.state == FindingState::gone || finding.state == FindingState::inquiry_done) {
    return base::refusal({"もう判断を変えられません。", "It can no longer be decided."},
                         {"請求の結果、または照会の回答で処理してください。",
                          "Go on with the result of the request or the answer."});
  }
  if (verdict == Verdict::reopen && finding.state == FindingState::open) {
    return base::refusal({"まだ判断していません。", "It is not decided yet."},
                         {"判断を選んでください。", "Choose a decision."});
  }
  if (verdict != Verdict::request) return base::Done{};
  const auto* check = find_check(finding.check);
  if (check == nullptr || check->reason.empty()) {
    return base::refusal({"この点検は再審査を請求するものではありません。",
                          "This check has nothing to request with."},
                         {"問題なし、または本人照会を選んでください。",
                          "Choose another decision."});
  }
  if (claim.management_number.empty()) {
    return base::refusal({"レセプト管理番号がないレセプトは、再審査を請求できません。",
                          "A receipt without a management number cannot be requested."},
                         {"審査支払機関から届いたレセプトで請求してください。",
                          "Use the receipt that came from the reviewing organisation."});
  }
  return base::Done{};
}

Result<> decide_finding(const ReviewOffice& office, const Acting& acting,
                        FindingDecision decision) {
  return store::write_under<finding_decide>(
      office, acting,
      [&](const Permit<finding_decide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
        const auto finding = KENPO_TRY(find_finding(transaction, access, decision.finding));
        if (!finding) return not_found();
        if (!eligibility::in_scope(permit.recorder(), finding->establishment)) {
          return notice::out_of_scope_fault();
        }
        const auto claim = KENPO_TRY(claim::find_claim(transaction, access, finding->claim));
        if (!claim) return not_found();
        KENPO_TRY(may_decide(*finding, *claim, decision.verdict));
        if (decision.words.empty()) {
          return base::refusal({"理由がありません。", "There is no reason."},
                               {"理由を入れるか、ひな形を選んでください。",
                                "Give a reason or choose a template."});
        }
        if (decision.verdict == Verdict::request) {
          const auto* check = find_check(finding->check);
          const auto* reason = claim::reason_number(claim->standing);
          const bool by_standing = check->kind == CheckKind::standing && reason != nullptr;
          decision.reason = by_standing ? std::string(reason) : std::string(check->reason);
          decision.detail = check->detail;
        }
        decision.by = std::get<base::StaffId>(acting.actor);
        decision.at = now;
        KENPO_TRY(add(transaction, access, finding->person, decision));
        return put_state(transaction, access, finding->id, state_after(decision.verdict));
      });
}

}  // namespace kenpo::review
