// The application's file: every candidate of the year, sealed, laid before a second person.
#include "claim/claim_store.h"
#include "eligibility/scope.h"
#include "federation/grant_act.h"
#include "federation/grant_store.h"
#include "format/grant_application/grant_application.h"
#include "store/under.h"

namespace kenpo::federation {

namespace {

namespace csv = format::grant_application;
using base::Result;
using notice::Permit;
using notice::Purpose;

/// What of a person is in the file, as the record of the provision names it (個人情報保護法29条).
constexpr std::string_view provided_items =
    "記号・番号・枝番、診療年月、医療機関、診療実日数、医療費、検索番号";

base::Fault no_candidate() {
  return {{"申請する対象がありません。", "There is nothing to apply for."},
          {"この年度の候補は、すべて申請済みか、まだ調べていません。",
           "All are applied for, or the claims were not looked through."},
          {"「対象を調べる」を押してください。", "Look through the claims first."},
          {}};
}

base::Fault not_confirmed() {
  return {{"この年度の基準額が、確かめられていません。", "The year's figures are not confirmed."},
          {"健保連の基準額は公表されていません。前の年度の額で申請はしません。",
           "The federation does not publish them, and those of another year are none."},
          {"健保連の通知を見て、基準額を登録してください。", "Enter them from the notice."},
          {}};
}

csv::Row row_of(const Grant& grant, const claim::Claim& claim, base::Yen cost,
                std::uint64_t serial) {
  csv::Row row;
  row.serial = serial;
  row.symbol = claim.symbol;
  row.number = claim.number;
  row.branch = claim.branch;
  row.treated_in = grant.now.treated_in;
  row.special = grant.now.kind == ThresholdKind::special;
  row.claimed_in = claim.claimed_in;
  row.service = claim::wording(claim.service);
  row.institution = claim.institution;
  row.days = claim.days;
  row.cost = cost;
  row.month_cost = grant.now.cost;
  row.excess = grant.excess();
  row.search_number = claim.search_number;
  row.management_number = claim.management_number;
  return row;
}

class Application {
 public:
  Application(store::Transaction& transaction, const GrantAccess& access,
              const notice::Recorder& recorder)
      : transaction_(transaction), access_(access), recorder_(recorder) {}

  Result<> add(const Grant& grant) {
    ++cases_;
    for (const auto& receipt : grant.now.receipts) {
      const auto held = KENPO_TRY(claim::find_claim(transaction_, access_, receipt.claim));
      if (!held) continue;  // erased meanwhile
      if (!eligibility::in_scope(recorder_, held->establishment)) {
        return notice::out_of_scope_fault();
      }
      file.rows.push_back(row_of(grant, *held, receipt.cost, cases_));
    }
    return base::Done{};
  }
  std::uint64_t cases() const { return cases_; }

  csv::File file;

 private:
  store::Transaction& transaction_;
  const GrantAccess& access_;
  const notice::Recorder& recorder_;
  std::uint64_t cases_ = 0;
};

}  // namespace

Result<MadeApplication> make_application(const safeguard::RegisterOffice& office,
                                         const safeguard::ProvisionLedger& provisions,
                                         const notice::Acting& acting, GrantYear year,
                                         base::Date delete_by, const std::string& plain_reason) {
  return store::write_under<grant_provide>(
      office, acting,
      [&](const Permit<grant_provide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<MadeApplication> {
        const GrantAccess access(permit.grant<Purpose::high_cost_grant_application>());
        const safeguard::ProvisionLedger::Access members(
            permit.grant<Purpose::member_administration>());
        if (!KENPO_TRY(entered_standard(transaction, year))) return not_confirmed();
        auto candidates =
            KENPO_TRY(grants_of(transaction, access, year, GrantState::candidate));
        if (candidates.empty()) return no_candidate();
        const safeguard::ExportTerms terms{
            .recipient_class = safeguard::RecipientClass::insurer,
            .recipient = "健康保険組合連合会",
            .basis = safeguard::ExportBasis::law,
            .processor = std::nullopt,
            .delete_by = delete_by,
            .plain_reason = plain_reason};
        Application application(transaction, access, permit.recorder());
        application.file.insurer_number = std::string(office.database.insurer().text());
        application.file.year = year.ends_in;
        application.file.made_on = now.day();
        for (auto& grant : candidates) {
          KENPO_TRY(application.add(grant));
          KENPO_TRY(provisions.record(transaction, members, grant.now.person, terms, now.day(),
                                      provided_items));
          grant.state = GrantState::applied;
          grant.applied_cost = grant.now.cost;
          grant.applied_on = now.day();
          KENPO_TRY(change(transaction, access, grant, now));
        }
        const auto receipts = application.file.rows.size();
        const auto made = KENPO_TRY(safeguard::enter_export(
            office, transaction, permit, acting,
            {.product = "高額医療交付金の申請データ",
             .terms = terms,
             .files = {{"koufukin-" + std::to_string(year.ends_in) + ".csv",
                        csv::write(application.file)}},
             .rows = receipts,
             .people = application.cases()}));
        return MadeApplication{made, application.cases(), receipts};
      });
}

}  // namespace kenpo::federation
