#include "analysis/drug_book.h"

#include <algorithm>

#include "base/decimal.h"

namespace kenpo::analysis {

namespace {

/// 「12.30」 or 「000000012.30」 in hundredths; 0 when it is no amount.
std::int64_t hundredths_of(std::string_view amount) {
  constexpr int decimals = 2;
  constexpr std::int64_t price_limit = 100'000'000'000;  // the dearest is below a tenth of it
  const auto price = base::scaled_decimal(amount, decimals).value_or(0);
  return price > price_limit ? 0 : price;
}

}  // namespace

void DrugBook::add(const format::master::Item& item) {
  Known known{.name = item.name,
              .group = item.price_code.size() < drug_group_characters
                           ? std::string{}
                           : item.price_code.substr(0, drug_group_characters),
              .price_hundredths = hundredths_of(item.amount),
              .generic = item.generic};
  if (!known.group.empty() && known.generic) {
    auto& group = groups_[known.group];
    const bool first = !group.generic;
    group.generic = true;
    if (known.price_hundredths > 0) {
      group.least_hundredths = first || group.least_hundredths == 0
                                   ? known.price_hundredths
                                   : std::min(group.least_hundredths, known.price_hundredths);
    }
  }
  drugs_.insert_or_assign(item.code, std::move(known));
}

std::optional<DrugWord> DrugBook::find(std::string_view code) const {
  const auto at = drugs_.find(std::string(code));
  if (at == drugs_.end()) return std::nullopt;
  const auto& known = at->second;
  DrugWord word{.name = known.name,
                .kind = known.generic ? DrugKind::generic : DrugKind::alone,
                .price_hundredths = known.price_hundredths,
                .least_hundredths = known.price_hundredths};
  if (known.generic || known.group.empty()) return word;
  const auto group = groups_.find(known.group);
  if (group == groups_.end()) return word;
  word.kind = DrugKind::brand;
  const auto least = group->second.least_hundredths;
  if (least > 0) word.least_hundredths = std::min(least, known.price_hundredths);
  return word;
}

}  // namespace kenpo::analysis
