// O-1 to O-3 and T-4 of the notice: the responsible person, the dated list, the scope of each.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "staff/handler_print.h"
#include "staff/people_for_tests.h"
#include "staff/staffing_rule.h"

namespace kenpo::staff {
namespace {

using notice::Refusal;
using notice::Role;
using test_support::must;

base::Date day(int year, int month, int of_month) {
  return *base::Date::make(year, month, of_month);
}

inline constexpr notice::Operation member_work{
    .name = "test.member",
    .japanese = "試し",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
inline constexpr notice::Operation claim_work{
    .name = "test.claim",
    .japanese = "試し",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment}}};

class HandlerTest : public ListedSociety {
 protected:
  HandlerTest() {
    meet_duties(clerk_);
    meet_duties(operator_);
  }

  Refusal refusal(const notice::Operation& operation, const base::StaffId& staff) {
    return gate().ruling(operation, staff).refusal;
  }
  NamedHandler entry(const base::StaffId& staff) {
    for (const auto& each : must(load_handlers(gate(), database()))) {
      if (each.handler.staff == staff) return each;
    }
    ADD_FAILURE() << "not on the list";
    return {.handler = trained_handler(staff, {}), .name = {}};
  }
  NamedHandler with_claims(base::Date from, std::optional<base::Date> to = std::nullopt) {
    auto after = entry(clerk_);
    after.handler.assignments.push_back({Role::claim_clerk, from, to});
    return after;
  }
  base::Result<base::CaseId> propose(const base::StaffId& who, const NamedHandler& after) {
    return propose_handler_change(people(), acting(who), entry(clerk_), after, "担当の追加");
  }
  void to_day(base::Date then) {
    clock().set(base::start_of(then));
    must(refresh());
  }

  base::StaffId clerk_ = list("健保 花子", {Role::member_clerk});
  base::StaffId operator_ = list("庶務 直子", {Role::system_operator});
};

// ---- O-1 個人情報取扱責任者を設置 ----

TEST_F(HandlerTest, O1_WithoutAResponsiblePersonNothingIsGranted) {
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::none);
  auto none = entry(responsible_);
  none.handler.assignments.clear();
  must(appoint_handler(gate(), database(), none));
  must(refresh());
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::no_responsible_person);
  // Two are none: nobody would know whom to call.
  must(appoint_handler(gate(), database(), entry(director_)));
  list("責任 一", {Role::responsible_person});
  must(refresh());
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::none);
  list("責任 二", {Role::responsible_person});
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::no_responsible_person);
}

TEST_F(HandlerTest, O1_TheChangeIsOneActThatEndsTheOneAndBeginsTheOther) {
  const auto from = day(2026, 12, 1);
  const auto id =
      must(propose_responsible_person(people(), acting(director_), clerk_, from, "人事異動"));
  ASSERT_TRUE(approvals_.approve(acting(responsible_), id).ok());
  for (auto on = day(2026, 11, 24); on <= day(2026, 12, 5); on = on.plus_days(1)) {
    to_day(on);
    EXPECT_EQ(gate().policy()->responsible_person, on < from ? responsible_ : clerk_) << on.iso();
  }
}

TEST_F(HandlerTest, O1_TheSuccessorDoesNotDecideOnHimself) {
  const auto id = must(propose_responsible_person(people(), acting(responsible_), director_,
                                                  day(2026, 12, 1), "人事異動"));
  EXPECT_FALSE(approvals_.approve(acting(director_), id).ok());
  EXPECT_FALSE(approvals_.approve(acting(responsible_), id).ok());
}

TEST_F(HandlerTest, O1_ASuccessorWhoCannotSucceedIsRefused) {
  const auto stranger = base::StaffId::draw();
  EXPECT_FALSE(
      propose_responsible_person(people(), acting(director_), stranger, day(2026, 12, 1), "異動")
          .ok());
  EXPECT_FALSE(
      propose_responsible_person(people(), acting(director_), clerk_, day(2026, 11, 23), "異動")
          .ok());
  EXPECT_FALSE(propose_responsible_person(people(), acting(director_), responsible_,
                                          day(2026, 12, 1), "異動")
                   .ok());
  must(end_handler(people(), clerk_, day(2026, 11, 30), LeavesAt::end_of_day));
  EXPECT_FALSE(
      propose_responsible_person(people(), acting(director_), clerk_, day(2026, 12, 1), "異動")
          .ok());
}

