#include "base/individual_number.h"

#include <sodium.h>

#include <algorithm>

#include "base/check_digit.h"

namespace kenpo::base {

std::optional<IndividualNumber> IndividualNumber::parse(std::string_view digits) {
  if (!is_individual_number(digits)) return std::nullopt;
  return IndividualNumber(digits);
}

IndividualNumber::IndividualNumber(std::string_view digits) {
  std::ranges::copy(digits, digits_.begin());
}

IndividualNumber::IndividualNumber(IndividualNumber&& other) noexcept : digits_(other.digits_) {
  other.wipe();
}

IndividualNumber& IndividualNumber::operator=(IndividualNumber&& other) noexcept {
  if (this != &other) {
    digits_ = other.digits_;
    other.wipe();
  }
  return *this;
}

IndividualNumber::~IndividualNumber() { wipe(); }

void IndividualNumber::wipe() { sodium_memzero(digits_.data(), digits_.size()); }

}  // namespace kenpo::base
