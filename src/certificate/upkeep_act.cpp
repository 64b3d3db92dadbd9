// Bringing the papers of the whole society up to date: who is looked at, and in which chunks.
#include <algorithm>
#include <set>

#include "certificate/paper_act.h"
#include "certificate/print_run_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/notified_paper_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "law/book.h"

namespace kenpo::certificate {

using base::Date;
using base::Result;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

namespace of_candidates {

/// What happened between the two days is looked at; corrections since the moment.
struct Window {
  Date after;
  Date on;
  std::optional<base::Moment> since;  // none: the first time

  bool holds(Date day) const { return after < day && day <= on; }
};

class Candidates {
 public:
  Candidates(const store::View& view, const HolderAccess& access, Window window)
      : view_(view), access_(access), window_(window) {}

  Result<std::vector<base::PersonId>> find() {
    KENPO_TRY(insured());
    KENPO_TRY(dependents());
    KENPO_TRY(corrected());
    KENPO_TRY(by_age());
    KENPO_TRY(by_papers());
    return std::vector<base::PersonId>(found_.begin(), found_.end());
  }

 private:
  Result<> insured() {
    if (window_.since) {
      KENPO_TRY(eligibility::each_period_change(
          view_, access_.member, *window_.since,
          [&](const base::PersonId& person, Date) { found_.insert(person); }));
    }
    KENPO_TRY(eligibility::each_period(
        view_, access_.member, [&](const eligibility::InsuredPeriod& period) {
          const bool lost = period.lost && window_.holds(*period.lost);
          if (lost || window_.holds(period.acquired)) found_.insert(period.person);
        }));
    return base::Done{};
  }

  /// Those who came or went, and those of an insured person who did.
  Result<> dependents() {
    std::vector<base::PersonId> more;
    KENPO_TRY(eligibility::each_dependent(
        view_, access_.member, [&](const eligibility::DependentLink& link) {
          const bool ended = link.until && window_.holds(link.until->plus_days(1));
          if (ended || window_.holds(link.from) || found_.contains(link.insured)) {
            more.push_back(link.dependent);
          }
        }));
    found_.insert(more.begin(), more.end());
    return base::Done{};
  }

  Result<> corrected() {
    // The first time, every wish that no paper has answered yet.
    KENPO_TRY(eligibility::each_notified_paper_change(
        view_, access_.member, window_.since.value_or(base::Moment()),
        [&](const base::PersonId& person) { found_.insert(person); }));
    if (!window_.since) return base::Done{};
    return eligibility::each_person_change(
        view_, access_.member, *window_.since,
        [&](const base::PersonId& person) { found_.insert(person); });
  }

  /// A year before 70 is reached to the 75th birthday: the shares of these ages.
  Result<> by_age() {
    const auto& book = law::Book::carried();
    const auto first = KENPO_TRY(book.count("certificate.elderly.first_age", window_.on));
    const auto last = KENPO_TRY(book.count("eligibility.loss_age", window_.on));
    const Date youngest = window_.on.plus_years_clamped(1 - first.value);
    const Date oldest = window_.on.plus_years_clamped(-last.value - 1);
    KENPO_TRY(
        eligibility::each_born(view_, access_.member, [&](const base::PersonId& person, Date born) {
          if (oldest <= born && born <= youngest) {
            found_.insert(person);
          }
        }));
    return base::Done{};
  }

  /// Waiting papers, papers that end soon, and those whose contents depend on a class.
  Result<> by_papers() {
    const auto lead = KENPO_TRY(law::Book::carried().count("certificate.renewal.lead", window_.on));
    const Date horizon = window_.on.plus_months_clamped(lead.value + 1);
    for (const auto kind : kinds) {
      const bool by_class = kind == Kind::limit || kind == Kind::reduction || kind == Kind::disease;
      const bool by_end = kind == Kind::confirmation || kind == Kind::elderly;
      for (const auto state : {State::to_issue, State::issued, State::delivered}) {
        if (state != State::to_issue && !by_class && !by_end) continue;
        KENPO_TRY(each_in_state(view_, access_.member, kind, state, [&](const Certificate& paper) {
          const bool ends = paper.until && *paper.until < horizon;
          if (state == State::to_issue || by_class || ends) found_.insert(paper.person);
        }));
      }
    }
    return base::Done{};
  }

