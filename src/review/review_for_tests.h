// A society with one insured person, receipts about her, masters and a second person, for the tests
// of this folder.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "claim/claims_for_tests.h"
#include "claim/master_store.h"
#include "review/finding_act.h"
#include "review/request_store.h"
#include "review/tables_store.h"
#include "safeguard/export_act.h"
#include "safeguard/register_tables_store.h"
#include "staff/tables_store.h"
#include "store/under.h"

namespace kenpo::review {

using namespace test_support;

class ReviewTest : public testing::Test {
 protected:
  ReviewTest()
      : society_(eligibility::tables, claim::tables, tables, staff::tables,
                 safeguard::register_tables) {
    society_.change_policy([this](notice::Policy& policy) {
      const auto from = *base::Date::make(2015, 1, 1);
      const auto until = *base::Date::make(2030, 3, 31);
      policy.handlers.front().assignments.push_back({notice::Role::claim_clerk, from, {}});
      policy.handlers.push_back(
          {second_, {{notice::Role::responsible_person, from, {}}}, from, until, false, {}});
      policy.responsible_person = second_;
    });
    approvals_.add(safeguard::release_kind());
    eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), members_};
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
    // 山田花子, number 1, born 1990-05-15, insured since 2026-04-01.
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(acquisition())), "取得.csv"));
  }

  /// The sample receipt as hers: two visits, on the 7th and the 21st of the month.
  format::claim::ReceiptDraft receipt(const char* month = "2026-04") {
    auto draft = format::claim::sample_receipt();
    belongs_to_her(draft);
    draft.treated_in = *base::Month::parse(month);
    draft.claimed_in = draft.treated_in.plus(1);
    return draft;
  }
  format::claim::ReceiptDraft receipt(format::claim::Service service, const char* month) {
    auto draft = format::claim::sample_receipt(service);
    belongs_to_her(draft);
    draft.treated_in = *base::Month::parse(month);
    draft.claimed_in = draft.treated_in.plus(1);
    return draft;
  }
  void belongs_to_her(format::claim::ReceiptDraft& draft) {
    draft.insurer_number = "06139992";
    draft.symbol = works_.symbol;
    draft.number = "1";
    draft.branch = "00";
    draft.male = false;
    draft.born = day(1990, 5, 15);
    draft.management_number = "26041300000" + std::to_string(10000 + ++made_);
    draft.search_number = "2604130000000000" + std::to_string(1000000 + made_);
  }

  void take(const std::vector<format::claim::ReceiptDraft>& drafts) {
    format::claim::Writer writer(format::claim::Form::insurer);
    for (const auto& draft : drafts) writer.receipt(draft);
    writer.end();
    ASSERT_TRUE(writer.faults().empty());
    must(claim::intake_claims(society_.gate(), society_.database(), society_.clerk(),
                              "11_RECODEINFO.CSV", writer.bytes()));
  }
  ReviewReport review(const char* claimed_in) {
    return must(review_month(society_.gate(), society_.database(), society_.clerk(),
                             *base::Month::parse(claimed_in)));
  }
  ReviewOffice office() { return {society_.gate(), society_.database()}; }
  FindingPage list(const char* claimed_in) {
    return must(list_findings(office(), society_.clerk(),
                              {.claimed_in = base::Month::parse(claimed_in)}));
  }
  /// The findings of a rule in a month, gone ones left out.
  std::vector<Finding> found(const char* claimed_in, const char* check) {
    std::vector<Finding> findings;
    for (const auto& line : list(claimed_in).lines) {
      const bool stands = line.finding.state != FindingState::gone;
      if (line.finding.check == check && stands) findings.push_back(line.finding);
    }
    return findings;
  }
  FindingView show(const FindingId& id) {
    return *must(show_finding(office(), society_.clerk(), id));
  }
  base::Result<> decide(const FindingId& id, Verdict verdict, std::string words = "確かめました。") {
    return decide_finding(office(), society_.clerk(),
                          {.finding = id, .verdict = verdict, .words = std::move(words)});
  }
  static format::master::Item item(format::master::Kind kind, const char* code) {
    format::master::Item made;
    made.kind = kind;
    made.code = code;
    made.name = "見本";
    return made;
  }
  format::master::Item disease(const char* icd) {
    auto made = item(format::master::Kind::disease, "8833421");
    made.icd = icd;
    return made;
  }
  /// An item of a master, as if its file had been loaded.
  void master(format::master::Item item) {
    auto transaction = must(society_.database().write());
    claim::MasterItem made{.item = std::move(item), .from = day(2015, 1, 1), .to = store::no_end};
    must(claim::put(transaction, made, society_.clock().now()));
    must(society_.gate().perform<write_master>(
        society_.clerk(), [&](const notice::Permit<write_master>& permit) {
          return transaction.commit(permit.recorder());
        }));
  }
  std::vector<claim::Claim> claims(const char* claimed_in) {
    return must(store::read_under<read_claims>(
        office(), society_.clerk(),
        [&](const notice::Permit<read_claims>& permit, const store::View& view) {
          const FindingAccess access(
              permit.grant<notice::Purpose::benefit_examination_and_payment>());
          return claim::list_claims(view, access, {.claimed_in = *base::Month::parse(claimed_in)});
        }));
  }
  /// A result about the receipt, as if its file had come.
  void put_result(const claim::Claim& claim, const char* code) {
    must(store::write_under<write_master>(
        office(), society_.clerk(),
        [&](const notice::Permit<write_master>& permit, store::Transaction& transaction,
            base::Moment now) -> base::Result<> {
          const FindingAccess access(
              permit.grant<notice::Purpose::benefit_examination_and_payment>());
          const Request request{.person = claim.person,
                                .claim = claim.id,
                                .claimed_in = claim.claimed_in,
                                .made_at = now};
          KENPO_TRY(add(transaction, access, request));
          return add(transaction, access, request,
                     RequestResult{.request = request.id, .code = code, .at = now});
        }));
  }
  void later(std::int64_t days = 1) {
    constexpr std::int64_t day_milliseconds = 86'400'000;
    society_.clock().set(society_.clock().now().plus_milliseconds(days * day_milliseconds));
  }
  void limit_to(base::EstablishmentId establishment) {
    society_.change_policy([&](notice::Policy& policy) {
      for (auto& handler : policy.handlers) handler.establishments = {establishment};
    });
  }

  static constexpr notice::Operation read_claims{
      .name = "test.read_claims", .japanese = "試験の閲覧", .pairs = {review_pair}};
  static constexpr notice::Operation write_master{
      .name = "test.write_master", .japanese = "試験の登録", .verb = notice::Verb::write,
      .pairs = {review_pair}};

  Society society_;
  base::StaffId second_ = base::StaffId::draw();
  staff::Approvals approvals_{society_.gate(), society_.database()};
  eligibility::MemberIndex members_;
  eligibility::Establishment works_ = sample_establishment();
  int made_ = 0;
};

}  // namespace kenpo::review
