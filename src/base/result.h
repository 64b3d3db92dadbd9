// One way to fail: what data can cause comes back as a Result.
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/fault.h"
#include "base/require.h"

namespace kenpo::base {

/// Nothing to hand back, but it worked.
struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};

/// A value, or the faults that kept it from being made (at least one).
template <typename Value = Done>
class [[nodiscard]] Result {
 public:
  Result(Value value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Fault fault) : state_(std::in_place_index<1>, Faults{std::move(fault)}) {}
  Result(Faults faults) : state_(std::in_place_index<1>, std::move(faults)) {
    KENPO_REQUIRE(!std::get<1>(state_).empty());
  }

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const Value& value() const& { return require_value(), std::get<0>(state_); }
  Value& value() & { return require_value(), std::get<0>(state_); }
  Value value() && { return require_value(), std::get<0>(std::move(state_)); }
  const Value* operator->() const { return &value(); }
  const Value& operator*() const& { return value(); }

  const Faults& faults() const& { return std::get<1>(state_); }
  Faults faults() && { return std::get<1>(std::move(state_)); }

 private:
  void require_value() const { KENPO_REQUIRE(ok()); }
  std::variant<Value, Faults> state_;
};

}  // namespace kenpo::base

/// The value of a Result, or an early return of its faults from the calling function.
#define KENPO_TRY(expression)                                      \
  (__extension__({                                                 \
    auto&& kenpo_tried = (expression);                             \
    if (!kenpo_tried.ok()) return std::move(kenpo_tried).faults(); \
    std::move(kenpo_tried).value();                                \
  }))