TEST_F(HandlerTest, O1_TheRoleIsNotGrantedLikeAnyOther) {
  auto after = entry(clerk_);
  after.handler.assignments.push_back({Role::responsible_person, day(2026, 12, 1), {}});
  EXPECT_FALSE(propose(director_, after).ok());
  const Change forged{std::string(clerk_.text()),
                      {{"role_responsible_person", "", "2026-12-01 -"}}};
  EXPECT_FALSE(with_change(entry(clerk_), forged).ok());
}

RC_GTEST_PROP(ResponsiblePerson, O1_IsOneOnEveryDayAfterAnySuccessions, ()) {
  std::vector<NamedHandler> handlers;
  constexpr int people = 5;
  for (int at = 0; at < people; ++at) {
    handlers.push_back({.handler = trained_handler(base::StaffId::draw(), {}), .name = "人"});
  }
  handlers[0].handler.assignments = {{Role::responsible_person, day(2026, 1, 1), {}}};
  const auto first = day(2026, 1, 1);
  auto today = first;
  for (int change = 0; change < 8; ++change) {
    today = today.plus_days(*rc::gen::inRange(0, 20));
    const auto from = today.plus_days(*rc::gen::inRange(-3, 40));
    const auto successor =
        handlers[static_cast<std::size_t>(*rc::gen::inRange(0, people))].handler.staff;
    const auto changed = with_successor(handlers, successor, from, today);
    if (!changed.ok()) continue;
    for (const auto& each : *changed) {
      for (auto& old : handlers) {
        if (old.handler.staff == each.handler.staff) old = each;
      }
    }
  }
  for (auto on = first; on < day(2028, 1, 1); on = on.plus_days(1)) {
    RC_ASSERT(responsible_person_on(handlers, on).has_value());
  }
}

// ---- O-2 個人データを取り扱う職員を明確化 ----

TEST_F(HandlerTest, O2_WhoIsNotOnTheDatedListGetsNothing) {
  EXPECT_EQ(refusal(member_work, base::StaffId::draw()), Refusal::not_a_handler);
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::none);
}

TEST_F(HandlerTest, O2_ARoleHoldsFromItsFirstToItsLastDay) {
  const auto id = must(propose(operator_, with_claims(day(2026, 12, 1), day(2026, 12, 31))));
  EXPECT_EQ(refusal(claim_work, clerk_), Refusal::no_role);
  ASSERT_TRUE(approvals_.approve(acting(responsible_), id).ok());
  EXPECT_EQ(refusal(claim_work, clerk_), Refusal::no_role);
  to_day(day(2026, 12, 1));
  EXPECT_EQ(refusal(claim_work, clerk_), Refusal::none);
  to_day(day(2026, 12, 31));
  EXPECT_EQ(refusal(claim_work, clerk_), Refusal::none);
  to_day(day(2027, 1, 1));
  EXPECT_EQ(refusal(claim_work, clerk_), Refusal::no_role);
}

TEST_F(HandlerTest, O2_ANewHandlerIsEnteredByTwoPeople) {
  const auto newcomer = base::StaffId::draw();
  NamedHandler before{.handler = trained_handler(newcomer, {}), .name = {}};
  auto after = before;
  after.name = "新人 太郎";
  after.handler.assignments.push_back({Role::member_clerk, day(2026, 11, 24), {}});
  const auto id =
      must(propose_handler_change(people(), acting(responsible_), before, after, "採用"));
  EXPECT_FALSE(approvals_.approve(acting(responsible_), id).ok());
  ASSERT_TRUE(approvals_.approve(acting(director_), id).ok());
  EXPECT_EQ(refusal(member_work, newcomer), Refusal::no_undertaking);
  EXPECT_EQ(entry(newcomer).name, "新人 太郎");
}

