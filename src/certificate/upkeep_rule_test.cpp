#include "certificate/upkeep_rule.h"

#include <gtest/gtest.h>

#include "certificate/validity_rule.h"

namespace kenpo::certificate {
namespace {

using base::Date;
using base::Yen;

Date day(int year, int month, int number) { return *Date::make(year, month, number); }
const Date today = day(2026, 11, 24);
const Date started = day(2026, 10, 1);

Holder member(CardUse use = CardUse::usable) {
  Holder holder{.person = base::PersonId::draw(),
                .insured = base::PersonId::draw(),
                .establishment = base::EstablishmentId::draw(),
                .on = today,
                .membership = Membership::insured,
                .joined = day(2020, 4, 1),
                .born = day(1990, 5, 15),
                .card_use = use};
  holder.contents.symbol = "101";
  holder.contents.number = "1";
  holder.contents.name = "見本　花子";
  return holder;
}

Certificate paper(const Holder& holder, Kind kind, State state = State::delivered,
                  Date from = day(2026, 10, 1), std::optional<Date> until = day(2031, 9, 30)) {
  return {.person = holder.person,
          .insured = holder.insured,
          .establishment = holder.establishment,
          .kind = kind,
          .state = state,
          .from = from,
          .until = kind == Kind::notice ? std::nullopt : until,
          .contents = holder.contents};
}

Upkeep due(const Holder& holder, const std::vector<Certificate>& papers = {}) {
  const auto decision = upkeep(holder, papers, started);
  EXPECT_TRUE(decision.ok());
  return decision.ok() ? decision->value : Upkeep{};
}

/// The kinds and causes of what is to be issued, as one text.
std::string issued(const Upkeep& upkeep) {
  std::string text;
  for (const auto& each : upkeep.issue) {
    text += std::string(identifier(each.kind)) + ":" +
            std::to_string(static_cast<int>(each.cause)) + " ";
  }
  return text;
}

TEST(Upkeep, ANoticeIsForWhoeverJoinsSinceTheLedgerBegan) {
  auto newcomer = member();
  newcomer.joined = started;
  EXPECT_EQ(issued(due(newcomer)), "notice:1 ");
  newcomer.card_use = CardUse::unknown;
  EXPECT_EQ(issued(due(newcomer)), "notice:1 ") << "whose card is not known gets it first";
  newcomer.joined = started.plus_days(-1);
  EXPECT_TRUE(due(newcomer).nothing()) << "had it before";
}

TEST(Upkeep, ADocumentIsForWhoeverCannotUseTheCard) {
  for (const auto use : {CardUse::not_registered, CardUse::cannot_use, CardUse::card_lost,
                         CardUse::card_renewing, CardUse::electronic_expired}) {
    const auto upkeep = due(member(use));
    EXPECT_EQ(issued(upkeep), "confirmation:3 ") << wording(use);
    EXPECT_EQ(upkeep.issue.at(0).until, is_short(use) ? day(2027, 2, 28) : day(2031, 10, 31));
  }
  EXPECT_TRUE(due(member(CardUse::usable)).nothing());
}

TEST(Upkeep, WhatStandsIsNotIssuedTwiceAndRunsOutWhenTheCardWorksAgain) {
  const auto holder = member(CardUse::not_registered);
  for (const auto state : {State::to_issue, State::in_run, State::issued, State::delivered}) {
    EXPECT_TRUE(due(holder, {paper(holder, Kind::confirmation, state)}).nothing())
        << wording(state);
  }
  for (const auto state : {State::lost, State::returned, State::dropped, State::to_collect}) {
    EXPECT_EQ(issued(due(holder, {paper(holder, Kind::confirmation, state)})), "confirmation:3 ")
        << wording(state);
  }
  auto usable = holder;
  usable.card_use = CardUse::usable;
  EXPECT_TRUE(due(usable, {paper(holder, Kind::confirmation)}).nothing());
  const auto waits = paper(holder, Kind::confirmation, State::to_issue);
  EXPECT_EQ(due(usable, {waits}).drop, std::vector{waits.id});
}

TEST(Upkeep, ChangedContentsBringAPaperBackAndAnotherOne) {
  const auto holder = member(CardUse::not_registered);
  const auto old = paper(holder, Kind::confirmation);
  auto renamed = holder;
  renamed.contents.name = "新姓　花子";
  auto upkeep = due(renamed, {old});
  EXPECT_EQ(issued(upkeep), "confirmation:6 ");
  EXPECT_EQ(upkeep.collect, std::vector{old.id});
  EXPECT_EQ(upkeep.collect_by, day(2026, 11, 29));
  auto moved = holder;
  moved.contents.number = "2";
  EXPECT_EQ(issued(due(moved, {old})), "confirmation:7 ");
  // A notice is told anew and not collected.
  auto with_card = renamed;
  with_card.card_use = CardUse::usable;
  upkeep = due(with_card, {paper(holder, Kind::notice)});
  EXPECT_EQ(issued(upkeep), "notice:6 ");
  EXPECT_TRUE(upkeep.collect.empty());
}

TEST(Upkeep, CorrectedBirthSexAndAcquisitionBringAnotherPaper) {
  auto holder = member(CardUse::not_registered);
  holder.contents.born = holder.born;
  holder.contents.sex = eligibility::Sex::female;
  holder.contents.joined = holder.joined;
  const auto document = paper(holder, Kind::confirmation);
  const auto limit =
      paper(holder, Kind::limit, State::delivered, day(2026, 10, 1), day(2027, 9, 30));
  auto corrected = holder;
  corrected.contents.born = day(1990, 5, 16);
  auto upkeep = due(corrected, {document});
  EXPECT_EQ(issued(upkeep), "confirmation:12 ");
  EXPECT_EQ(upkeep.collect, std::vector{document.id});
  corrected = holder;
  corrected.contents.sex = eligibility::Sex::male;
  EXPECT_EQ(issued(due(corrected, {document})), "confirmation:12 ");
  corrected = holder;
  corrected.contents.joined = day(2020, 5, 1);
  EXPECT_EQ(issued(due(corrected, {document})), "confirmation:12 ");
  // The limit certificate shows birth and sex, but no acquisition.
  corrected.limit_class = LimitClass::i;
  auto of_class = limit;
  of_class.contents.limit_class = LimitClass::i;
  EXPECT_EQ(issued(due(corrected, {document, of_class})), "confirmation:12 ");
  corrected.contents.born = day(1990, 5, 16);
  EXPECT_EQ(issued(due(corrected, {document, of_class})), "confirmation:12 limit:12 ");
  // The notice shows the acquisition alone.
  auto with_card = corrected;
  with_card.card_use = CardUse::usable;
  with_card.limit_class = std::nullopt;
  EXPECT_EQ(issued(due(with_card, {paper(holder, Kind::notice)})), "notice:12 ");
  with_card.contents.joined = holder.joined;
  EXPECT_TRUE(due(with_card, {paper(holder, Kind::notice)}).nothing());
}

TEST(Upkeep, APaperOfBeforeTheseWereKeptIsNotReplacedForThem) {
  auto holder = member(CardUse::not_registered);
  const auto old = paper(holder, Kind::confirmation);
  holder.contents.born = holder.born;
  holder.contents.sex = eligibility::Sex::female;
  holder.contents.joined = holder.joined;
  EXPECT_TRUE(due(holder, {old}).nothing());
}

TEST(Upkeep, TheWishOfANotificationIsAnApplication) {
  auto holder = member(CardUse::not_registered);
  holder.wish = Holder::Wish::waits;
  EXPECT_EQ(issued(due(holder)), "confirmation:2 ");
  EXPECT_TRUE(due(holder, {paper(holder, Kind::confirmation)}).nothing());
}

TEST(Upkeep, AfterTheLossWhatIsOutComesBackAndWhatWaitsIsDropped) {
  auto holder = member(CardUse::not_registered);
  const auto out = paper(holder, Kind::confirmation);
  const auto limit = paper(holder, Kind::limit, State::issued);
  const auto ended =
      paper(holder, Kind::limit, State::delivered, day(2025, 10, 1), day(2026, 9, 30));
  const auto notice = paper(holder, Kind::notice);
  const auto waits = paper(holder, Kind::elderly, State::to_issue);
  holder.membership = Membership::none;
  const auto upkeep = due(holder, {out, limit, ended, notice, waits});
  EXPECT_EQ(upkeep.collect, (std::vector{out.id, limit.id}));
  EXPECT_EQ(upkeep.drop, std::vector{waits.id});
  EXPECT_TRUE(upkeep.issue.empty());
}

TEST(Upkeep, APaperAboutToEndIsFollowedUnlessNothingEndsLater) {
  auto holder = member(CardUse::not_registered);
  const auto ends =
      paper(holder, Kind::confirmation, State::delivered, day(2022, 1, 1), day(2026, 12, 31));
  EXPECT_EQ(issued(due(holder, {ends})), "confirmation:10 ");
  const auto later =
      paper(holder, Kind::confirmation, State::delivered, day(2022, 3, 1), day(2027, 2, 28));
  EXPECT_TRUE(due(holder, {later}).nothing());
  holder.leaves = day(2027, 1, 1);
  EXPECT_TRUE(due(holder, {ends}).nothing()) << "membership ends with it";
}

Holder elderly(int share, int next, CardUse use = CardUse::not_registered) {
  auto holder = member(use);
  holder.born = day(1955, 4, 10);
  holder.active_percent = 30;
  holder.share_percent = share;
  holder.share_next_percent = next;
  holder.share_from = day(2025, 5, 1);
  return holder;
}

TEST(Upkeep, AnElderlyCertificateStandsBesideTheDocument) {
  auto holder = elderly(20, 20);
  const auto document = paper(holder, Kind::confirmation);
  auto upkeep = due(holder, {document});
  EXPECT_EQ(issued(upkeep), "elderly:4 ");
  EXPECT_EQ(upkeep.issue.at(0).share_percent, 20);
  EXPECT_EQ(upkeep.issue.at(0).until, day(2027, 8, 31));
  // Next month is the first month: issued before it begins.
  upkeep = due(elderly(0, 30), {document});
  EXPECT_EQ(issued(upkeep), "elderly:4 ");
  EXPECT_EQ(upkeep.issue.at(0).from, day(2026, 12, 1));
  EXPECT_EQ(upkeep.issue.at(0).share_percent, 30);
  // Who can use the card has the share on the notice, which stands until the judgement.
  auto with_card = elderly(20, 20, CardUse::usable);
  with_card.share_from = started;
  upkeep = due(with_card, {});
  EXPECT_EQ(issued(upkeep), "notice:4 ");
  EXPECT_EQ(upkeep.issue.at(0).until, day(2027, 8, 31));
}

TEST(Upkeep, WhoKeptTheDocumentHasTheElderlyCertificateThoughTheCardWorks) {
  const auto holder = elderly(20, 20, CardUse::usable);
  const auto document = paper(holder, Kind::confirmation);
  auto upkeep = due(holder, {document});
  EXPECT_EQ(issued(upkeep), "elderly:4 ");
  EXPECT_EQ(upkeep.issue.at(0).share_percent, 20);
  // The share changes: the certificate is replaced as for everybody who holds one.
  auto old = paper(holder, Kind::elderly, State::delivered, day(2026, 9, 1), day(2027, 8, 31));
  old.contents.share_percent = 20;
  upkeep = due(elderly(30, 30, CardUse::usable), {document, old});
  EXPECT_EQ(issued(upkeep), "elderly:5 ");
  EXPECT_EQ(upkeep.collect, std::vector{old.id});
  // Without the document, the notice shows the share instead.
  auto without = holder;
  without.share_from = started;
  EXPECT_EQ(issued(due(without)), "notice:4 ");
}

TEST(Upkeep, AnotherShareTakesThePlaceOfTheOldOne) {
  auto holder = elderly(30, 30);
  const auto document = paper(holder, Kind::confirmation);
  auto old = paper(holder, Kind::elderly, State::delivered, day(2026, 9, 1), day(2027, 8, 31));
  old.contents.share_percent = 20;
  auto upkeep = due(holder, {document, old});
  EXPECT_EQ(issued(upkeep), "elderly:5 ");
  EXPECT_EQ(upkeep.collect, std::vector{old.id});
  // The share of next month differs: issued now, the old one holds to the end of this month.
  holder.share_percent = 20;
  upkeep = due(holder, {document, old});
  EXPECT_EQ(issued(upkeep), "elderly:5 ");
  EXPECT_EQ(upkeep.issue.at(0).from, day(2026, 12, 1));
  EXPECT_TRUE(upkeep.collect.empty());
  // Once the new one runs, the old one comes back.
  auto next = paper(holder, Kind::elderly, State::delivered, day(2026, 11, 1), day(2027, 8, 31));
  next.contents.share_percent = 20;
  EXPECT_EQ(due(elderly(20, 20), {document, old, next}).collect, std::vector{old.id});
}

TEST(Upkeep, TheYearlyJudgementIssuesForSeptember) {
  auto holder = elderly(20, 30);
  holder.on = day(2026, 8, 20);
  const auto document = paper(holder, Kind::confirmation, State::delivered, day(2026, 4, 1));
  auto old = paper(holder, Kind::elderly, State::delivered, day(2025, 9, 1), day(2026, 8, 31));
  old.contents.share_percent = 20;
  const auto upkeep = due(holder, {document, old});
  EXPECT_EQ(issued(upkeep), "elderly:10 ");
  EXPECT_EQ(upkeep.issue.at(0).from, day(2026, 9, 1));
  EXPECT_EQ(upkeep.issue.at(0).until, day(2027, 8, 31));
  EXPECT_EQ(upkeep.issue.at(0).share_percent, 30);
}

TEST(Upkeep, OnlyWhoCouldGainIsInvited) {
  auto holder = elderly(30, 30, CardUse::usable);
  holder.relief = Holder::Relief::possible;
  EXPECT_EQ(due(holder).invitation, Upkeep::Invitation::relief);
  holder.relief = Holder::Relief::settled;
  EXPECT_EQ(due(holder).invitation, Upkeep::Invitation::none);
  auto ordinary = elderly(20, 20, CardUse::usable);
  ordinary.relief = Holder::Relief::possible;
  EXPECT_EQ(due(ordinary).invitation, Upkeep::Invitation::none);
}

TEST(Upkeep, AClassThatChangesChangesThePaper) {
  auto holder = member(CardUse::not_registered);
  holder.limit_class = LimitClass::i;
  const auto document = paper(holder, Kind::confirmation);
  auto limit = paper(holder, Kind::limit, State::delivered, day(2026, 10, 1), day(2027, 9, 30));
  limit.contents.limit_class = LimitClass::u;
  auto upkeep = due(holder, {document, limit});
  EXPECT_EQ(issued(upkeep), "limit:11 ");
  EXPECT_EQ(upkeep.issue.at(0).limit_class, LimitClass::i);
  EXPECT_EQ(upkeep.collect, std::vector{limit.id});
  // Now untaxed: another paper, on application; this one only comes back.
  holder.limit_class = LimitClass::o;
  upkeep = due(holder, {document, limit});
  EXPECT_EQ(issued(upkeep), "");
  EXPECT_EQ(upkeep.collect, std::vector{limit.id});
}

TEST(Upkeep, WhatWaitedUntilItEndedIsDroppedAndDueAnew) {
  const auto holder = member(CardUse::card_lost);
  const auto stale =
      paper(holder, Kind::confirmation, State::to_issue, day(2026, 7, 1), day(2026, 10, 31));
  const auto upkeep = due(holder, {stale});
  EXPECT_EQ(upkeep.drop, std::vector{stale.id});
  EXPECT_EQ(issued(upkeep), "confirmation:3 ");
}

TEST(Upkeep, DoneOnceThereIsNothingLeftToDo) {
  for (auto holder : {member(CardUse::not_registered), elderly(20, 20), elderly(30, 30),
                      elderly(0, 20), elderly(20, 30)}) {
    std::vector<Certificate> papers;
    for (const auto& planned : due(holder).issue) {
      auto made = paper(holder, planned.kind, State::to_issue, planned.from, planned.until);
      made.contents.share_percent = planned.share_percent;
      papers.push_back(made);
    }
    // A paper for next month may follow one of this month, once.
    for (const auto& planned : due(holder, papers).issue) {
      EXPECT_GT(planned.from, today);
      auto made = paper(holder, planned.kind, State::to_issue, planned.from, planned.until);
      made.contents.share_percent = planned.share_percent;
      papers.push_back(made);
    }
    EXPECT_TRUE(due(holder, papers).nothing());
  }
}

}  // namespace
}  // namespace kenpo::certificate
