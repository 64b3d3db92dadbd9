#include "law/book.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>
#include <utility>

namespace kenpo::law {
namespace {

using base::Date;
using base::Language;
using base::Month;
using base::Rate;
using base::Yen;

using Files = std::array<std::pair<std::string_view, std::string_view>, 1>;

const std::string heading = "name\tfrom\tto\tvalue\tunit\tbasis\tpromulgated\tchecked\n";

base::Result<Book> read(const std::string& text) {
  const Files files = {{{"law/t.tsv", text}}};
  return Book::read(files);
}

Date day(std::string_view iso) { return *Date::parse(iso); }

const std::string good = heading +
    "# a comment\n"
    "a.limit\t2020-01-01\t2020-12-31\t1000\tyen\tart 1\t-\t2026-11-22\n"
    "a.limit\t2021-03-01\t\t2000\tyen\tart 1\t2020-12-01\tunchecked: from memory\n"
    "a.rate\t2020-01-01\t\t98.05\tpermille\tart 2\t-\t2026-11-22\n"
    "a.term\t2020-01-01\t\t14\tdays\tart 3\t-\t2026-11-22\n"
    "a.word\t2020-01-01\t\tyes\ttext\tart 4\t-\t2026-11-22\n";

TEST(Book, GivesTheValueOfADayWithItsRow) {
  const auto book = read(good);
  ASSERT_TRUE(book.ok());
  const auto figure = book->yen("a.limit", day("2020-12-31"));
  ASSERT_TRUE(figure.ok());
  EXPECT_EQ(figure->value, Yen(1000));
  EXPECT_EQ(figure->row->line, 3U);
  EXPECT_EQ(book->yen("a.limit", day("2021-03-01"))->value, Yen(2000));
  EXPECT_EQ(book->rate("a.rate", day("2026-01-01"))->value, Rate{98'050});
  EXPECT_EQ(book->count("a.term", day("2026-01-01"))->value, 14);
  EXPECT_EQ(book->text("a.word", day("2026-01-01"))->value, "yes");
}

TEST(Book, NoValueIsAFaultThatNamesNameAndDay) {
  const auto book = read(good);
  for (const auto* iso : {"2019-12-31", "2021-01-01", "2021-02-28"}) {
    const auto figure = book->yen("a.limit", day(iso));
    ASSERT_FALSE(figure.ok()) << iso;
    const auto told = base::tell(figure.faults().front(), Language::english);
    EXPECT_NE(told.find("a.limit"), std::string::npos) << told;
    EXPECT_NE(told.find(iso), std::string::npos) << told;
  }
  EXPECT_FALSE(book->yen("no.such.name", day("2026-01-01")).ok());
  EXPECT_EQ(book->find("no.such.name", day("2026-01-01")), nullptr);
}

TEST(BookDeathTest, AnotherUnitIsABrokenPromise) {
  const auto book = read(good);
  EXPECT_DEATH((void)book->yen("a.rate", day("2026-01-01")), "");
  EXPECT_DEATH((void)book->count("a.word", day("2026-01-01")), "");
}

TEST(Book, TellsTheMonthsWithoutValue) {
  const auto book = read(good);
  const auto gaps = book->gaps("a.limit", *Month::make(2020, 11), *Month::make(2021, 4));
  ASSERT_EQ(gaps.size(), 2U);
  EXPECT_EQ(gaps[0], (Gap{"a.limit", *Month::make(2021, 1)}));
  EXPECT_EQ(gaps[1], (Gap{"a.limit", *Month::make(2021, 2)}));
}

TEST(Book, AConfirmedValueMayLeaveAPointOpen) {
  const auto text =
      heading + "a.limit\t2020-01-01\t\t1000\tyen\tart 1\t-\t2026-11-22: first day not known\n";
  const auto book = read(text);
  ASSERT_TRUE(book.ok());
  EXPECT_TRUE(book->rows().front().is_checked());
  EXPECT_TRUE(book->unchecked().empty());
}

TEST(Book, ListsRowsByGroupDayAndCheck) {
  const auto book = read(good);
  EXPECT_EQ(book->names().size(), 4U);
  EXPECT_EQ(book->rows("a.limit").size(), 2U);
  EXPECT_EQ(book->unchecked().size(), 1U);
  EXPECT_EQ(book->rows_on("a", day("2021-01-15")).size(), 3U);
  EXPECT_EQ(book->rows_on("a.limit", day("2020-05-01")).size(), 1U);
  EXPECT_TRUE(book->rows_on("a.lim", day("2020-05-01")).empty());
  EXPECT_EQ(book->newest_from("a."), day("2021-03-01"));
}

// What was announced is there to be looked at, and no rule finds it.
TEST(Book, PlannedRowsAreSeenByNobodyWhoAsksForAValue) {
  const auto text = std::string(good) +
                    "a.limit\t2030-01-01\t\t3000\tyen\tart 1\t-\tplanned: announced\n"
                    "p.only\t2030-01-01\t\t5\tdays\tart 1\t-\tplanned: announced\n";
  const auto book = read(text);
  ASSERT_TRUE(book.ok()) << "beside the open row of the same name";
  ASSERT_EQ(book->planned().size(), 2U);
  EXPECT_FALSE(book->planned().front().is_checked());
  EXPECT_EQ(book->find("a.limit", day("2030-06-01"))->number, 2000);
  EXPECT_EQ(book->find("p.only", day("2030-06-01")), nullptr);
  EXPECT_TRUE(book->rows("p.only").empty());
  EXPECT_TRUE(book->rows_on("p", day("2030-06-01")).empty());
  EXPECT_EQ(book->names(), read(good)->names());
  EXPECT_EQ(book->unchecked().size(), read(good)->unchecked().size());
  EXPECT_EQ(book->newest_from("a."), day("2021-03-01"));
}

struct Wrong {
  const char* name;
  std::string rows;
};

class WrongRows : public testing::TestWithParam<Wrong> {};

TEST_P(WrongRows, AreRefused) { EXPECT_FALSE(read(GetParam().rows).ok()); }

std::string row(std::string_view cells) { return heading + std::string(cells) + "\n"; }

INSTANTIATE_TEST_SUITE_P(
    Rows, WrongRows,
    testing::Values(
        Wrong{"NoHeading", "a\t2020-01-01\t\t1\tyen\tb\t-\t2026-11-22\n"}, Wrong{"Empty", ""},
        Wrong{"SevenCells", row("a\t2020-01-01\t\t1\tyen\tb\t2026-11-22")},
        Wrong{"NameInCapitals", row("A\t2020-01-01\t\t1\tyen\tb\t-\t2026-11-22")},
        Wrong{"NoSuchDay", row("a\t2020-02-30\t\t1\tyen\tb\t-\t2026-11-22")},
        Wrong{"NoFrom", row("a\t\t\t1\tyen\tb\t-\t2026-11-22")},
        Wrong{"BadTo", row("a\t2020-01-01\tever\t1\tyen\tb\t-\t2026-11-22")},
        Wrong{"ToBeforeFrom", row("a\t2020-01-02\t2020-01-01\t1\tyen\tb\t-\t2026-11-22")},
        Wrong{"UnknownUnit", row("a\t2020-01-01\t\t1\tdollar\tb\t-\t2026-11-22")},
        Wrong{"YenWithDecimals", row("a\t2020-01-01\t\t1.5\tyen\tb\t-\t2026-11-22")},
        Wrong{"NegativeYen", row("a\t2020-01-01\t\t-1\tyen\tb\t-\t2026-11-22")},
        Wrong{"FourDecimals", row("a\t2020-01-01\t\t1.0001\tpermille\tb\t-\t2026-11-22")},
        Wrong{"NoValue", row("a\t2020-01-01\t\t\ttext\tb\t-\t2026-11-22")},
        Wrong{"NoBasis", row("a\t2020-01-01\t\t1\tyen\t\t-\t2026-11-22")},
        Wrong{"BadPromulgation", row("a\t2020-01-01\t\t1\tyen\tb\t?\t2026-11-22")},
        Wrong{"NotChecked", row("a\t2020-01-01\t\t1\tyen\tb\t-\t")},
        Wrong{"CheckedWithAnEmptyOpenPoint",
              row("a\t2020-01-01\t\t1\tyen\tb\t-\t2026-11-22: ")},
        Wrong{"OpenPointWithoutADay", row("a\t2020-01-01\t\t1\tyen\tb\t-\tlater: first day")},
        Wrong{"UncheckedWithoutReason", row("a\t2020-01-01\t\t1\tyen\tb\t-\tunchecked: ")},
        Wrong{"PlannedWithoutReason", row("a\t2020-01-01\t\t1\tyen\tb\t-\tplanned: ")},
        Wrong{"TwoPlannedRows", row("a\t2020-01-01\t\t1\tyen\tb\t-\tplanned: x\n"
                                    "a\t2021-01-01\t\t2\tyen\tb\t-\tplanned: x")},
        Wrong{"TwoOpenRows", row("a\t2020-01-01\t\t1\tyen\tb\t-\t2026-11-22\n"
                                 "a\t2021-01-01\t\t2\tyen\tb\t-\t2026-11-22")},
        Wrong{"RowsThatMeetOnADay",
              row("a\t2021-01-01\t\t2\tyen\tb\t-\t2026-11-22\n"
                  "a\t2020-01-01\t2021-01-01\t1\tyen\tb\t-\t2026-11-22")}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(CarriedBook, EveryUncheckedRowSaysWhyAndEveryNameHasOneUnit) {
  const auto& book = Book::carried();
  EXPECT_GT(book.rows().size(), 100U);
  for (const auto name : book.names()) {
    std::set<Unit> units;
    for (const auto& each : book.rows(name)) units.insert(each.unit);
    EXPECT_EQ(units.size(), 1U) << name;
  }
}

}  // namespace
}  // namespace kenpo::law
