// A society with one insured person and claims about her, for the tests of this folder.
#pragma once

#include <gtest/gtest.h>

#include "claim/claim_act.h"
#include "claim/claim_intake_act.h"
#include "claim/tables_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "format/claim/claim_samples.h"
#include "format/claim/writer.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::claim {

using namespace test_support;

class ClaimIntakeTest : public testing::Test {
 protected:
  ClaimIntakeTest() : ClaimIntakeTest(std::array<const store::Table*, 0>{}) {}
  /// With the tables of a folder above this one.
  template <typename... Lists>
  explicit ClaimIntakeTest(const Lists&... more) : society_(eligibility::tables, tables, more...) {
    society_.change_policy([](notice::Policy& policy) {
      for (auto& handler : policy.handlers) {
        handler.assignments.push_back(
            {notice::Role::claim_clerk, *base::Date::make(2015, 1, 1), {}});
      }
    });
    eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
    // 山田花子, number 1, insured since 2026-04-01.
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(acquisition())), "取得.csv"));
  }

  format::claim::ReceiptDraft receipt() const {
    auto draft = format::claim::sample_receipt();
    draft.insurer_number = "06139992";
    draft.symbol = works_.symbol;
    draft.number = "1";
    draft.branch = "00";
    draft.male = false;
    draft.born = day(1990, 5, 15);
    return draft;
  }
  static std::string file(const std::vector<format::claim::ReceiptDraft>& drafts) {
    format::claim::Writer writer(format::claim::Form::insurer);
    for (const auto& draft : drafts) writer.receipt(draft);
    writer.end();
    EXPECT_TRUE(writer.faults().empty());
    return writer.bytes();
  }
  base::Result<ClaimIntakeReport> take(const std::string& bytes) {
    return intake_claims(society_.gate(), society_.database(), society_.clerk(),
                         "11_RECODEINFO_MED.CSV", bytes);
  }
  base::Result<ClaimPage> page() {
    return society_.gate().perform<list_claims_operation>(
        society_.clerk(), [&](const notice::Permit<list_claims_operation>& permit) {
          return show_claims(permit, society_.database(), std::nullopt, std::nullopt, 0,
                             *base::Month::make(2026, 11));
        });
  }
  base::Result<std::optional<ClaimView>> show(const ClaimId& id) {
    return society_.gate().perform<show_claim_operation>(
        society_.clerk(), [&](const notice::Permit<show_claim_operation>& permit) {
          return show_claim(permit, society_.database(), id, society_.clock().now());
        });
  }

  base::Result<std::vector<Claim>> own(const base::PersonId& person) {
    return society_.gate().perform<list_own_claims_operation>(
        society_.clerk(), [&](const notice::Permit<list_own_claims_operation>& permit) {
          return show_claims_of(permit, society_.database(), person, society_.clock().now());
        });
  }
  void later() {
    constexpr std::int64_t minute_milliseconds = 60'000;
    society_.clock().set(society_.clock().now().plus_milliseconds(minute_milliseconds));
  }
  void limit_to(base::EstablishmentId establishment) {
    society_.change_policy([&](notice::Policy& policy) {
      for (auto& handler : policy.handlers) handler.establishments = {establishment};
    });
  }

  Society society_;
  eligibility::MemberIndex members_;
  eligibility::Establishment works_ = sample_establishment();
};

}  // namespace kenpo::claim
