// Many notifications at once: the rules are worked out beside the transaction, with the outcome
// that they have one after the other.
#include "remuneration/regular_ahead_act.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "eligibility/member_index.h"
#include "eligibility/notified_pay_store.h"
#include "eligibility/tables_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/determination_act.h"
#include "remuneration/determination_job.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::remuneration {
namespace {

using namespace test_support;
using base::Month;
using base::Yen;
using eligibility::InsuredPeriod;
using eligibility::NotifiedPay;
using eligibility::PayForm;
using eligibility::WorkKind;

inline constexpr notice::Operation keep_pay{
    .name = "test.keep_pay",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

/// More than are decided without a thread beside.
constexpr int people_count = determination_ahead_from + 100;

class RegularAheadTest : public testing::Test {
 protected:
  /// Runs `work(transaction, access)` and commits.
  template <typename Work>
  void keep(const Work& work) {
    must(society_.gate().perform<keep_pay>(
        society_.clerk(), [&](const notice::Permit<keep_pay>& permit) -> base::Result<> {
          const RemunerationAccess access(
              permit.grant<notice::Purpose::standard_remuneration_determination>());
          auto transaction = KENPO_TRY(society_.database().write());
          KENPO_TRY(work(transaction, access));
          return transaction.commit(permit.recorder());
        }));
  }
  InsuredPeriod period_of_somebody() {
    InsuredPeriod period{.person = base::PersonId::draw(), .establishment = works_};
    period.acquired = day(2020, 4, 1);
    period.symbol = "101";
    period.number = std::to_string(++numbers_);
    return period;
  }
  NotifiedPay notified(const InsuredPeriod& period, PayForm form, base::Date on, int amount) {
    NotifiedPay pay{.person = period.person,
                    .period = period.id,
                    .establishment = works_,
                    .case_id = base::CaseId::draw()};
    pay.form = form;
    pay.on = on;
    pay.amount = form == PayForm::regular ? Yen() : Yen(amount);
    for (std::size_t at = 0; at < pay.months.size(); ++at) {
      pay.months[at] = {4 + static_cast<int>(at), 30, Yen(amount)};
    }
    return pay;
  }
  std::vector<StandardRemuneration> standards_of(const base::PersonId& person) {
    std::vector<StandardRemuneration> found;
    must(society_.gate().perform<keep_pay>(
        society_.clerk(), [&](const notice::Permit<keep_pay>& permit) -> base::Result<> {
          const RemunerationAccess access(
              permit.grant<notice::Purpose::standard_remuneration_determination>());
          const auto view = KENPO_TRY(society_.database().read());
          found = KENPO_TRY(remunerations_of(view, access, person, society_.clock().now()));
          for (const auto& one : found) {
            const auto basis = KENPO_TRY(find_basis(view, access, person, one.source.text()));
            EXPECT_FALSE(basis.empty());
          }
          return base::Done{};
        }));
    return found;
  }
  Determination determine() {
    eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), index_};
    return must(determine_all(ledger, Society::scheduler(), {}));
  }

  Society society_{eligibility::tables, tables};
  eligibility::MemberIndex index_;
  base::EstablishmentId works_ = base::EstablishmentId::draw();
  int numbers_ = 0;
};

