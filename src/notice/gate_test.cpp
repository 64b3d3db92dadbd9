#include "notice/gate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

namespace kenpo::notice {
namespace {

inline constexpr Operation show_member{
    .name = "test.show_member",
    .japanese = "試験の表示",
    .pairs = {Pair{Category::eligibility, Purpose::member_administration}}};
inline constexpr Operation collect{
    .name = "test.collect",
    .japanese = "試験の徴収",
    .verb = Verb::write,
    .pairs = {Pair{Category::eligibility, Purpose::premium_collection}},
    .runner = Runner::staff_or_program};
inline constexpr Operation inspect{
    .name = "test.inspect", .japanese = "試験の監査", .statute = Statute::audit_by_inspector};

static_assert(well_formed(show_member) && well_formed(collect) && well_formed(inspect));
// An operation names published pairs or a statute, never both and never neither.
static_assert(!well_formed(Operation{.name = "x", .japanese = "x"}));
static_assert(!well_formed(Operation{
    .name = "x",
    .japanese = "x",
    .pairs = {Pair{Category::medical_claim, Purpose::premium_collection}}}));

template <const Operation& operation, Purpose purpose>
concept Grants = requires(const Permit<operation>& permit) { permit.template grant<purpose>(); };
// A permit grants the operation's own purposes and no other.
static_assert(Grants<show_member, Purpose::member_administration>);
static_assert(!Grants<show_member, Purpose::premium_collection>);
static_assert(!Grants<inspect, Purpose::member_administration>);

/// Commitments without keys: the first bytes of the id. Keeps the last leaf with subjects.
class PlainCommitments final : public Commitments, public LeafObserver {
 public:
  base::Result<Commitment> commitment(base::PersonId person) override {
    if (person == erased) {
      return base::Fault{.what = {"消去済みです。", "Erased."}, .why = {}, .mend = {}, .place = {}};
    }
    Commitment commitment{};
    std::copy_n(person.text().begin(), commitment.size(), commitment.begin());
    return commitment;
  }
  base::Result<> keep_set(std::span<const Commitment>, const TreeHash&) override {
    ++sets;
    return base::Done{};
  }
  void durable(std::uint64_t, std::uint64_t, std::span<const LeafSubject> subjects) override {
    if (subjects.empty()) return;
    last_subjects.clear();
    for (const auto& [subject, leaf] : subjects) {
      last_subjects.push_back(subject);
      last_leaf = leaf;
    }
  }
  int sets = 0;
  std::optional<base::PersonId> erased = {};
  std::uint64_t last_leaf = 0;
  std::vector<Commitment> last_subjects;
};

class GateTest : public testing::Test {
 protected:
  GateTest() {
    char name[] = "/tmp/kenpo-gate-XXXXXX";
    directory_ = mkdtemp(name);
    auto signer = Signer::open(directory_ + "/keys", "kenpo.test/audit");
    EXPECT_TRUE(signer.ok());
    AuditLogOptions options;
    options.observer = &commitments_;
    auto log = AuditLog::open(directory_ + "/log", std::move(signer).value(), options);
    EXPECT_TRUE(log.ok());
    log_ = std::move(log).value();
    gate_ = std::make_unique<Gate>(*log_, commitments_, clock_);
    gate_->set_policy(policy_);
  }
  ~GateTest() override {
    gate_.reset();
    log_.reset();
    std::filesystem::remove_all(directory_);
  }

  static Policy good_policy(base::StaffId clerk, base::StaffId officer) {
    Policy policy;
    policy.notice.version = 1;
    policy.notice.pairs = all_pairs;
    policy.roles = carried_role_matrix();
    const base::Date from = *base::Date::make(2026, 4, 1);
    const base::Date until = *base::Date::make(2027, 3, 31);
    policy.handlers = {{clerk, {{Role::member_clerk, from, until}}, from, until, false, {}},
                       {officer, {{Role::responsible_person, from, {}}}, from, until, false, {}}};
    policy.responsible_person = officer;
    return policy;
  }

  /// The number of leaves after the run; each run writes exactly one.
  std::uint64_t leaves() const { return log_->state().durable; }

  base::Result<int> run_show() {
    return gate_->perform<show_member>(
        Acting{clerk_}, [this](const Permit<show_member>& permit) -> base::Result<int> {
          const Access<Category::eligibility> access(
              permit.grant<Purpose::member_administration>());
          ran_ = true;
          access.touched(person_);
          return access.in_force() ? 7 : 0;
        });
  }

