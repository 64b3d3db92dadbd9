#include "certificate/limit_list_act.h"

#include <algorithm>

#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::certificate {

namespace of_limit_list {

using base::Result;
using notice::Acting;
using notice::Permit;

bool stands(const Certificate& paper) {
  return paper.state == State::issued || paper.state == State::delivered ||
         paper.state == State::to_issue || paper.state == State::in_run;
}

Result<LimitLine> line_of(const store::View& view, const HolderAccess& access,
                          const KnownHolder& known) {
  const auto& holder = known.holder;
  LimitLine line{.person = holder.person,
                 .contents = holder.contents,
                 .membership = holder.membership,
                 .standard = holder.standard,
                 .limit_class = holder.limit_class,
                 .share_percent = holder.share_percent,
                 .card_use = holder.card_use};
  if (!known.class_basis.empty()) {
    const auto& last = known.class_basis.back();
    line.ground = last.step.ja.text() + "：" + law::told(last.fact, base::Language::japanese);
  }
  for (const auto& paper : KENPO_TRY(papers_of(view, access, known))) {
    const bool tells = paper.kind == Kind::limit || paper.kind == Kind::reduction;
    if (tells && stands(paper)) line.paper = paper.kind;
  }
  return line;
}

/// The insured person and the dependents whose class may be another: those from 70.
Result<> add_household(const store::View& view, const HolderAccess& access,
                       const base::PersonId& insured, base::Moment now, LimitList& list) {
  if (KENPO_TRY(eligibility::standing_protection(view, access.member, insured))) {
    ++list.left_out;
    return base::Done{};
  }
  const auto known = known_holder(view, access, insured, now);
  if (!known.ok() || known->holder.membership == Membership::none) return base::Done{};
  if (known->holder.establishment != list.establishment) return base::Done{};
  list.lines.push_back(KENPO_TRY(line_of(view, access, *known)));
  for (const auto& link :
       KENPO_TRY(eligibility::dependents_of(view, access.member, insured, now))) {
    if (link.until && *link.until < now.day()) continue;
    if (KENPO_TRY(eligibility::standing_protection(view, access.member, link.dependent))) {
      ++list.left_out;
      continue;
    }
    const auto dependent = known_holder(view, access, link.dependent, now);
    if (!dependent.ok() || dependent->holder.share_percent == 0) continue;
    list.lines.push_back(KENPO_TRY(line_of(view, access, *dependent)));
  }
  return base::Done{};
}

}  // namespace of_limit_list

base::Result<std::optional<LimitList>> list_limit_classes(eligibility::Ledger& ledger,
                                                          const notice::Acting& acting,
                                                          const std::string& symbol,
                                                          std::size_t page) {
  using namespace of_limit_list;
  return ledger.gate.perform<certificate_limit_list>(
      acting,
      [&](const Permit<certificate_limit_list>& permit) -> Result<std::optional<LimitList>> {
        const auto access = holder_access(permit);
        const auto view = KENPO_TRY(ledger.database.read());
        const auto now = ledger.gate.clock().now();
        const auto all = KENPO_TRY(eligibility::list_establishments(view));
        const auto found = std::ranges::find(all, symbol, &eligibility::Establishment::symbol);
        if (found == all.end()) return std::optional<LimitList>();
        if (!permit.recorder().in_scope(found->id)) return notice::out_of_scope_fault();
        LimitList list{.establishment = found->id};
        const auto people =
            KENPO_TRY(eligibility::people_of(view, access.member, found->id));
        list.people = people.size();
        const auto first = std::min(people.size(), page * limit_lines_a_page);
        const auto last = std::min(people.size(), first + limit_lines_a_page);
        for (auto at = first; at < last; ++at) {
          KENPO_TRY(add_household(view, access, people[at], now, list));
        }
        return std::optional(std::move(list));
      });
}

}  // namespace kenpo::certificate
