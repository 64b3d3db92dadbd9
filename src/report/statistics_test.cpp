// The month's figures, the age table and the journal from a real ledger.
#include <gtest/gtest.h>

#include "eligibility/dependent_act.h"
#include "eligibility/person_merge_store.h"
#include "report/journal_act.h"
#include "report/report_csv.h"
#include "report/report_for_tests.h"
#include "report/report_print_act.h"
#include "report/statistics_act.h"
#include "report/statistics_rule.h"
#include "report/statistics_table_act.h"
#include "tests/support/sender.h"

namespace kenpo::report {
namespace {

using namespace test_support;
using base::Yen;

class StatisticsTest : public ReportTest {
 protected:
  StatisticsTest() {
    take(works_, acquisition("1", day(2026, 4, 1), 300'000));
    auto other = acquisition("5", day(2026, 4, 20), 410'000);
    other.insured.name_kana = "ｽｽﾞｷ ｼﾞﾛｳ";
    other.insured.name = "鈴木　次郎";
    other.insured.born = day(1980, 1, 2);
    other.kind = csv::InsuredKind::male;
    take(shop_, std::move(other));
    take(works_, loss("1", day(2026, 6, 1)));
    auto ledger = this->ledger();
    must(eligibility::register_dependents(ledger, clerk(),
                                          {{.symbol = "102",
                                            .number = "5",
                                            .branch = 1,
                                            .relation = eligibility::Relation::child,
                                            .name = "鈴木　未来",
                                            .name_kana = "ｽｽﾞｷ ﾐﾗｲ",
                                            .sex = eligibility::Sex::female,
                                            .born = day(2015, 5, 1),
                                            .from = day(2026, 5, 1),
                                            .until = {}}}));
  }
  MonthStatistics counted(int month) {
    auto ledger = this->ledger();
    return must(show_statistics(ledger, clerk(), month_of(2026, month)));
  }
};

TEST_F(StatisticsTest, CountsWhoHoldsTheStatusOnTheLastDay) {
  const auto april = counted(4);
  EXPECT_EQ(april.insured, (BySex{1, 1}));
  EXPECT_EQ(april.acquired, (BySex{1, 1}));
  EXPECT_EQ(april.dependents, (BySex{0, 0}));
  EXPECT_EQ(april.standard_women, Yen(300'000));
  EXPECT_EQ(april.standard_men, Yen(410'000));
  const auto may = counted(5);
  EXPECT_EQ(may.insured, (BySex{1, 1})) << "lost on 1 June: insured on 31 May";
  EXPECT_EQ(may.lost, (BySex{0, 0}));
  EXPECT_EQ(may.dependents, (BySex{0, 1}));
  const auto june = counted(6);
  EXPECT_EQ(june.insured, (BySex{1, 0}));
  EXPECT_EQ(june.lost, (BySex{0, 1}));
  EXPECT_EQ(june.determined, (BySex{1, 0}));
}

// 名寄せ: one person in two ledgers is one insured person.
TEST_F(StatisticsTest, WhoStandsInTwoLedgersIsCountedOnce) {
  take(shop_, acquisition("6", day(2026, 4, 10), 300'000));
  EXPECT_EQ(counted(4).insured, (BySex{1, 2}));
  const auto person = [&](const char* number) {
    return index_.search(number, [](const auto&) { return true; }).members.at(0).person;
  };
  auto transaction = must(society_.database().write());
  must(eligibility::put(transaction,
                        eligibility::PersonMerge{.kept = person("101-1"),
                                                 .merged = person("102-6"),
                                                 .decided_at = society_.clock().now()}));
  must(transaction.commit_without_personal_data());
  const auto april = counted(4);
  EXPECT_EQ(april.insured, (BySex{1, 1}));
  EXPECT_EQ(april.acquired, (BySex{1, 2})) << "periods, not people";
}

TEST_F(StatisticsTest, IsForTheRolesOfTheLedgerAndForMonthsThatHaveBegun) {
  auto ledger = this->ledger();
  EXPECT_FALSE(show_statistics(ledger, society_.stranger(), month_of(2026, 4)).ok());
  EXPECT_FALSE(show_statistics(ledger, clerk(), month_of(2026, 12)).ok());
}

TEST_F(StatisticsTest, ThePaperHidesSmallCellsAndThePageDoesNot) {
  const auto april = counted(4);
  const auto inside = age_word_rows(april, Readers::office, 10, Digits::plain);
  const auto outside = age_word_rows(april, Readers::outside, 10, Digits::plain);
  EXPECT_EQ(inside.back().back(), "2");
  for (const auto& row : outside) {
    for (std::size_t at = 1; at < row.size(); ++at) {
      EXPECT_TRUE(row[at] == "0" || row[at] == "（少数のため非表示）") << row[0] << row[at];
    }
  }
  const auto sender = test_support::sample_sender();
  const auto printed = must(print_statistics(april, 10, sender, society_.clock().now()));
  EXPECT_TRUE(printed.pdf.starts_with("%PDF-"));
  EXPECT_EQ(printed.missing_glyphs, 0);
}

TEST_F(StatisticsTest, TheJournalBalancesAndKeepsTheContributionApart) {
  levy(month_of(2026, 4));
  auto ledger = this->ledger();
  const auto journal = must(show_journal(ledger, clerk(), month_of(2026, 4)));
  ASSERT_EQ(journal.lines.size(), 2u);
  EXPECT_EQ(journal.health_balance, Yen());
  EXPECT_EQ(journal.child_balance, Yen());
  EXPECT_EQ(journal.lines[0].symbol, "101");
  EXPECT_EQ(journal.lines[0].amount.child, Yen(690));
  const auto notice =
      must(premium::show_payment_notice(ledger, clerk(), works_.id, month_of(2026, 4)));
  EXPECT_EQ(journal.lines[0].amount.total(), notice.total);
  const auto health = health_journal_rows(journal, Digits::plain);
  const auto child = child_journal_rows(journal, Digits::plain);
  EXPECT_EQ(health.size(), 3u);
  EXPECT_EQ(child[0].back(), "690");
  EXPECT_EQ(health[0].back(), std::to_string(notice.total.amount() - 690));
}

TEST(ReportCsv, NoCellRunsAsAFormula) {
  EXPECT_EQ(csv_of({{"=1+1", "-5", "-x", "a\"b"}}),
            "\xEF\xBB\xBF\"'=1+1\",\"-5\",\"'-x\",\"a\"\"b\"\r\n");
}

}  // namespace
}  // namespace kenpo::report
