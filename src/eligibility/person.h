// A person whose data the society holds.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/id.h"

namespace kenpo::eligibility {

enum class Sex : std::uint8_t { male = 1, female = 2 };

/// Whether the person is protected (protection.h): then the address is never in this record.
enum class Sheltered : std::uint8_t { no, yes };

struct Person {
  base::PersonId id = base::PersonId::draw();
  std::string name = {};       // kanji, one full-width space; may be empty
  std::string name_kana = {};  // half-width kana as notified, one space
  Sex sex = Sex::male;
  base::Date born = {};
  std::string postal_code = {};  // seven digits, or empty
  std::string address = {};
  std::string address_kana = {};
  Sheltered sheltered = Sheltered::no;

  friend bool operator==(const Person&, const Person&) = default;
};

}  // namespace kenpo::eligibility
