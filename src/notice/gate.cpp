#include "notice/gate.h"

#include <algorithm>
#include <bit>
#include <system_error>
#include <thread>
#include <utility>

#include "notice/duty_to_tell.h"
#include "notice/scope.h"

namespace kenpo::notice {

namespace {

/// The refusal as the log names it.
Reason reason_of(const Ruling& ruling) {
  switch (ruling.refusal) {
    case Refusal::none:
      return Reason::none;
    case Refusal::locked:
      return Reason::locked;
    case Refusal::no_undertaking:
    case Refusal::not_trained:
      return Reason::not_trained;
    case Refusal::not_in_force:
      return Reason::withdrawn;
    case Refusal::no_notice:
      return Reason::not_published;
    case Refusal::no_responsible_person:
      return Reason::no_responsible_person;
    case Refusal::out_of_scope:
      return Reason::out_of_scope;
    case Refusal::statute_not_for_role:
      return Reason::no_statute;
    case Refusal::not_a_handler:
    case Refusal::no_role:
    case Refusal::not_for_program:
    case Refusal::log_unwritable:
      return Reason::no_role;
    case Refusal::no_terminal:
      return Reason::no_terminal;
  }
  return Reason::no_role;
}

Missing missing_of(const Ruling& ruling, const Operation& operation) {
  if (ruling.missing != 0) {
    return published_pairs[static_cast<std::size_t>(std::countr_zero(ruling.missing))];
  }
  if (ruling.refusal == Refusal::statute_not_for_role) return operation.statute;
  return {};
}

/// The lowest role of a mask: the log names one role of several that would do.
std::string role_name(RoleMask roles) {
  if (roles == 0) return {};
  return std::string(identifier(static_cast<Role>(std::countr_zero(roles))));
}

NoticeStamp stamp_of(const NoticeInForce& notice) {
  NoticeStamp stamp{.version = notice.version, .hash = {}};
  std::copy_n(notice.sha256.begin(), stamp.hash.size(), stamp.hash.begin());
  return stamp;
}

Outcome outcome_of(Verb verb) {
  switch (verb) {
    case Verb::read:
      return Outcome::answered;
    case Verb::write:
      return Outcome::written;
    case Verb::provide:
      return Outcome::provided;
    case Verb::erase:
      return Outcome::erased;
  }
  return Outcome::answered;
}

/// From so many subjects on a thread is worth what it costs.
constexpr std::size_t subjects_for_two_threads = 4'096;

base::Result<> commit_to(Commitments& commitments, std::span<const base::PersonId> people,
                         std::span<Commitment> made) {
  for (std::size_t at = 0; at < people.size(); ++at) {
    made[at] = KENPO_TRY(commitments.commitment(people[at]));
  }
  return base::Done{};
}

/// The commitments of the people in order; those of many by two threads, one half each.
base::Result<std::vector<Commitment>> sorted_commitments(Commitments& commitments,
                                                         std::span<const base::PersonId> people) {
  std::vector<Commitment> made(people.size());
  const auto half = people.size() < subjects_for_two_threads ? 0 : people.size() / 2;
  base::Result<> first = base::Done{};
  const auto make_first = [&] {
    first = commit_to(commitments, people.first(half), std::span(made).first(half));
  };
  std::jthread beside;
  try {
    if (half > 0) beside = std::jthread(make_first);
  } catch (const std::system_error&) {
    make_first();  // no thread is to be had
  }
  auto rest = commit_to(commitments, people.subspan(half), std::span(made).subspan(half));
  if (beside.joinable()) beside.join();
  KENPO_TRY(first);
  KENPO_TRY(rest);
  std::ranges::sort(made);
  return made;
}

}  // namespace

Gate::Gate(AuditLog& log, Commitments& commitments, const base::Clock& clock)
    : log_(log), commitments_(commitments), clock_(clock) {
  policy_.store(std::make_shared<const Policy>());
}
Gate::~Gate() = default;

void Gate::set_policy(Policy policy) {
  std::ranges::sort(policy.handlers, {}, &Handler::staff);
  in_force_.store(policy.notice.pairs);
  const auto now = std::make_shared<const Policy>(std::move(policy));
  policy_.store(now);
  const std::scoped_lock held(watch_mutex_);
  if (watch_) watch_(*now);
}

void Gate::watch_policy(std::function<void(const Policy&)> watch) {
  const std::scoped_lock held(watch_mutex_);
  watch_ = std::move(watch);
}

std::shared_ptr<const Policy> Gate::policy() const { return policy_.load(); }

Ruling Gate::ruling(const Operation& operation, const base::StaffId& staff) const {
  return rule_on(*policy(), operation, staff, clock_.now().day());
}

base::Result<> Gate::record_sign_in(std::optional<base::StaffId> staff, std::string_view operation,
                                    Outcome outcome) {
  Leaf leaf;
  leaf.time = clock_.now();
  leaf.actor = staff ? Actor(*staff) : Actor(ProgramActor::public_page);
  leaf.operation = std::string(operation);
  leaf.basis = Statute::security_control;
  leaf.notice = stamp_of(policy()->notice);
  leaf.outcome = outcome;
  if (outcome == Outcome::refused) leaf.reason = Reason::locked;
  KENPO_TRY(log_.append(leaf));
  return base::Done{};
}

Gate::Run::Run(Gate& gate, const Operation& operation, const Acting& acting)
    : gate_(gate),
      operation_(operation),
      acting_(acting),
      policy_(gate.policy()),
      stops_(duty_to_tell(operation) == Statute::none ? gate.stops_.now() : nullptr) {
  asks_stops_ = stops_ != nullptr;
}
Gate::Run::~Run() = default;

base::Result<> Gate::Run::open() {
  const auto* staff = std::get_if<base::StaffId>(&acting_.actor);
  ruling_ = staff ? rule_on(*policy_, operation_, *staff, gate_.clock_.now().day())
                  : rule_on_program(*policy_, operation_);
  if (staff) ruling_ = rule_on_place(*policy_, operation_, acting_.place, ruling_);
  if (ruling_.refusal == Refusal::none) return base::Done{};
  KENPO_TRY(append(Outcome::refused));
  return refusal_fault(ruling_);
}

Gate::Run::Ending Gate::Run::judge(const base::Faults* faults) {
  if (faults == nullptr) return {outcome_of(operation_.verb), true};
  if (*faults != base::Faults{out_of_scope_fault()}) return {Outcome::failed, false};
  ruling_.refusal = Refusal::out_of_scope;
  return {Outcome::refused, false};
}

base::Result<> Gate::Run::close(Ending ending) {
  if (!recorded_) KENPO_TRY(append(ending.outcome));
  if (left_out_.empty()) return base::Done{};
  KENPO_TRY(append_stopped());
  if (!ending.answers) return stopped_fault();  // why nothing was found, or nothing written
  return base::Done{};
}

void Gate::Run::close_async(Ending ending, Closed done) {
  // Rare: nothing to wait for, or a second leaf.
  if (recorded_ || !left_out_.empty()) return done(close(ending));
  auto prepared = prepare(ending.outcome);
  if (!prepared.ok()) return done(std::move(prepared).faults());
  const auto& [leaf, subjects] = prepared.value();
  gate_.log_.append_async(
      leaf, subjects, [done = std::move(done)](base::Result<std::uint64_t> index) mutable {
        if (index.ok()) return done(base::Done{});
        done(std::move(index).faults());
      });
}

base::Result<> Gate::Run::append_stopped() {
  subjects_ = std::exchange(left_out_, {});
  rows_ = subjects_.size();
  return append(Outcome::refused);
}

bool Gate::Run::stopped(const base::PersonId& person, PairMask pair) {
  if (!stops_ || !stops_->stopped(person, pair)) return false;
  left_out_.push_back(person);
  return true;
}

void Gate::Run::touched(base::PersonId person) {
  ++rows_;
  recorded_ = false;
  // Rows of one person come together; the rest is made unique when the leaf is written.
  if (subjects_.empty() || subjects_.back() != person) subjects_.push_back(person);
}

PairMask Gate::Run::in_force() const {
  return gate_.in_force_.load(std::memory_order_acquire) & operation_.pairs.mask();
}

bool Gate::Run::in_scope(const base::EstablishmentId& establishment) const {
  const auto* staff = std::get_if<base::StaffId>(&acting_.actor);
  return staff == nullptr || notice::in_scope(*policy_, *staff, establishment);
}

base::Result<> Gate::Run::make_durable() { return append(outcome_of(operation_.verb)); }

base::Result<> Gate::Run::append(Outcome outcome) {
  const auto prepared = KENPO_TRY(prepare(outcome));
  KENPO_TRY(gate_.log_.append(prepared.leaf, prepared.subjects));
  // What comes after goes into a leaf of its own.
  subjects_.clear();
  rows_ = 0;
  recorded_ = true;
  return base::Done{};
}

base::Result<Gate::Run::Prepared> Gate::Run::prepare(Outcome outcome) {
  // A bulk run often touches people in their order.
  if (!std::ranges::is_sorted(subjects_)) std::ranges::sort(subjects_);
  const auto repeated = std::ranges::unique(subjects_);
  subjects_.erase(repeated.begin(), repeated.end());

  auto commitments = KENPO_TRY(sorted_commitments(gate_.commitments_, subjects_));
  if (!commitments.empty()) KENPO_TRY(gate_.commitments_.keep_salts());
  Leaf leaf{.time = gate_.clock_.now(),
            .actor = acting_.actor,
            .role = role_name(ruling_.roles),
            .operation = std::string(operation_.name),
            .pairs = operation_.pairs.mask(),
            .basis = operation_.pairs.count > 0 ? duty_to_tell(operation_) : operation_.statute,
            .notice = stamp_of(policy_->notice),
            .case_id = acting_.case_id,
            .subjects = subjects_of(commitments),
            .rows = rows_,
            .outcome = outcome,
            .reason = outcome == Outcome::refused && ruling_.refusal == Refusal::none
                          ? Reason::stopped
                          : reason_of(ruling_),
            .missing = missing_of(ruling_, operation_)};
  if (attempted_ != nullptr && !attempted_->operation.empty()) {
    if (attempted_->staff) leaf.actor = *attempted_->staff;
    leaf.operation = std::string(attempted_->operation);
    leaf.outcome = attempted_->outcome;
    leaf.reason = leaf.outcome == Outcome::refused ? Reason::locked : Reason::none;
  }
  if (const auto* set = std::get_if<SubjectSet>(&leaf.subjects)) {
    KENPO_TRY(gate_.commitments_.keep_set(commitments, set->root));
  }
  return Prepared{std::move(leaf), std::move(commitments)};
}

}  // namespace kenpo::notice
