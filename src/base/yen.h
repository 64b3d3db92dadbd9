// Money is whole yen. A quotient is a Share until a rounding is named where the statute names it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/require.h"

namespace kenpo::base {

/// Whole yen, at most a thousand trillion either way: every sum of a society fits.
class Yen {
 public:
  static constexpr std::int64_t limit = 1'000'000'000'000'000;

  constexpr Yen() = default;
  explicit constexpr Yen(std::int64_t amount) : amount_(amount) {
    KENPO_REQUIRE(amount >= -limit && amount <= limit);
  }
  constexpr std::int64_t amount() const { return amount_; }
  /// `1,234,567`, a minus sign in front when negative.
  std::string grouped() const;

  constexpr Yen& operator+=(Yen other) { return *this = Yen(amount_ + other.amount_); }
  constexpr Yen& operator-=(Yen other) { return *this = Yen(amount_ - other.amount_); }
  friend constexpr Yen operator+(Yen left, Yen right) { return left += right; }
  friend constexpr Yen operator-(Yen left, Yen right) { return left -= right; }
  friend constexpr Yen operator-(Yen amount) { return Yen(-amount.amount_); }
  friend constexpr Yen operator*(Yen amount, int times) { return Yen(amount.amount_ * times); }
  friend constexpr auto operator<=>(const Yen&, const Yen&) = default;

 private:
  std::int64_t amount_ = 0;
};

/// A rate in millionths: 98.1 ‰ = 98,100. Exact for every rate with three decimals of a per mille.
struct Rate {
  std::int64_t millionths = 0;

  /// `98.1` ‰ as written in law and rules; shown without trailing zeros.
  std::string permille() const;
  friend constexpr Rate operator+(Rate left, Rate right) {
    return {left.millionths + right.millionths};
  }
  friend constexpr Rate operator-(Rate left, Rate right) {
    return {left.millionths - right.millionths};
  }
  friend constexpr auto operator<=>(const Rate&, const Rate&) = default;
};

/// An exact fraction of a yen: numerator / denominator, denominator > 0. It becomes Yen only by one
/// of the named roundings below. Products and sums stay exact within 128 bits.
class Share {
 public:
  __extension__ using Wide = __int128;

  constexpr Share() = default;
  constexpr Share(Yen whole) : numerator_(whole.amount()) {}
  /// `numerator` / `denominator`; refuses a denominator under 1.
  static Share of(Wide numerator, Wide denominator);

  friend Share operator+(Share left, Share right);
  friend Share operator-(Share left, Share right);
  friend Share operator*(Share share, Rate rate);
  friend Share operator*(Share share, std::int64_t times);
  friend Share operator/(Share share, std::int64_t parts);
  friend std::strong_ordering operator<=>(Share left, Share right);
  friend bool operator==(Share left, Share right) { return (left <=> right) == 0; }

  /// Fractions of a yen are dropped (toward zero): 国等の債権債務等の金額の端数計算に関する法律2条.
  Yen truncated() const;
  /// Fifty sen and over is one yen, less is dropped (half up): 通貨法3条.
  Yen half_up() const;
  /// Fifty sen and under is dropped, over fifty sen is one yen: the insured share that an employer
  /// withholds (通貨法3条, when the person's part is what is rounded).
  Yen fifty_sen_down() const;
  /// Fractions are raised to one yen (away from zero).
  Yen raised() const;

 private:
  constexpr Share(Wide numerator, Wide denominator)
      : numerator_(numerator), denominator_(denominator) {}
  void reduce();

  Wide numerator_ = 0;
  Wide denominator_ = 1;
};

/// The amount cut to a multiple of `unit_yen` (toward zero). `unit_yen` > 0.
Yen cut_to(Yen amount, std::int64_t unit_yen);
/// The share rounded half up to a multiple of `unit_yen`. `unit_yen` > 0.
Yen half_up_to(Share share, std::int64_t unit_yen);

}  // namespace kenpo::base