  std::string directory_;
  base::StaffId clerk_ = base::StaffId::draw();
  base::StaffId officer_ = base::StaffId::draw();
  base::PersonId person_ = base::PersonId::draw();
  Policy policy_ = good_policy(clerk_, officer_);
  base::SetClock clock_{base::start_of(*base::Date::make(2026, 11, 24))};
  PlainCommitments commitments_;
  std::unique_ptr<AuditLog> log_;
  std::unique_ptr<Gate> gate_;
  bool ran_ = false;
};

TEST_F(GateTest, AnswersWithOneDurableLeafThatNamesTheSubject) {
  const auto before = leaves();
  const auto answer = run_show();
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(*answer, 7);
  EXPECT_EQ(leaves(), before + 1);
  EXPECT_EQ(commitments_.last_subjects, std::vector{*commitments_.commitment(person_)});
}

// Many subjects are committed to by two threads: none is lost, and a fault of either refuses.
TEST_F(GateTest, ABulkRunNamesEverybodyItTouched) {
  std::vector<base::PersonId> people(10'001, person_);
  for (auto& person : people) person = base::PersonId::draw();
  const auto run = [&] {
    return gate_->perform<show_member>(
        Acting{clerk_}, [&](const Permit<show_member>& permit) -> base::Result<int> {
          const Access<Category::eligibility> access(
              permit.grant<Purpose::member_administration>());
          for (const auto& person : people) access.touched(person);
          return 1;
        });
  };
  ASSERT_TRUE(run().ok());
  std::vector<Commitment> expected;
  for (const auto& person : people) expected.push_back(*commitments_.commitment(person));
  std::ranges::sort(expected);
  EXPECT_EQ(commitments_.last_subjects, expected);
  const auto [first, last] = std::ranges::minmax_element(people);
  for (const auto& erased : {*first, *last}) {
    commitments_.erased = erased;
    EXPECT_FALSE(run().ok());
  }
}

TEST_F(GateTest, EachMissingConditionRefusesAndIsRecorded) {
  struct Row {
    const char* why;
    void (*spoil)(Policy&);
  };
  const Row rows[] = {
      {"not on the list of handlers", [](Policy& p) { p.handlers.clear(); }},
      {"locked", [](Policy& p) { p.handlers[0].locked = p.handlers[1].locked = true; }},
      {"no undertaking",
       [](Policy& p) {
         p.handlers[0].undertaking_on.reset();
         p.handlers[1].undertaking_on.reset();
       }},
      {"training run out",
       [](Policy& p) {
         for (auto& each : p.handlers) each.trained_until = base::Date::make(2026, 11, 23);
       }},
      {"role ended",
       [](Policy& p) {
         for (auto& each : p.handlers) each.assignments[0].to = base::Date::make(2026, 11, 23);
       }},
      {"role without the pair", [](Policy& p) { p.roles.pairs.fill(0); }},
      {"row withdrawn", [](Policy& p) { p.notice.pairs &= ~PairMask{1}; }},
      {"no notice", [](Policy& p) { p.notice.version = 0; }},
      {"no responsible person", [](Policy& p) { p.responsible_person.reset(); }},
  };
  for (const auto& row : rows) {
    Policy spoiled = policy_;
    row.spoil(spoiled);
    gate_->set_policy(spoiled);
    ran_ = false;
    const auto before = leaves();
    const auto answer = run_show();
    EXPECT_FALSE(answer.ok()) << row.why;
    EXPECT_FALSE(ran_) << row.why;
    EXPECT_EQ(leaves(), before + 1) << row.why;
    if (answer.ok()) continue;
    EXPECT_FALSE(answer.faults().front().why.ja.empty()) << row.why;
  }
}

TEST_F(GateTest, WithdrawalReachesARunningOperationAtItsNextChunk) {
  const auto answer = gate_->perform<show_member>(
      Acting{clerk_}, [this](const Permit<show_member>& permit) -> base::Result<int> {
        const Access<Category::eligibility> access(permit.grant<Purpose::member_administration>());
        EXPECT_TRUE(access.in_force());
        Policy withdrawn = policy_;
        withdrawn.notice.pairs &= ~PairMask{1};
        gate_->set_policy(withdrawn);
        return access.in_force() ? base::Result<int>(1) : withdrawn_fault();
      });
  EXPECT_FALSE(answer.ok());
}

TEST_F(GateTest, AuditorReadsByStatuteAndTheClerkDoesNot) {
  const auto work = [](const Permit<inspect>&) -> base::Result<int> { return 1; };
  EXPECT_FALSE(gate_->perform<inspect>(Acting{clerk_}, work).ok());
  Policy policy = policy_;
  for (auto& handler : policy.handlers) handler.assignments[0].role = Role::auditor;
  gate_->set_policy(policy);
  EXPECT_TRUE(gate_->perform<inspect>(Acting{clerk_}, work).ok());
}

TEST_F(GateTest, TheProgramRunsOnlyWhatSaysSo) {
  const Acting program{ProgramActor::scheduler};
  EXPECT_FALSE(gate_
                   ->perform<show_member>(
                       program, [](const Permit<show_member>&) -> base::Result<int> { return 1; })
                   .ok());
  const auto levy = [](const Permit<collect>&) -> base::Result<int> { return 1; };
  EXPECT_TRUE(gate_->perform<collect>(program, levy).ok());
  Policy withdrawn = policy_;
  withdrawn.notice.pairs &= ~mask_of({Category::eligibility, Purpose::premium_collection});
  gate_->set_policy(withdrawn);
  EXPECT_FALSE(gate_->perform<collect>(program, levy).ok());
}

TEST_F(GateTest, ManySubjectsAreKeptAsASet) {
  const auto answer = gate_->perform<collect>(
      Acting{ProgramActor::scheduler}, [](const Permit<collect>& permit) -> base::Result<int> {
        const Access<Category::eligibility> access(permit.grant<Purpose::premium_collection>());
        for (int at = 0; at < 100; ++at) access.touched(base::PersonId::draw());
        return 100;
      });
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(commitments_.sets, 1);
  EXPECT_EQ(commitments_.last_subjects.size(), 100U);
}

TEST_F(GateTest, AnswersWithoutWaitingOnceTheLeafIsDurable) {
  constexpr int asked = 100;
  std::atomic<int> answered = 0;
  std::atomic<bool> each_was_durable = true;
  const auto before = leaves();
  for (int count = 0; count < asked; ++count) {
    gate_->perform_async<show_member>(
        Acting{clerk_},
        [&](const Permit<show_member>& permit) -> base::Result<int> {
          Access<Category::eligibility>(permit.grant<Purpose::member_administration>())
              .touched(person_);
          return count;
        },
        [&](base::Result<int> answer) {
          if (leaves() <= before + static_cast<std::uint64_t>(answered)) each_was_durable = false;
          answered += answer.ok() ? 1 : asked;
        });
  }
  ASSERT_TRUE(log_->checkpoint().ok());
  while (answered < asked) std::this_thread::yield();
  EXPECT_EQ(answered, asked);
  EXPECT_TRUE(each_was_durable);
  EXPECT_EQ(leaves(), before + asked);
}

TEST_F(GateTest, RefusesWithoutWaitingToo) {
  Policy spoiled = policy_;
  spoiled.responsible_person.reset();
  gate_->set_policy(spoiled);
  int refused = 0;
  const auto before = leaves();
  gate_->perform_async<show_member>(
      Acting{clerk_}, [](const Permit<show_member>&) -> base::Result<int> { return 1; },
      [&](base::Result<int> answer) { refused += answer.ok() ? 0 : 1; });
  EXPECT_EQ(refused, 1);
  EXPECT_EQ(leaves(), before + 1);
  gate_->set_policy(policy_);
  ASSERT_TRUE(log_->stop().ok());
  gate_->perform_async<show_member>(
      Acting{clerk_}, [](const Permit<show_member>&) -> base::Result<int> { return 1; },
      [&](base::Result<int> answer) { refused += answer.ok() ? 0 : 1; });
  EXPECT_EQ(refused, 2);
}

TEST_F(GateTest, NoAnswerWhenTheLogCannotBeWritten) {
  ASSERT_TRUE(log_->stop().ok());
  const auto answer = run_show();
  EXPECT_FALSE(answer.ok());
}

TEST(RoleTable, EveryClerkPairIsInNoMoreThanItNeeds) {
  const auto matrix = carried_role_matrix();
  EXPECT_EQ(matrix.of(Role::responsible_person), 0U);
  EXPECT_EQ(matrix.of(Role::auditor), 0U);
  PairMask all = 0;
  for (const auto pairs : matrix.pairs) all |= pairs;
  EXPECT_EQ(all, all_pairs);  // every published pair has a role
}

TEST(RoleTable, RefusesTablesThatAreNotWhole) {
  EXPECT_FALSE(parse_role_matrix("").ok());
  EXPECT_FALSE(parse_role_matrix("member_clerk\t適用担当\t1 2\n").ok());
  EXPECT_FALSE(parse_role_matrix("member_clerk\t適用担当\t44\n").ok());
  EXPECT_FALSE(parse_role_matrix("nobody\t誰\t1\n").ok());
  EXPECT_FALSE(parse_role_matrix("member_clerk\t適用担当\n").ok());
}

}  // namespace
}  // namespace kenpo::notice
