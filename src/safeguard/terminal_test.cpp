// P-2: sensitive categories open on registered terminals in a registered area, once the society
// demands it. On a real gate, log and store.
#include <gtest/gtest.h>

#include "notice/log_reader.h"
#include "safeguard/area_act.h"
#include "safeguard/register_tables_store.h"
#include "safeguard/terminal_act.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {
namespace {

using namespace test_support;
using notice::Category;
using notice::Place;
using notice::Purpose;
using notice::TerminalRule;

inline constexpr notice::Operation open_claim{
    .name = "test.open_claim",
    .japanese = "試験のレセプト",
    .pairs = {notice::Pair{Category::medical_claim, Purpose::benefit_examination_and_payment}}};
inline constexpr notice::Operation open_member{
    .name = "test.open_member",
    .japanese = "試験の加入者",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};
static_assert(notice::opens_sensitive(open_claim) && !notice::opens_sensitive(open_member));

class TerminalTest : public testing::Test {
 protected:
  TerminalTest() : society_(register_tables) {
    society_.change_policy([](notice::Policy& policy) {
      const auto from = *base::Date::make(2015, 1, 1);
      for (const auto role : {notice::Role::responsible_person, notice::Role::claim_clerk}) {
        policy.handlers.front().assignments.push_back({role, from, {}});
      }
    });
    area_ = {AreaId::draw(), "A1", "業務課", "3階", "業務課の職員"};
    must(register_area(office(), society_.clerk(), area_));
  }

  RegisterOffice office() { return {society_.gate(), society_.database(), society_.directory()}; }
  /// What the program does after each change.
  void refresh() {
    must(book_.load(office()));
    society_.change_policy([this](notice::Policy& policy) {
      policy.terminals = book_.rule_on(society_.clock().now().day());
    });
  }
  std::string registered(const std::string& address = {}) {
    return must(register_terminal(office(), society_.clerk(),
                                  {.id = TerminalId::draw(),
                                   .name = "窓口1",
                                   .area = area_.id,
                                   .address = address,
                                   .state = TerminalState::awaiting,
                                   .secret_sha256 = {},
                                   .decided_at = {}}));
  }
  std::string enrolled(const std::string& address = {}) {
    auto secret = must(enrol_terminal(office(), society_.clerk(), registered(address), address));
    refresh();
    return secret;
  }
  template <const notice::Operation& operation>
  bool opens(Place place) {
    const notice::Acting acting{society_.clerk_id(), std::nullopt, place};
    return society_.gate()
        .perform<operation>(acting,
                            [](const notice::Permit<operation>&) -> base::Result<int> { return 1; })
        .ok();
  }
  notice::Leaf last_leaf() {
    must(society_.gate().log().checkpoint());
    const auto size = society_.gate().log().state().published;
    return must(notice::read_leaves(society_.directory() + "/log", size, size - 1, 1)).front().leaf;
  }

