#include "premium/month_levy_act.h"

#include <algorithm>

#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "premium/change_store.h"
#include "premium/leave_store.h"
#include "premium/closing_store.h"
#include "premium/levy_ledger_store.h"
#include "premium/limitation_rule.h"
#include "premium/posting_store.h"
#include "premium/rate_requirement_store.h"
#include "premium/society_rate_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;

base::Fault order_fault(base::Words why, base::Words mend) {
  return {{"この月は調定できません", "The month cannot be levied"},
          std::move(why),
          std::move(mend),
          {}};
}


/// Adds a posting to what was posted for its period and kind.
void accumulate(Posting& sum, const Posting& more) {
  sum.parts += more.parts;
  sum.insured += more.insured;
  sum.total += more.total;
}

}  // namespace

MonthLevy::MonthLevy(Given given)
    : given_(given), started_(given.ledger.gate.clock().now()) {
  levy_.month = given_.month;
}

void MonthLevy::show(std::int64_t done, std::int64_t total, base::Words what) const {
  if (given_.show) given_.show({done, total, std::move(what)});
}

Result<Levy> MonthLevy::run() {
  show(0, 0, {"保険料の計算", "Working out the premiums"});
  KENPO_TRY(assess());
  KENPO_TRY(post());
  KENPO_TRY(close());
  return levy_;
}

Result<> MonthLevy::check_order(const store::View& view) {
  runs_ = KENPO_TRY(list_runs(view));
  if (given_.month > started_.day().in_month()) {
    return order_fault({base::Plain(given_.month) + "はまだ始まっていません",
                        base::Plain(given_.month) + " has not begun"},
                       {"その月になってから実行してください", "Run it when the month has begun"});
  }
  KENPO_TRY(check_open(view, given_.month));
  if (runs_.empty()) return base::Done{};
  const auto last = runs_.back().month;
  if (given_.month < last) {
    return order_fault({base::Plain(last) + "まで調定済みです",
                        base::Plain(last) + " was levied already"},
                       {"過去の月の変更は次の調定で差額になります",
                        "Changes of earlier months are posted with the next levy"});
  }
  if (given_.month > last.plus(1)) {
    return order_fault({base::Plain(last.plus(1)) + "の調定がまだです",
                        base::Plain(last.plus(1)) + " was not levied"},
                       {"先にその月を調定してください", "Levy that month first"});
  }
  return base::Done{};
}

Result<> MonthLevy::assess() {
  const auto view = KENPO_TRY(given_.ledger.database.read());
  KENPO_TRY(check_order(view));
  rates_ = KENPO_TRY(resolved_rates_of(view, given_.month));
  if (auto before = rates_of(view, given_.month.plus(-1)); before.ok()) rates_before_ = *before;
  for (const auto& notice : KENPO_TRY(issued_for(view, given_.month))) {
    issued_.insert(notice.establishment);
  }
  KENPO_TRY(assess_this_month(view));
  KENPO_TRY(assess_earlier_months(view));
  const auto order = [](const Posting& one) {
    return std::tuple(one.person, one.month, one.period, one.kind);
  };
  if (!std::ranges::is_sorted(postings_, {}, order)) std::ranges::sort(postings_, {}, order);
  return base::Done{};
}

Result<> MonthLevy::assess_this_month(const store::View& view) {
  const auto facts = KENPO_TRY(
      load_facts(given_.ledger, given_.acting, view, given_.access, given_.month));
  Posted posted;
  KENPO_TRY(each_posting(view, given_.access, given_.month, given_.month,
                         [&](const Posting& one) {
                           const auto [at, added] = posted.try_emplace(key_of(one), one);
                           if (!added) accumulate(at->second, one);
                         }));
  return reconcile(facts, given_.month, rates_, posted);
}

/// What each period owes against what was posted for it.
Result<> MonthLevy::reconcile(const LevyFacts& facts, Month month, const SocietyRates& rates,
                              Posted& posted) {
  const bool this_month = month == given_.month;
  for (const auto& one : facts) {
    const auto owed = KENPO_TRY(owed_in(one, month, rates));
    OwedMonth before;
    if (this_month) {
      if (rates_before_) before = KENPO_TRY(owed_in(one, month.plus(-1), *rates_before_));
      if (owed.monthly) ++levy_.persons;
      if (owed.without_standard) {
        ++levy_.without_standard;
        items_.emplace_back(one.person, eligibility::WorkKind::not_determined);
      }
    }
    reconcile_at(one, one.establishment, month, before, owed, posted);
    for (const auto& place : other_workplaces(before, owed)) {
      reconcile_at(one, place, month, at_workplace(before, one.establishment, place),
                   at_workplace(owed, one.establishment, place), posted);
    }
  }
  take_back_rest(month, posted);
  return base::Done{};
}

