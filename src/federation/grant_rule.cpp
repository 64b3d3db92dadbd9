#include "federation/grant_rule.h"

#include <algorithm>
#include <string_view>

#include "law/book.h"

namespace kenpo::federation {

namespace {

/// 特記事項 is written as codes of two digits, one after the other.
bool has_remark(std::string_view remarks, std::string_view code) {
  for (std::size_t at = 0; at + 2 <= remarks.size(); at += 2) {
    if (remarks.substr(at, 2) == code) return true;
  }
  return false;
}

bool is_applied(const Grant& grant) {
  return grant.state == GrantState::applied || grant.state == GrantState::granted;
}

/// Whether another application has the same person's month or one of its receipts.
bool is_doubled(std::span<const Grant> grants, const Grant& grant) {
  return std::ranges::any_of(grants, [&](const Grant& other) {
    if (other.id == grant.id || !is_applied(other)) return false;
    const bool same_month = other.now.person == grant.now.person &&
                            other.now.treated_in == grant.now.treated_in;
    return same_month || std::ranges::any_of(grant.now.receipts, [&](const GrantReceipt& mine) {
             return std::ranges::any_of(other.now.receipts, [&](const GrantReceipt& theirs) {
               return mine.claim == theirs.claim;
             });
           });
  });
}

}  // namespace

base::Result<GrantStandard> standard_of(GrantYear year,
                                        const std::optional<GrantStandard>& entered) {
  if (entered) return *entered;
  const auto& book = law::Book::carried();
  const auto day = year.last().last_day();
  const auto general = KENPO_TRY(book.yen("federation.grant.threshold.general", day));
  const auto special = KENPO_TRY(book.yen("federation.grant.threshold.special", day));
  return GrantStandard{.year = year,
                       .general = general.value,
                       .special = special.value,
                       .source = std::string(general.row->basis),
                       .confirmed = false};
}

base::Yen threshold_of(const GrantStandard& standard, ThresholdKind kind) {
  return kind == ThresholdKind::general ? standard.general : standard.special;
}

ThresholdKind kind_of(const claim::Claim& claim) {
  const bool special = has_remark(claim.remarks, "02") || has_remark(claim.remarks, "16");
  return special ? ThresholdKind::special : ThresholdKind::general;
}

void Joining::add(const base::PersonId& person, const claim::Claim& claim) {
  auto& month = months_[{person, claim.treated_in}];
  if (month.receipts.empty()) {
    month.person = person;
    month.treated_in = claim.treated_in;
  }
  const bool known = std::ranges::any_of(
      month.receipts, [&](const GrantReceipt& receipt) { return receipt.claim == claim.id; });
  if (known) return;
  const base::Yen cost(claim::yen_of(claim, claim.decided_points));
  month.cost += cost;
  month.receipts.push_back({claim.id, cost});
  if (kind_of(claim) == ThresholdKind::special) month.kind = ThresholdKind::special;
}

std::vector<PersonMonth> Joining::above(const GrantStandard& standard) const {
  std::vector<PersonMonth> found;
  for (const auto& [key, month] : months_) {
    if (month.cost > threshold_of(standard, month.kind)) found.push_back(month);
  }
  return found;
}

std::optional<PersonMonth> Joining::find(const base::PersonId& person,
                                         base::Month treated_in) const {
  const auto at = months_.find({person, treated_in});
  return at == months_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<base::Yen> expected_of(const Grant& grant, const GrantStandard& standard) {
  if (!standard.rate) return std::nullopt;
  constexpr std::int64_t millionths = 1'000'000;
  const auto excess = std::max<std::int64_t>(0, grant.excess().amount());
  return base::Yen(excess * standard.rate->millionths / millionths);
}

const char* wording(GrantFinding finding) {
  switch (finding) {
    case GrantFinding::missed:
      return "申請もれ";
    case GrantFinding::doubled:
      return "二重の申請";
    case GrantFinding::changed:
      return "申請後に額が変わった";
    case GrantFinding::no_longer:
      return "申請後に基準額を下回った";
  }
  return "";
}

base::Result<base::Date> apply_by(GrantYear year) {
  const auto last = year.last().last_day();
  const auto months =
      KENPO_TRY(law::Book::carried().count("federation.grant.apply_within", last)).value;
  return year.last().plus(months).last_day();
}

base::Result<std::vector<Found>> findings_of(std::span<const Grant> grants, GrantYear year,
                                             base::Date today) {
  const auto due = KENPO_TRY(apply_by(year));
  std::vector<Found> found;
  for (const auto& grant : grants) {
    if (grant.state == GrantState::candidate && today > due) {
      found.push_back({GrantFinding::missed, grant.id});
    }
    if (!is_applied(grant)) continue;
    if (is_doubled(grants, grant)) found.push_back({GrantFinding::doubled, grant.id});
    if (grant.now.cost <= grant.threshold) {
      found.push_back({GrantFinding::no_longer, grant.id});
    } else if (grant.differs()) {
      found.push_back({GrantFinding::changed, grant.id});
    }
  }
  return found;
}

}  // namespace kenpo::federation
