// A society with one establishment, its rates and three clerks, for the tests of this folder.
#pragma once

#include <gtest/gtest.h>

#include "claim/claim_intake_store.h"
#include "collection/tables_store.h"
#include "collection/voluntary_act.h"
#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_store.h"
#include "premium/levy_act.h"
#include "premium/payment_notice_act.h"
#include "premium/society_rate_act.h"
#include "premium/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/tables_store.h"
#include "report/release_act.h"
#include "report/tables_store.h"
#include "safeguard/register_tables_store.h"
#include "staff/people_for_tests.h"
#include "staff/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::report {

inline base::Month month_of(int year, int month) { return *base::Month::make(year, month); }

class ReportTest : public testing::Test {
 protected:
  ReportTest() {
    society_.change_policy([this](notice::Policy& policy) {
      using notice::Role;
      policy.handlers.push_back(staff::trained_handler(second_, {Role::premium_clerk}));
      policy.handlers.push_back(staff::trained_handler(benefit_, {Role::benefit_clerk}));
    });
    approvals_.add(bill_release_kind());
    approvals_.add(month_closing_kind());
    auto ledger = this->ledger();
    test_support::must(
        eligibility::register_establishments(ledger, clerk(), {works_, shop_}));
    test_support::must(premium::enter_rates(ledger, clerk(), sample_rates()));
  }

  static std::vector<premium::SocietyRate> sample_rates() {
    using premium::RateKind;
    const auto row = [](RateKind kind, base::Month from, std::int64_t total) {
      return premium::SocietyRate{kind, from, base::Rate{total}, base::Rate{total / 2}};
    };
    return {row(RateKind::general_basic, month_of(2026, 3), 45'600),
            row(RateKind::general_specific, month_of(2026, 3), 32'800),
            row(RateKind::adjustment, month_of(2026, 3), 1'300),
            row(RateKind::care, month_of(2026, 3), 18'000),
            row(RateKind::child, month_of(2026, 4), 2'300)};
  }
  static eligibility::Establishment shop() {
    auto made = test_support::sample_establishment();
    made.office_symbol = "ｳｴ";
    made.symbol = "102";
    made.name = "見本商店";
    return made;
  }

  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  notice::Acting clerk() const { return society_.clerk(); }
  notice::Acting second() const { return notice::Acting{second_}; }
  notice::Acting benefit_clerk() const { return notice::Acting{benefit_}; }

  void tick() { society_.clock().set(society_.clock().now().plus_milliseconds(1000)); }
  template <typename... Notifications>
  void take(const eligibility::Establishment& of, Notifications... given) {
    tick();
    auto ledger = this->ledger();
    test_support::must(eligibility::take_in_notifications(
        ledger, clerk(), test_support::file_of(of, test_support::contents_of(std::move(given)...)),
        "届書.csv"));
    test_support::must(remuneration::determine_all(ledger, clerk(), {}));
  }
  void levy(base::Month month) {
    tick();
    auto ledger = this->ledger();
    test_support::must(premium::levy_month(ledger, clerk(), month, {}));
    test_support::must(collection::levy_voluntary(ledger, clerk(), month, month.last_day()));
  }
  /// Settles everything open, as people would: the board then shows no work left.
  void settle_work() {
    auto transaction = test_support::must(society_.database().write());
    for (const auto& item : test_support::must(eligibility::open_work_items(transaction))) {
      if (!item.person) continue;
      test_support::must(eligibility::settle(transaction, *item.person, item.kind,
                                             society_.clock().now(), "試験"));
    }
    test_support::must(transaction.commit_without_personal_data());
  }

  test_support::Society society_{eligibility::tables, remuneration::tables, premium::tables,
                                 collection::tables, staff::tables, safeguard::register_tables,
                                 tables, claim_tables_};
  static constexpr std::array<const store::Table*, 1> claim_tables_ = {
      &claim::claim_intake_table};
  eligibility::MemberIndex index_;
  base::StaffId second_ = base::StaffId::draw();
  base::StaffId benefit_ = base::StaffId::draw();
  staff::Approvals approvals_{society_.gate(), society_.database()};
  eligibility::Establishment works_ = test_support::sample_establishment();
  eligibility::Establishment shop_ = shop();
};

}  // namespace kenpo::report
