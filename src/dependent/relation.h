// What a dependent is to the insured person (続柄): Health Insurance Act art 3(7).
#pragma once

#include <cstdint>

namespace kenpo::dependent {

enum class Relation : std::uint8_t {
  spouse,  // 事実婚 too
  child,
  grandchild,
  sibling,  // older and younger
  parent,
  grandparent,   // and further direct ancestors
  third_degree,  // other relatives within the third degree
  spouse_parent,
  partner_parent,  // parent of a 事実婚 spouse
  partner_child    // child of a 事実婚 spouse
};

}  // namespace kenpo::dependent
