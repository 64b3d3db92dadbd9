// A person whose data the society holds.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/id.h"

namespace kenpo::eligibility {

enum class Sex : std::uint8_t { male = 1, female = 2 };

struct Person {
  base::PersonId id = base::PersonId::draw();
  std::string name = {};       // kanji, one full-width space; may be empty
  std::string name_kana = {};  // half-width kana as notified, one space
  Sex sex = Sex::male;
  base::Date born = {};
  std::string postal_code = {};  // seven digits, or empty
  std::string address = {};
  std::string address_kana = {};

  friend bool operator==(const Person&, const Person&) = default;
};

}  // namespace kenpo::eligibility