TEST_F(HandlerTest, O2_AChangeOfTheListMeanwhileLeavesTheProposalUndone) {
  const auto first = must(propose(operator_, with_claims(day(2026, 12, 1))));
  const auto second = must(propose(operator_, with_claims(day(2027, 1, 1))));
  ASSERT_TRUE(approvals_.approve(acting(responsible_), second).ok());
  EXPECT_FALSE(approvals_.approve(acting(responsible_), first).ok());
  EXPECT_EQ(periods_text(entry(clerk_).handler, Role::claim_clerk), "2027-01-01 -");
}

TEST_F(HandlerTest, O2_NobodyDecidesOnHisOwnRights) {
  auto after = entry(director_);
  after.handler.assignments.push_back({Role::claim_clerk, day(2026, 12, 1), {}});
  const auto id =
      must(propose_handler_change(people(), acting(operator_), entry(director_), after, "兼務"));
  EXPECT_FALSE(approvals_.approve(acting(director_), id).ok());
  EXPECT_TRUE(approvals_.approve(acting(responsible_), id).ok());
}

// ---- O-3 当該職員が取り扱う個人データの範囲を明確化 ----

TEST_F(HandlerTest, O3_TheScopeOfEachFollowsFromRolesAndDays) {
  const auto policy = gate().policy();
  auto named = entry(clerk_);
  const auto today = clock().now().day();
  EXPECT_EQ(pairs_on(named, policy->roles, today), policy->roles.of(Role::member_clerk));
  named = with_claims(today.plus_days(1));
  EXPECT_EQ(pairs_on(named, policy->roles, today), policy->roles.of(Role::member_clerk));
  EXPECT_EQ(pairs_on(named, policy->roles, today.plus_days(1)),
            policy->roles.of(Role::member_clerk) | policy->roles.of(Role::claim_clerk));
  EXPECT_EQ(refusal(claim_work, clerk_), Refusal::no_role);
}

TEST_F(HandlerTest, O3_TheResponsiblePersonSignsTheListThatWasShown) {
  const auto shown = [&] {
    return must(signed_list(gate(), database(), must(load_handlers(gate(), database()))));
  };
  EXPECT_FALSE(shown().holds());
  EXPECT_FALSE(sign_list(people(), acting(operator_), shown().text_sha256).ok());
  EXPECT_FALSE(sign_list(people(), acting(responsible_), std::string(64, '0')).ok());
  ASSERT_TRUE(sign_list(people(), acting(responsible_), shown().text_sha256).ok());
  EXPECT_TRUE(shown().holds());
  EXPECT_EQ(shown().last->signed_by, responsible_);
}

TEST_F(HandlerTest, O3_TheSignatureExpiresWhenAnythingChanges) {
  const auto sign = [&] {
    const auto list =
        must(signed_list(gate(), database(), must(load_handlers(gate(), database()))));
    must(sign_list(people(), acting(responsible_), list.text_sha256));
  };
  const auto holds = [&] {
    return must(signed_list(gate(), database(), must(load_handlers(gate(), database())))).holds();
  };
  // 1 A role
  sign();
  const auto id = must(propose(operator_, with_claims(day(2026, 12, 1))));
  EXPECT_TRUE(holds());
  ASSERT_TRUE(approvals_.approve(acting(responsible_), id).ok());
  EXPECT_FALSE(holds());
  // 2 An establishment
  sign();
  auto limited = entry(clerk_);
  limited.handler.establishments.push_back(base::EstablishmentId::draw());
  ASSERT_TRUE(approvals_.approve(acting(responsible_), must(propose(operator_, limited))).ok());
  EXPECT_FALSE(holds());
  // 3 Somebody who leaves
  sign();
  must(end_handler(people(), operator_, day(2026, 12, 31), LeavesAt::end_of_day));
  EXPECT_FALSE(holds());
  // 4 The pairs in force
  sign();
  auto policy = *gate().policy();
  policy.notice.pairs &= ~notice::PairMask{1};
  gate().set_policy(policy);
  EXPECT_FALSE(holds());
}

// ---- Leaving: all rights end the same minute ----

TEST_F(HandlerTest, LeavingAtOnceEndsEveryRightAtOnce) {
  ASSERT_TRUE(end_handler(people(), clerk_, day(2026, 11, 24), LeavesAt::once).ok());
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::locked);
  EXPECT_FALSE(show_duties(duties(), acting(clerk_)).ok());
}

