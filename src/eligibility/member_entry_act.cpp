#include "eligibility/member_entry_act.h"

#include <algorithm>

#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

void take_period(Member& member, const InsuredPeriod& period) {
  member.establishment = period.establishment;
  member.symbol = period.symbol;
  member.number = period.number;
  member.lost = period.lost;
}

Result<std::optional<Member>> member_as_they_stand(const store::View& view,
                                                   const MemberAccess& access,
                                                   const base::PersonId& id, base::Moment now) {
  auto person = KENPO_TRY(find_person(view, access, id, now));
  if (!person) return std::optional<Member>();
  Member member{.person = id,
                .establishment = base::EstablishmentId::draw(),
                .name = std::move(person->name),
                .name_kana = std::move(person->name_kana),
                .born = person->born,
                .sheltered = person->sheltered};
  const auto periods = KENPO_TRY(periods_of(view, access, id, now));
  const auto links = KENPO_TRY(links_of(view, access, id, now));
  const auto* link = links.empty() ? nullptr : &*std::ranges::max_element(
                                                   links, {}, &DependentLink::from);
  const auto* own = periods.empty() ? nullptr : &periods.back();
  if (own != nullptr && (!own->lost || link == nullptr || link->until)) {
    take_period(member, *own);
    return std::optional(std::move(member));
  }
  if (link == nullptr) return std::optional<Member>();
  const auto insured = KENPO_TRY(periods_of(view, access, link->insured, now));
  if (insured.empty()) return std::optional<Member>();
  take_period(member, insured.back());
  member.branch = link->branch;
  if (link->until) member.lost = link->until->plus_days(1);
  return std::optional(std::move(member));
}

}  // namespace

Result<> refresh_members(Ledger& ledger, const store::View& view, const MemberAccess& access,
                         const std::vector<base::PersonId>& people, base::Moment now) {
  std::vector<Member> members;
  for (const auto& id : people) {
    auto member = KENPO_TRY(member_as_they_stand(view, access, id, now));
    if (member) {
      members.push_back(*std::move(member));
    } else {
      ledger.members.remove(id);
    }
  }
  ledger.members.put(members);
  return base::Done{};
}

}  // namespace kenpo::eligibility
