// A society with one employer, a family and claims about them, for the tests of this folder.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "benefit/additional_act.h"
#include "benefit/award_act.h"
#include "benefit/high_cost_store.h"
#include "benefit/tables_store.h"
#include "certificate/tables_store.h"
#include "claim/claim_intake_act.h"
#include "claim/tables_store.h"
#include "collection/tables_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "format/claim/claim_samples.h"
#include "format/claim/writer.h"
#include "recourse/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/tables_store.h"
#include "review/tables_store.h"
#include "safeguard/register_tables_store.h"
#include "staff/tables_store.h"
#include "store/under.h"
#include "tests/support/notification.h"

namespace kenpo::benefit {

using test_support::day;
using test_support::must;

inline constexpr notice::Operation test_look{
    .name = "test.look",
    .japanese = "試験の閲覧",
    .pairs = {member_pair, claim_pair, benefit_pair}};
inline constexpr notice::Operation test_debts{
    .name = "test.debts",
    .japanese = "試験の閲覧",
    .pairs = {claim_pair, notice::Pair{notice::Category::third_party_act,
                                       notice::Purpose::third_party_recovery}}};
inline constexpr notice::Operation test_write{.name = "test.write",
                                              .japanese = "試験の書込み",
                                              .verb = notice::Verb::write,
                                              .pairs = {member_pair}};

inline base::Month month(int year, int number) { return *base::Month::make(year, number); }

/// What of a claim a test says; the rest is the sample's.
struct TestClaim {
  const char* number = "1";
  const char* branch = "00";
  base::Month treated = month(2026, 8);
  std::int64_t points = 0;
  bool inpatient = false;
  const char* provider = "990001";
  std::optional<std::int64_t> charge = {};
  const char* window = "";
  const char* remarks = "";
  std::optional<base::Date> born = {};
};

/// 山田花子, born 1990-05-15, standard 300,000 (class ウ), insured since 2025-04-01. Now: 2026-11-24.
/// `more`: tables of the folders above.
class BenefitTest : public testing::Test {
 protected:
  template <typename... More>
  explicit BenefitTest(const More&... more)
      : society_(eligibility::tables, remuneration::tables, staff::tables, certificate::tables,
                 claim::tables, review::tables, recourse::tables, collection::tables,
                 safeguard::register_tables, tables, more...) {
    society_.change_policy([](notice::Policy& policy) {
      for (auto& handler : policy.handlers) {
        handler.assignments.push_back({notice::Role::claim_clerk, day(2015, 1, 1), {}});
        handler.assignments.push_back({notice::Role::benefit_clerk, day(2015, 1, 1), {}});
      }
    });
    auto ledger = this->ledger();
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
    insured_ = insure("1", day(1990, 5, 15), 300'000, day(2025, 4, 1));
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  safeguard::RegisterOffice office() {
    return {society_.gate(), society_.database(), society_.directory()};
  }
  base::PersonId insure(const char* number, base::Date born, int pay, base::Date on) {
    auto record = test_support::acquisition(number, on, pay);
    record.insured.born = born;
    tick();
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(),
        test_support::file_of(works_, test_support::contents_of(std::move(record))), "届書.csv"));
    must(remuneration::determine_all(ledger, society_.clerk(), {}));
    return person(number);
  }
  base::PersonId person(const char* number) {
    return must(store::read_under<test_look>(
        ledger(), society_.clerk(),
        [&](const notice::Permit<test_look>& permit,
            const store::View& view) -> base::Result<base::PersonId> {
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          return KENPO_TRY(eligibility::periods_of_number(view, access, works_.id, number))
              .at(0)
              .person;
        }));
  }
  /// A child of the insured person with branch 01.
  base::PersonId dependent(base::Date born) {
    tick();
    eligibility::Person child{.id = base::PersonId::draw(),
                              .name = "山田　子",
                              .name_kana = "ﾔﾏﾀﾞ ｺ",
                              .sex = eligibility::Sex::female,
                              .born = born};
    must(store::write_under<test_write>(
        ledger(), society_.clerk(),
        [&](const notice::Permit<test_write>& permit, store::Transaction& transaction,
            base::Moment now) -> base::Result<> {
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          KENPO_TRY(eligibility::put(transaction, access, child, day(2025, 4, 1), now));
          return eligibility::put(transaction, access,
                                  {.dependent = child.id,
                                   .insured = insured_,
                                   .branch = 1,
                                   .relation = eligibility::Relation::child,
                                   .from = day(2025, 4, 1)},
                                  now);
        }));
    return child.id;
  }

