// A society with a person who left, and a receipt of treatment after that, for the tests of this
// folder.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "claim/claims_for_tests.h"
#include "recourse/lapse_act.h"
#include "recourse/recovery_act.h"
#include "recourse/tables_store.h"
#include "remuneration/tables_store.h"
#include "review/tables_store.h"

namespace kenpo::recourse {

using namespace test_support;

class RecourseTest : public testing::Test {
 protected:
  RecourseTest()
      : society_(eligibility::tables, remuneration::tables, claim::tables, review::tables,
                 tables) {
    society_.change_policy([](notice::Policy& policy) {
      for (auto& handler : policy.handlers) {
        handler.assignments.push_back(
            {notice::Role::claim_clerk, *base::Date::make(2015, 1, 1), {}});
      }
    });
    auto ledger = this->ledger();
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
    // 山田花子, number 1, born 1990-05-15, insured since 2026-04-01.
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(acquisition())), "取得.csv"));
  }

  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  void leaves(base::Date on) {
    auto given = ledger();
    must(eligibility::take_in_notifications(
        given, society_.clerk(), file_of(works_, contents_of(loss("1", on))), "喪失.csv"));
  }
  /// Visits on the 7th and the 21st of April 2026, hers.
  format::claim::ReceiptDraft receipt() {
    auto draft = format::claim::sample_receipt();
    draft.insurer_number = "06139992";
    draft.symbol = works_.symbol;
    draft.number = "1";
    draft.branch = "00";
    draft.male = false;
    draft.born = day(1990, 5, 15);
    draft.management_number = "26041300000" + std::to_string(10000 + ++made_);
    return draft;
  }
  void take(const format::claim::ReceiptDraft& draft) {
    format::claim::Writer writer(format::claim::Form::insurer);
    writer.receipt(draft);
    writer.end();
    ASSERT_TRUE(writer.faults().empty());
    must(claim::intake_claims(society_.gate(), society_.database(), society_.clerk(),
                              "11_RECODEINFO.CSV", writer.bytes()));
  }
  RecourseOffice office() { return {society_.gate(), society_.database()}; }
  LapseReport open() {
    return must(open_lapses(office(), society_.clerk(), *base::Month::parse("2026-01"),
                            *base::Month::parse("2026-11")));
  }
  LapsePage lapses() { return must(list_lapses(office(), society_.clerk(), std::nullopt, 0)); }
  LapseView show(const LapseId& id) { return *must(show_lapse(office(), society_.clerk(), id)); }
  base::Result<> step(const LapseId& id, LapseStepKind kind) {
    return enter_step(office(), society_.clerk(), id, {.kind = kind, .on = today()});
  }
  RecoveryPage recoveries() { return must(list_recoveries(office(), society_.clerk(), 0)); }
  RecoveryView recovery(const RecoveryId& id) {
    return *must(show_recovery(office(), society_.clerk(), id));
  }
  base::Result<> record(const RecoveryId& id, Entry entry) {
    return record_entry(office(), society_.clerk(), id, std::move(entry));
  }
  base::Date today() { return society_.clock().now().day(); }
  void later(std::int64_t days) {
    constexpr std::int64_t day_milliseconds = 86'400'000;
    society_.clock().set(society_.clock().now().plus_milliseconds(days * day_milliseconds));
  }
  void limit_to(base::EstablishmentId establishment) {
    society_.change_policy([&](notice::Policy& policy) {
      for (auto& handler : policy.handlers) handler.establishments = {establishment};
    });
  }

  Society society_;
  eligibility::MemberIndex members_;
  eligibility::Establishment works_ = sample_establishment();
  int made_ = 0;
};

}  // namespace kenpo::recourse