void MonthLevy::reconcile_at(const PeriodFacts& facts, const base::EstablishmentId& establishment,
                             Month month, const OwedMonth& before, const OwedMonth& owed,
                             Posted& posted) {
  mask_ = mask_of(Cause::retroactive);
  if (month == given_.month) add_causes(facts, establishment, before, owed);
  post_difference(facts, establishment, month, PremiumKind::monthly, owed.monthly, posted);
  post_difference(facts, establishment, month, PremiumKind::bonus, owed.bonus, posted);
}

void MonthLevy::post_difference(const PeriodFacts& facts,
                                const base::EstablishmentId& establishment, Month month,
                                PremiumKind kind, const std::optional<Owed>& owed,
                                Posted& posted) {
  Posting posting{.person = facts.person,
                  .period = facts.period,
                  .establishment = establishment,
                  .kind = kind,
                  .month = month,
                  .billed = given_.month,
                  .causes = mask_,
                  .standard = owed ? owed->standard : base::Yen(),
                  .parts = owed ? owed->parts : Parts{},
                  .insured = owed ? owed->insured : base::Yen(),
                  .total = owed ? owed->total : base::Yen(),
                  .posted_at = started_};
  const auto before = posted.find(key_of(posting));
  if (before != posted.end()) {
    posting.parts = posting.parts - before->second.parts;
    posting.insured -= before->second.insured;
    posting.total -= before->second.total;
    // Posted before and different now, though nothing moved since last month: an earlier fact did.
    if (mask_ == 0) posting.causes = mask_of(Cause::retroactive);
    posted.erase(before);
  }
  if (posting.parts.is_zero()) return;
  if (issued_.contains(posting.establishment)) {
    ++levy_.held_back;
    return;
  }
  postings_.push_back(posting);
}

/// What was posted for periods that stand no more is taken back.
void MonthLevy::take_back_rest(Month month, Posted& posted) {
  for (const auto& [key, before] : posted) {
    if (before.parts.is_zero()) continue;
    if (issued_.contains(before.establishment)) {
      ++levy_.held_back;
      continue;
    }
    Posting back = before;
    back.billed = given_.month;
    back.month = month;
    back.causes = month == given_.month ? mask_of(Cause::loss) : mask_of(Cause::retroactive);
    back.standard = base::Yen();
    back.parts = Parts{} - before.parts;
    back.insured = -before.insured;
    back.total = -before.total;
    back.posted_at = started_;
    postings_.push_back(back);
  }
  posted.clear();
}

void MonthLevy::add_causes(const PeriodFacts& facts, const base::EstablishmentId& establishment,
                           const OwedMonth& before, const OwedMonth& now) {
  const auto parts =
      causes_between(facts, given_.month, before, now, rates_before_, rates_);
  mask_ = parts.mask();
  if (mask_ == 0) return;
  for (int at = 0; at < causes_count; ++at) {
    const auto amount = parts.millionths[static_cast<std::size_t>(at)];
    if (amount == 0) continue;
    const auto cause = static_cast<Cause>(at);
    const auto [line, added] = causes_.try_emplace(
        {establishment, cause}, CauseLine{establishment, given_.month, cause, 0, 0});
    ++line->second.persons;
    line->second.millionths += amount;
  }
}

/// 特定被保険者 (附則7条): what changed about dependents touches the insured person.
Result<> MonthLevy::add_changed_dependents(
    const store::View& view,
    const std::function<void(const base::PersonId&, base::Date)>& note,
    const std::map<base::PersonId, Month>& changed) {
  // A link that began years ago changes nothing that can still be collected before this day.
  const auto oldest = KENPO_TRY(first_collectible_month(started_.day())).first_day();
  std::vector<std::pair<base::PersonId, base::Date>> found;
  KENPO_TRY(eligibility::each_dependent_change(
      view, given_.access, runs_.back().facts_at, [&](const eligibility::DependentLink& link) {
        found.emplace_back(link.insured, std::max(oldest, link.from));
      }));
  KENPO_TRY(eligibility::each_dependent(
      view, given_.access, [&](const eligibility::DependentLink& link) {
        const auto of_dependent = changed.find(link.dependent);
        if (of_dependent == changed.end()) return;
        found.emplace_back(link.insured, std::max(oldest, of_dependent->second.first_day()));
      }));
  for (const auto& [person, day] : found) note(person, day);
  return base::Done{};
}

