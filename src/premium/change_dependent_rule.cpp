#include "premium/change_dependent_rule.h"

#include <algorithm>

#include "law/book.h"
#include "premium/change_rule.h"

namespace kenpo::premium {

namespace {

using base::Date;
using base::Result;
using eligibility::DependentLink;
using eligibility::InsuredPeriod;
using Changed = law::Decision<ChangedFacts>;

base::Fault cannot_be_dependent(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

base::Fault no_such_link() {
  return cannot_be_dependent({"指定された被扶養者の認定がありません", "There is no such dependent"},
                 {"台帳にありません", "The ledger does not have it"},
                 {"加入者台帳を開き直してから、もう一度選んでください",
                  "Open the member's ledger again and choose anew"});
}

const DependentLink* find_link(const KnownFacts& known, const eligibility::DependentLinkId& id) {
  const auto found = std::ranges::find(known.links, id, &DependentLink::id);
  return found == known.links.end() ? nullptr : &*found;
}

// 健康保険法3条7項ただし書
Result<> check_age(const KnownFacts& known, const DependentLink& link) {
  const auto person =
      std::ranges::find(known.people, link.dependent, &eligibility::Person::id);
  if (person == known.people.end()) return no_such_link();
  if (link.from < person->born) {
    return cannot_be_dependent({"被扶養者になった日が生年月日より前です", "The day lies before the birth"}, {},
                   {"なった日と生年月日を確かめてください", "Check the day and the birth date"});
  }
  const auto age = KENPO_TRY(law::Book::carried().count("eligibility.loss_age", link.from));
  if (link.from <= base::reaches_age(person->born, age.value)) return base::Done{};
  return cannot_be_dependent({"75歳以上の人は被扶養者になれません", "People of 75 cannot be dependents"},
                 {"後期高齢者医療の被保険者です（健康保険法3条7項ただし書）",
                  "They belong to the later-stage scheme (art 3(7))"},
                 {"なった日と生年月日を確かめてください", "Check the day and the birth date"});
}

/// 健康保険法3条7項: a dependent belongs to an insured person on every day.
Result<> check_insured(const KnownFacts& known, const DependentLink& link) {
  auto next = link.from;
  bool goes_on = false;
  // Periods follow one another; the oldest first.
  auto periods = known.insured_periods;
  std::ranges::sort(periods, {}, &InsuredPeriod::acquired);
  for (const auto& period : periods) {
    if (period.person != link.insured || !period.holds(next)) continue;
    goes_on = !period.lost;
    if (goes_on) break;
    next = *period.lost;
  }
  const bool covered = goes_on || (link.until && *link.until < next);
  if (covered) return base::Done{};
  return cannot_be_dependent({"被保険者の資格がない日があります",
                  "The insured person has no status on some of the days"},
                 {"被扶養者は、被保険者の資格がある間に限ります（健康保険法3条7項）",
                  "A dependent belongs to an insured person (art 3(7))"},
                 {"なった日・最後の日と、被保険者の資格取得日・喪失日を確かめてください",
                  "Check both days and those of the insured person"});
}

Result<> check_overlap(const KnownFacts& known, const DependentLink& link) {
  for (const auto& other : known.links) {
    if (other.id == link.id) continue;
    const bool before = other.until && *other.until < link.from;
    const bool after = link.until && *link.until < other.from;
    if (before || after) continue;
    return cannot_be_dependent({"別の被扶養者の期間と重なります", "The days overlap those of another link"},
                   {"同じ日に二人の被扶養者にはなれません",
                    "Nobody is the dependent of two people on one day"},
                   {"なった日か最後の日を直すか、先に別の期間を訂正してください",
                    "Correct the days, or the other link first"});
  }
  return base::Done{};
}

}  // namespace

// 健康保険法3条7項, 施行規則38条
Result<Changed> decide_dependent_change(const KnownFacts& known,
                                        const DependentCorrection& proposed) {
  const auto* old = find_link(known, proposed.link);
  if (old == nullptr) return no_such_link();
  if (proposed.until && *proposed.until < proposed.from) {
    return cannot_be_dependent(
        {"最後の日が被扶養者になった日より前です", "The last day is before the beginning"},
        {"最後の日は、被扶養者でなくなった日の前日です", "It is the day before the end"},
        {"二つの日を確かめてください。認定そのものが誤りなら「被扶養者の認定の取消し」を選んでください",
         "Check both days, or cancel the recognition"});
  }
  auto link = *old;
  link.from = proposed.from;
  link.until = proposed.until;
  Changed decision;
  if (link == *old) return decision;
  KENPO_TRY(check_age(known, link));
  KENPO_TRY(check_insured(known, link));
  KENPO_TRY(check_overlap(known, link));
  decision.basis.push_back(
      {{"訂正後の被扶養者になった日", "Dependent from, as corrected"}, "健康保険法3条7項", link.from});
  if (link.until) {
    decision.basis.push_back({{"訂正後の被扶養者であった最後の日", "Last day, as corrected"},
                              "健康保険法施行規則38条",
                              *link.until});
  }
  decision.value.links.push_back(std::move(link));
  return decision;
}

Result<Changed> decide_dependent_cancellation(const KnownFacts& known,
                                              const DependentCancellation& proposed) {
  const auto* old = find_link(known, proposed.link);
  if (old == nullptr) return no_such_link();
  Changed decision;
  decision.value.ended_links.push_back(*old);
  decision.basis.push_back({{"取り消す認定の、被扶養者になった日", "Recognition that is cancelled"},
                            "健康保険法3条7項",
                            old->from});
  return decision;
}

namespace {

/// The days of unbroken status of one person, the oldest first; without a last day it goes on.
struct Cover {
  Date first;
  std::optional<Date> last;
  bool holds(Date day) const { return first <= day && (!last || day <= *last); }
};

std::vector<Cover> cover_of(const base::PersonId& person, std::vector<InsuredPeriod> periods) {
  std::ranges::sort(periods, {}, &InsuredPeriod::acquired);
  std::vector<Cover> cover;
  for (const auto& period : periods) {
    if (period.person != person) continue;
    const auto last = period.lost ? std::optional(period.lost->plus_days(-1)) : std::nullopt;
    const bool joins = !cover.empty() &&
                       (!cover.back().last || period.acquired <= cover.back().last->plus_days(1));
    if (!joins) {
      cover.push_back({period.acquired, last});
    } else if (cover.back().last) {
      cover.back().last = last ? std::optional(std::max(*cover.back().last, *last)) : last;
    }
  }
  return cover;
}

const Cover* holding(const std::vector<Cover>& cover, Date day) {
  const auto found =
      std::ranges::find_if(cover, [&](const Cover& one) { return one.holds(day); });
  return found == cover.end() ? nullptr : &*found;
}

/// The first time of status that ends on the day or later; null: none.
const Cover* from_on(const std::vector<Cover>& cover, Date day) {
  const auto found = std::ranges::find_if(
      cover, [&](const Cover& one) { return !one.last || day <= *one.last; });
  return found == cover.end() ? nullptr : &*found;
}

/// The link as the status now allows it; nullopt: nothing of it is left.
std::optional<DependentLink> fitted(DependentLink link, const std::vector<Cover>& before,
                                    const std::vector<Cover>& after) {
  const auto* held = holding(before, link.from);
  const bool in_order =
      held != nullptr && (!held->last || (link.until && *link.until <= *held->last));
  if (!in_order) return link;  // what was not in order before is not touched
  const bool ended_with_it = link.until == held->last;
  const auto* now = from_on(after, link.from);
  if (now == nullptr || (link.until && *link.until < now->first)) return std::nullopt;
  link.from = std::max(link.from, now->first);
  const bool beyond = now->last && (!link.until || *now->last < *link.until);
  if (ended_with_it || beyond) link.until = now->last;
  return link;
}

}  // namespace

void fit_dependents(const KnownFacts& known, law::Decision<ChangedFacts>& decision) {
  auto& changed = decision.value;
  if (changed.periods.empty() && changed.ended_periods.empty()) return;
  const auto after = applied(known, changed).periods;
  bool moved = false;
  for (const auto& old : known.dependents) {
    const auto now = fitted(old, cover_of(old.insured, known.periods),
                            cover_of(old.insured, after));
    if (now == old) continue;
    moved = true;
    if (now) {
      changed.links.push_back(*now);
    } else {
      changed.ended_links.push_back(old);
    }
  }
  if (!moved) return;
  decision.basis.push_back({{"被扶養者の期間も、被保険者の資格に合わせて直す",
                             "The times of the dependents follow the status"},
                            "健康保険法3条7項",
                            true});
}

}  // namespace kenpo::premium
