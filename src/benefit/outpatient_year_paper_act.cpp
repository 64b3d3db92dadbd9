// Papers of other insurers about a year of outpatient care: certificates of those before the
// society, the notice of the one after it.
#include "benefit/high_cost_limit_rule.h"
#include "benefit/household_act.h"
#include "benefit/outpatient_year_act.h"
#include "benefit/outpatient_year_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_merge_store.h"

namespace kenpo::benefit {

namespace of_year_papers {

using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

template <const notice::Operation& operation>
BenefitAccess facts_of(const Permit<operation>& permit) {
  return {.member = eligibility::MemberAccess(
              permit.template grant<notice::Purpose::member_administration>()),
          .claim = claim::ClaimAccess(
              permit.template grant<notice::Purpose::benefit_examination_and_payment>())};
}

bool fits(Yen amount) {
  return amount >= Yen() && amount <= Yen(burden_certificate_limit_yen);
}

base::Fault notice_refusal() {
  return base::refusal({"通知を登録できません。", "The notice cannot be entered."},
                       {"保険者の名称、一般か低所得の区分、当組合の分を含む自己負担額の合計を入れて"
                        "ください。",
                        "Enter the insurer, a class with a yearly limit and the total burden."});
}

}  // namespace of_year_papers

using namespace of_year_papers;

Result<> enter_burden_certificate(Ledger& ledger, const Acting& acting,
                                  BurdenCertificate certificate) {
  if (certificate.insurer.empty() || !fits(certificate.amount)) {
    return base::refusal({"証明書を登録できません。", "The certificate cannot be entered."},
                         {"保険者の名称と、0円以上の自己負担額を入れてください。",
                          "Enter the insurer and an amount from 0 yen."});
  }
  const auto work = [&](const Permit<burden_certificate_enter>& permit) -> Result<> {
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    KENPO_TRY(check_ended_year(certificate.last, now.day()));
    const auto facts = facts_of(permit);
    const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
    const auto insured = KENPO_TRY(
        household_of(transaction, facts, {certificate.person, certificate.last}, identities, now));
    if (!insured) {
      return base::refusal({"基準日に当組合の加入者ではありません。",
                            "Not a member here on the last day of the period."},
                           {"基準日の保険者に申請するよう案内し、通知が届いたら登録してください。",
                            "The insurer of that day takes the application; enter its notice."});
    }
    const auto periods =
        KENPO_TRY(eligibility::periods_of(transaction, facts.member, *insured, now));
    if (periods.empty() || !permit.recorder().in_scope(periods.back().establishment)) {
      return notice::out_of_scope_fault();
    }
    KENPO_TRY(put(transaction,
                  AwardAccess(permit.grant<notice::Purpose::benefit_examination_and_payment>()),
                  certificate, now));
    return transaction.commit(permit.recorder());
  };
  KENPO_TRY(ledger.gate.perform<burden_certificate_enter>(acting, work));
  return compute_outpatient_year(ledger, acting, certificate.person, certificate.last);
}

Result<> enter_base_day_notice(Ledger& ledger, const Acting& acting, const BaseDayNotice& told) {
  if (told.insurer.empty() || !fits(told.total) || !has_outpatient_limit(told.of)) {
    return notice_refusal();
  }
  const auto work = [&](const Permit<base_day_notice_enter>& permit) -> Result<> {
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    KENPO_TRY(check_ended_year(told.last, now.day()));
    const auto benefits = permit.grant<notice::Purpose::benefit_examination_and_payment>();
    const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
    if (KENPO_TRY(household_of(transaction, facts_of(permit), {told.person, told.last},
                               identities, now))) {
      return base::refusal({"基準日に当組合の加入者です。",
                            "A member here on the last day of the period."},
                           {"当組合が合計して支給します。前の保険者の証明書を登録してください。",
                            "This society adds up; enter certificates of the insurers before."});
    }
    const auto year =
        KENPO_TRY(find_year(transaction, ResultAccess(benefits), told.person, told.last));
    if (!year) {
      return base::refusal({"当組合の外来の負担が計算されていません。",
                            "No burden of outpatient care was computed here."},
                           {"外来年間合算を計算してから登録してください。",
                            "Compute the yearly sums first."});
    }
    if (!permit.recorder().in_scope(year->establishment)) return notice::out_of_scope_fault();
    if (told.total < year->ours) return notice_refusal();
    KENPO_TRY(put(transaction, AwardAccess(benefits), told, now));
    return transaction.commit(permit.recorder());
  };
  KENPO_TRY(ledger.gate.perform<base_day_notice_enter>(acting, work));
  return compute_outpatient_year(ledger, acting, told.person, told.last);
}

}  // namespace kenpo::benefit
