#include "cost_notice/cost_notice_act.h"

#include <algorithm>

#include "claim/claim_store.h"
#include "cost_notice/notice_file.h"
#include "cost_notice/notice_reading_act.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"
#include "eligibility/scope.h"
#include "store/under.h"

namespace kenpo::cost_notice {

namespace of_notice_acts {

using base::PersonId;
using base::Result;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

base::Fault notice_fault(base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

template <const notice::Operation& operation>
NoticeKeys keys_of(const Permit<operation>& permit) {
  return {.claims = NoticeAccess(permit.template grant<notice::Purpose::medical_cost_notice>()),
          .member = eligibility::MemberAccess(
              permit.template grant<notice::Purpose::member_administration>())};
}

Result<> check_period(const Period& period) {
  if (period.from <= period.to && period.to < period.from.plus(period_months_limit)) {
    return base::Done{};
  }
  return notice_fault({"期間が正しくありません。", "The period is wrong."},
                      {"終わりの月は始まりの月以後、5年以内にしてください。",
                       "The last month is not before the first, within five years."});
}

Result<> check_scope(const notice::Recorder& recorder, const store::View& view,
                     const NoticeKeys& keys, const PersonId& person, base::Moment now) {
  const auto establishment = KENPO_TRY(establishment_of(view, keys, person, now));
  if (eligibility::in_scope(recorder, establishment)) return base::Done{};
  return notice::out_of_scope_fault();
}

Result<VisitCheck> open_check(const store::View& view, const NoticeAccess& access,
                              const VisitCheckId& id) {
  const auto check = KENPO_TRY(find_visit_check(view, access, id));
  if (check && check->outcome == VisitOutcome::open) return *check;
  return notice_fault({"この調査は、もう終わっています。", "The check is closed."},
                      {"一覧を開き直してください。", "Open the list again."});
}

}  // namespace of_notice_acts

base::Result<NoticePage> show_notice(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const base::PersonId& person, const Period& period) {
  using namespace of_notice_acts;
  KENPO_TRY(check_period(period));
  return store::read_under<cost_notice_show>(
      ledger, acting,
      [&](const Permit<cost_notice_show>& permit, const store::View& view) -> Result<NoticePage> {
        const auto keys = keys_of(permit);
        const auto now = ledger.gate.clock().now();
        KENPO_TRY(check_scope(permit.recorder(), view, keys, person, now));
        NoticePage page{.notice = KENPO_TRY(read_notice(view, keys, person, period, now)),
                        .consent = KENPO_TRY(consent_of(view, keys.claims, person))};
        page.is_dependent =
            !KENPO_TRY(eligibility::links_of(view, keys.member, person, now)).empty();
        page.sheltered =
            KENPO_TRY(eligibility::standing_protection(view, keys.member, person)).has_value();
        return page;
      });
}

base::Result<CostNotice> provide_notice(eligibility::Ledger& ledger, const notice::Acting& acting,
                                        const base::PersonId& person, const Period& period) {
  using namespace of_notice_acts;
  KENPO_TRY(check_period(period));
  return store::read_under<cost_notice_provide>(
      ledger, acting,
      [&](const Permit<cost_notice_provide>& permit,
          const store::View& view) -> Result<CostNotice> {
        const auto keys = keys_of(permit);
        const auto now = ledger.gate.clock().now();
        KENPO_TRY(check_scope(permit.recorder(), view, keys, person, now));
        return read_notice(view, keys, person, period, now);
      });
}

// 個人情報保護法33条1項: the person's own data, as data. Nobody asks the person for its erasure.
base::Result<safeguard::MadeExport> make_notice_data(const safeguard::RegisterOffice& office,
                                                     const notice::Acting& acting,
                                                     const base::PersonId& person,
                                                     const Period& period) {
  using namespace of_notice_acts;
  KENPO_TRY(check_period(period));
  return store::write_under<cost_notice_provide>(
      office, acting,
      [&](const Permit<cost_notice_provide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<safeguard::MadeExport> {
        const auto keys = keys_of(permit);
        KENPO_TRY(check_scope(permit.recorder(), transaction, keys, person, now));
        const auto notice = KENPO_TRY(read_notice(transaction, keys, person, period, now));
        if (notice.lines.empty()) {
          return notice_fault({"この期間の受診はありません。", "There is no receipt of the period."},
                              {"期間を確かめてください。", "Check the period."});
        }
        return safeguard::enter_export(
            office, transaction, permit, acting,
            {.product = "医療費通知のデータ",
             .terms = {.recipient_class = safeguard::RecipientClass::person,
                       .recipient = "医療費通知の名あて人",
                       .basis = safeguard::ExportBasis::to_person,
                       .processor = std::nullopt,
                       .delete_by = now.day()},
             .files = {{"iryohi-tsuuchi.csv", notice_file(notice)}},
             .rows = notice.lines.size(),
             .people = 1});
      });
}

base::Result<> record_consent(eligibility::Ledger& ledger, const notice::Acting& acting,
                              const base::PersonId& person, Agrees agrees,
                              const std::string& evidence) {
  using namespace of_notice_acts;
  return store::write_under<cost_notice_consent>(
      ledger, acting,
      [&](const Permit<cost_notice_consent>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto keys = keys_of(permit);
        KENPO_TRY(check_scope(permit.recorder(), transaction, keys, person, now));
        if (agrees == Agrees::no) {
          if (KENPO_TRY(withdraw_consent(transaction, keys.claims, person, now))) {
            return base::Done{};
          }
          return notice_fault({"同意の記録がありません。", "No consent is on record."},
                              {"画面を開き直してください。", "Open the page again."});
        }
        if (evidence.empty()) {
          return notice_fault({"同意の根拠がありません。", "The consent has no evidence."},
                              {"同意書の日などを入れてください。", "Enter the paper and its day."});
        }
        return put(transaction, keys.claims, Consent{person, now.day(), evidence}, now);
      });
}

base::Result<VisitCheckId> record_answer(eligibility::Ledger& ledger,
                                         const notice::Acting& acting,
                                         const base::PersonId& person,
                                         const claim::ClaimId& claim, const std::string& words) {
  using namespace of_notice_acts;
  return store::write_under<cost_notice_answer>(
      ledger, acting,
      [&](const Permit<cost_notice_answer>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<VisitCheckId> {
        const auto keys = keys_of(permit);
        KENPO_TRY(check_scope(permit.recorder(), transaction, keys, person, now));
        const auto found = KENPO_TRY(claim::find_claim(transaction, keys.claims, claim));
        const auto people = KENPO_TRY(people_in_notice(transaction, keys, person, now));
        const bool told = found && std::ranges::find(people, found->person) != people.end();
        if (!told || words.empty()) {
          return notice_fault({"回答を登録できません。", "The answer cannot be entered."},
                              {"通知の明細を選び、本人の言葉を入れてください。",
                               "Choose a line of the notice and enter what was said."});
        }
        const VisitCheck check{
            .person = found->person, .claim = claim, .received_on = now.day(), .words = words};
        KENPO_TRY(put(transaction, keys.claims, check, now));
        return check.id;
      });
}

base::Result<std::vector<CheckLine>> list_checks(eligibility::Ledger& ledger,
                                                 const notice::Acting& acting,
                                                 VisitOutcome outcome) {
  using namespace of_notice_acts;
  return store::read_under<visit_check_list>(
      ledger, acting,
      [&](const Permit<visit_check_list>& permit,
          const store::View& view) -> Result<std::vector<CheckLine>> {
        const NoticeKeys keys{
            .claims = NoticeAccess(
                permit.grant<notice::Purpose::benefit_examination_and_payment>()),
            .member = eligibility::MemberAccess(
                permit.grant<notice::Purpose::member_administration>())};
        const auto now = ledger.gate.clock().now();
        std::vector<CheckLine> lines;
        for (auto& check :
             KENPO_TRY(list_visit_checks(view, keys.claims, outcome, checks_shown_limit))) {
          const auto place = KENPO_TRY(establishment_of(view, keys, check.person, now));
          if (!eligibility::in_scope(permit.recorder(), place)) continue;
          const auto person =
              KENPO_TRY(eligibility::find_person(view, keys.member, check.person, now));
          lines.push_back({std::move(check), person ? person->name : std::string()});
        }
        return lines;
      });
}

base::Result<> close_check(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const VisitCheckId& id, VisitOutcome outcome,
                           const std::string& finding) {
  using namespace of_notice_acts;
  return store::write_under<visit_check_close>(
      ledger, acting,
      [&](const Permit<visit_check_close>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const NoticeAccess access(
            permit.grant<notice::Purpose::benefit_examination_and_payment>());
        auto check = KENPO_TRY(open_check(transaction, access, id));
        const auto claim = KENPO_TRY(claim::find_claim(transaction, access, check.claim));
        if (!claim || !eligibility::in_scope(permit.recorder(), claim->establishment)) {
          return notice::out_of_scope_fault();
        }
        if (finding.empty() || outcome == VisitOutcome::open) {
          return notice_fault({"調査の結果がありません。", "There is no finding."},
                              {"結果と、分かったことを入れてください。",
                               "Enter the outcome and what was found."});
        }
        check.outcome = outcome;
        check.finding = finding;
        return put(transaction, access, check, now);
      });
}

}  // namespace kenpo::cost_notice
