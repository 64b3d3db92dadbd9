#include "app/change_neighbours.h"

#include <algorithm>

#include "certificate/paper_act.h"
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
                   .cost = base::Yen(claim::yen_of(claim, claim.decided_points)),
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

bool is_inside(const std::vector<base::Span>& spans, base::Date day) {
  return std::ranges::any_of(spans, [&](const base::Span& span) { return span.holds(day); });
}

/// What the change asks for about a paper that stands; empty: nothing.
std::string action_for(const certificate::Certificate& paper, const premium::ChangeEffect& effect,
                       base::Date today) {
  using certificate::Kind;
  if (is_inside(effect.cover.lost, today)) return paper.is_out() ? "回収" : "交付の取りやめ";
  const bool cover = !effect.cover.lost.empty() || !effect.cover.gained.empty();
  if (cover) return "資格取得日・喪失日の記載を確かめて差替え";
  const bool moved = std::ranges::any_of(effect.months, [](const auto& month) {
    return month.has(premium::EffectCause::establishment);
  });
  if (moved) return "記号・番号の変更による差替え";
  const bool judged = paper.kind != Kind::confirmation && paper.kind != Kind::notice;
  const bool remuneration = std::ranges::any_of(
      effect.months, [](const auto& month) { return month.has(premium::EffectCause::standard); });
  return judged && remuneration ? "負担割合・区分の再判定" : "";
}

Result<std::vector<premium::AffectedCertificate>> affected_certificates(
    Office& office, const notice::Acting& acting, const premium::ChangeEffect& effect) {
  auto ledger = office.ledger();
  const auto papers = KENPO_TRY(certificate::show_papers(ledger, acting, effect.person));
  const auto today = office.gate().clock().now().day();
  std::vector<premium::AffectedCertificate> found;
  for (const auto& paper : papers.papers) {
    if (!paper.stands()) continue;
    auto action = action_for(paper, effect, today);
    if (action.empty()) continue;
    found.push_back({.words = std::string(certificate::wording(paper.kind)),
                     .address = "/certificates/" + std::string(paper.id.text()),
                     .action = std::move(action)});
  }
  return found;
}

}  // namespace

premium::ChangeNeighbours change_neighbours(Office& office) {
  return {.claims =
              [&office](const notice::Acting& acting, const base::PersonId& person,
                        const premium::CoverChange& cover) {
                return affected_claims(office, acting, person, cover);
              },
          .certificates =
              [&office](const notice::Acting& acting, const premium::ChangeEffect& effect) {
                return affected_certificates(office, acting, effect);
              }};
}

}  // namespace kenpo::app
