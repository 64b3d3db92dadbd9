#include "request/purpose_consent_act.h"

#include <algorithm>

#include "base/utf8.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "request/case_act.h"
#include "request/fault.h"
#include "request/purpose_consent_store.h"
#include "store/acquired.h"
#include "store/subject_rows.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;

/// The consents that stand, each for every id of its person (名寄せ).
Result<store::ConsentTable> consents_for_store(const store::View& view,
                                               const RequestAccess& access, base::Moment now) {
  store::ConsentTable table;
  for (const auto& consent : KENPO_TRY(standing_consents(view, access))) {
    for (const auto& person : KENPO_TRY(eligibility::identities_of(view, consent.person, now))) {
      table.add(person, notice::mask_of(consent.pair));
    }
  }
  return table;
}

Result<> check_consent(const store::View& view, const store::LookUp& look_up,
                       const RequestAccess& access, const PurposeConsent& consent,
                       base::Date today) {
  const bool evident =
      !consent.evidence.empty() &&
      base::count_code_points(consent.evidence) <= consent_evidence_limit_characters;
  if (!evident || consent.given_on > today || holds_individual_number(consent.evidence)) {
    return refusal({"同意を登録できません。", "The consent cannot be kept."},
                   {"今日までの同意の日と、200文字までの同意の証拠がいります。個人番号は書けません"
                    "(個人情報保護法18条1項)。",
                    "It takes a day up to today and evidence, without an individual number."},
                   {"同意の日と証拠を確かめてください。", "Check day and evidence."});
  }
  const auto known = KENPO_TRY(store::subjects_of_rows(view, look_up, eligibility::person_table,
                                                       "subject_id = $1", {consent.person}));
  if (known.empty()) {
    return refusal({"台帳にない人です。", "The ledger does not have this person."}, {},
                   {"加入者を確かめてください。", "Check whom it is about."});
  }
  const auto standing = KENPO_TRY(standing_consents(view, access));
  const bool twice = std::ranges::any_of(standing, [&](const PurposeConsent& each) {
    return each.person == consent.person && each.pair == consent.pair;
  });
  if (!twice) return base::Done{};
  return refusal({"同じ同意が登録されています。", "The consent stands already."}, {},
                 {"一覧を確かめてください。", "See the list."});
}

}  // namespace

Result<> load_consents(notice::Gate& gate, store::Database& database) {
  return gate.perform<consent_load_operation>(
      notice::Acting{notice::ProgramActor::command_line},
      [&](const Permit<consent_load_operation>& permit) -> Result<> {
        const auto view = KENPO_TRY(database.read());
        database.acquisition_gaps().set_consents(
            KENPO_TRY(consents_for_store(view, RequestAccess(permit), gate.clock().now())));
        return base::Done{};
      });
}

Result<std::vector<PurposeConsent>> list_consents(RequestOffice& office,
                                                  const notice::Acting& acting) {
  using Consents = std::vector<PurposeConsent>;
  const auto work = [&](const Permit<consent_list_operation>& permit) -> Result<Consents> {
    const auto view = KENPO_TRY(office.database.read());
    auto consents = KENPO_TRY(standing_consents(view, RequestAccess(permit)));
    if (consents.size() > consents_shown_limit) {
      consents.erase(consents.begin() + consents_shown_limit, consents.end());
    }
    return consents;
  };
  return office.gate.perform<consent_list_operation>(acting, work);
}

// 個人情報保護法18条1項
Result<> give_consent(RequestOffice& office, const notice::Acting& acting,
                      const PurposeConsent& consent) {
  const auto work = [&](const Permit<consent_change_operation>& permit) -> Result<> {
    const auto now = office.gate.clock().now();
    auto entered = consent;
    entered.by = KENPO_TRY(acting_staff(acting));
    entered.decided_at = now;
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    KENPO_TRY(check_consent(transaction, store::LookUp(permit), access, entered, now.day()));
    KENPO_TRY(add(transaction, access, entered));
    auto standing = KENPO_TRY(consents_for_store(transaction, access, now));
    KENPO_TRY(transaction.commit(permit.recorder()));
    office.database.acquisition_gaps().set_consents(std::move(standing));
    return base::Done{};
  };
  return office.gate.perform<consent_change_operation>(acting, work);
}

Result<> withdraw_consent(RequestOffice& office, const notice::Acting& acting,
                          const base::CaseId& consent) {
  const auto work = [&](const Permit<consent_change_operation>& permit) -> Result<> {
    const auto now = office.gate.clock().now();
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    if (KENPO_TRY(end_consent(transaction, access, consent, now)) == 0) {
      return refusal({"この同意は終わっています。", "This consent has ended."}, {},
                     {"一覧を開き直してください。", "Open the list again."});
    }
    auto standing = KENPO_TRY(consents_for_store(transaction, access, now));
    KENPO_TRY(transaction.commit(permit.recorder()));
    office.database.acquisition_gaps().set_consents(std::move(standing));
    return base::Done{};
  };
  return office.gate.perform<consent_change_operation>(acting, work);
}

}  // namespace kenpo::request
