// Counting over columns, and segments as bytes.
#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/column_store.h"
#include "analysis/drug_book.h"
#include "analysis/segment_bytes.h"

namespace kenpo::analysis {
namespace {

base::Month month(int number) { return *base::Month::make(2026, number); }

Segment sample(int number) {
  Segment segment;
  segment.claimed_in = month(number);
  segment.basis = {.claims = 3, .editions = 1, .erasures = 0, .merges = 0};
  segment.establishments = {base::EstablishmentId::draw(), base::EstablishmentId::draw()};
  segment.institutions = {{"1319999998", "見本医院"}};
  segment.drugs = {{"610407447", "見本の薬"}};
  segment.groups = {{"", "なし"}, {"0904", "見本の出血"}};
  for (std::uint32_t at = 0; at < 3; ++at) {
    segment.costs.push_back({.pseudonym = at == 2 ? 1U : at,  // the third claim is the second's
                             .establishment = at % 2,
                             .institution = 0,
                             .treated_in = month(number).plus(-1),
                             .age_class = 8,
                             .sex = claim::Sex::female,
                             .patient = claim::Patient::insured,
                             .service = claim::Service::pharmacy,
                             .stay = claim::Stay::outpatient,
                             .disease_group = 9,
                             .group = at == 0 ? 0U : 1U,
                             .points = 100,
                             .yen = 1000});
  }
  segment.drug_lines.push_back({.pseudonym = 1,
                                .establishment = 1,
                                .drug = 0,
                                .kind = DrugKind::brand,
                                .quantity_hundred_thousandths = 1'400'000,
                                .yen_thousandths = 140'000,
                                .least_yen_thousandths = 70'000});
  return segment;
}

TEST(Columns, CountPeopleOnceAndSumTheRest) {
  auto columns = std::move(ColumnStore::open()).value();
  ASSERT_TRUE(columns->load(sample(10)).ok());
  const auto cells =
      columns->cross(Dimension::age, Dimension::month, {month(10), month(10)}).value();
  const auto all = std::ranges::find_if(cells, [](const CubeCell& cell) {
    return cell.row == total_class && cell.column == total_class;
  });
  ASSERT_NE(all, cells.end());
  EXPECT_EQ(all->counts, (Counts{.persons = 2, .claims = 3, .points = 300, .yen = 3000}));
  EXPECT_EQ(all->largest, (Largest{.points = 200, .yen = 2000})) << "one has two of the claims";
  const auto of_class = std::ranges::find_if(
      cells, [](const CubeCell& cell) { return cell.row == 8 && cell.column == total_class; });
  ASSERT_NE(of_class, cells.end());
  EXPECT_EQ(of_class->counts, all->counts);
}

TEST(Columns, EveryDimensionIsCounted) {
  auto columns = std::move(ColumnStore::open()).value();
  ASSERT_TRUE(columns->load(sample(10)).ok());
  for (const auto rows : {Dimension::age, Dimension::sex, Dimension::patient, Dimension::service,
                          Dimension::disease, Dimension::disease_group, Dimension::institution,
                          Dimension::band}) {
    const auto cells = columns->cross(rows, Dimension::establishment, {month(10), month(10)});
    ASSERT_TRUE(cells.ok());
    EXPECT_FALSE(cells->empty());
  }
  EXPECT_FALSE(columns->drug_kinds({month(10), month(10)}).value().empty());
  const auto dear = columns->dear_drugs({month(10), month(10)}).value();
  ASSERT_EQ(dear.size(), 2U);  // the drug and the sum
  EXPECT_EQ(dear.front().yen - dear.front().least_yen, 70);
  EXPECT_EQ(dear.front().largest_yen, 140);
  EXPECT_EQ(dear.front().largest_quantity, 1'400'000);
  EXPECT_EQ(dear.front().persons, 1);
}

// Of each cell the person with most of it, over every claim and every establishment.
TEST(Columns, TheLargestPartIsOnePersonsInEverySum) {
  auto columns = std::move(ColumnStore::open()).value();
  auto segment = sample(10);
  segment.costs[0].yen = 500;
  segment.costs[1].establishment = 0;
  segment.costs[2].establishment = 1;
  ASSERT_TRUE(columns->load(segment).ok());
  const auto cells =
      columns->cross(Dimension::disease_group, Dimension::establishment, {month(10), month(10)})
          .value();
  std::int64_t checked = 0;
  for (const auto& cell : cells) {
    if (cell.row == total_class && cell.column == total_class) {
      EXPECT_EQ(cell.largest.yen, 2000) << "the two establishments of one person";
      EXPECT_EQ(cell.counts.yen, 2500);
      ++checked;
    } else if (cell.row == total_class) {
      EXPECT_EQ(cell.largest.yen, 1000);
      ++checked;
    }
  }
  EXPECT_EQ(checked, 3);
}

TEST(Columns, GroupsOfDiseasesKeepTheirCodes) {
  auto columns = std::move(ColumnStore::open()).value();
  ASSERT_TRUE(columns->load(sample(10)).ok());
  const auto cells =
      columns->cross(Dimension::disease_group, Dimension::month, {month(10), month(10)}).value();
  for (const auto& cell : cells) {
    if (cell.row == total_class) continue;
    const auto& group = columns->groups()[static_cast<std::size_t>(cell.row)];
    EXPECT_EQ(cell.counts.claims, group.code == "0904" ? 2 : 1) << group.code;
  }
}

TEST(Columns, AMonthIsReplacedAndDropped) {
  auto columns = std::move(ColumnStore::open()).value();
  ASSERT_TRUE(columns->load(sample(10)).ok());
  ASSERT_TRUE(columns->load(sample(10)).ok());
  const Months months{month(10), month(10)};
  EXPECT_EQ(columns->cross(Dimension::sex, Dimension::month, months)->back().counts.claims, 3);
  ASSERT_TRUE(columns->drop(month(10)).ok());
  EXPECT_TRUE(columns->cross(Dimension::sex, Dimension::month, months)->empty());
}

TEST(SegmentBytes, ComeBackAsTheyWere) {
  const auto segment = sample(9);
  const auto back = segment_from(bytes_of(segment));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->costs, segment.costs);
  EXPECT_EQ(back->drug_lines, segment.drug_lines);
  EXPECT_EQ(back->establishments, segment.establishments);
  EXPECT_EQ(back->institutions, segment.institutions);
  EXPECT_EQ(back->groups, segment.groups);
  EXPECT_EQ(back->basis, segment.basis);
}

TEST(SegmentBytes, EveryCutIsRefused) {
  const auto bytes = bytes_of(sample(9));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(segment_from(std::string_view(bytes).substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(segment_from(bytes + "x").ok());
}

TEST(DrugBook, ABrandIsOneWhoseGroupHasAGeneric) {
  using format::master::Kind;
  DrugBook book;
  const auto add = [&](const char* code, const char* price_code, const char* price, bool generic) {
    format::master::Item item;
    item.kind = Kind::drug;
    item.code = code;
    item.name = code;
    item.amount = price;
    item.price_code = price_code;
    item.generic = generic;
    book.add(item);
  };
  add("620000001", "2149001F1020", "100.00", false);
  add("620000002", "2149001F1111", "40.50", true);
  add("620000003", "2149001F1222", "35.10", true);
  add("620000004", "3999001F1020", "12.30", false);
  EXPECT_EQ(book.find("620000001")->kind, DrugKind::brand);
  EXPECT_EQ(book.find("620000001")->price_hundredths, 10'000);
  EXPECT_EQ(book.find("620000001")->least_hundredths, 3'510);
  EXPECT_EQ(book.find("620000002")->kind, DrugKind::generic);
  EXPECT_EQ(book.find("620000004")->kind, DrugKind::alone);
  EXPECT_FALSE(book.find("699999999").has_value());
}

}  // namespace
}  // namespace kenpo::analysis