  format::claim::ReceiptDraft draft(const TestClaim& claim) {
    auto made = format::claim::sample_receipt();
    made.insurer_number = "06139992";
    made.symbol = works_.symbol;
    made.number = claim.number;
    made.branch = claim.branch;
    made.male = false;
    const bool insured = made.branch == "00";
    made.born = claim.born.value_or(insured ? day(1990, 5, 15) : child_born_);
    made.kind = std::string("11") + "1" + (insured ? (claim.inpatient ? "1" : "2")
                                                   : (claim.inpatient ? "5" : "6"));
    made.treated_in = claim.treated;
    made.claimed_in = claim.treated.plus(1);
    made.diseases.resize(1);
    made.diseases[0].started = claim.treated.first_day();
    if (claim.inpatient) made.admitted_on = claim.treated.first_day();
    made.provider.code = format::claim::with_check_digit(claim.provider);
    made.details.resize(1);
    made.details[0].points = claim.points;
    for (std::size_t at = 1; at < made.details[0].days.size(); ++at) made.details[0].days[at] = 0;
    made.details[0].days[0] = 1;
    for (auto& visit : made.visits) visit = 0;
    made.visits[0] = 1;
    made.charge_yen = claim.charge;
    made.window_charge = claim.window;
    made.remarks = claim.remarks;
    const auto number = std::to_string(++receipts_);
    made.management_number = "2604130000" + std::string(6 - number.size(), '0') + number;
    made.search_number = "260413000000000" + std::string(8 - number.size(), '0') + number;
    return made;
  }
  /// Takes in a file of these claims; each month of claiming is a file of its own.
  void take(const std::vector<TestClaim>& claims) {
    tick();
    format::claim::Writer writer(format::claim::Form::insurer);
    for (const auto& claim : claims) writer.receipt(draft(claim));
    writer.end();
    ASSERT_TRUE(writer.faults().empty());
    must(claim::intake_claims(society_.gate(), society_.database(), society_.clerk(),
                              "11_RECODEINFO_MED.CSV", writer.bytes()));
  }
  HighCostDone keep() {
    tick();
    auto ledger = this->ledger();
    return must(keep_high_cost(ledger, society_.scheduler()));
  }
  HouseholdView show(base::Month treated = month(2026, 8)) {
    auto ledger = this->ledger();
    auto shown = must(show_household(ledger, society_.clerk(), insured_, treated));
    EXPECT_TRUE(shown.has_value());
    return shown.value_or(HouseholdView{});
  }
  /// Decides or reverses a merge, as its act does after two people have agreed.
  template <typename Change>
  void change_merge(Change&& change) {
    tick();
    must(store::write_under<test_write>(
        ledger(), society_.clerk(),
        [&](const notice::Permit<test_write>&, store::Transaction& transaction,
            base::Moment now) -> base::Result<> { return change(transaction, now); }));
  }
  bool computed(base::Month treated = month(2026, 8)) {
    auto ledger = this->ledger();
    return must(show_household(ledger, society_.clerk(), insured_, treated)).has_value();
  }
  base::Result<Award> decide(const AwardId& id) {
    tick();
    auto ledger = this->ledger();
    return decide_award(ledger, society_.clerk(), id);
  }
  /// The ledger of what members owe back.
  std::vector<recourse::Recovery> debts() {
    return must(store::read_under<test_debts>(
        ledger(), society_.clerk(),
        [&](const notice::Permit<test_debts>& permit, const store::View& view) {
          return recourse::list_recoveries(
              view, {recourse::MemberRecoveryAccess(
                         permit.grant<notice::Purpose::benefit_examination_and_payment>()),
                     recourse::OffenderRecoveryAccess(
                         permit.grant<notice::Purpose::third_party_recovery>())});
        }));
  }
  void tick() { society_.clock().set(society_.clock().now().plus_milliseconds(1000)); }

  test_support::Society society_;
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = test_support::sample_establishment();
  base::PersonId insured_ = base::PersonId::draw();
  base::Date child_born_ = day(2015, 6, 1);
  int receipts_ = 0;
};

}  // namespace kenpo::benefit
