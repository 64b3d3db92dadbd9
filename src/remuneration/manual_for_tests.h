// A society with one employer's people and a second clerk, for tests of determinations that are
// entered.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/manual_act.h"
#include "remuneration/remuneration_store.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::remuneration::manual_tests {

using namespace test_support;
using base::Month;
using base::Yen;

inline constexpr notice::Operation look_at_standards{
    .name = "test.look_at_standards",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

inline Month month_at(int year, int month) { return *Month::make(year, month); }

inline csv::MonthlyPay spring_pay(std::array<int, 3> days, std::array<int, 3> pay) {
  csv::MonthlyPay made;
  made.insured = acquisition().insured;
  made.applies_from = month_at(2026, 9);
  std::int64_t sum = 0;
  std::int64_t counted = 0;
  for (std::size_t at = 0; at < 3; ++at) {
    auto& month = made.months[at];
    month.month = 4 + static_cast<int>(at);
    month.base_days = days[at];
    month.in_cash = month.total = Yen(pay[at]);
    if (days[at] >= 17) sum += pay[at], ++counted;
  }
  made.total = Yen(sum);
  made.average = Yen(counted == 0 ? 0 : sum / counted);
  made.previous_health = Yen(300'000);
  return made;
}

class ManualTest : public testing::Test {
 protected:
  ManualTest() {
    auto ledger = this->ledger();
    EXPECT_TRUE(eligibility::register_establishments(ledger, society_.clerk(), {works_}).ok());
    colleague_ = base::StaffId::draw();
    society_.change_policy([&](notice::Policy& policy) {
      auto second = policy.handlers.front();
      for (const auto& handler : policy.handlers) {
        if (handler.staff == society_.clerk_id()) second = handler;
      }
      second.staff = colleague_;
      policy.handlers.push_back(second);
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  notice::Acting colleague() const { return notice::Acting{colleague_}; }
  template <typename... Notifications>
  void take(Notifications... given) {
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(std::move(given)...)), "届書.csv"));
    must(determine_all(ledger, society_.clerk(), {}));
  }
  template <typename How>
  auto read(How how) {
    return must(society_.gate().perform<look_at_standards>(
        society_.clerk(), [&](const notice::Permit<look_at_standards>& permit) {
          const auto view = must(society_.database().read());
          const RemunerationAccess access(
              permit.grant<notice::Purpose::standard_remuneration_determination>());
          return how(view, access);
        }));
  }
  eligibility::InsuredPeriod period() {
    return read([&](const store::View& view,
                    const RemunerationAccess& access) -> base::Result<eligibility::InsuredPeriod> {
      return KENPO_TRY(eligibility::periods_of_number(view, access, works_.id, "1")).at(0);
    });
  }
  std::vector<StandardRemuneration> standards() {
    const auto person = period().person;
    return read([&](const store::View& view, const RemunerationAccess& access) {
      return remunerations_of(view, access, person, society_.clock().now());
    });
  }
  ManualOrder order(ManualKind kind, ManualInput input) {
    const auto held = period();
    return {.person = held.person,
            .period = held.id,
            .kind = kind,
            .input = std::move(input),
            .reason = "申出書による"};
  }
  static LeaveEndInput leave_end() {
    LeaveEndInput input;
    input.ended_on = day(2026, 4, 30);
    input.months = {RevisionMonth{31, Yen(260'000)}, RevisionMonth{30, Yen(260'000)},
                    RevisionMonth{31, Yen(260'000)}};
    return input;
  }
  static std::string what(const base::Faults& faults) { return faults.front().what.ja.text(); }

  Society society_{eligibility::tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
  base::StaffId colleague_ = base::StaffId::draw();
};

}  // namespace kenpo::remuneration::manual_tests
