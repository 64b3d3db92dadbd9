// What a check-up found (特定健診の結果), item by item; an item may be missing.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace kenpo::checkup {

enum class Sex : std::uint8_t { male, female };

/// A measured value in thousandths of its unit, exact: 84.9 cm is 84,900.
struct Measure {
  std::int64_t thousandths = 0;
  friend auto operator<=>(const Measure&, const Measure&) = default;
};

struct Findings {
  Sex sex = Sex::male;
  std::optional<Measure> waist_cm = {};
  std::optional<Measure> bmi = {};
  std::optional<Measure> systolic = {};             // mmHg
  std::optional<Measure> diastolic = {};            // mmHg
  std::optional<Measure> triglyceride = {};         // mg/dl, fasting (10 hours or more)
  std::optional<Measure> triglyceride_casual = {};  // mg/dl, 3.5 hours or more after a meal
  std::optional<Measure> hdl = {};                  // mg/dl
  std::optional<Measure> glucose = {};              // mg/dl, fasting
  std::optional<Measure> glucose_casual = {};       // mg/dl, 3.5 hours or more after a meal
  std::optional<Measure> hba1c_percent = {};        // NGSP
};

/// The answers that a question may have: a missing item leaves both open.
struct Possible {
  bool yes = true;
  bool no = true;

  static constexpr Possible known(bool answer) { return {answer, !answer}; }
  static constexpr Possible of(std::optional<bool> answer) {
    return answer ? known(*answer) : Possible{};
  }
  constexpr bool holds(bool answer) const { return answer ? yes : no; }
  /// One of two questions about different items is answered yes.
  friend constexpr Possible either(Possible left, Possible right) {
    return {left.yes || right.yes, left.no && right.no};
  }
  friend constexpr bool operator==(Possible, Possible) = default;
};

}  // namespace kenpo::checkup
