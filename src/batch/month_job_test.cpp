// The month's work over a society with an employer and a voluntary member: what it tells, that it
// may be run again, that books that are broken stop it.
#include "batch/month_job.h"

#include <cstdlib>
#include <filesystem>

#include "benefit/tables_store.h"
#include "certificate/tables_store.h"
#include "claim/tables_store.h"
#include "collection/collection_for_tests.h"
#include "eligibility/work_item_store.h"
#include "recourse/tables_store.h"
#include "review/tables_store.h"
#include "tests/support/sender.h"

namespace kenpo::batch {
namespace {

using namespace test_support;

class MonthJobTest : public testing::Test {
 protected:
  MonthJobTest() {
    auto ledger = this->ledger();
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
    must(premium::enter_rates(ledger, society_.clerk(), collection::rates_for_tests()));
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(),
        file_of(works_, contents_of(acquisition("1", day(2026, 4, 1), 300'000))), "届書.csv"));
  }
  ~MonthJobTest() override { std::filesystem::remove_all(outbox_); }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  base::Result<std::vector<StepReport>> run(base::Month month) {
    society_.clock().set(society_.clock().now().plus_milliseconds(1000));
    auto ledger = this->ledger();
    return run_month(ledger, Society::scheduler(),
                     {.month = month,
                      .outbox = outbox_,
                      .sender = test_support::sample_sender(),
                       .data_directory = society_.directory(),
                      .tell = {}});
  }
  static std::string told(const std::vector<StepReport>& reports, const std::string& step) {
    for (const auto& one : reports) {
      if (one.step.en.text() == step) return one.told.en.text();
    }
    return "no such step";
  }
  template <typename Write>
  void write(Write how) {
    auto transaction = must(society_.database().write());
    must(how(transaction));
    must(transaction.commit_without_personal_data());
  }

  Society society_{eligibility::tables, remuneration::tables, premium::tables, staff::tables,
                   collection::tables, certificate::tables, claim::tables,
                   review::tables, recourse::tables, benefit::tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
  base::Month april_ = *base::Month::make(2026, 4);
  std::string outbox_ = std::filesystem::temp_directory_path().string() + "/kenpo_month_" +
                        std::string(base::CaseId::draw().text());
};

TEST_F(MonthJobTest, DemandsOnVoluntaryMembersPledgesAndTheBooksAreOfTheMonth) {
  const auto first = must(run(april_));
  EXPECT_EQ(told(first, "premiums of voluntary members"),
            "0 demanded, 0 prepaid, 0 prepayments settled, 0 months corrected, 0 cancelled, "
            "0 unpaid, 0 left for people");
  EXPECT_EQ(told(first, "standards of voluntary members"),
            "0 wait for a decision, 0 of them newly asked for");
  EXPECT_EQ(told(first, "payment pledges"), "0, 0 broken");
  EXPECT_EQ(told(first, "pseudonymised segments"), "0 months, 0 claims");
  EXPECT_EQ(told(first, "ledger of the collection"), "consistent: 0 receipts, 0 debts");
  EXPECT_EQ(told(first, "levy").find("open determination"), std::string::npos);
  const auto view = must(society_.database().read());
  EXPECT_TRUE(must(collection::find_voluntary_run(view, april_)));
  EXPECT_TRUE(must(collection::find_voluntary_run(view, april_.plus(1))));
  must(run(april_));
}

TEST_F(MonthJobTest, WhoIsLeviedAsBeforeIsTold) {
  write([&](store::Transaction& transaction) {
    return eligibility::add(transaction, {.kind = eligibility::WorkKind::not_determined,
                                          .person = base::PersonId::draw(),
                                          .case_id = base::CaseId::draw(),
                                          .month = april_,
                                          .due = day(2026, 5, 10)});
  });
  EXPECT_NE(told(must(run(april_)), "levy").find("1 with an open determination"),
            std::string::npos);
}

TEST_F(MonthJobTest, AMonthWithoutRatesIsRefusedByNameBeforeAnythingIsDone) {
  const auto february = *base::Month::make(2026, 2);
  const auto tried = run(february);
  ASSERT_FALSE(tried.ok());
  ASSERT_EQ(tried.faults().size(), 4U);  // no contribution before April
  for (const auto& fault : tried.faults()) {
    EXPECT_NE(fault.what.ja.text().find("率がありません。"), std::string::npos);
    EXPECT_NE(fault.why.ja.text().find("2026-02"), std::string::npos);
    EXPECT_NE(fault.mend.ja.text().find("「保険料率」の画面"), std::string::npos);
  }
  EXPECT_FALSE(std::filesystem::exists(outbox_)) << "no paper";
  const auto view = must(society_.database().read());
  EXPECT_TRUE(must(premium::list_runs(view)).empty()) << "nothing levied";
  must(run(april_));
}

TEST_F(MonthJobTest, BooksThatAreBrokenStopTheMonth) {
  write([&](store::Transaction& transaction) {
    return collection::add(
        transaction, std::vector<collection::CashEntry>{
                         {collection::Book::cash, collection::CashAccount::bank, base::Yen(1),
                          collection::FundId::draw(), society_.clock().now()}});
  });
  const auto tried = run(april_);
  ASSERT_FALSE(tried.ok());
  EXPECT_EQ(tried.faults()[0].what.en.text(), "A book does not balance");
}

}  // namespace
}  // namespace kenpo::batch
