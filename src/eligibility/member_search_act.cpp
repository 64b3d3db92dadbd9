#include "eligibility/member_search_act.h"

#include <unordered_map>
#include <unordered_set>

#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using Access = notice::Access<notice::Category::eligibility>;

/// The latest period of each insured person.
Result<std::unordered_map<base::PersonId, InsuredPeriod>> latest_periods(const store::View& view,
                                                                         const Access& access) {
  std::unordered_map<base::PersonId, InsuredPeriod> latest;
  KENPO_TRY(each_period(view, access, [&](InsuredPeriod period) {
    const auto [known, added] = latest.try_emplace(period.person, period);
    if (!added && known->second.acquired < period.acquired) known->second = std::move(period);
  }));
  return latest;
}

void add_period(Member& member, const InsuredPeriod& period) {
  member.establishment = period.establishment;
  member.symbol = period.symbol;
  member.number = period.number;
  member.lost = period.lost;
}

}  // namespace

Result<> build_member_index(Ledger& ledger, const notice::Acting& acting) {
  return ledger.gate.perform<member_index_build>(
      acting, [&](const notice::Permit<member_index_build>& permit) -> Result<> {
        const Access access(permit.grant<notice::Purpose::member_administration>());
        const auto view = KENPO_TRY(ledger.database.read());
        const auto periods = KENPO_TRY(latest_periods(view, access));
        std::unordered_map<base::PersonId, DependentLink> links;
        KENPO_TRY(each_dependent(view, access, [&](const DependentLink& link) {
          const auto [known, added] = links.try_emplace(link.dependent, link);
          if (!added && known->second.from < link.from) known->second = link;
        }));
        const auto listed = KENPO_TRY(protected_people(view, access));
        const std::unordered_set<base::PersonId> sheltered(listed.begin(), listed.end());
        std::vector<Member> members;
        members.reserve(periods.size() + links.size());
        KENPO_TRY(each_person(view, access, [&](Person person) {
          Member member{.person = person.id,
                        .establishment = base::EstablishmentId::draw(),
                        .name = std::move(person.name),
                        .name_kana = std::move(person.name_kana),
                        .born = person.born,
                        .sheltered = sheltered.contains(person.id) ? Sheltered::yes
                                                                   : Sheltered::no};
          const auto own = periods.find(person.id);
          const auto link = links.find(person.id);
          // Someone who was insured and is a dependent of another now is shown as that.
          const bool is_insured =
              own != periods.end() &&
              (!own->second.lost || link == links.end() || link->second.until);
          if (is_insured) {
            add_period(member, own->second);
          } else if (link != links.end()) {
            const auto insured = periods.find(link->second.insured);
            if (insured == periods.end()) return;
            add_period(member, insured->second);
            member.branch = link->second.branch;
            if (link->second.until) member.lost = link->second.until->plus_days(1);
          } else {
            return;
          }
          members.push_back(std::move(member));
        }));
        ledger.members.clear();
        ledger.members.put(members);
        return base::Done{};
      });
}

Result<MemberHits> search_members(Ledger& ledger, const notice::Acting& acting,
                                  std::string_view query) {
  return ledger.gate.perform<member_search>(
      acting, [&](const notice::Permit<member_search>& permit) -> Result<MemberHits> {
        const Access access(permit.grant<notice::Purpose::member_administration>());
        const auto& recorder = permit.recorder();
        auto hits = ledger.members.search(query, [&](const base::EstablishmentId& establishment) {
          return recorder.in_scope(establishment);
        });
        if (!access.in_force()) return notice::withdrawn_fault();
        // The index in memory does not know who had this use stopped.
        std::erase_if(hits.members,
                      [&](const Member& member) { return access.stopped(member.person); });
        for (const auto& member : hits.members) access.touched(member.person);
        return hits;
      });
}

}  // namespace kenpo::eligibility
