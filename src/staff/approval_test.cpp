// Item 9 of the privacy office: two persons for what matters.
#include <gtest/gtest.h>

#include "staff/approval_act.h"
#include "staff/approval_rule.h"
#include "staff/approval_store.h"
#include "staff/people_for_tests.h"

namespace kenpo::staff {
namespace {

using notice::Role;
using test_support::must;

constexpr std::int64_t hour = 3'600'000;

class TwoPersons : public ::testing::Test {
 protected:
  TwoPersons() {
    ApprovalKind kind{.name = "test_kind",
                      .japanese = "試し",
                      .proposers = mask_of(Role::general_affairs_clerk),
                      .approvers = static_cast<notice::RoleMask>(
                          mask_of(Role::general_affairs_clerk) | mask_of(Role::responsible_person)),
                      .within = [this](const Execution& execution) -> base::Result<> {
                        if (!within_works_) return broken();
                        written_.push_back(canonical_text(execution.change));
                        return base::Done{};
                      },
                      .after = {}};
    auto later = kind;
    later.name = "later_kind";
    later.within = {};
    later.after = [this](const Approval&, const Change&, const notice::Acting&) -> base::Result<> {
      ++attempts_;
      if (!after_works_) return broken();
      return base::Done{};
    };
    approvals_.add(kind);
    approvals_.add(later);
  }

  static base::Fault broken() {
    return {.what = {"できません。", "It fails."}, .why = {}, .mend = {}, .place = {}};
  }
  static Change change(std::string after = "claim_clerk") {
    return {"0123456789ABCDEF", {{"role", "", std::move(after)}}};
  }
  base::CaseId propose(std::string_view kind = "test_kind", Change what = change()) {
    return must(approvals_.propose(society_.acting(proposer_), {kind, "担当が替わる", what}));
  }
  ApprovalState state(const base::CaseId& id) {
    return state_of(must(approvals_.show(society_.acting(second_), id)), society_.clock().now());
  }
  void later(std::int64_t milliseconds) {
    society_.clock().set(society_.clock().now().plus_milliseconds(milliseconds));
  }

