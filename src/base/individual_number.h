// The individual number (個人番号) as a sealed value: no text, log, error or page can take it.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace kenpo::base {

/// Twelve digits whose check digit holds (番号法施行規則の検査用数字: 平成26年総務省令85号5条).
/// It is made by parsing only, cannot be copied, converted, compared in order or printed, and wipes
/// its memory when it ends. The one way to its digits is `open_for_sealing`.
class IndividualNumber {
 public:
  /// Nullopt unless twelve half-width digits with the right check digit. The specimen numbers
  /// printed in specifications may fail it; there is no way around the check.
  static std::optional<IndividualNumber> parse(std::string_view digits);

  IndividualNumber(IndividualNumber&& other) noexcept;
  IndividualNumber& operator=(IndividualNumber&& other) noexcept;
  IndividualNumber(const IndividualNumber&) = delete;
  IndividualNumber& operator=(const IndividualNumber&) = delete;
  ~IndividualNumber();

  /// The twelve digits, for the sealed store and for writing a file that must carry them, nothing
  /// else. The view ends with this value.
  std::string_view open_for_sealing() const { return {digits_.data(), digits_.size()}; }

  friend bool operator==(const IndividualNumber&, const IndividualNumber&) = default;

 private:
  explicit IndividualNumber(std::string_view digits);
  void wipe();
  std::array<char, 12> digits_;
};

}  // namespace kenpo::base
