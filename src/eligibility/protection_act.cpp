#include "eligibility/protection_act.h"

#include <algorithm>

#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_entry_act.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using notice::Permit;
using notice::Purpose;

base::Fault nobody_to_protect() {
  return {{"この人は台帳にいません。", "The person is not in the ledger."},
          {},
          {"加入者の検索からたどってください。", "Start from the search."},
          {}};
}

base::Fault not_responsible() {
  return {{"保護されている住所を見る・解除するのは、常務理事だけです。",
           "Only the executive director may."},
          {"住所が漏れると、本人の命に関わります。", "A leak may cost a life."},
          {"常務理事に頼んでください。", "Ask the executive director."},
          {}};
}

base::Fault no_protection() {
  return {{"保護は始まっていません。", "No protection stands."}, {}, {}, {}};
}

base::Fault no_reason() {
  return {{"理由を入れてください。", "Give the reason."},
          {"見た人と理由を残します。", "Who looked and why is kept."},
          {},
          {}};
}

/// Whether any establishment of the person, or of whom they depend on, is the handler's.
Result<> check_scope(const store::View& view, const MemberAccess& access,
                     const notice::Recorder& recorder, const base::PersonId& person,
                     base::Moment now) {
  const auto held = [&](const InsuredPeriod& period) {
    return recorder.in_scope(period.establishment);
  };
  if (std::ranges::any_of(KENPO_TRY(periods_of(view, access, person, now)), held)) {
    return base::Done{};
  }
  for (const auto& link : KENPO_TRY(links_of(view, access, person, now))) {
    if (std::ranges::any_of(KENPO_TRY(periods_of(view, access, link.insured, now)), held)) {
      return base::Done{};
    }
  }
  return notice::out_of_scope_fault();
}

void hide_address(Protection& protection) {
  protection.postal_code.clear();
  protection.address.clear();
  protection.address_kana.clear();
}

base::StaffId staff_of(const notice::Acting& acting) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  KENPO_REQUIRE(staff != nullptr);  // the operations run for staff only
  return *staff;
}

}  // namespace

Result<ProtectionView> show_protection(const Permit<protection_show>& permit, Ledger& ledger,
                                       const base::PersonId& person) {
  const MemberAccess access(permit.grant<Purpose::member_administration>());
  const auto view = KENPO_TRY(ledger.database.read());
  const auto now = ledger.gate.clock().now();
  KENPO_TRY(check_scope(view, access, permit.recorder(), person, now));
  auto found = KENPO_TRY(find_person(view, access, person, now));
  if (!found) return nobody_to_protect();
  ProtectionView shown{.person = *std::move(found)};
  shown.standing = KENPO_TRY(standing_protection(view, access, person));
  if (shown.standing) hide_address(*shown.standing);
  shown.all = KENPO_TRY(protections_of(view, access, person));
  for (auto& each : shown.all) hide_address(each);
  shown.looks = KENPO_TRY(looks_at(view, access, person));
  return shown;
}

Result<> begin_protection(Ledger& ledger, const notice::Acting& acting,
                          const base::PersonId& person, ProtectionGround ground,
                          const std::string& evidence) {
  return ledger.gate.perform<protection_begin>(
      acting, [&](const Permit<protection_begin>& permit) -> Result<> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        KENPO_TRY(check_scope(transaction, access, permit.recorder(), person, now));
        const auto known = KENPO_TRY(find_person(transaction, access, person, now));
        if (!known) return nobody_to_protect();
        auto protection = KENPO_TRY(standing_protection(transaction, access, person))
                              .value_or(Protection{.person = person,
                                                   .from = now.day(),
                                                   .postal_code = known->postal_code,
                                                   .address = known->address,
                                                   .address_kana = known->address_kana});
        protection.ground = ground;
        protection.evidence = evidence;
        KENPO_TRY(put(transaction, access, protection, now));
        // A decision of its own: from now on the person's row has no address.
        KENPO_TRY(put(transaction, access, *known, now.day(), now));
        KENPO_TRY(transaction.commit(permit.recorder()));
        const auto view = KENPO_TRY(ledger.database.read());
        return refresh_members(ledger, view, access, {person}, now);
      });
}

Result<> end_protection(Ledger& ledger, const notice::Acting& acting,
                        const MayUncover& may_uncover, const base::PersonId& person,
                        const std::string& reason) {
  return ledger.gate.perform<protection_end>(
      acting, [&](const Permit<protection_end>& permit) -> Result<> {
        if (!may_uncover(staff_of(acting))) return not_responsible();
        if (reason.empty()) return no_reason();
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        KENPO_TRY(check_scope(transaction, access, permit.recorder(), person, now));
        auto known = KENPO_TRY(find_person(transaction, access, person, now));
        if (!known) return nobody_to_protect();
        auto protection = KENPO_TRY(standing_protection(transaction, access, person));
        if (!protection) return no_protection();
        known->postal_code = protection->postal_code;
        known->address = protection->address;
        known->address_kana = protection->address_kana;
        hide_address(*protection);
        protection->until = now.day();
        KENPO_TRY(put(transaction, access, *protection, now));
        KENPO_TRY(add(transaction, access, person, {now, staff_of(acting), reason}));
        KENPO_TRY(put(transaction, access, *known, now.day(), now));
        KENPO_TRY(transaction.commit(permit.recorder()));
        const auto view = KENPO_TRY(ledger.database.read());
        return refresh_members(ledger, view, access, {person}, now);
      });
}

Result<Uncovered> uncover(Ledger& ledger, const notice::Acting& acting,
                          const MayUncover& may_uncover, const base::PersonId& person,
                          const std::string& reason) {
  return ledger.gate.perform<protection_reveal>(
      acting, [&](const Permit<protection_reveal>& permit) -> Result<Uncovered> {
        if (!may_uncover(staff_of(acting))) return not_responsible();
        if (reason.empty()) return no_reason();
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        KENPO_TRY(check_scope(transaction, access, permit.recorder(), person, now));
        const auto known = KENPO_TRY(find_person(transaction, access, person, now));
        if (!known) return nobody_to_protect();
        const auto protection = KENPO_TRY(standing_protection(transaction, access, person));
        if (!protection) return no_protection();
        Uncovered shown{.person = *known};
        shown.person.postal_code = protection->postal_code;
        shown.person.address = protection->address;
        shown.person.address_kana = protection->address_kana;
        for (const auto& period : KENPO_TRY(periods_of(transaction, access, person, now))) {
          shown.places.push_back({period.establishment, period.acquired, period.lost});
        }
        KENPO_TRY(add(transaction, access, person, {now, staff_of(acting), reason}));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return shown;
      });
}

}  // namespace kenpo::eligibility
