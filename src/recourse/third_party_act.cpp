#include "recourse/third_party_act.h"

#include <algorithm>
#include <tuple>

#include "claim/claim_store.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/scope.h"
#include "recourse/third_party_rule.h"
#include "recourse/third_party_store.h"
#include "store/under.h"

namespace kenpo::recourse {

namespace of_third_parties {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

template <const notice::Operation& operation>
Result<ThirdPartyAccess> access_of(const Permit<operation>& permit) {
  if (!eligibility::unlimited(permit.recorder())) return notice::out_of_scope_fault();
  return ThirdPartyAccess(permit.template grant<Purpose::third_party_recovery>());
}
template <const notice::Operation& operation>
claim::ClaimAccess claims_of(const Permit<operation>& permit) {
  return claim::ClaimAccess(permit.template grant<Purpose::benefit_examination_and_payment>());
}

base::Fault no_case() {
  return base::refusal({"届出が見つかりません。", "There is no such case."},
                       {"一覧から選び直してください。", "Choose it from the list."});
}

Result<std::optional<ThirdPartyView>> view_of(const store::View& view,
                                              const claim::ClaimAccess& claims, ThirdPartyCase of,
                                              base::Date today) {
  auto claim = KENPO_TRY(claim::find_claim(view, claims, of.claim));
  if (!claim) return std::optional<ThirdPartyView>{};
  ThirdPartyView shown{.of = std::move(of), .claim = *std::move(claim)};
  shown.due = KENPO_TRY(papers_due(shown.of));
  shown.late = shown.due && *shown.due < today;
  return std::optional(std::move(shown));
}

Result<ThirdPartyCaseId> open(const Permit<third_party_open>& permit,
                              store::Transaction& transaction, const claim::ClaimId& id,
                              const base::StaffId& by, base::Moment now) {
  const auto access = KENPO_TRY(access_of(permit));
  const auto claim = KENPO_TRY(claim::find_claim(transaction, claims_of(permit), id));
  if (!claim || !claim->establishment) {
    return base::refusal(
        {"受診した人の分かるレセプトがありません。", "There is no receipt with a known patient."},
        {"レセプトを選び、資格点検を確かめてください。",
         "Choose the receipt and look at its eligibility check."});
  }
  const auto known = KENPO_TRY(case_about(transaction, access, id));
  if (known && !known->closed()) {
    return base::refusal(
        {"このレセプトの届出は、もう登録されています。", "The receipt has an open case."},
        {"登録済みの届出に記録してください。", "Record it there."});
  }
  const ThirdPartyCase made{
      .person = claim->person, .claim = id, .opened_on = now.day(), .by = by, .at = now};
  KENPO_TRY(add(transaction, access, made));
  return made.id;
}

}  // namespace of_third_parties

using namespace of_third_parties;

Result<ThirdPartyPage> list_third_party_cases(const RecourseOffice& office, const Acting& acting,
                                              std::int64_t offset) {
  return store::read_under<third_party_list>(
      office, acting,
      [&](const Permit<third_party_list>& permit,
          const store::View& view) -> Result<ThirdPartyPage> {
        const auto access = KENPO_TRY(access_of(permit));
        ThirdPartyPage page;
        std::vector<ThirdPartyView> all;
        for (auto& each : KENPO_TRY(list_cases(view, access))) {
          auto shown = KENPO_TRY(
              view_of(view, claims_of(permit), std::move(each), office.gate.clock().now().day()));
          if (!shown) continue;  // the receipt's retention has ended
          page.late += shown->late ? 1 : 0;
          all.push_back(*std::move(shown));
        }
        std::ranges::sort(all, {}, [](const ThirdPartyView& each) {
          return std::tuple(!each.late, each.of.closed(), each.of.opened_on, each.of.id);
        });
        page.count = static_cast<std::int64_t>(all.size());
        for (std::int64_t at = offset; at < page.count && at < offset + third_party_cases_of_a_page;
             ++at) {
          page.lines.push_back(std::move(all[static_cast<std::size_t>(at)]));
        }
        return page;
      });
}

Result<std::optional<ThirdPartyView>> show_third_party_case(const RecourseOffice& office,
                                                            const Acting& acting,
                                                            const ThirdPartyCaseId& id) {
  return store::read_under<third_party_show>(
      office, acting,
      [&](const Permit<third_party_show>& permit,
          const store::View& view) -> Result<std::optional<ThirdPartyView>> {
        const auto access = KENPO_TRY(access_of(permit));
        auto found = KENPO_TRY(find_case(view, access, id));
        if (!found) return std::optional<ThirdPartyView>{};
        return view_of(view, claims_of(permit), *std::move(found), office.gate.clock().now().day());
      });
}

Result<ThirdPartyCaseId> open_third_party_case(const RecourseOffice& office, const Acting& acting,
                                               const claim::ClaimId& claim) {
  return store::write_under<third_party_open>(
      office, acting,
      [&](const Permit<third_party_open>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<ThirdPartyCaseId> {
        return open(permit, transaction, claim, std::get<base::StaffId>(acting.actor), now);
      });
}

Result<> record_case_step(const RecourseOffice& office, const Acting& acting,
                          const ThirdPartyCaseId& id, CaseStep step) {
  return store::write_under<third_party_record>(
      office, acting,
      [&](const Permit<third_party_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto access = KENPO_TRY(access_of(permit));
        const auto found = KENPO_TRY(find_case(transaction, access, id));
        if (!found) return no_case();
        if (step.kind != CaseStepKind::received) step.paper.reset();
        step.by = std::get<base::StaffId>(acting.actor);
        step.at = now;
        KENPO_TRY(check_step(*found, step, now.day()));
        return add(transaction, access, *found, step);
      });
}

Result<ThirdPartyLetter> third_party_letter(const RecourseOffice& office, const Acting& acting,
                                            const ThirdPartyCaseId& id) {
  return store::read_under<third_party_papers>(
      office, acting,
      [&](const Permit<third_party_papers>& permit,
          const store::View& view) -> Result<ThirdPartyLetter> {
        const auto now = office.gate.clock().now();
        const auto access = KENPO_TRY(access_of(permit));
        auto found = KENPO_TRY(find_case(view, access, id));
        if (!found || found->closed()) return no_case();
        auto shown = KENPO_TRY(view_of(view, claims_of(permit), *std::move(found), now.day()));
        if (!shown) return no_case();
        ThirdPartyLetter letter{.view = *std::move(shown), .address = {}, .name = {}};
        const eligibility::MemberAccess members(permit.grant<Purpose::member_administration>());
        letter.name = letter.view.claim.name;
        letter.address =
            KENPO_TRY(eligibility::posted_address(view, members, letter.view.of.person, now));
        if (!letter.address.empty()) return letter;
        return base::refusal(
            {"郵便の届く住所がありません。", "The post does not reach the person."},
            {"台帳の住所を確かめてください。", "Look at the address in the ledger."});
      });
}

}  // namespace kenpo::recourse
