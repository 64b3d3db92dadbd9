// A dependent (被扶養者) of an insured person, from a day to a day.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/id.h"

namespace kenpo::eligibility {

using DependentLinkId = base::Id<struct DependentLinkKind>;

/// 続柄 of the dependents' form: spouse 1 to 4 as codes 101 to 104, others their two-digit code.
enum class Relation : std::uint8_t {
  child = 1,
  other_child = 2,
  parent = 3,
  parent_in_law = 4,
  younger_sibling = 5,
  elder_sibling = 6,
  grandparent = 7,
  great_grandparent = 8,
  grandchild = 9,
  other = 10,
  husband = 101,
  wife = 102,
  husband_not_registered = 103,
  wife_not_registered = 104,
};

/// Branch numbers (枝番) have two digits; 00 is the insured person.
inline constexpr int branch_limit = 99;

struct DependentLink {
  DependentLinkId id = DependentLinkId::draw();
  base::PersonId dependent;
  base::PersonId insured;
  int branch = 1;  // 枝番, 1 to 99
  Relation relation = Relation::other;
  base::Date from = {};
  std::optional<base::Date> until = {};  // the last day; none = still a dependent

  friend bool operator==(const DependentLink&, const DependentLink&) = default;
};

}  // namespace kenpo::eligibility
