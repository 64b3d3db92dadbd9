// The right to use personal data: a Permit for one run of an operation, a Grant for one of its
// purposes, an Access to one category under it. Only the Gate makes permits.
#pragma once

#include <cstdint>
#include <type_traits>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "notice/operation.h"
#include "notice/published.h"

namespace kenpo::notice {

class Gate;
class Recorder;

/// What a running operation has touched; it becomes the leaf of the audit log.
class Recorder {
 public:
  virtual ~Recorder() = default;
  /// A row about this person was read or written. Every store calls it for every row.
  virtual void touched(base::PersonId person) = 0;
  /// The pairs still in force now, of those the operation was opened with.
  virtual PairMask in_force() const = 0;
  /// Whether the handler's scope holds the establishment (an unlimited scope holds all).
  virtual bool in_scope(const base::EstablishmentId& establishment) const = 0;
  /// Puts the leaf into the log and waits until it is durable. A transaction calls this before it
  /// commits; the Gate calls it before an answer leaves. Fails when the log cannot be written.
  virtual base::Result<> make_durable() = 0;

  /// Whether anybody has stopped any use: without it `stopped` need not be asked.
  bool asks_stops() const { return asks_stops_; }
  /// Whether the person had the use under this pair stopped (個人情報保護法35条). A row of whom this
  /// is true is neither handed out nor written; the log tells that it was refused.
  virtual bool stopped(const base::PersonId&, PairMask) { return false; }

 protected:
  bool asks_stops_ = false;
};

/// The right to use, for one purpose, the categories that the running operation lists under it.
template <Purpose purpose>
class Grant {
 public:
  Recorder& recorder() const { return *recorder_; }
  std::uint32_t categories() const { return categories_; }

 private:
  template <const Operation& operation>
  friend class Permit;
  Grant(Recorder& recorder, std::uint32_t categories)
      : recorder_(&recorder), categories_(categories) {}

  Recorder* recorder_;
  std::uint32_t categories_;
};

/// The key to one category of personal data. Made from a Grant of any purpose that the notice
/// publishes for this category; from any other Grant it does not compile.
template <Category category>
class Access {
 public:
  template <Purpose purpose>
    requires Published<category, purpose>
  Access(const Grant<purpose>& grant)
      : recorder_(&grant.recorder()), pair_(mask_of({category, purpose})) {
    // The operation must list the pair, not only the notice.
    KENPO_REQUIRE((grant.categories() >> static_cast<unsigned>(category)) & 1U);
  }
  template <Purpose purpose>
    requires(!Published<category, purpose>)
  Access(const Grant<purpose>&) = delete;  // the notice publishes no such use

  /// Whether the row of the notice is still in force; a store asks before each chunk of rows.
  bool in_force() const { return (recorder_->in_force() & pair_) != 0; }
  void touched(base::PersonId person) const { recorder_->touched(person); }
  bool asks_stops() const { return recorder_->asks_stops(); }
  /// Whether the person had this use stopped: a store leaves the row out, and says so to the log.
  bool stopped(const base::PersonId& person) const {
    return recorder_->asks_stops() && recorder_->stopped(person, pair_);
  }
  PairMask pair() const { return pair_; }

 private:
  Recorder* recorder_;
  PairMask pair_;
};

/// The right to run one operation once.
template <const Operation& operation>
class Permit {
  static_assert(well_formed(operation), "an operation needs published pairs or a statute");

 public:
  /// The Grant for one of the operation's own purposes; for another it does not compile.
  template <Purpose purpose>
    requires(operation.pairs.categories_for(purpose) != 0)
  Grant<purpose> grant() const {
    return {*recorder_, operation.pairs.categories_for(purpose)};
  }
  Recorder& recorder() const { return *recorder_; }

 private:
  friend class Gate;
  explicit Permit(Recorder& recorder) : recorder_(&recorder) {}
  Recorder* recorder_;
};

/// The fault that a store hands back when a row of the notice was withdrawn while it was reading.
base::Fault withdrawn_fault();

/// The fault that an act hands back when the person is outside the handler's establishments.
base::Fault out_of_scope_fault();

}  // namespace kenpo::notice
