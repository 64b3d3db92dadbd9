// The gate: the single way to personal data. An act hands it an operation and the work; the gate
// decides, runs the work with a Permit, and lets the answer out only when its leaf is durable.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "notice/audit_log.h"
#include "notice/grant.h"
#include "notice/policy.h"
#include "notice/stops.h"

namespace kenpo::notice {

/// The subject as the log knows it: HMAC of the person's id under the person's own salt. When the
/// salt is destroyed, the leaf no longer leads to the person.
class Commitments {
 public:
  virtual ~Commitments() = default;
  /// The person's commitment; a person without a salt gets one.
  virtual base::Result<Commitment> commitment(base::PersonId person) = 0;
  /// Makes the salts that commitment() drew durable: once before each leaf, not once a person.
  virtual base::Result<> keep_salts() { return base::Done{}; }
  /// Keeps the commitments of a bulk leaf under their root before the leaf is written, so that the
  /// access history of each person can be made again from the files alone.
  virtual base::Result<> keep_set(std::span<const Commitment> sorted, const TreeHash& root) = 0;
};

/// Who acts, and in which case of the office.
struct Acting {
  Actor actor;
  std::optional<base::CaseId> case_id = std::nullopt;
  Place place = Place::unregistered;
};

class Gate {
 public:
  Gate(AuditLog& log, Commitments& commitments, const base::Clock& clock);
  ~Gate();

  /// Swaps in a new policy. Running operations see it at their next chunk of rows.
  void set_policy(Policy policy);
  /// Is told of every policy once it holds, before `set_policy` returns: open sessions follow it.
  /// Short, and no call back into set_policy. An empty one is told nothing.
  void watch_policy(std::function<void(const Policy&)> watch);
  std::shared_ptr<const Policy> policy() const;

  /// Runs `work(const Permit<operation>&) -> Result<T>` and hands back its result once the leaf is
  /// durable. Refused: the refusal, once its leaf is durable. A result whose leaf cannot be written
  /// is dropped and the fault of the log handed back.
  template <const Operation& operation, typename Work>
  auto perform(const Acting& acting, Work&& work)
      -> std::invoke_result_t<Work&, const Permit<operation>&> {
    Run run(*this, operation, acting);
    if (auto opened = run.open(); !opened.ok()) return std::move(opened).faults();
    auto result = work(Permit<operation>(run));
    const auto ending = run.judge(result.ok() ? nullptr : &result.faults());
    if (auto closed = run.close(ending); !closed.ok()) return std::move(closed).faults();
    return result;
  }

  /// The same without waiting for the disk: `done(Result<T>)` is called exactly once, when the
  /// leaf is durable, on the log's own thread or on this one; short. The work itself runs now.
  template <const Operation& operation, typename Work, typename Finished>
  void perform_async(const Acting& acting, Work&& work, Finished done) {
    using Answer = std::invoke_result_t<Work&, const Permit<operation>&>;
    Run run(*this, operation, acting);
    if (auto opened = run.open(); !opened.ok()) return done(Answer(std::move(opened).faults()));
    auto result = work(Permit<operation>(run));
    const auto ending = run.judge(result.ok() ? nullptr : &result.faults());
    run.close_async(ending, [result = std::move(result),
                             done = std::move(done)](base::Result<> closed) mutable {
      if (closed.ok()) return done(std::move(result));
      done(Answer(std::move(closed).faults()));
    });
  }

  /// What came of an attempt to sign in, as its leaf says it.
  struct Attempted {
    std::optional<base::StaffId> staff = {};  // none: nobody known by the name
    std::string_view operation = {};          // `sign_in.wrong_password`: a literal
    Outcome outcome = Outcome::refused;
  };
  /// Runs one attempt to sign in. Nobody is signed in yet: the program reads the credential; the
  /// one leaf tells who it was and what came of it: `work(const Permit<operation>&, Attempted&)`
  /// says so before it commits anything.
  template <const Operation& operation, typename Work>
    requires(operation.statute == Statute::security_control)
  auto attempt(Work&& work)
      -> std::invoke_result_t<Work&, const Permit<operation>&, Attempted&> {
    const Acting acting{ProgramActor::public_page};
    Attempted attempted;
    Run run(*this, operation, acting);
    if (auto opened = run.open(); !opened.ok()) return std::move(opened).faults();
    run.tell(attempted);
    auto result = work(Permit<operation>(run), attempted);
    const auto ending = run.judge(result.ok() ? nullptr : &result.faults());
    if (auto closed = run.close(ending); !closed.ok()) return std::move(closed).faults();
    return result;
  }

  /// What people had stopped; changes hold for every run that begins afterwards.
  Stops& stops() { return stops_; }

  /// Whether the staff member could run the operation now: for menus and the role screen. Grants
  /// nothing and reads nothing.
  Ruling ruling(const Operation& operation, const base::StaffId& staff) const;

  /// Records a sign-in, a sign-out or their refusal (no personal data is read). A refused attempt
  /// under an unknown name has no actor of the staff.
  base::Result<> record_sign_in(std::optional<base::StaffId> staff, std::string_view operation,
                                Outcome outcome);

  AuditLog& log() { return log_; }
  const base::Clock& clock() const { return clock_; }

 private:
  /// One run of one operation: collects what is touched and writes the leaf.
  class Run final : public Recorder {
   public:
    Run(Gate& gate, const Operation& operation, const Acting& acting);
    ~Run() override;
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    base::Result<> open();
    /// The leaf will say what stands here when it is written. Lives as long as the run.
    void tell(const Attempted& attempted) { attempted_ = &attempted; }
    /// How the work ended, as the leaf says it.
    struct Ending {
      Outcome outcome = Outcome::answered;
      bool answers = true;
    };
    /// `faults`: what the act hands back instead of an answer; nullptr: it answers. A person out
    /// of the handler's scope is a refusal in the log, anything else a failure.
    Ending judge(const base::Faults* faults);
    base::Result<> close(Ending ending);
    using Closed = std::move_only_function<void(base::Result<>)>;
    void close_async(Ending ending, Closed done);

    void touched(base::PersonId person) override;
    PairMask in_force() const override;
    bool in_scope(const base::EstablishmentId& establishment) const override;
    base::Result<> make_durable() override;
    bool stopped(const base::PersonId& person, PairMask pair) override;

   private:
    base::Result<> append(Outcome outcome);
    /// The leaf of what was touched up to now, and its subjects in order.
    struct Prepared {
      Leaf leaf;
      std::vector<Commitment> subjects;
    };
    base::Result<Prepared> prepare(Outcome outcome);
    /// The leaf of those whom the run left out because they had the use stopped.
    base::Result<> append_stopped();

    Gate& gate_;
    const Operation& operation_;
    const Acting& acting_;
    std::shared_ptr<const Policy> policy_;
    Ruling ruling_;
    std::vector<base::PersonId> subjects_;  // as touched; made unique when the leaf is written
    std::uint64_t rows_ = 0;
    const Attempted* attempted_ = nullptr;  // of an attempt to sign in
    bool recorded_ = false;  // a leaf with all that was touched is durable
    std::shared_ptr<const StopTable> stops_;  // nullptr: nobody stopped anything
    std::vector<base::PersonId> left_out_;
  };

  AuditLog& log_;
  Commitments& commitments_;
  const base::Clock& clock_;
  std::atomic<std::shared_ptr<const Policy>> policy_;
  std::atomic<PairMask> in_force_{0};
  std::mutex watch_mutex_;
  std::function<void(const Policy&)> watch_;
  Stops stops_;
};

}  // namespace kenpo::notice
