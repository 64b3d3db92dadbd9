// Typed notifications on a real store, gate and log: what each changes, who may decide, reversal.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_index.h"
#include "eligibility/notification_act.h"
#include "eligibility/notified_pay_store.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;
using enum NotificationKind;

inline constexpr notice::Operation look{
    .name = "test.look",
    .japanese = "試験の読取り",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

/// Everything that stands about one person.
struct Standing {
  std::optional<Person> person;
  std::vector<InsuredPeriod> periods;
  std::vector<DependentLink> links;
  std::vector<Circumstance> circumstances;
  friend bool operator==(const Standing&, const Standing&) = default;
};

class NotificationTest : public testing::Test {
 protected:
  NotificationTest() : society_(tables) {
    society_.change_policy([&](notice::Policy& policy) {
      const auto from = day(2015, 1, 1);
      policy.handlers.push_back({director_id_,
                                 {{notice::Role::executive_director, from, {}}},
                                 from,
                                 day(2030, 3, 31),
                                 false,
                                 {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
    auto opened = ledger();
    must(register_establishments(opened, society_.clerk(), {works_, shop_, old_members_}));
  }

  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  static Establishment other_office(const char* office, const char* symbol, const char* name) {
    auto made = sample_establishment();
    made.id = base::EstablishmentId::draw();
    made.office_symbol = office;
    made.symbol = symbol;
    made.name = name;
    return made;
  }

  static NotificationEntry entry(NotificationKind kind, base::Date on, const char* number = "1") {
    NotificationEntry made;
    made.content.kind = kind;
    made.content.on = on;
    made.content.received_on = on;
    made.symbol = "101";
    made.number = number;
    made.known_born = day(1990, 5, 15);
    return made;
  }
  static NotificationEntry hiring(base::Date on = day(2026, 4, 1)) {
    auto made = entry(acquisition, on);
    made.content.name = "山田　花子";
    made.content.name_kana = "ﾔﾏﾀﾞ ﾊﾅｺ";
    made.content.sex = Sex::female;
    made.content.born = day(1990, 5, 15);
    made.content.postal_code = "1000001";
    made.content.address = "東京都千代田区見本町２－２";
    made.content.number = "1";
    made.content.pay = base::Yen(300'000);
    return made;
  }
  static NotificationEntry leaving(base::Date lost_on) {
    auto made = entry(loss, lost_on);
    made.content.end_reason = EndReason::retirement;
    made.content.ended_on = lost_on.plus_days(-1);
    return made;
  }

  base::Result<Notification> enter(NotificationEntry entry,
                                   Entering entering = Entering::for_review) {
    auto opened = ledger();
    return enter_notification(opened, society_.clerk(), std::move(entry), entering);
  }
  base::Result<WorkItem> step(const Notification& one, WorkState from, WorkState to) {
    auto opened = ledger();
    return move_work_item(opened, society_.clerk(), one.item, {.from = from, .to = to});
  }
  void ask(const Notification& one) {
    must(step(one, WorkState::under_review, WorkState::awaiting_approval));
  }
  base::Result<Notification> decide(const Notification& one, const notice::Acting& acting) {
    auto opened = ledger();
    return decide_notification(opened, acting, one.id, "");
  }
  Notification done(NotificationEntry entry) {
    const auto one = must(enter(std::move(entry)));
    ask(one);
    return must(decide(one, director_));
  }
  base::Result<Notification> reverse(const Notification& one) {
    auto opened = ledger();
    return reverse_notification(opened, director_, one.id, "誤り");
  }
  NotificationView show(const Notification& one) {
    auto opened = ledger();
    auto shown = must(society_.gate().perform<notification_show>(
        society_.clerk(), [&](const notice::Permit<notification_show>& permit) {
          return show_notification(permit, opened, one.id);
        }));
    return *std::move(shown);
  }
  Standing standing(const base::PersonId& id) {
    return must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<Standing> {
          const MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          const auto view = KENPO_TRY(society_.database().read());
          const auto now = society_.clock().now();
          Standing found;
          found.person = KENPO_TRY(find_person(view, access, id, now));
          found.periods = KENPO_TRY(periods_of(view, access, id, now));
          found.links = KENPO_TRY(dependents_of(view, access, id, now));
          found.circumstances = KENPO_TRY(circumstances_of(view, access, id, now));
          return found;
        }));
  }
  static bool has(const NotificationView& shown, Caution caution) {
    return shown.effect && std::ranges::find(shown.effect->cautions, caution) !=
                               shown.effect->cautions.end();
  }

  Society society_;
  MemberIndex members_;
  base::StaffId director_id_ = base::StaffId::draw();
  notice::Acting director_{director_id_};
  Establishment works_ = sample_establishment();
  Establishment shop_ = other_office("ｳｴ", "202", "見本商店");
  Establishment old_members_ = other_office("ｵｶ", "900", "任意継続");
};

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

TEST_F(NotificationTest, ALossEndsTheDependentsAndItsReversalBringsThemBack) {
  const auto hired = done(hiring());
  auto child = entry(dependent_added, day(2026, 5, 1));
  child.content.name = "山田　一郎";
  child.content.name_kana = "ﾔﾏﾀﾞ ｲﾁﾛｳ";
  child.content.sex = Sex::male;
  child.content.born = day(2026, 5, 1);
  child.content.relation = Relation::child;
  done(child);
  const auto before = standing(hired.person);
  ASSERT_EQ(before.links.size(), 1U);
  EXPECT_EQ(before.links[0].branch, 1);

  const auto left = must(enter(leaving(day(2026, 10, 1))));
  EXPECT_TRUE(has(show(left), Caution::dependents_end));
  ask(left);
  must(decide(left, director_));
  const auto after = standing(hired.person);
  EXPECT_EQ(after.periods[0].lost, day(2026, 10, 1));
  EXPECT_EQ(after.links[0].until, day(2026, 9, 30));

  must(reverse(left));
  EXPECT_EQ(standing(hired.person), before);
  EXPECT_FALSE(reverse(left).ok());  // once
}

TEST_F(NotificationTest, WhatOthersBuiltUponIsNotReversed) {
  const auto hired = done(hiring());
  const auto left = done(leaving(day(2026, 10, 1)));
  EXPECT_FALSE(reverse(hired).ok());
  must(reverse(left));
  EXPECT_FALSE(reverse(hired).ok());  // the reversal is a decision of its own
}

TEST_F(NotificationTest, AReversedAcquisitionLeavesNobody) {
  const auto hired = done(hiring());
  must(reverse(hired));
  const auto after = standing(hired.person);
  EXPECT_FALSE(after.person.has_value());
  EXPECT_TRUE(after.periods.empty());
  EXPECT_EQ(members_.size(), 0U);
  // The levy hears of it: what was cancelled is a change of the person.
  int told = 0;
  must(society_.gate().perform<look>(
      society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<> {
        const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
        const auto view = KENPO_TRY(society_.database().read());
        return each_period_change(view, access, society_.clock().now(),
                                  [&](const base::PersonId& person, base::Date) {
                                    told += person == hired.person ? 1 : 0;
                                  });
      }));
  EXPECT_GT(told, 0);
  // The number is free for the same notification once more.
  EXPECT_TRUE(enter(hiring()).ok());
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

TEST_F(NotificationTest, NamesNumbersAndCircumstancesChangeAndComeBack) {
  const auto hired = done(hiring());
  const auto before = standing(hired.person);
  auto name = entry(name_change, day(2026, 6, 1));
  name.content.name = "佐藤　花子";
  name.content.name_kana = "ｻﾄｳ ﾊﾅｺ";
  auto address = entry(address_change, day(2026, 6, 1));
  address.content.postal_code = "5300001";
  address.content.address = "大阪府大阪市見本町１";
  auto personal = entry(personal_change, day(2026, 6, 1));
  personal.content.sex = Sex::male;
  auto number = entry(number_change, day(2026, 6, 1));
  number.content.number = "77";
  auto both = entry(two_workplaces, day(2026, 6, 1));
  both.content.detail = "別の会社";
  auto prison = entry(detention, day(2026, 6, 1));
  auto absent = entry(absence, day(2026, 6, 1));
  absent.content.detail = "私傷病";
  for (const auto& one : {name, address, personal, number, both, prison, absent}) {
    const auto decided = done(one);
    EXPECT_NE(standing(hired.person), before) << wording(one.content.kind).en.text();
    must(reverse(decided));
    EXPECT_EQ(standing(hired.person), before) << wording(one.content.kind).en.text();
  }
}

/// Any notification that the rules let through, on any day, after any others: decided and reversed,
/// it leaves the ledger as it was.
TEST_F(NotificationTest, WhateverIsDecidedAndReversedLeavesTheLedgerAsItWas) {
  constexpr NotificationKind all[] = {loss,     name_change, address_change, personal_change,
                                      transfer, rehire,      number_change,  dependent_added,
                                      voluntary, voluntary_end, special,     two_workplaces,
                                      detention, detention_end, absence,     absence_end};
  const auto hired = done(hiring(day(2024, 4, 1)));
  int decided = 0;
  EXPECT_TRUE(rc::check("decided and reversed", [&] {
    auto one = entry(*rc::gen::elementOf(std::vector(std::begin(all), std::end(all))),
                     day(2024, 1, 1).plus_days(*rc::gen::inRange(0, 1050)));
    auto& content = one.content;
    content.received_on = content.on.plus_days(*rc::gen::inRange(0, 40));
    content.name = *rc::gen::element("佐藤　花子", "山田　花子");
    content.name_kana = "ｻﾄｳ ﾊﾅｺ";
    content.sex = *rc::gen::element(Sex::male, Sex::female);
    if (content.kind == dependent_added) content.born = content.on;
    content.address = "東京都千代田区見本町３";
    content.number = *rc::gen::element("", "77", "78");
    content.pay = base::Yen(250'000);
    const bool of_status = content.kind == voluntary_end;
    content.end_reason = of_status ? *rc::gen::element(EndReason::left_on_request,
                                                       EndReason::premium_unpaid)
                                   : EndReason::retirement;
    if (content.kind == loss) content.ended_on = content.on.plus_days(-1);
    if (content.kind == transfer) one.to_symbol = "202";
    const auto entered = enter(one);
    if (!entered.ok()) return;
    const auto before = standing(hired.person);
    ask(*entered);
    const auto made = decide(*entered, director_);
    RC_ASSERT(made.ok());
    ++decided;
    // Some stay, so that the next ones meet another ledger.
    if (*rc::gen::inRange(0, 4) == 0 && content.kind != transfer) return;
    RC_ASSERT(reverse(*entered).ok());
    RC_ASSERT(standing(hired.person) == before);
  }));
  EXPECT_GT(decided, 10);
}

TEST_F(NotificationTest, ADetentionGoesOnUntilTheRelease) {
  const auto hired = done(hiring());
  done(entry(detention, day(2026, 6, 10)));
  EXPECT_FALSE(enter(entry(detention, day(2026, 7, 1))).ok());  // it goes on
  done(entry(detention_end, day(2026, 9, 1)));
  const auto now = standing(hired.person);
  ASSERT_EQ(now.circumstances.size(), 1U);
  EXPECT_EQ(now.circumstances[0].until, day(2026, 8, 31));
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
