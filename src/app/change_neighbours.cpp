#include "app/change_neighbours.h"

#include <algorithm>

#include "claim/claim_act.h"

namespace kenpo::app {

namespace {

using base::Result;
using premium::AffectedClaim;

/// Days of treatment inside the spans, and all of them. Without named days every day counts.
struct DaysInside {
  int inside = 0;
  int all = 0;
};

DaysInside days_inside(const claim::Claim& claim, const std::vector<base::Span>& spans) {
  DaysInside days;
  const auto first = claim.treated_in.first_day();
  for (int at = 0; at < claim.treated_in.days(); ++at) {
    const bool named = claim.visit_days == 0 || (claim.visit_days >> at & 1U) != 0;
    if (!named) continue;
    ++days.all;
    const auto day = first.plus_days(at);
    if (std::ranges::any_of(spans, [&](const base::Span& span) { return span.holds(day); })) {
      ++days.inside;
    }
  }
  return days;
}

void add_if_inside(std::vector<AffectedClaim>& found, const claim::Claim& claim,
                   const std::vector<base::Span>& spans, AffectedClaim::Becomes whole) {
  const auto days = days_inside(claim, spans);
  if (days.inside == 0) return;
  found.push_back({.address = "/claims/" + std::string(claim.id.text()),
                   .treated_in = claim.treated_in,
                   .points = claim.decided_points,
                   .becomes = days.inside == days.all ? whole : AffectedClaim::Becomes::partly});
}

Result<std::vector<AffectedClaim>> affected_claims(Office& office, const notice::Acting& acting,
                                                   const base::PersonId& person,
                                                   const premium::CoverChange& cover) {
  const auto claims = KENPO_TRY(office.gate().perform<claim::list_own_claims_operation>(
      acting, [&](const notice::Permit<claim::list_own_claims_operation>& permit) {
        return claim::show_claims_of(permit, office.database(), person,
                                     office.gate().clock().now());
      }));
  std::vector<AffectedClaim> found;
  for (const auto& claim : claims) {
    add_if_inside(found, claim, cover.lost, AffectedClaim::Becomes::uncovered);
    add_if_inside(found, claim, cover.gained, AffectedClaim::Becomes::covered);
  }
  return found;
}

}  // namespace

premium::ChangeNeighbours change_neighbours(Office& office) {
  return {.claims = [&office](const notice::Acting& acting, const base::PersonId& person,
                              const premium::CoverChange& cover) {
    return affected_claims(office, acting, person, cover);
  }};
}

}  // namespace kenpo::app
