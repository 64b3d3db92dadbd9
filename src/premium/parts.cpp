#include "premium/parts.h"

namespace kenpo::premium {

namespace {

using base::Yen;

constexpr std::int64_t whole_yen = 1'000'000;

Yen dropped(std::int64_t millionths) {
  return base::Share::of(millionths, whole_yen).truncated();
}

constexpr Yen Billed::* billed_members[] = {&Billed::basic, &Billed::specific, &Billed::adjustment,
                                            &Billed::care, &Billed::child};

}  // namespace

Billed billed_of(const Parts& parts) {
  Billed billed{.basic = {},
                .specific = dropped(parts[RateKind::general_specific]),
                .adjustment = dropped(parts[RateKind::adjustment]),
                .care = dropped(parts[RateKind::care]),
                .child = dropped(parts[RateKind::child])};
  billed.basic = dropped(parts.sum()) - billed.total();
  return billed;
}

Billed operator-(const Billed& left, const Billed& right) {
  Billed difference;
  for (const auto member : billed_members) difference.*member = left.*member - right.*member;
  return difference;
}

Billed& operator+=(Billed& left, const Billed& right) {
  for (const auto member : billed_members) left.*member += right.*member;
  return left;
}

}  // namespace kenpo::premium
