// A society with one employer and invented members, for the tests of this folder.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "certificate/application_act.h"
#include "certificate/custody_act.h"
#include "certificate/print_run_act.h"
#include "certificate/tables_store.h"
#include "eligibility/dependent_act.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/tables_store.h"
#include "staff/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::certificate {

inline constexpr notice::Operation look_at_people{
    .name = "test.look_at_people",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

/// Today is 2026-11-24.
class CertificateTest : public testing::Test {
 protected:
  CertificateTest() {
    auto ledger = this->ledger();
    test_support::must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  /// An insured person with the number, born and paid so; 山田花子 unless named.
  base::PersonId insure(const char* number, base::Date born, int pay,
                        base::Date on = test_support::day(2026, 4, 1)) {
    auto record = test_support::acquisition(number, on, pay);
    record.insured.born = born;
    take(std::move(record));
    return person(number);
  }
  template <typename... Notifications>
  void take(Notifications... given) {
    tick();
    auto ledger = this->ledger();
    test_support::must(eligibility::take_in_notifications(
        ledger, society_.clerk(),
        test_support::file_of(works_, test_support::contents_of(std::move(given)...)), "届書.csv"));
    test_support::must(remuneration::determine_all(ledger, society_.clerk(), {}));
  }
  base::PersonId person(const char* number) {
    return test_support::must(society_.gate().perform<look_at_people>(
        society_.clerk(),
        [&](const notice::Permit<look_at_people>& permit) -> base::Result<base::PersonId> {
          const auto view = KENPO_TRY(society_.database().read());
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          return KENPO_TRY(eligibility::periods_of_number(view, access, works_.id, number))
              .at(0)
              .person;
        }));
  }
  MemberPapers shown(const base::PersonId& person) {
    auto ledger = this->ledger();
    return test_support::must(show_papers(ledger, society_.clerk(), person));
  }
  UpkeepCount card(const base::PersonId& person, CardUse use,
                   base::Date from = test_support::day(2026, 11, 24)) {
    tick();
    auto ledger = this->ledger();
    return test_support::must(
        enter_card_use(ledger, society_.clerk(), {.person = person, .from = from, .use = use}));
  }
  UpkeepCount keep_all(base::Month month) {
    tick();
    auto ledger = this->ledger();
    return test_support::must(keep_all_papers(ledger, society_.scheduler(), month, {}));
  }
  /// The papers of the person as 「confirmation:1 」: kind and state, the latest first.
  std::string papers(const base::PersonId& person) {
    std::string text;
    for (const auto& each : shown(person).papers) {
      text += std::string(identifier(each.kind)) + ":" +
              std::to_string(static_cast<int>(each.state)) + " ";
    }
    return text;
  }
  Certificate only(const base::PersonId& person, Kind kind) {
    const auto all = shown(person).papers;
    const auto at = std::ranges::find(all, kind, &Certificate::kind);
    EXPECT_NE(at, all.end());
    return *at;
  }
  void tick() { society_.clock().set(society_.clock().now().plus_milliseconds(1000)); }
  void go_to(base::Date day) { society_.clock().set(base::start_of(day)); }

  test_support::Society society_{eligibility::tables, remuneration::tables, staff::tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = test_support::sample_establishment();
};

}  // namespace kenpo::certificate
