// What notifications tell about papers: the wish for a document, and what came back with a loss.
#include "certificate/certificates_for_tests.h"

namespace kenpo::certificate {
namespace {

using test_support::day;

class NotifiedPaperTest : public CertificateTest {
 protected:
  base::PersonId hire_wishing() {
    auto record = test_support::acquisition("1", day(2026, 4, 1), 300'000);
    record.wants_certificate = true;
    take(std::move(record));
    return person("1");
  }
};

TEST_F(NotifiedPaperTest, TheWishOfAFileBringsADocumentOnce) {
  const auto person = hire_wishing();
  const auto before = shown(person);
  ASSERT_EQ(before.known.told.size(), 1u);
  EXPECT_EQ(before.known.holder.wish, Holder::Wish::waits);
  ASSERT_EQ(before.upkeep.value.issue.size(), 1u);
  EXPECT_EQ(before.upkeep.value.issue[0].cause, Cause::application);
  keep_all(day(2026, 11, 1).in_month());
  EXPECT_EQ(papers(person), "confirmation:1 ");
  const auto after = shown(person);
  ASSERT_EQ(after.applications.size(), 1u);
  EXPECT_EQ(after.applications[0].outcome, ApplicationOutcome::accepted);
  EXPECT_EQ(after.applications[0].certificate, only(person, Kind::confirmation).id);
  ASSERT_TRUE(after.known.card);
  EXPECT_EQ(after.known.card->source, CardFact::Source::notification);
  EXPECT_EQ(after.known.holder.wish, Holder::Wish::none);
  EXPECT_EQ(keep_all(day(2026, 11, 1).in_month()).to_issue, 0);
}

TEST_F(NotifiedPaperTest, WithoutTheWishThereIsNoDocument) {
  const auto person = insure("1", day(1990, 5, 15), 300'000);
  EXPECT_TRUE(shown(person).known.told.empty());
  keep_all(day(2026, 11, 1).in_month());
  EXPECT_EQ(papers(person).find("confirmation"), std::string::npos);
}

TEST_F(NotifiedPaperTest, WhatIsFoundOutAboutTheCardSinceCountsMore) {
  const auto person = hire_wishing();
  go_to(day(2026, 11, 26));
  card(person, CardUse::usable, day(2026, 11, 26));
  EXPECT_EQ(shown(person).known.holder.wish, Holder::Wish::none);
  keep_all(day(2026, 11, 1).in_month());
  EXPECT_EQ(papers(person).find("confirmation"), std::string::npos);
}

TEST_F(NotifiedPaperTest, TheCountsOfALossStandBesideThePapersToCollect) {
  const auto person = hire_wishing();
  keep_all(day(2026, 11, 1).in_month());
  auto loss = test_support::loss("1", day(2026, 11, 20));
  loss.certificates_attached = 1;
  loss.certificates_not_returned = 2;
  take(std::move(loss));
  const auto after = shown(person);
  ASSERT_EQ(after.known.told.size(), 2u);
  EXPECT_EQ(after.known.told[1].attached, 1);
  EXPECT_EQ(after.known.told[1].not_returned, 2);
  EXPECT_TRUE(after.upkeep.value.issue.empty()) << "the wish ended with the membership";
}

TEST_F(NotifiedPaperTest, ThePaperKeepsBirthSexAndAcquisition) {
  const auto person = hire_wishing();
  keep_all(day(2026, 11, 1).in_month());
  const auto paper = only(person, Kind::confirmation);
  EXPECT_EQ(paper.contents.born, day(1990, 5, 15));
  EXPECT_EQ(paper.contents.sex, eligibility::Sex::female);
  EXPECT_EQ(paper.contents.joined, day(2026, 4, 1));
}

}  // namespace
}  // namespace kenpo::certificate
