// A voluntary member, for the tests of what is asked of them.
#pragma once

#include "collection/collection_for_tests.h"
#include "collection/demand_store.h"
#include "collection/voluntary_act.h"
#include "collection/voluntary_release_store.h"
#include "tests/support/sender.h"

namespace kenpo::collection {

/// 任意継続 since 2026-05-01 at 300,000: 300,000 × 82 ‰ = 24,600 yen a month.
class VoluntaryTest : public CollectionTest {
 protected:
  VoluntaryTest() {
    member_.born = day(1990, 5, 15);
    member_.name = "佐藤　次郎";
    member_.name_kana = "ｻﾄｳ ｼﾞﾛｳ";
    period_.person = member_.id;
    period_.establishment = works_.id;
    period_.status = eligibility::Status::voluntary;
    period_.acquired = day(2026, 5, 1);
    period_.symbol = "9000";
    period_.number = "1";
    society_.clock().set(base::start_of(day(2026, 5, 8)));
    write([&](store::Transaction& transaction, const eligibility::MemberAccess& access,
              base::Moment now) -> base::Result<> {
      KENPO_TRY(eligibility::put(transaction, access, member_, period_.acquired, now));
      return eligibility::put(transaction, access, period_, now);
    });
    hold(month_in(2026, 5), 300'000);
  }
  /// The standard from the month on.
  void hold(Month from, int standard) {
    write([&](store::Transaction& transaction, const eligibility::MemberAccess& access,
              base::Moment now) {
      return remuneration::put(transaction, access,
                               remuneration::StandardRemuneration{
                                   .person = member_.id,
                                   .period = period_.id,
                                   .from = from,
                                   .monthly = Yen(standard),
                                   .standard = Yen(standard),
                                   .grade = 22,
                                   .source = eligibility::NotifiedPayId::draw()},
                               now);
    });
  }
  void be_born(base::Date on) {
    member_.born = on;
    write([&](store::Transaction& transaction, const eligibility::MemberAccess& access,
              base::Moment now) {
      return eligibility::put(transaction, access, member_, period_.acquired, now);
    });
  }
  template <typename Work>
  void write(Work work) {
    tick();
    must(society_.gate().perform<look_around>(
        society_.clerk(), [&](const notice::Permit<look_around>& permit) -> base::Result<> {
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::premium_collection>());
          auto transaction = KENPO_TRY(society_.database().write());
          KENPO_TRY(work(transaction, access, society_.gate().clock().now()));
          return transaction.commit(permit.recorder());
        }));
  }
  void lose(base::Date on) {
    period_.lost = on;
    write([&](store::Transaction& transaction, const eligibility::MemberAccess& access,
              base::Moment now) { return eligibility::put(transaction, access, period_, now); });
  }
  VoluntaryLevy demand(Month month, base::Date first_due) {
    tick();
    auto ledger = this->ledger();
    return must(levy_voluntary(ledger, society_.clerk(), month, first_due));
  }
  MemberView shown_member() {
    auto ledger = this->ledger();
    return must(show_member(ledger, society_.clerk(), member_.id));
  }
  void pay(const DebtKey& debt, int yen, base::Date on) {
    const auto receipt = receive("ｻﾄｳ ｼﾞﾛｳ", yen, on);
    must(order({.receipt = receipt.id, .parts = {{debt, Yen(yen)}}}));
  }
  DebtKey month_debt(Month month) const {
    return {DebtKind::voluntary_month, payer_of(member_.id), month};
  }
  /// Lets the slips of the month stand as released; who releases them is told elsewhere.
  void release_slips(Month month) {
    write([&](store::Transaction& transaction, const eligibility::MemberAccess& access,
              base::Moment now) -> base::Result<> {
      SlipRelease asked{.month = month};
      for (const auto& one : KENPO_TRY(demands_of(transaction, access, member_.id))) {
        if (one.debt.key.month == month) asked.demands.push_back(one.id);
      }
      KENPO_TRY(add(transaction, asked));
      return release(transaction, asked, base::StaffId::draw(), base::StaffId::draw(), now);
    });
  }
  premium::NoticeSender sender() const { return test_support::sample_sender(); }

  eligibility::Person member_;
  eligibility::InsuredPeriod period_{.person = base::PersonId::draw(),
                                     .establishment = base::EstablishmentId::draw()};
};

}  // namespace kenpo::collection
