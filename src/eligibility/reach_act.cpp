#include "eligibility/reach_act.h"

#include <algorithm>
#include <variant>

#include "eligibility/absence_rule.h"
#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "eligibility/voluntary_rule.h"
#include "eligibility/work_item_store.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Month;
using base::Result;
using notice::Permit;
using notice::Purpose;

/// The effect lies at most so far from the birthday: the exact day is asked of the rule.
constexpr int span_days = 70;

WorkKind work_kind(Reach reach) {
  switch (reach) {
    case Reach::care_begins:
      return WorkKind::reached_40;
    case Reach::care_ends:
      return WorkKind::reached_65;
    case Reach::elderly:
      return WorkKind::reached_70;
    case Reach::later_stage:
      return WorkKind::reached_75;
  }
  return WorkKind::reached_40;
}

/// Births that may have their effect in the month; a little wider than needed.
Result<base::Span> births_for(Reach reach, Month month) {
  const int years = KENPO_TRY(reach_age(reach));
  return base::Span{month.first_day().plus_years_clamped(-years).plus_days(-span_days),
                    month.last_day().plus_years_clamped(-years).plus_days(span_days)};
}

struct ReachDays {
  Date reached;
  Date effect;
};

/// The days when the effect lies in the month.
Result<std::optional<ReachDays>> days_in(Reach reach, Date born, Month month) {
  const auto decision = KENPO_TRY(reach_day(reach, born));
  if (decision.value.in_month() != month) return std::optional<ReachDays>();
  return std::optional(
      ReachDays{std::get<Date>(decision.basis.front().fact), decision.value});
}

bool concerns_dependents(Reach reach) {
  return reach == Reach::elderly || reach == Reach::later_stage;
}

struct Concerned {
  base::PersonId person;
  base::EstablishmentId establishment;
};

/// Whether the person is insured, or a dependent, on the day; and where.
Result<std::optional<Concerned>> cover_on(const store::View& view, const MemberAccess& access,
                                          const base::PersonId& person, Reach reach, Date on,
                                          base::Moment now) {
  // Who loses on the day held the status on the day before it.
  const Date day = reach == Reach::later_stage ? on.plus_days(-1) : on;
  for (const auto& period : KENPO_TRY(periods_of(view, access, person, now))) {
    if (period.holds(day)) return std::optional(Concerned{person, period.establishment});
  }
  if (!concerns_dependents(reach)) return std::optional<Concerned>();
  for (const auto& link : KENPO_TRY(links_of(view, access, person, now))) {
    if (link.from > day || (link.until && *link.until < day)) continue;
    for (const auto& period : KENPO_TRY(periods_of(view, access, link.insured, now))) {
      if (period.holds(day)) return std::optional(Concerned{person, period.establishment});
    }
  }
  return std::optional<Concerned>();
}

struct Birth {
  base::PersonId person;
  Date born;
};

/// Everybody old enough and not too old for any of the ages in the month.
Result<std::vector<Birth>> births_of(const store::View& view, const MemberAccess& access,
                                     Month month) {
  const auto oldest = KENPO_TRY(births_for(Reach::later_stage, month));
  const auto youngest = KENPO_TRY(births_for(Reach::care_begins, month));
  std::vector<Birth> births;
  KENPO_TRY(each_born(view, access, [&](const base::PersonId& person, Date born) {
    if (oldest.from <= born && born <= youngest.to) births.push_back({person, born});
  }));
  return births;
}

WorkItem reach_item(const Concerned& concerned, WorkKind kind, const base::CaseId& case_id,
                    Date on, base::Moment now) {
  return {.kind = kind,
          .person = concerned.person,
          .establishment = concerned.establishment,
          .case_id = case_id,
          .month = on.in_month(),
          .due = on,
          .opened_at = now};
}

/// Opens the item unless the person ever had it for the month.
Result<bool> open_once(store::Transaction& transaction, const WorkItem& item) {
  if (KENPO_TRY(had_item(transaction, *item.person, item.kind, item.month))) return false;
  KENPO_TRY(add(transaction, item));
  return true;
}

