// Check digits of the numbers of insurers and of persons.
#pragma once

#include <optional>
#include <string_view>

namespace kenpo::base {

/// The check digit that follows the first seven digits of an insurer number (保険者番号): weights
/// 2, 1, 2, … from the right, digits of the products summed, completed to ten. Refuses anything but
/// seven digits.
std::optional<char> insurer_check_digit(std::string_view first_seven);

/// Eight digits with the right check digit. Says nothing on the law code in front (法別番号).
bool is_insurer_number(std::string_view number);

/// The check digit that follows the first eleven digits of an individual number (個人番号):
/// 平成26年総務省令85号5条. Refuses anything but eleven digits.
std::optional<char> individual_check_digit(std::string_view first_eleven);

/// Twelve digits with the right check digit.
bool is_individual_number(std::string_view number);

}  // namespace kenpo::base
