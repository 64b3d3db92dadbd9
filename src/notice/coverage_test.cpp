#include "notice/coverage.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "notice/wording.h"

namespace kenpo::notice {
namespace {

constexpr Operation shows{"member.show", "加入者台帳の表示", Verb::read,
                          PairList(Pair{Category::eligibility, Purpose::member_administration}),
                          Statute::none};
constexpr Operation reviews{
    "benefit.review", "給付の審査", Verb::write,
    PairList(Pair{Category::eligibility, Purpose::member_administration},
             Pair{Category::cash_benefit, Purpose::benefit_examination_and_payment}),
    Statute::none};
constexpr Operation audits{"audit.inspect", "監事の監査", Verb::read, PairList(),
                           Statute::audit_by_inspector};

TEST(Coverage, ListsTheOperationsOfEveryPairInOrder) {
  const Operation* const all[] = {&shows, &audits, &reviews, &shows};
  const auto covered = coverage(all);
  EXPECT_EQ(covered.operations.size(), 3U);
  EXPECT_EQ(covered.served(), 2U);
  ASSERT_EQ(covered.pairs[0].operations.size(), 2U);
  EXPECT_EQ(covered.pairs[0].operations[0]->name, "benefit.review");
  EXPECT_TRUE(covered.pairs[1].operations.empty());
  EXPECT_EQ(covered.pairs[12].operations.size(), 1U);
}

TEST(Coverage, JsonIsExactlyThePairs) {
  const Operation* const all[] = {&shows, &audits};
  const auto json = coverage_json(coverage(all));
  EXPECT_TRUE(
      json.starts_with("{\"pairs\":[{\"category\":\"eligibility\",\"purpose\":"
                       "\"member_administration\",\"operations\":[\"member.show\"]},"
                       "{\"category\":\"eligibility\",\"purpose\":"
                       "\"standard_remuneration_determination\",\"operations\":[]},"));
  const auto parsed = boost::json::parse(json);
  EXPECT_EQ(parsed.as_object().size(), 1U);
  const auto& pairs = parsed.at("pairs").as_array();
  ASSERT_EQ(pairs.size(), 43U);
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    EXPECT_EQ(pairs[at].as_object().size(), 3U);
    EXPECT_EQ(pairs[at].at("category").as_string(), identifier(published_pairs[at].category));
    EXPECT_EQ(pairs[at].at("purpose").as_string(), identifier(published_pairs[at].purpose));
  }
}

TEST(Coverage, TextTellsWhatIsNotServedAndWhatRestsOnStatute) {
  const Operation* const all[] = {&shows, &audits};
  const auto text = coverage_text(coverage(all), base::Language::japanese);
  EXPECT_NE(text.find("対応 1組、未対応 42組"), std::string::npos) << text;
  EXPECT_NE(text.find("資格に関する情報／標準報酬月額の決定\n      未対応"), std::string::npos);
  EXPECT_NE(text.find("audit.inspect　監事の監査　個人情報保護法23条、健康保険法22条4項"),
            std::string::npos);
}

// Needing the right of a pair on the way to something else is no service of that pair.
constexpr Pair registry{Category::eligibility, Purpose::resident_registry_matching};
constexpr Operation compares{
    .name = "number.compare",
    .japanese = "加入者どうしの比較",
    .pairs = {registry, Pair{Category::eligibility, Purpose::member_administration}},
    .on_the_way = {registry}};
static_assert(well_formed(compares));
static_assert(compares.serves() ==
              mask_of({Category::eligibility, Purpose::member_administration}));
constexpr Operation foreign{
    .name = "number.compare",
    .japanese = "自分の組にない組",
    .pairs = {Pair{Category::eligibility, Purpose::member_administration}},
    .on_the_way = {registry}};
static_assert(!well_formed(foreign));

TEST(Coverage, APairUsedOnTheWayIsNotServed) {
  const Operation* const all[] = {&compares};
  const auto covered = coverage(all);
  EXPECT_EQ(covered.served(), 1U);
  EXPECT_TRUE(covered.pairs[6].operations.empty());
  ASSERT_EQ(covered.pairs[6].on_the_way.size(), 1U);
  const auto json = boost::json::parse(coverage_json(covered));
  EXPECT_TRUE(json.at("pairs").as_array()[6].at("operations").as_array().empty());
  const auto text = coverage_text(covered, base::Language::japanese);
  EXPECT_NE(text.find("住基情報との突合確認\n      未対応\n      "
                      "途中で権限だけを使う業務：number.compare\n"),
            std::string::npos)
      << text;
}

}  // namespace
}  // namespace kenpo::notice