  const store::View& view_;
  const HolderAccess& access_;
  Window window_;
  std::set<base::PersonId> found_;
};

/// The window since the last upkeep; the first one begins with the month.
Result<Window> window_of(const store::View& view, base::Month month, base::Moment now) {
  const auto last = KENPO_TRY(last_upkeep(view));
  if (last) return Window{last->at.day(), now.day(), last->at};
  return Window{std::min(month.first_day(), now.day()).plus_days(-1), now.day(), std::nullopt};
}

struct FoundPeople {
  std::vector<base::PersonId> people;
  bool first = false;  // the first upkeep of all
};

Result<FoundPeople> find_candidates(Ledger& ledger, const Acting& acting, base::Month month,
                                    base::Moment now) {
  return ledger.gate.perform<certificate_upkeep>(
      acting, [&](const Permit<certificate_upkeep>& permit) -> Result<FoundPeople> {
        const auto access = holder_access(permit);
        const auto view = KENPO_TRY(ledger.database.read());
        const auto window = KENPO_TRY(window_of(view, month, now));
        auto people = KENPO_TRY(Candidates(view, access, window).find());
        return FoundPeople{std::move(people), !window.since};
      });
}

Result<UpkeepCount> keep_chunk(Ledger& ledger, const Acting& acting,
                               std::span<const base::PersonId> people) {
  return ledger.gate.perform<certificate_upkeep>(
      acting, [&](const Permit<certificate_upkeep>& permit) -> Result<UpkeepCount> {
        const auto access = holder_access(permit);
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        UpkeepCount sum;
        for (const auto& person : people) {
          const auto kept = KENPO_TRY(eligibility::kept_person(transaction, person, now));
          const auto known = known_holder(transaction, access, kept, now);
          if (!known.ok() || !in_scope(permit.recorder(), known->holder)) continue;
          const auto count = KENPO_TRY(keep_up({transaction, access, now}, *known));
          sum.people += count.people;
          sum.to_issue += count.to_issue;
          sum.to_collect += count.to_collect;
          sum.dropped += count.dropped;
          sum.invited += count.invited;
        }
        KENPO_TRY(transaction.commit(permit.recorder()));
        return sum;
      });
}

/// Keeps that it was done: the next time begins here.
Result<> keep_mark(Ledger& ledger, const Acting& acting, const UpkeepDone& done) {
  return ledger.gate.perform<certificate_upkeep>(
      acting, [&](const Permit<certificate_upkeep>& permit) -> Result<> {
        auto transaction = KENPO_TRY(ledger.database.write());
        KENPO_TRY(add(transaction, done));
        return transaction.commit(permit.recorder());
      });
}

}  // namespace of_candidates

Result<UpkeepCount> keep_all_papers(Ledger& ledger, const Acting& acting, base::Month month,
                                    const base::TellProgress& tell) {
  using namespace of_candidates;
  const auto now = ledger.gate.clock().now();
  const auto found = find_candidates(ledger, acting, month, now);
  if (!found.ok()) return found.faults();
  const auto& people = found->people;
  // The first day of the ledger stands before its first papers are decided. Were this run to break
  // off, the next one would look at everything since that day.
  if (found->first) {
    const Date begins = std::min(month.first_day(), now.day());
    KENPO_TRY(keep_mark(ledger, acting, {begins, base::start_of(begins).plus_milliseconds(-1)}));
  }
  UpkeepCount sum;
  for (std::size_t at = 0; at < people.size(); at += upkeep_chunk) {
    const auto size = std::min(upkeep_chunk, people.size() - at);
    const auto count = KENPO_TRY(
        keep_chunk(ledger, acting, std::span<const base::PersonId>(people).subspan(at, size)));
    sum.people += count.people;
    sum.to_issue += count.to_issue;
    sum.to_collect += count.to_collect;
    sum.dropped += count.dropped;
    sum.invited += count.invited;
    if (tell) {
      tell({static_cast<std::int64_t>(at + size),
            static_cast<std::int64_t>(people.size()),
            {"証の点検", "keeping certificates"}});
    }
  }
  KENPO_TRY(keep_mark(ledger, acting, {now.day(), now}));
  return sum;
}

}  // namespace kenpo::certificate
