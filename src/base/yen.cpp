#include "base/yen.h"

#include <utility>

namespace kenpo::base {

namespace {

using Wide = Share::Wide;

// A numerator or denominator past this could overflow in the next product.
constexpr Wide wide_limit = Wide{1} << 100;

Wide absolute(Wide number) { return number < 0 ? -number : number; }

Wide common_divisor(Wide left, Wide right) {
  left = absolute(left);
  while (right != 0) left = std::exchange(right, left % right);
  return left == 0 ? 1 : left;
}

Yen yen_of(Wide amount) {
  KENPO_REQUIRE(absolute(amount) <= Yen::limit);
  return Yen(static_cast<std::int64_t>(amount));
}

}  // namespace

std::string Yen::grouped() const {
  auto digits = std::to_string(amount_ < 0 ? -amount_ : amount_);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return amount_ < 0 ? "-" + digits : digits;
}

std::string Rate::permille() const {
  auto text = std::to_string(millionths / 1000);
  const auto rest = millionths % 1000;
  if (rest == 0) return text;
  auto decimals = std::to_string(rest + 1000).substr(1);
  while (decimals.back() == '0') decimals.pop_back();
  return text + "." + decimals;
}

Share Share::of(Wide numerator, Wide denominator) {
  KENPO_REQUIRE(denominator > 0);
  Share share(numerator, denominator);
  share.reduce();
  return share;
}

void Share::reduce() {
  if (absolute(numerator_) < wide_limit && denominator_ < wide_limit) return;
  const Wide divisor = common_divisor(numerator_, denominator_);
  numerator_ /= divisor;
  denominator_ /= divisor;
  KENPO_REQUIRE(absolute(numerator_) < wide_limit && denominator_ < wide_limit);
}

Share operator+(Share left, Share right) {
  if (left.denominator_ == right.denominator_) {
    return Share::of(left.numerator_ + right.numerator_, left.denominator_);
  }
  const Wide divisor = common_divisor(left.denominator_, right.denominator_);
  const Wide left_factor = right.denominator_ / divisor;
  const Wide right_factor = left.denominator_ / divisor;
  return Share::of(left.numerator_ * left_factor + right.numerator_ * right_factor,
                   left.denominator_ * left_factor);
}
Share operator-(Share left, Share right) { return left + right * -1; }
Share operator*(Share share, Rate rate) {
  return Share::of(share.numerator_ * rate.millionths, share.denominator_ * 1'000'000);
}
Share operator*(Share share, std::int64_t times) {
  return Share::of(share.numerator_ * times, share.denominator_);
}
Share operator/(Share share, std::int64_t parts) {
  KENPO_REQUIRE(parts > 0);
  return Share::of(share.numerator_, share.denominator_ * parts);
}
std::strong_ordering operator<=>(Share left, Share right) {
  const Wide difference = (left - right).numerator_;
  if (difference == 0) return std::strong_ordering::equal;
  return difference < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
}

Yen Share::truncated() const { return yen_of(numerator_ / denominator_); }

Yen Share::half_up() const {
  const Wide doubled = absolute(numerator_) * 2 + denominator_;
  const Wide rounded = doubled / (denominator_ * 2);
  return yen_of(numerator_ < 0 ? -rounded : rounded);
}

Yen Share::fifty_sen_down() const {
  const Wide whole = absolute(numerator_) / denominator_;
  const Wide rest = absolute(numerator_) % denominator_;
  const Wide rounded = rest * 2 > denominator_ ? whole + 1 : whole;
  return yen_of(numerator_ < 0 ? -rounded : rounded);
}

Yen Share::raised() const {
  const Wide whole = absolute(numerator_) / denominator_;
  const Wide rounded = absolute(numerator_) % denominator_ != 0 ? whole + 1 : whole;
  return yen_of(numerator_ < 0 ? -rounded : rounded);
}

Yen cut_to(Yen amount, std::int64_t unit_yen) {
  KENPO_REQUIRE(unit_yen > 0);
  return Yen(amount.amount() / unit_yen * unit_yen);
}

Yen half_up_to(Share share, std::int64_t unit_yen) {
  KENPO_REQUIRE(unit_yen > 0);
  return Yen((share / unit_yen).half_up().amount() * unit_yen);
}

}  // namespace kenpo::base
