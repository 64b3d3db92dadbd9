#include "premium/notification_preview_act.h"

#include <algorithm>

#include "eligibility/notification_facts_act.h"
#include "eligibility/notification_rule.h"
#include "eligibility/notification_store.h"
#include "eligibility/notification_words.h"
#include "eligibility/person_merge_store.h"
#include "premium/change_rule.h"
#include "premium/change_store.h"
#include "premium/notification_change_rule.h"

namespace kenpo::premium {

namespace {

using base::Result;
using eligibility::MemberAccess;

struct PreviewMade {
  NotificationPreview preview;
  std::vector<Touched> touched = {};
};

/// The insured person, when known already, and the dependents whose status changes.
std::vector<Touched> touched_by(const eligibility::NotificationFacts& facts,
                                const eligibility::NotificationEffect& effect,
                                const ChangeEffect& computed) {
  std::vector<Touched> touched;
  if (facts.person) touched.push_back({facts.person->id, computed.cover});
  for (const auto& link : effect.links) {
    touched.push_back({link.dependent, dependents_cover(link.dependent, facts, effect)});
  }
  return touched;
}

}  // namespace

Result<std::optional<NotificationPreview>> preview_notification(
    eligibility::Ledger& ledger, const notice::Acting& acting,
    const eligibility::NotificationId& id, const ChangeNeighbours& neighbours) {
  const auto work = [&](const notice::Permit<premium_notification_preview>& permit)
      -> Result<std::optional<PreviewMade>> {
    const MemberAccess members(permit.grant<notice::Purpose::member_administration>());
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto found = KENPO_TRY(eligibility::find_notification(view, members, id));
    if (!found) return std::optional<PreviewMade>();
    if (!permit.recorder().in_scope(found->establishment)) return notice::out_of_scope_fault();
    if (found->outcome != eligibility::NotificationOutcome::open) {
      return eligibility::notification_closed();
    }
    const auto facts = KENPO_TRY(eligibility::facts_of(view, members, *found, now));
    const auto effect = KENPO_TRY(eligibility::effect_of(*found, facts));
    const auto people = KENPO_TRY(eligibility::identities_of(view, found->person, now));
    const auto known = KENPO_TRY(known_facts(view, access, people, now));
    const auto decision = KENPO_TRY(change_of_notification(known, facts, effect));
    const auto& of = effect.dependent ? effect.dependent : facts.person;
    PreviewMade computed{.preview = {*found, of ? of->name : found->name,
                                  KENPO_TRY(effect_between(
                                      view, access, people, known,
                                      with_notified_dependents(
                                          with_detentions(applied(known, decision.value), facts,
                                                          effect),
                                          facts, effect),
                                      now))}};
    auto& preview = computed.preview;
    preview.effect.lines = remuneration::lines_of(decision.basis);
    if (facts.is_protected) preview.effect.sheltered = eligibility::Sheltered::yes;
    const FollowUp exchange{FollowUpKind::exchange, 0};
    auto& follow_ups = preview.effect.follow_ups;
    const bool told = std::ranges::find(follow_ups, exchange) != follow_ups.end();
    if (!effect.links.empty() && !told) follow_ups.push_back(exchange);
    computed.touched = touched_by(facts, effect, preview.effect);
    return std::optional(std::move(computed));
  };
  auto computed = KENPO_TRY(ledger.gate.perform<premium_notification_preview>(acting, work));
  if (!computed) return std::optional<NotificationPreview>();
  ask_neighbours(acting, neighbours, computed->touched, computed->preview.effect);
  return std::optional(std::move(computed->preview));
}

}  // namespace kenpo::premium