/// An absence that goes on is looked at every so often (当組合の定め).
Result<> open_absence_items(store::Transaction& transaction, const MemberAccess& access,
                            const base::CaseId& case_id, Month month, base::Moment now,
                            ReachItems& opened) {
  std::vector<Circumstance> absences;
  KENPO_TRY(each_circumstance(transaction, access, [&](const Circumstance& one) {
    if (one.kind == CircumstanceKind::long_absence) absences.push_back(one);
  }));
  for (const auto& absence : absences) {
    const auto on = KENPO_TRY(absence_review_in(absence, month));
    if (!on) continue;
    for (const auto& period : KENPO_TRY(periods_of(transaction, access, absence.person, now))) {
      if (period.id != absence.period || !period.holds(*on)) continue;
      const auto item = reach_item({absence.person, period.establishment},
                                   WorkKind::absence_review, case_id, *on, now);
      if (KENPO_TRY(open_once(transaction, item))) ++opened.absences;
    }
  }
  return base::Done{};
}

}  // namespace

Result<ReachPage> list_reaches(const Permit<reach_list>& permit, Ledger& ledger, Reach reach,
                               Month month, std::size_t page) {
  const MemberAccess access(permit.grant<Purpose::member_administration>());
  if (!access.in_force()) return notice::withdrawn_fault();
  std::vector<ReachedMember> all;
  std::vector<Member> born;
  const auto span = KENPO_TRY(births_for(reach, month));
  ledger.members.each_born(span, [&](const Member& member) {
    const bool right_kind = member.branch == 0 || concerns_dependents(reach);
    if (right_kind && permit.recorder().in_scope(member.establishment)) born.push_back(member);
  });
  for (auto& member : born) {
    const auto days = KENPO_TRY(days_in(reach, member.born, month));
    if (!days || access.stopped(member.person)) continue;
    if (member.lost && *member.lost < days->effect) continue;
    all.push_back({std::move(member), reach, days->reached, days->effect});
  }
  std::ranges::sort(all, {}, [](const ReachedMember& one) {
    return std::pair(one.effect, one.member.person);
  });
  ReachPage shown{.count = all.size()};
  const auto from = (page - 1) * reaches_of_a_page;
  for (auto at = from; at < all.size() && shown.members.size() < reaches_of_a_page; ++at) {
    access.touched(all[at].member.person);
    shown.members.push_back(std::move(all[at]));
  }
  return shown;
}

Result<ReachItems> open_reach_items(Ledger& ledger, const notice::Acting& acting, Month month) {
  return ledger.gate.perform<reach_open>(
      acting, [&](const Permit<reach_open>& permit) -> Result<ReachItems> {
        const MemberAccess access(permit.grant<Purpose::member_administration>());
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        const auto case_id = base::CaseId::draw();
        ReachItems opened;
        for (const auto& birth : KENPO_TRY(births_of(transaction, access, month))) {
          for (const auto reach : reaches) {
            const auto days = KENPO_TRY(days_in(reach, birth.born, month));
            if (!days) continue;
            const auto concerned = KENPO_TRY(
                cover_on(transaction, access, birth.person, reach, days->effect, now));
            if (!concerned) continue;
            const auto item =
                reach_item(*concerned, work_kind(reach), case_id, days->effect, now);
            if (KENPO_TRY(open_once(transaction, item))) ++opened.ages;
          }
        }
        // 健康保険法38条1号
        for (const auto& period : KENPO_TRY(periods_with(transaction, access, Status::voluntary))) {
          if (period.lost) continue;
          const auto end = KENPO_TRY(voluntary_loss(period.acquired, std::nullopt));
          if (end.value.in_month() != month) continue;
          const auto item = reach_item({period.person, period.establishment},
                                       WorkKind::voluntary_term, case_id, end.value, now);
          if (KENPO_TRY(open_once(transaction, item))) ++opened.terms;
        }
        KENPO_TRY(open_absence_items(transaction, access, case_id, month, now, opened));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return opened;
      });
}

}  // namespace kenpo::eligibility