  PeopleSociety society_;
  base::StaffId proposer_ = society_.hire({Role::general_affairs_clerk});
  base::StaffId second_ = society_.hire({Role::general_affairs_clerk});
  base::StaffId claim_clerk_ = society_.hire({Role::claim_clerk});
  Approvals approvals_{society_.gate(), society_.database()};
  bool within_works_ = true;
  bool after_works_ = true;
  int attempts_ = 0;
  std::vector<std::string> written_;
};

TEST_F(TwoPersons, TheProposerIsNeverTheApprover) {
  const auto id = propose();
  EXPECT_FALSE(approvals_.approve(society_.acting(proposer_), id).ok());
  EXPECT_FALSE(approvals_.refuse(society_.acting(proposer_), id, "違う").ok());
  EXPECT_EQ(state(id), ApprovalState::open);
  EXPECT_TRUE(written_.empty());
  EXPECT_TRUE(approvals_.approve(society_.acting(second_), id).ok());
  EXPECT_EQ(state(id), ApprovalState::carried_out);
}

TEST_F(TwoPersons, ExactlyWhatWasProposedIsCarriedOutOnce) {
  const auto id = propose();
  ASSERT_TRUE(approvals_.approve(society_.acting(second_), id).ok());
  EXPECT_EQ(written_, std::vector{canonical_text(change())});
  EXPECT_FALSE(approvals_.approve(society_.acting(second_), id).ok());
  EXPECT_EQ(written_.size(), 1U);
}

TEST_F(TwoPersons, WhatCannotBeCarriedOutChangesNothing) {
  const auto id = propose();
  within_works_ = false;
  EXPECT_FALSE(approvals_.approve(society_.acting(second_), id).ok());
  EXPECT_EQ(state(id), ApprovalState::open);
  within_works_ = true;
  EXPECT_TRUE(approvals_.approve(society_.acting(second_), id).ok());
}

TEST_F(TwoPersons, WhatRunsAfterwardsCanBeTriedAgain) {
  const auto id = propose("later_kind");
  after_works_ = false;
  EXPECT_FALSE(approvals_.approve(society_.acting(second_), id).ok());
  EXPECT_EQ(state(id), ApprovalState::approved);
  EXPECT_FALSE(approvals_.carry_out(society_.acting(proposer_), id).ok());
  after_works_ = true;
  EXPECT_TRUE(approvals_.carry_out(society_.acting(second_), id).ok());
  EXPECT_EQ(state(id), ApprovalState::carried_out);
  EXPECT_FALSE(approvals_.carry_out(society_.acting(second_), id).ok());
  EXPECT_EQ(attempts_, 2);
}

TEST_F(TwoPersons, OnlyRolesOfTheKindProposeSeeAndDecide) {
  const auto refused =
      approvals_.propose(society_.acting(claim_clerk_), {"test_kind", "理由", change()});
  EXPECT_FALSE(refused.ok());
  const auto id = propose();
  EXPECT_FALSE(approvals_.show(society_.acting(claim_clerk_), id).ok());
  EXPECT_TRUE(must(approvals_.list(society_.acting(claim_clerk_))).empty());
  EXPECT_EQ(must(approvals_.list(society_.acting(second_))).size(), 1U);
  EXPECT_FALSE(approvals_.approve(society_.acting(claim_clerk_), id).ok());
  EXPECT_FALSE(approvals_.approve(society_.stranger(), id).ok());
  EXPECT_FALSE(approvals_.approve(society_.scheduler(), id).ok());
  EXPECT_EQ(state(id), ApprovalState::open);
}

TEST_F(TwoPersons, AnUndecidedProposalExpires) {
  const auto id = propose();
  constexpr std::int64_t a_week = 7 * 24 * hour;
  later(a_week - 1);
  EXPECT_EQ(state(id), ApprovalState::open);
  later(1);
  EXPECT_EQ(state(id), ApprovalState::expired);
  EXPECT_FALSE(approvals_.approve(society_.acting(second_), id).ok());
}

TEST_F(TwoPersons, RefusedAndWithdrawnProposalsAreKept) {
  const auto refused = propose();
  EXPECT_FALSE(approvals_.refuse(society_.acting(second_), refused, "").ok());
  ASSERT_TRUE(approvals_.refuse(society_.acting(second_), refused, "不要").ok());
  const auto withdrawn = propose("test_kind", change("analyst"));
  EXPECT_FALSE(approvals_.withdraw(society_.acting(second_), withdrawn).ok());
  ASSERT_TRUE(approvals_.withdraw(society_.acting(proposer_), withdrawn).ok());
  EXPECT_EQ(state(refused), ApprovalState::refused);
  EXPECT_EQ(state(withdrawn), ApprovalState::withdrawn);
  EXPECT_FALSE(approvals_.approve(society_.acting(second_), refused).ok());
  const auto kept = must(approvals_.show(society_.acting(second_), refused));
  EXPECT_EQ(kept.steps.at(0).reason, "不要");
  EXPECT_EQ(kept.steps.at(0).by, second_);
}

TEST_F(TwoPersons, TheSameProposalIsNotOpenTwice) {
  const auto id = propose();
  const auto again =
      approvals_.propose(society_.acting(second_), {"test_kind", "別の理由", change()});
  EXPECT_FALSE(again.ok());
  ASSERT_TRUE(approvals_.withdraw(society_.acting(proposer_), id).ok());
  EXPECT_NE(propose(), id);
}

TEST_F(TwoPersons, AProposerWithoutTheRoleLeavesNoProposalToApprove) {
  const auto id = propose();
  society_.change_policy([&](notice::Policy& policy) {
    std::erase_if(policy.handlers, [&](const auto& each) { return each.staff == proposer_; });
  });
  EXPECT_FALSE(approvals_.approve(society_.acting(second_), id).ok());
  EXPECT_TRUE(written_.empty());
}

TEST_F(TwoPersons, BothPeopleStandInTheLog) {
  const auto before = society_.leaves();
  const auto id = propose();
  ASSERT_TRUE(approvals_.approve(society_.acting(second_), id).ok());
  EXPECT_EQ(society_.leaves(), before + 2);
}

TEST(ApprovalRule, RefusesWhatIsNoChange) {
  const std::string long_value(difference_characters_limit + 1, 'x');
  struct Row {
    Change change;
    std::string reason;
    bool taken;
  };
  const Difference sound{"role", "", "analyst"};
  const Row rows[] = {
      {{"s", {sound}}, "理由", true},
      {{"s", {sound}}, "", false},
      {{"s", {sound}}, std::string(reason_characters_limit + 1, 'x'), false},
      {{"", {sound}}, "理由", false},
      {{"s", {}}, "理由", false},
      {{"s", {sound, sound}}, "理由", false},
      {{"s", {{"Role", "", "x"}}}, "理由", false},
      {{"s", {{"role", "same", "same"}}}, "理由", false},
      {{"s", {{"role", "", "a\tb"}}}, "理由", false},
      {{"s", {{"role", "", "a\nb"}}}, "理由", false},
      {{"s", {{"role", "", long_value}}}, "理由", false},
      {{"s", std::vector<Difference>(differences_limit + 1, sound)}, "理由", false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(check_proposal(row.change, row.reason).ok(), row.taken)
        << canonical_text(row.change).substr(0, 60) << row.reason.size();
  }
}

TEST(ApprovalRule, ATextIsReadBackOrRefused) {
  const Change change{"s", {{"role", "", "analyst"}, {"from", "2026-11-24", ""}}};
  EXPECT_EQ(parse_change(canonical_text(change)), change);
  EXPECT_EQ(change.after("role"), "analyst");
  EXPECT_EQ(change.before("from"), "2026-11-24");
  for (const std::string_view bad : {"", "subject\n", "role\t\tx\n", "subject\ts\nrole\tx\n",
                                     "subject\ts\nrole\t\tx", "subject\ts\nrole\t\tx\ty\n"}) {
    EXPECT_FALSE(parse_change(bad).has_value()) << bad;
  }
}

TEST(ApprovalRule, AChangedTextIsNoticed) {
  Approval approval{.id = base::CaseId::draw(),
                    .kind = "test_kind",
                    .reason = "理由",
                    .text = canonical_text({"s", {{"role", "", "analyst"}}}),
                    .text_sha256 = {},
                    .proposer = base::StaffId::draw(),
                    .proposed_at = {},
                    .expires_at = {},
                    .steps = {}};
  EXPECT_FALSE(sound_change(approval).ok());
}

}  // namespace
}  // namespace kenpo::staff