  Society society_;
  TerminalBook book_;
  Area area_{AreaId::draw(), "", "", "", ""};
};

TEST_F(TerminalTest, P2NothingIsDemandedBeforeTheFirstTerminalIsEnrolled) {
  refresh();
  EXPECT_EQ(book_.rule_on(society_.clock().now().day()), TerminalRule::not_demanded);
  EXPECT_TRUE(opens<open_claim>(Place::unregistered));
  const auto code = registered();
  refresh();
  EXPECT_TRUE(opens<open_claim>(Place::unregistered)) << "a code is not a terminal";
  must(enrol_terminal(office(), society_.clerk(), code, ""));
  refresh();
  EXPECT_FALSE(opens<open_claim>(Place::unregistered));
  EXPECT_TRUE(opens<open_claim>(Place::registered_terminal));
  EXPECT_TRUE(opens<open_member>(Place::unregistered)) << "not of the sensitive categories";
}

TEST_F(TerminalTest, P2TheRefusalIsOnRecordWithItsReason) {
  enrolled();
  EXPECT_FALSE(opens<open_claim>(Place::unregistered));
  const auto leaf = last_leaf();
  EXPECT_EQ(leaf.operation, "test.open_claim");
  EXPECT_EQ(leaf.outcome, notice::Outcome::refused);
  EXPECT_EQ(leaf.reason, notice::Reason::no_terminal);
}

TEST_F(TerminalTest, P2TheResponsiblePersonSwitchesItOnAndOff) {
  const auto today = society_.clock().now().day();
  using Wanted = TerminalDemand::Wanted;
  must(set_terminal_demand(office(), society_.clerk(), {Wanted::yes, today}));
  refresh();
  EXPECT_FALSE(opens<open_claim>(Place::unregistered)) << "on, without any terminal";
  const auto secret = enrolled();
  EXPECT_EQ(book_.place_of(secret, ""), Place::registered_terminal);
  must(set_terminal_demand(office(), society_.clerk(), {Wanted::no, today}));
  refresh();
  EXPECT_TRUE(opens<open_claim>(Place::unregistered));
  must(set_terminal_demand(office(), society_.clerk(), {Wanted::yes, today.plus_days(1)}));
  refresh();
  EXPECT_TRUE(opens<open_claim>(Place::unregistered)) << "from tomorrow";
  EXPECT_EQ(book_.rule_on(today.plus_days(1)), TerminalRule::demanded);
  EXPECT_FALSE(
      set_terminal_demand(office(), society_.clerk(), {Wanted::no, today.plus_days(-1)}).ok());
}

TEST_F(TerminalTest, P2ACodeWorksOnceAndForAnHour) {
  const auto code = registered();
  EXPECT_FALSE(enrol_terminal(office(), society_.clerk(), "0000000000000000", "").ok());
  const auto drawn = society_.clock().now();
  society_.clock().set(drawn.plus_milliseconds(enrolment_milliseconds + 1));
  EXPECT_FALSE(enrol_terminal(office(), society_.clerk(), code, "").ok()) << "too late";
  society_.clock().set(drawn.plus_milliseconds(enrolment_milliseconds));
  EXPECT_TRUE(enrol_terminal(office(), society_.clerk(), code, "").ok());
  EXPECT_FALSE(enrol_terminal(office(), society_.clerk(), code, "").ok()) << "twice";
}

TEST_F(TerminalTest, P2TheSecretIsKeptAsAHashAndTheAddressCounts) {
  const auto secret = enrolled("192.168.10.21");
  EXPECT_EQ(book_.place_of(secret, "192.168.10.21"), Place::registered_terminal);
  EXPECT_EQ(book_.place_of(secret, "192.168.10.22"), Place::unregistered);
  EXPECT_EQ(book_.place_of("", "192.168.10.21"), Place::unregistered);
  EXPECT_EQ(book_.place_of(secret + "X", "192.168.10.21"), Place::unregistered);
  const auto view = must(show_terminals(office(), society_.clerk()));
  ASSERT_EQ(view.terminals.size(), 1U);
  EXPECT_EQ(view.terminals.front().secret_sha256.find(secret), std::string::npos);
  const auto elsewhere = registered("192.168.10.30");
  EXPECT_FALSE(enrol_terminal(office(), society_.clerk(), elsewhere, "192.168.10.31").ok());
}

TEST_F(TerminalTest, P2AWithdrawnTerminalIsNoTerminal) {
  const auto secret = enrolled();
  const auto id = must(show_terminals(office(), society_.clerk())).terminals.front().id;
  must(withdraw_terminal(office(), society_.clerk(), id));
  refresh();
  EXPECT_EQ(book_.place_of(secret, ""), Place::unregistered);
  EXPECT_FALSE(withdraw_terminal(office(), society_.clerk(), id).ok());
  EXPECT_TRUE(opens<open_claim>(Place::unregistered)) << "no terminal is left, none is demanded";
}

TEST_F(TerminalTest, P2AnAreaIsNeededAndARole) {
  const Terminal nowhere{TerminalId::draw(), "窓口", AreaId::draw(), {}, {}, {}, {}};
  EXPECT_FALSE(register_terminal(office(), society_.clerk(), nowhere).ok());
  EXPECT_FALSE(show_terminals(office(), society_.stranger()).ok());
}

}  // namespace
}  // namespace kenpo::safeguard
