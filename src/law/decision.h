// A decision of law with its basis: line by line what was done, under which article, with which
// figure. A screen shows the lines as they stand.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "base/plain.h"
#include "base/yen.h"
#include "law/row.h"

namespace kenpo::law {

/// A counted thing: 17 days, grade 22 (unit `grades`).
struct Count {
  std::int64_t number = 0;
  Unit unit = Unit::number;
  friend bool operator==(const Count&, const Count&) = default;
};

/// What a line of the basis found. May hold a person's amounts and dates, so it is never Plain.
using Fact = std::variant<std::monostate, base::Yen, base::Rate, base::Date, base::Month,
                          base::Span, Count, bool>;

/// One line of the basis.
struct Basis {
  base::Words step;          // what was done, in the words of the office
  base::Plain article;       // 健康保険法156条3項
  Fact fact = {};            // what it gave
  const Row* row = nullptr;  // the dated figure it rests on, when there is one
};

/// What was decided, and why.
template <typename Value>
struct Decision {
  Value value;
  std::vector<Basis> basis;
};

/// `17,550円`, `49.25‰`, `2026-04-01`, `17日`, `はい`; empty for no fact.
std::string told(const Fact& fact, base::Language language);

/// One line: step, fact, article, and the source of the figure when it has one.
std::string told(const Basis& line, base::Language language);

}  // namespace kenpo::law
