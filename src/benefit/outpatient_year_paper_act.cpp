// Papers of other insurers about a year of outpatient care: certificates of those before the
// society, the notice of the one after it.
#include "benefit/high_cost_limit_rule.h"
#include "benefit/outpatient_year_act.h"
#include "benefit/outpatient_year_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_merge_store.h"
#include "store/under.h"

namespace kenpo::benefit {

namespace of_year_papers {

using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

template <const notice::Operation& operation>
eligibility::MemberAccess paper_members(const Permit<operation>& permit) {
  return eligibility::MemberAccess(permit.template grant<notice::Purpose::member_administration>());
}

template <const notice::Operation& operation>
AwardAccess paper_awards(const Permit<operation>& permit) {
  return AwardAccess(permit.template grant<notice::Purpose::benefit_examination_and_payment>());
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
    const auto members = paper_members(permit);
    const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
    KENPO_TRY(check_year(certificate.last, now.day()));
    const auto stands = KENPO_TRY(
        base_day_of(transaction, {members, paper_awards(permit)}, certificate.person,
                    certificate.last, identities, now));
    KENPO_TRY(check_past(certificate.last, stands.day, now.day()));
    if (!stands.insured) {
      return base::refusal({"基準日に当組合の加入者ではありません。",
                            "Not a member here on the last day of the period."},
                           {"基準日の保険者に申請するよう案内し、通知が届いたら登録してください。",
                            "The insurer of that day takes the application; enter its notice."});
    }
    const auto periods =
        KENPO_TRY(eligibility::periods_of(transaction, members, *stands.insured, now));
    if (periods.empty() || !permit.recorder().in_scope(periods.back().establishment)) {
      return notice::out_of_scope_fault();
    }
    KENPO_TRY(put(transaction, paper_awards(permit), certificate, now));
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
    KENPO_TRY(check_year(told.last, now.day()));
    KENPO_TRY(check_past(told.last, told.last.last_day(), now.day()));
    const auto benefits = permit.grant<notice::Purpose::benefit_examination_and_payment>();
    const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
    const auto stands =
        KENPO_TRY(base_day_of(transaction, {paper_members(permit), paper_awards(permit)},
                              told.person, told.last, identities, now));
    if (stands.insured) {
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

namespace of_year_papers {

/// The person's year and the last day here, for somebody in the handler's scope who has left.
Result<> check_left(const Permit<no_insurance_enter>& permit, const store::View& view,
                    const base::PersonId& person, base::Month last,
                    const eligibility::Identities& identities, base::Moment now) {
  KENPO_TRY(check_year(last, now.day()));
  const auto benefits = permit.grant<notice::Purpose::benefit_examination_and_payment>();
  const auto left =
      KENPO_TRY(left_in_period(view, paper_members(permit), person, last, identities, now));
  if (!left || now.day() <= *left) {
    return base::refusal({"計算期間の途中で資格を失っていません。",
                          "The person has not left within the period."},
                         {"資格喪失や被扶養者の異動の届を先に処理してください。",
                          "Decide the notification of the loss first."});
  }
  const auto year = KENPO_TRY(find_year(view, ResultAccess(benefits), person, last));
  if (year && permit.recorder().in_scope(year->establishment)) return base::Done{};
  if (year) return notice::out_of_scope_fault();
  for (const auto& id : identities.all(person)) {
    const auto periods = KENPO_TRY(eligibility::periods_of(view, paper_members(permit), id, now));
    const bool mine =
        !periods.empty() && permit.recorder().in_scope(periods.back().establishment);
    if (mine) return base::Done{};
  }
  return notice::out_of_scope_fault();
}

}  // namespace of_year_papers

Result<> enter_no_insurance(Ledger& ledger, const Acting& acting, const NoInsuranceFact& fact) {
  if (fact.evidence.empty()) {
    return base::refusal({"根拠がありません。", "The evidence is missing."},
                         {"死亡の届、保護の決定など、根拠になる書類を入れてください。",
                          "Enter the paper that it rests on."});
  }
  auto entered = store::write_under<no_insurance_enter>(
      ledger, acting,
      [&](const Permit<no_insurance_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
        KENPO_TRY(check_left(permit, transaction, fact.person, fact.last, identities, now));
        return put(transaction, paper_awards(permit), fact, now);
      });
  KENPO_TRY(std::move(entered));
  return compute_outpatient_year(ledger, acting, fact.person, fact.last);
}

Result<> take_back_no_insurance(Ledger& ledger, const Acting& acting, const base::PersonId& person,
                                base::Month last) {
  auto taken_back = store::write_under<no_insurance_enter>(
      ledger, acting,
      [&](const Permit<no_insurance_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
        KENPO_TRY(check_left(permit, transaction, person, last, identities, now));
        bool stood = false;
        for (const auto& id : identities.all(person)) {
          stood = KENPO_TRY(
                      withdraw_no_insurance(transaction, paper_awards(permit), id, last, now)) ||
                  stood;
        }
        if (stood) return base::Done{};
        return base::refusal({"登録がありません。", "Nothing was entered."},
                             {"画面を開き直してください。", "Open the page again."});
      });
  KENPO_TRY(std::move(taken_back));
  return compute_outpatient_year(ledger, acting, person, last);
}

}  // namespace kenpo::benefit