TEST_F(RegularAheadTest, EachIsDecidedAsWouldBeOneAfterTheOther) {
  const auto september = day(2026, 9, 1);
  std::vector<NotifiedPay> regular;
  // Acquired and regular wait together: the regular one rests on what the first decides.
  const auto both = period_of_somebody();
  // Decided before for the same month: the earlier decision is withdrawn.
  const auto again = period_of_somebody();
  // Without a period, and with pay that people look at.
  const auto nobody = period_of_somebody();
  const auto asking = period_of_somebody();
  keep([&](store::Transaction& transaction, const RemunerationAccess& access) -> base::Result<> {
    const auto now = society_.clock().now();
    for (int at = 0; at < people_count; ++at) {
      const auto period = period_of_somebody();
      KENPO_TRY(eligibility::put(transaction, access, period, now));
      regular.push_back(notified(period, PayForm::regular, september, 200'000 + at * 100));
      KENPO_TRY(add(transaction, access, regular.back()));
    }
    for (const auto& period : {both, again, asking}) {
      KENPO_TRY(eligibility::put(transaction, access, period, now));
    }
    KENPO_TRY(add(transaction, access,
                  notified(both, PayForm::acquisition, day(2020, 4, 1), 500'000)));
    auto few_days = notified(both, PayForm::regular, september, 400'000);
    for (auto& month : few_days.months) month.base_days = 10;  // the previous standard stays
    KENPO_TRY(add(transaction, access, few_days));
    const auto before = notified(again, PayForm::regular, september, 300'000);
    KENPO_TRY(put(transaction, access,
                  StandardRemuneration{.person = again.person,
                                       .period = again.id,
                                       .kind = DeterminationKind::regular,
                                       .from = *Month::make(2026, 9),
                                       .monthly = Yen(300'000),
                                       .standard = Yen(300'000),
                                       .grade = 22,
                                       .source = before.id},
                  now));
    KENPO_TRY(put_basis(transaction, access, again.person, before.id.text(), {BasisLine{}}));
    KENPO_TRY(add(transaction, access, notified(again, PayForm::regular, september, 380'000)));
    KENPO_TRY(add(transaction, access, notified(nobody, PayForm::regular, september, 300'000)));
    auto annual = notified(asking, PayForm::regular, september, 300'000);
    annual.annual_average = eligibility::YesNo::yes;
    KENPO_TRY(add(transaction, access, annual));
    return base::Done{};
  });

  const auto done = determine();
  EXPECT_EQ(done.decided, people_count + 3);
  EXPECT_EQ(done.for_people, 2);
  EXPECT_EQ(done.waiting, 0);
  for (const std::size_t at : {std::size_t{0}, std::size_t{500}, regular.size() - 1}) {
    const auto& pay = regular[at];
    const auto found = standards_of(pay.person);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].monthly, pay.months[0].pay);
    EXPECT_EQ(found[0].source, pay.id);
    EXPECT_EQ(found[0].kind, DeterminationKind::regular);
  }
  const auto of_both = standards_of(both.person);
  ASSERT_EQ(of_both.size(), 2U);
  EXPECT_EQ(of_both[0].standard, Yen(500'000));
  EXPECT_EQ(of_both[1].standard, Yen(500'000));
  const auto of_again = standards_of(again.person);
  ASSERT_EQ(of_again.size(), 1U);
  EXPECT_EQ(of_again[0].standard, Yen(380'000));
  std::map<base::PersonId, WorkKind> items;
  const auto view = must(society_.database().read());
  for (const auto& item : must(eligibility::open_work_items(view))) {
    items.emplace(item.person.value(), item.kind);
  }
  EXPECT_THAT(items, testing::UnorderedElementsAre(
                         testing::Pair(nobody.person, WorkKind::pay_after_loss),
                         testing::Pair(asking.person, WorkKind::annual_average)));
  // Once more: nothing.
  EXPECT_EQ(determine().decided, 0);
}

TEST_F(RegularAheadTest, AFaultOfOneKeepsNothingOfTheChunk) {
  keep([&](store::Transaction& transaction, const RemunerationAccess& access) -> base::Result<> {
    for (int at = 0; at < people_count; ++at) {
      // The law book does not reach back to 1990.
      const bool too_early = at == people_count / 2;
      auto period = period_of_somebody();
      if (too_early) period.acquired = day(1985, 4, 1);
      KENPO_TRY(eligibility::put(transaction, access, period, society_.clock().now()));
      const auto on = day(too_early ? 1990 : 2026, 9, 1);
      KENPO_TRY(add(transaction, access, notified(period, PayForm::regular, on, 300'000)));
    }
    return base::Done{};
  });
  eligibility::Ledger ledger{society_.gate(), society_.database(), society_.numbers(), index_};
  EXPECT_FALSE(determine_all(ledger, Society::scheduler(), {}).ok());
  keep([&](store::Transaction& transaction, const RemunerationAccess& access) -> base::Result<> {
    EXPECT_EQ(KENPO_TRY(eligibility::count_waiting_pay(transaction, access)), people_count);
    return base::Done{};
  });
}

}  // namespace
}  // namespace kenpo::remuneration
