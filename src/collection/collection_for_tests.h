// A society with two employers whose bills went out, for the tests of the collection.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "collection/allocation_act.h"
#include "collection/receipt_act.h"
#include "collection/tables_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "premium/closing_for_tests.h"
#include "premium/levy_act.h"
#include "premium/levy_ledger_store.h"
#include "premium/payment_notice_act.h"
#include "premium/society_rate_act.h"
#include "premium/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/remuneration_store.h"
#include "remuneration/tables_store.h"
#include "safeguard/register_tables_store.h"
#include "staff/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::collection {

using namespace test_support;
using base::Month;
using base::Yen;

inline constexpr notice::Operation look_around{
    .name = "test.look_around",
    .japanese = "試験の閲覧",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

inline Month month_in(int year, int month) { return *Month::make(year, month); }

inline std::vector<premium::SocietyRate> rates_for_tests() {
  using premium::RateKind;
  const auto row = [](RateKind kind, Month from, std::int64_t total) {
    return premium::SocietyRate{kind, from, base::Rate{total}, base::Rate{total / 2}};
  };
  return {row(RateKind::general_basic, month_in(2026, 3), 45'600),
          row(RateKind::general_specific, month_in(2026, 3), 32'800),
          row(RateKind::adjustment, month_in(2026, 3), 1'300),
          row(RateKind::care, month_in(2026, 3), 18'000),
          row(RateKind::child, month_in(2026, 4), 2'300)};
}

/// 見本製作所 (101) with 山田花子 at 300,000: 24,600 yen a month from 2026-04. 見本商会 (202) with
/// one at 410,000 who bears care: 41,000.
class CollectionTest : public testing::Test {
 protected:
  CollectionTest() {
    shop_.id = base::EstablishmentId::draw();
    shop_.office_symbol = "ｳｴ";
    shop_.symbol = "202";
    shop_.name = "株式会社ミホンショウカイ";
    auto ledger = this->ledger();
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_, shop_}));
    must(premium::enter_rates(ledger, society_.clerk(), rates_for_tests()));
    take(works_, acquisition("1", day(2026, 4, 1), 300'000));
    auto suzuki = acquisition("2", day(2026, 4, 1), 410'000);
    suzuki.kind = csv::InsuredKind::male;
    suzuki.insured = insured("2", "ｽｽﾞｷ ｲﾁﾛｳ", "鈴木　一郎", day(1981, 1, 20));
    take(shop_, std::move(suzuki));
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  template <typename... Notifications>
  void take(const eligibility::Establishment& of, Notifications... given) {
    tick();
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(of, contents_of(std::move(given)...)), "届書.csv"));
    must(remuneration::determine_all(ledger, society_.clerk(), {}));
  }
  void levy(Month month) {
    tick();
    auto ledger = this->ledger();
    must(premium::levy_month(ledger, society_.clerk(), month, {}));
  }
  /// Levies the month and lets the notices stand as sent out; who releases them is told elsewhere.
  void bill(Month month) {
    levy(month);
    auto ledger = this->ledger();
    premium::release_bills(society_, month);
    auto transaction = must(society_.database().write());
    for (const auto& one : {works_.id, shop_.id}) {
      const auto shown = must(premium::show_payment_notice(ledger, society_.clerk(), one, month));
      if (shown.total <= Yen()) continue;
      must(premium::add(transaction, premium::IssuedNotice{.establishment = one,
                                                           .billed = month,
                                                           .issued_at = society_.clock().now(),
                                                           .due = shown.due,
                                                           .total = shown.total}));
    }
    must(transaction.commit_without_personal_data());
  }
  Receipt receive(const std::string& payer, int yen, base::Date on,
                  const std::string& code = "") {
    tick();
    auto ledger = this->ledger();
    return must(enter_receipt(ledger, society_.clerk(),
                              {.received_on = on,
                               .amount = Yen(yen),
                               .payer = payer,
                               .payer_code = code}));
  }
  ReceiptView shown(const FundId& receipt) {
    auto ledger = this->ledger();
    return must(show_receipt(ledger, society_.clerk(), receipt));
  }
  base::Result<> order(const AllocationOrder& order) {
    tick();
    auto ledger = this->ledger();
    return allocate(ledger, society_.clerk(), order);
  }
  bool balanced() {
    auto ledger = this->ledger();
    const auto checked = check_collection(ledger, society_.clerk());
    if (!checked.ok()) ADD_FAILURE() << tell(checked.faults()[0], base::Language::japanese);
    return checked.ok();
  }
  void tick() { society_.clock().set(society_.clock().now().plus_milliseconds(1000)); }
  safeguard::RegisterOffice office() {
    return {society_.gate(), society_.database(), society_.directory()};
  }
  PayerId works() const { return payer_of(works_.id); }
  PayerId shop() const { return payer_of(shop_.id); }
  DebtKey bill_of(const PayerId& payer, Month month) const {
    return {DebtKind::employer_bill, payer, month};
  }

  Society society_{eligibility::tables, remuneration::tables, premium::tables, staff::tables,
                   safeguard::register_tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
  eligibility::Establishment shop_ = sample_establishment();
};

}  // namespace kenpo::collection