TEST_F(HandlerTest, LeavingLaterEndsEveryRightAtMidnight) {
  ASSERT_TRUE(end_handler(people(), clerk_, day(2026, 12, 31), LeavesAt::end_of_day).ok());
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::none);
  clock().set(base::start_of(day(2027, 1, 1)).plus_milliseconds(-1));
  must(refresh());
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::none);
  to_day(day(2027, 1, 1));
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::locked);
}

TEST_F(HandlerTest, TheResponsiblePersonLeavesOnlyAfterTheSuccession) {
  EXPECT_FALSE(end_handler(people(), responsible_, day(2026, 12, 31), LeavesAt::end_of_day).ok());
  EXPECT_FALSE(end_handler(people(), responsible_, day(2026, 11, 24), LeavesAt::once).ok());
  EXPECT_EQ(refusal(member_work, clerk_), Refusal::none);
  const auto id = must(
      propose_responsible_person(people(), acting(director_), clerk_, day(2027, 1, 1), "退職"));
  ASSERT_TRUE(approvals_.approve(acting(responsible_), id).ok());
  EXPECT_TRUE(end_handler(people(), responsible_, day(2026, 12, 31), LeavesAt::end_of_day).ok());
  to_day(day(2027, 1, 1));
  EXPECT_EQ(gate().policy()->responsible_person, clerk_);
}

TEST_F(HandlerTest, ASuccessorWhoLeavesBeforehandLeavesNoGap) {
  const auto id = must(
      propose_responsible_person(people(), acting(director_), clerk_, day(2027, 1, 1), "退職"));
  ASSERT_TRUE(approvals_.approve(acting(responsible_), id).ok());
  EXPECT_FALSE(end_handler(people(), clerk_, day(2026, 12, 15), LeavesAt::end_of_day).ok());
  EXPECT_FALSE(end_handler(people(), clerk_, day(2026, 12, 15), LeavesAt::once).ok());
  EXPECT_FALSE(end_handler(people(), responsible_, day(2026, 12, 15), LeavesAt::end_of_day).ok());
  EXPECT_TRUE(end_handler(people(), responsible_, day(2026, 12, 31), LeavesAt::end_of_day).ok());
}

TEST_F(HandlerTest, O1_TheResponsiblePersonIsNotLocked) {
  auto locked = entry(responsible_);
  locked.handler.locked = true;
  const auto id = must(
      propose_handler_change(people(), acting(operator_), entry(responsible_), locked, "停止"));
  EXPECT_FALSE(approvals_.approve(acting(director_), id).ok());
  EXPECT_EQ(gate().policy()->responsible_person, responsible_);
}

// ---- T-4 担当者及び取り扱う個人情報データベース等の範囲を限定 ----

TEST_F(HandlerTest, T4_EveryOperationOutsideTheRolesIsRefused) {
  const auto matrix = notice::carried_role_matrix();
  for (std::size_t role = 0; role < notice::roles_count; ++role) {
    auto policy = *gate().policy();
    policy.handlers = {trained_handler(clerk_, {static_cast<Role>(role)})};
    for (std::size_t at = 0; at < notice::published_pairs.size(); ++at) {
      const auto pair = notice::published_pairs[at];
      const notice::Operation operation{.name = "test.pair", .japanese = "試し", .pairs = {pair}};
      const auto ruling = rule_on(policy, operation, clerk_, clock().now().day());
      const bool allowed = (matrix.pairs[role] >> at & 1U) != 0;
      EXPECT_EQ(ruling.refusal == Refusal::none, allowed) << role << " " << at + 1;
    }
  }
}

TEST(PairNumbers, NeighboursStandAsARange) {
  const auto words = [](std::initializer_list<int> numbers) {
    notice::PairMask pairs = 0;
    for (const int number : numbers) pairs |= notice::PairMask{1} << (number - 1);
    return pair_numbers(pairs);
  };
  EXPECT_EQ(words({}), "");
  EXPECT_EQ(words({43}), "43");
  EXPECT_EQ(words({1, 2}), "1・2");
  EXPECT_EQ(words({1, 2, 4, 5, 6, 8, 42, 43}), "1・2・4〜6・8・42・43");
  EXPECT_EQ(pair_numbers(notice::all_pairs), "1〜43");
}

}  // namespace
}  // namespace kenpo::staff
