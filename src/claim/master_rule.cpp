#include "claim/master_rule.h"

namespace kenpo::claim {

namespace {

// Before every claim that a society can hold.
constexpr base::Date beginning = base::Date::of_serial(-25'567);  // 1900-01-01
constexpr base::Date open_end = base::Date::of_serial(2'932'896);  // 9999-12-31

/// The same words, units, prices: what the editions say besides their dates.
bool same(const format::master::Item& left, const format::master::Item& right) {
  return left.name == right.name && left.unit == right.unit && left.amount == right.amount &&
         left.icd == right.icd && left.pattern == right.pattern && left.slots == right.slots &&
         left.generic == right.generic && left.youngest == right.youngest &&
         left.below_age == right.below_age && left.times_limit == right.times_limit &&
         left.price_code == right.price_code;
}

}  // namespace

std::optional<std::vector<MasterItem>> items_after(const std::optional<MasterItem>& standing,
                                                   const format::master::Item& next) {
  if (next.revision == format::master::Revision::deleted) {
    if (!standing) return std::nullopt;
    return std::vector<MasterItem>{};
  }
  const auto to = next.abolished_on.value_or(open_end);
  if (!standing) {
    return std::vector{MasterItem{.item = next, .from = beginning, .to = to}};
  }
  if (same(standing->item, next)) {
    if (standing->to == to) return std::nullopt;
    return std::vector{MasterItem{.item = next, .from = standing->from, .to = to}};
  }
  const bool follows = next.changed_on && *next.changed_on > standing->from;
  if (!follows) return std::vector{MasterItem{.item = next, .from = standing->from, .to = to}};
  auto before = *standing;
  before.to = next.changed_on->plus_days(-1);
  return std::vector{before, MasterItem{.item = next, .from = *next.changed_on, .to = to}};
}

}  // namespace kenpo::claim
