#include "federation/grant_act.h"

#include <algorithm>

#include "claim/claim_store.h"
#include "eligibility/scope.h"
#include "federation/grant_store.h"
#include "store/under.h"

namespace kenpo::federation {

namespace {

using base::Result;
using base::Yen;
using claim::Claim;
using notice::Permit;
using notice::Purpose;
using store::read_under;
using store::write_under;

base::Fault no_such_case() {
  return {{"この対象はありません。", "There is no such case."},
          {},
          {"一覧から選び直してください。", "Choose it from the list."},
          {}};
}

base::Fault bad_standard() {
  return {{"基準額が正しくありません。", "The figures are not sound."},
          {"基準額は1円以上、交付率は100％以下です。",
           "A threshold is at least one yen, a rate at most 100 %."},
          {"健保連の通知を見て、入れ直してください。", "Enter them again from the notice."},
          {}};
}

base::Fault bad_answer() {
  return {{"結果が正しくありません。", "The answer is not sound."},
          {"交付額か不交付の理由の、どちらか一方を入れます。決定日は今日までの日です。",
           "Either an amount or the reason of a refusal; a day that is not to come."},
          {"健保連の通知を見て、入れ直してください。", "Enter it again from the notice."},
          {}};
}

base::Fault not_applied() {
  return {{"申請していない対象です。", "It was not applied for."},
          {"結果は、申請した対象だけに記録します。", "Only an application has an answer."},
          {"申請データを作ってから、記録してください。", "Make the application first."},
          {}};
}

Result<GrantStandard> standard_in(const store::View& view, GrantYear year) {
  const auto entered = KENPO_TRY(entered_standard(view, year));
  return standard_of(year, entered);
}

/// Whose case it is: the claim of its first receipt. Nullopt: the claim is not held any more.
Result<std::optional<Claim>> first_claim(const store::View& view, const GrantAccess& access,
                                         const Grant& grant) {
  if (grant.now.receipts.empty()) return std::optional<Claim>{};
  return claim::find_claim(view, access, grant.now.receipts.front().claim);
}

bool holds(const notice::Recorder& recorder, const std::optional<Claim>& claim) {
  return eligibility::unlimited(recorder) ||
         (claim && eligibility::in_scope(recorder, claim->establishment));
}

void sum_up(const Grant& grant, GrantPage& page) {
  ++page.by_state[static_cast<std::size_t>(grant.state)];
  if (grant.granted) page.granted += *grant.granted;
  if (grant.state != GrantState::candidate && grant.state != GrantState::applied) return;
  page.excess += Yen(std::max<std::int64_t>(0, grant.excess().amount()));
  const auto expected = expected_of(grant, page.standard);
  if (expected) page.expected = page.expected.value_or(Yen()) + *expected;
}

}  // namespace

Result<GrantPage> list_grants(eligibility::Ledger& ledger, const notice::Acting& acting,
                              GrantYear year, std::optional<GrantState> state,
                              std::int64_t offset) {
  return read_under<grant_list>(
      ledger, acting,
      [&](const Permit<grant_list>& permit, const store::View& view) -> Result<GrantPage> {
        const GrantAccess access(permit.grant<Purpose::high_cost_grant_application>());
        GrantPage page;
        page.year = year;
        page.state = state;
        page.offset = offset;
        page.standard = KENPO_TRY(standard_in(view, year));
        page.apply_by = KENPO_TRY(apply_by(year));
        const auto scan = KENPO_TRY(last_scan(view, year));
        if (scan) page.scanned_at = scan->scanned_at;
        std::vector<Grant> seen;
        for (auto& grant : KENPO_TRY(grants_of(view, access, year))) {
          if (!eligibility::unlimited(permit.recorder())) {
            const auto first = KENPO_TRY(first_claim(view, access, grant));
            if (!holds(permit.recorder(), first)) continue;
          }
          sum_up(grant, page);
          seen.push_back(std::move(grant));
        }
        page.findings =
            KENPO_TRY(findings_of(seen, year, ledger.gate.clock().now().day()));
        for (const auto& grant : seen) {
          if (state && grant.state != *state) continue;
          const auto at = page.count++;
          if (at < offset || at >= offset + grants_of_a_page) continue;
          const auto first = KENPO_TRY(first_claim(view, access, grant));
          page.lines.push_back({.grant = grant,
                                .name = first ? first->name : std::string{},
                                .expected = expected_of(grant, page.standard)});
        }
        return page;
      });
}

Result<std::optional<GrantView>> show_grant(eligibility::Ledger& ledger,
                                            const notice::Acting& acting, const GrantId& id) {
  return read_under<grant_show>(
      ledger, acting,
      [&](const Permit<grant_show>& permit,
          const store::View& view) -> Result<std::optional<GrantView>> {
        const GrantAccess access(permit.grant<Purpose::high_cost_grant_application>());
        const auto found = KENPO_TRY(find_grant(view, access, id));
        if (!found) return std::optional<GrantView>{};
        const auto year = GrantYear::of(found->now.treated_in);
        GrantView shown{.grant = *found,
                        .standard = KENPO_TRY(standard_in(view, year)),
                        .claims = {},
                        .expected = {},
                        .findings = {}};
        for (const auto& receipt : found->now.receipts) {
          auto held = KENPO_TRY(claim::find_claim(view, access, receipt.claim));
          if (!held) continue;
          if (!holds(permit.recorder(), held)) return notice::out_of_scope_fault();
          shown.claims.push_back(std::move(*held));
        }
        shown.expected = expected_of(*found, shown.standard);
        const auto all = KENPO_TRY(grants_of(view, access, year));
        const auto today = ledger.gate.clock().now().day();
        for (const auto& finding : KENPO_TRY(findings_of(all, year, today))) {
          if (finding.grant == id) shown.findings.push_back(finding);
        }
        return std::optional(std::move(shown));
      });
}

Result<> enter_standard(eligibility::Ledger& ledger, const notice::Acting& acting,
                        const GrantStandard& standard) {
  const bool sound = standard.general > Yen() && standard.special > Yen() &&
                     !standard.source.empty() &&
                     (!standard.rate || (standard.rate->millionths > 0 &&
                                         standard.rate->millionths <= 1'000'000));
  if (!sound) return bad_standard();
  return write_under<grant_standard_enter>(
      ledger, acting,
      [&](const Permit<grant_standard_enter>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto* staff = std::get_if<base::StaffId>(&acting.actor);
        return put(transaction, standard, staff ? std::optional(*staff) : std::nullopt, now);
      });
}

Result<> record_answer(eligibility::Ledger& ledger, const notice::Acting& acting,
                       const GrantId& id, const GrantAnswer& answer) {
  return write_under<grant_decide>(
      ledger, acting,
      [&](const Permit<grant_decide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const GrantAccess access(permit.grant<Purpose::high_cost_grant_application>());
        auto found = KENPO_TRY(find_grant(transaction, access, id));
        if (!found) return no_such_case();
        const auto first = KENPO_TRY(first_claim(transaction, access, *found));
        if (!holds(permit.recorder(), first)) return notice::out_of_scope_fault();
        if (found->state == GrantState::candidate) return not_applied();
        const bool one = answer.granted.has_value() != !answer.reason.empty();
        const bool amount = !answer.granted || *answer.granted > Yen();
        if (!one || !amount || answer.decided_on > now.day()) return bad_answer();
        found->state = answer.granted ? GrantState::granted : GrantState::refused;
        found->granted = answer.granted;
        found->reason = answer.reason;
        found->decided_on = answer.decided_on;
        return change(transaction, access, *found, now);
      });
}

}  // namespace kenpo::federation
