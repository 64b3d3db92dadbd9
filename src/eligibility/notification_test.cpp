// Typed notifications on a real store, gate and log: what each changes and who may decide.
#include <gtest/gtest.h>

#include "eligibility/notification_for_tests.h"

namespace kenpo::eligibility {
namespace {

TEST_F(NotificationTest, NothingChangesBeforeASecondPersonDecides) {
  const auto one = must(enter(hiring()));
  EXPECT_FALSE(standing(one.person).person.has_value());
  EXPECT_FALSE(decide(one, director_).ok());  // it does not wait for a decision
  ask(one);
  EXPECT_FALSE(decide(one, society_.clerk()).ok());  // one's own proposal
  const auto decided = must(decide(one, director_));
  EXPECT_EQ(decided.outcome, NotificationOutcome::decided);
  const auto now = standing(one.person);
  ASSERT_EQ(now.periods.size(), 1U);
  EXPECT_EQ(now.periods[0].symbol, "101");
  EXPECT_EQ(now.periods[0].number, "1");
  EXPECT_EQ(now.person->name, "山田　花子");
  EXPECT_FALSE(decide(one, director_).ok());  // twice
  EXPECT_EQ(members_.search("やまだ", [](const auto&) { return true; }).count, 1U);
}

TEST_F(NotificationTest, TheGenericStepDoesNotFinishIt) {
  const auto one = must(enter(hiring()));
  ask(one);
  auto opened = ledger();
  EXPECT_FALSE(move_work_item(opened, director_, one.item,
                              {.from = WorkState::awaiting_approval, .to = WorkState::finished})
                   .ok());
  EXPECT_FALSE(standing(one.person).person.has_value());
}

TEST_F(NotificationTest, WhatTheRulesRefuseIsKeptOnlyOnHold) {
  const auto early = hiring(day(2009, 4, 1));  // before the establishment's cover
  EXPECT_FALSE(enter(early).ok());
  const auto held = must(enter(early, Entering::held));
  const auto shown = show(held);
  EXPECT_EQ(shown.item.state, WorkState::held);
  EXPECT_FALSE(shown.effect.has_value());
  EXPECT_FALSE(shown.refusals.empty());
  must(step(held, WorkState::held, WorkState::under_review));
  ask(held);
  EXPECT_FALSE(decide(held, director_).ok());
  EXPECT_FALSE(standing(held.person).person.has_value());
}

TEST_F(NotificationTest, RefusalsOfTheEntry) {
  done(hiring());
  const auto refused = [&](NotificationEntry entry) { return !enter(std::move(entry)).ok(); };
  EXPECT_TRUE(refused(hiring()));  // insured already, and the number is taken
  EXPECT_TRUE(refused(leaving(day(2026, 4, 1))));  // not after the acquisition
  EXPECT_TRUE(refused(entry(loss, day(2026, 10, 1), "99")));
  auto other_birth = leaving(day(2026, 10, 1));
  other_birth.known_born = day(1990, 5, 16);
  EXPECT_TRUE(refused(other_birth));
  auto wrong_day = leaving(day(2026, 10, 1));
  wrong_day.content.ended_on = day(2026, 10, 1);
  EXPECT_TRUE(refused(wrong_day));  // the day after leaving is the day of loss
  auto other_symbol = leaving(day(2026, 10, 1));
  other_symbol.symbol = "999";
  EXPECT_TRUE(refused(other_symbol));
  auto old = hiring();
  old.content.born = day(1951, 3, 31);
  old.content.number = "2";
  EXPECT_TRUE(refused(old));  // 75
  auto voluntary_while_employed = entry(voluntary, day(2026, 10, 1));
  EXPECT_TRUE(refused(voluntary_while_employed));
  EXPECT_TRUE(refused(entry(detention_end, day(2026, 10, 1))));
  EXPECT_TRUE(refused(entry(dependent_ended, day(2026, 10, 1))));
}

TEST_F(NotificationTest, ATransferKeepsThePersonAndTheDependents) {
  const auto hired = done(hiring());
  auto move = entry(transfer, day(2026, 8, 16));
  move.to_symbol = "202";
  move.content.pay = base::Yen(320'000);
  done(move);
  const auto now = standing(hired.person);
  ASSERT_EQ(now.periods.size(), 2U);
  EXPECT_EQ(now.periods[0].lost, now.periods[1].acquired);
  EXPECT_EQ(now.periods[0].end_reason, EndReason::transferred);
  EXPECT_EQ(now.periods[1].establishment, shop_.id);
  EXPECT_EQ(now.periods[1].symbol, "202");
  EXPECT_EQ(now.periods[1].person, hired.person);
}

TEST_F(NotificationTest, VoluntaryContinuationBeginsWithTheLossAndEndsByItsReason) {
  const auto hired = done(hiring());
  done(leaving(day(2026, 10, 1)));
  auto apply = entry(voluntary, day(2026, 10, 1));
  apply.content.received_on = day(2026, 10, 21);  // the twenty-first day
  EXPECT_FALSE(enter(apply).ok());
  apply.content.received_on = day(2026, 10, 20);
  apply.to_symbol = "900";
  done(apply);
  auto now = standing(hired.person);
  ASSERT_EQ(now.periods.size(), 2U);
  EXPECT_EQ(now.periods[1].status, Status::voluntary);
  EXPECT_EQ(now.periods[1].acquired, day(2026, 10, 1));
  EXPECT_EQ(now.periods[1].symbol, "900");

  auto request = entry(voluntary_end, day(2026, 11, 10), now.periods[1].number.c_str());
  request.symbol = "900";
  request.content.end_reason = EndReason::left_on_request;
  done(request);
  now = standing(hired.person);
  EXPECT_EQ(now.periods[1].lost, day(2026, 12, 1));
  EXPECT_EQ(now.periods[1].end_reason, EndReason::left_on_request);
}

TEST_F(NotificationTest, ALookAlikeIsToldAndCanBeChosen) {
  const auto hired = done(hiring());
  done(leaving(day(2026, 7, 1)));
  auto again = hiring(day(2026, 9, 1));
  again.symbol = "202";
  again.content.number = "5";
  const auto second = must(enter(again));
  auto shown = show(second);
  EXPECT_TRUE(has(shown, Caution::look_alike));
  ASSERT_EQ(shown.alikes.size(), 1U);
  auto opened = ledger();
  EXPECT_FALSE(
      choose_person(opened, society_.clerk(), second.id, base::PersonId::draw()).ok());
  const auto chosen = must(choose_person(opened, society_.clerk(), second.id, hired.person));
  EXPECT_EQ(chosen.person, hired.person);
  shown = show(second);
  EXPECT_FALSE(has(shown, Caution::look_alike));
  ask(second);
  must(decide(second, director_));
  EXPECT_EQ(standing(hired.person).periods.size(), 2U);
}

TEST_F(NotificationTest, OnlyWhatHasNothingToLookAtIsDecidedInAPile) {
  const auto plain = must(enter(hiring(day(2026, 11, 24))));
  auto other = hiring(day(2026, 11, 24));
  other.content.number = "2";
  other.content.born = day(1991, 1, 1);
  other.content.has_dependents = YesNo::yes;
  const auto with_caution = must(enter(other));
  ask(plain);
  ask(with_caution);
  auto opened = ledger();
  const auto own = must(decide_pile(opened, society_.clerk(), {plain.id}));
  EXPECT_EQ(own.decided, 0U);  // one's own proposal
  const auto list = must(society_.gate().perform<notification_board>(
      society_.clerk(), [&](const notice::Permit<notification_board>& permit) {
        return list_notifications(permit, opened, WorkState::awaiting_approval, 1);
      }));
  EXPECT_EQ(list.count, 2U);
  EXPECT_EQ(std::ranges::count(list.lines, true, &NotificationLine::all_clear), 1);
  const auto pile = must(decide_pile(opened, director_, {plain.id, with_caution.id}));
  EXPECT_EQ(pile.decided, 1U);
  EXPECT_EQ(pile.left, 1U);
  EXPECT_TRUE(standing(plain.person).person.has_value());
  EXPECT_FALSE(standing(with_caution.person).person.has_value());
}

TEST_F(NotificationTest, ADroppedNotificationChangesNothing) {
  const auto one = must(enter(hiring()));
  auto opened = ledger();
  must(drop_notification(opened, society_.clerk(), one.id, "二重"));
  EXPECT_FALSE(drop_notification(opened, society_.clerk(), one.id, "二重").ok());
  EXPECT_FALSE(reverse(one).ok());
  EXPECT_FALSE(standing(one.person).person.has_value());
}

TEST_F(NotificationTest, AStrangerIsRefused) {
  auto opened = ledger();
  EXPECT_FALSE(
      enter_notification(opened, society_.stranger(), hiring(), Entering::for_review).ok());
}

}  // namespace
}  // namespace kenpo::eligibility
