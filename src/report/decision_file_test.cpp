// Decisions back to the employer: the right rows, of one establishment only, by the one way out.
#include <gtest/gtest.h>

#include <rapidcheck.h>

#include "eligibility/establishment_store.h"
#include "report/decision_file_act.h"
#include "report/report_for_tests.h"
#include "safeguard/export_store.h"

namespace kenpo::report {
namespace {

using namespace test_support;
using base::Yen;

inline constexpr notice::Operation look{
    .name = "test.look_decisions",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

csv::Acquisition somebody(int number, int pay) {
  auto made = acquisition(std::to_string(number).c_str(), day(2026, 4, 1), pay);
  made.insured.born = day(1970 + number % 30, 1 + number % 12, 1 + number % 28);
  return made;
}

class DecisionFileTest : public ReportTest {
 protected:
  DecisionFileTest() { approvals_.add(safeguard::release_kind()); }
  safeguard::RegisterOffice office() {
    return {society_.gate(), society_.database(), society_.directory()};
  }
  safeguard::ProvisionLedger provisions() {
    return {.objects = [](const store::View&, const safeguard::ProvisionLedger::Access&,
                          const base::PersonId&, safeguard::RecipientClass) -> base::Result<bool> {
              return true;
            },
            .record = [this](store::Transaction&, const safeguard::ProvisionLedger::Access&,
                             const base::PersonId&, const safeguard::ExportTerms&, base::Date,
                             std::string_view) -> base::Result<> {
              ++recorded_;
              return base::Done{};
            }};
  }
  base::Result<MadeDecisionFile> make(const notice::Acting& acting,
                                      const eligibility::Establishment& of, base::Month month) {
    return make_decision_file(
        office(), provisions(), acting,
        {.establishment = of.id, .month = month, .delete_by = day(2026, 12, 31)});
  }
  format::notification_decision::File rows(const eligibility::Establishment& of,
                                           base::Month month) {
    return must(society_.gate().perform<look>(
        clerk(), [&](const notice::Permit<look>& permit) {
          const auto view = must(society_.database().read());
          const DecisionAccess access(
              permit.grant<notice::Purpose::standard_remuneration_determination>());
          std::vector<base::PersonId> people;
          const auto now = society_.clock().now();
          return decisions_of(view, access, of, month, now, people);
        }));
  }
  int recorded_ = 0;
};

TEST_F(DecisionFileTest, HoldsTheDecisionsOfTheMonthWithWhatStoodBefore) {
  take(works_, somebody(1, 300'000));
  csv::BonusPayment bonus;
  bonus.insured = somebody(1, 0).insured;
  bonus.paid_on = day(2026, 7, 10);
  bonus.in_cash = bonus.total = Yen(500'000);
  take(works_, std::move(bonus));
  const auto april = rows(works_, month_of(2026, 4));
  ASSERT_EQ(april.rows.size(), 1u);
  EXPECT_EQ(april.rows[0].kind, format::notification_decision::Kind::acquisition);
  EXPECT_EQ(april.rows[0].standard, Yen(300'000));
  EXPECT_FALSE(april.rows[0].before);
  const auto july = rows(works_, month_of(2026, 7));
  ASSERT_EQ(july.rows.size(), 1u);
  EXPECT_EQ(july.rows[0].kind, format::notification_decision::Kind::bonus);
  EXPECT_EQ(july.rows[0].paid_on, day(2026, 7, 10));
  EXPECT_TRUE(rows(works_, month_of(2026, 5)).rows.empty());
}

TEST_F(DecisionFileTest, IsEnteredInTheLedgerAndWaitsForASecondPerson) {
  take(works_, somebody(1, 300'000));
  const auto made = must(make(clerk(), works_, month_of(2026, 4)));
  EXPECT_EQ(made.people, 1u);
  EXPECT_EQ(recorded_, 1);
  const auto entry = must(safeguard::show_export(office(), clerk(), made.made.id));
  EXPECT_EQ(entry.terms.recipient, works_.name);
  EXPECT_EQ(entry.terms.recipient_class, safeguard::RecipientClass::employer);
  EXPECT_EQ(entry.operation, decision_file_provide.name);
  EXPECT_FALSE(safeguard::hand_over(office(), clerk(), made.made.id).ok()) << "not released";
}

TEST_F(DecisionFileTest, RefusesOtherRolesNobodysDecisionsAndUnknownEmployers) {
  take(works_, somebody(1, 300'000));
  EXPECT_FALSE(make(society_.stranger(), works_, month_of(2026, 4)).ok());
  EXPECT_FALSE(make(benefit_clerk(), works_, month_of(2026, 4)).ok());
  EXPECT_FALSE(make(clerk(), works_, month_of(2026, 5)).ok());
  EXPECT_FALSE(make(clerk(), shop_, month_of(2026, 4)).ok());
  auto unknown = works_;
  unknown.id = base::EstablishmentId::draw();
  EXPECT_FALSE(make(clerk(), unknown, month_of(2026, 4)).ok());
}

/// I7: whoever is insured where, a file has the rows of its establishment and all of them.
TEST_F(DecisionFileTest, NeverHoldsARowOfAnotherEstablishment) {
  int number = 0;
  std::size_t at_works = 0;
  std::size_t at_shop = 0;
  rc::check([&] {
    for (int left = *rc::gen::inRange(1, 3); left > 0; --left) {
      const bool works = *rc::gen::arbitrary<bool>();
      take(works ? works_ : shop_, somebody(++number, 1000 * *rc::gen::inRange(60, 1'300)));
      ++(works ? at_works : at_shop);
    }
    const auto first = rows(works_, month_of(2026, 4));
    const auto second = rows(shop_, month_of(2026, 4));
    RC_ASSERT(first.rows.size() == at_works);
    RC_ASSERT(second.rows.size() == at_shop);
    for (const auto& row : first.rows) RC_ASSERT(row.symbol == works_.symbol);
    for (const auto& row : second.rows) RC_ASSERT(row.symbol == shop_.symbol);
    namespace decision = format::notification_decision;
    RC_ASSERT(decision::read(decision::write(first)).ok());
  });
}

}  // namespace
}  // namespace kenpo::report