/// The people whose facts changed since the last levy, with the first month touched.
Result<std::map<base::PersonId, Month>> MonthLevy::changed_people(const store::View& view) {
  std::map<base::PersonId, Month> changed;
  const auto since = runs_.back().facts_at;
  const auto note = [&](const base::PersonId& person, base::Date first_day) {
    const auto month = first_day.in_month();
    if (month >= given_.month) return;
    const auto [at, added] = changed.try_emplace(person, month);
    if (!added) at->second = std::min(at->second, month);
  };
  KENPO_TRY(eligibility::each_period_change(view, given_.access, since, note));
  KENPO_TRY(remuneration::each_remuneration_change(view, given_.access, since, note));
  KENPO_TRY(each_leave_change(view, given_.access, since, note));
  KENPO_TRY(eligibility::each_circumstance_change(view, given_.access, since, note));
  KENPO_TRY(each_change(view, given_.access, since, note));
  KENPO_TRY(eligibility::each_person_change(
      view, given_.access, since, [&](const base::PersonId& person) {
        note(person, runs_.front().month.first_day());
      }));
  if (KENPO_TRY(ever_charges_specific(view))) {
    KENPO_TRY(add_changed_dependents(view, note, changed));
  }
  return changed;
}

// 健康保険法193条1項: back to the limitation of two years.
Result<> MonthLevy::assess_earlier_months(const store::View& view) {
  if (runs_.empty()) return base::Done{};
  const auto oldest = KENPO_TRY(first_collectible_month(started_.day()));
  const auto changed = KENPO_TRY(changed_people(view));
  const auto rates_from = KENPO_TRY(first_rate_change(view, runs_.back().facts_at));
  std::vector<base::PersonId> people;
  people.reserve(changed.size());
  for (const auto& [person, month] : changed) {
    people.push_back(person);
    if (month < oldest && runs_.front().month < oldest) {
      items_.emplace_back(person, eligibility::WorkKind::retroactive_limit);
    }
  }
  const auto facts = KENPO_TRY(load_facts_of(view, given_.access, people, started_));
  for (const auto& run : runs_) {
    if (run.month < oldest || run.month >= given_.month) continue;
    if (rates_from && *rates_from <= run.month) {
      KENPO_TRY(assess_whole_month(view, run.month));
    } else {
      KENPO_TRY(assess_people(view, run.month, people, facts));
    }
  }
  return base::Done{};
}

Result<> MonthLevy::assess_whole_month(const store::View& view, Month month) {
  show(0, 0, {base::Plain(month) + "の再計算", "Working out " + base::Plain(month) + " again"});
  const auto facts = KENPO_TRY(
      load_facts(given_.ledger, given_.acting, view, given_.access, month));
  const auto rates = KENPO_TRY(resolved_rates_of(view, month));
  Posted posted;
  for (auto billed = month; billed <= given_.month; billed = billed.plus(1)) {
    KENPO_TRY(each_posting(view, given_.access, billed, month, [&](const Posting& one) {
      const auto [at, added] = posted.try_emplace(key_of(one), one);
      if (!added) accumulate(at->second, one);
    }));
  }
  return reconcile(facts, month, rates, posted);
}

Result<> MonthLevy::assess_people(const store::View& view, Month month,
                                  const std::vector<base::PersonId>& people,
                                  const LevyFacts& facts) {
  const auto rates = KENPO_TRY(resolved_rates_of(view, month));
  Posted posted;
  for (const auto& person : people) {
    for (const auto& posting : KENPO_TRY(postings_of(view, given_.access, person, started_))) {
      if (posting.month != month) continue;
      const auto [at, added] = posted.try_emplace(key_of(posting), posting);
      if (!added) accumulate(at->second, posting);
    }
  }
  return reconcile(facts, month, rates, posted);
}

Result<> MonthLevy::post() {
  const auto total = static_cast<std::int64_t>(postings_.size());
  for (std::size_t first = 0; first < postings_.size(); first += levy_chunk) {
    const auto last = std::min(first + levy_chunk, postings_.size());
    KENPO_TRY(post_chunk(first, last));
    show(static_cast<std::int64_t>(last), total, {"調定の記帳", "Posting"});
  }
  levy_.postings = total;
  levy_.retroactive = std::ranges::count_if(
      postings_, [&](const Posting& one) { return one.month != given_.month; });
  return base::Done{};
}

/// Postings and the sums behind the bills in one transaction: they never part.
Result<> MonthLevy::post_chunk(std::size_t first, std::size_t last) {
  auto transaction = KENPO_TRY(given_.ledger.database.write());
  std::map<BillKey, Parts> sums;
  for (auto at = first; at < last; ++at) {
    const auto& posting = postings_[at];
    KENPO_TRY(add(transaction, given_.access, posting));
    sums[{posting.establishment, posting.month}] += posting.parts;
  }
  for (const auto& [key, parts] : sums) {
    KENPO_TRY(add(transaction, LevySum{key.first, key.second, given_.month, parts}));
  }
  return transaction.commit(given_.recorder);
}

}  // namespace kenpo::premium
