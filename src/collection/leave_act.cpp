#include "collection/leave_act.h"

#include <algorithm>

#include "eligibility/establishment_store.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "premium/change_effect_act.h"
#include "premium/leave_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Result;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;
using premium::LeaveDays;
using premium::LeaveFact;

base::Fault entry_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

template <const notice::Operation& operation>
MemberAccess leave_access(const Permit<operation>& permit) {
  return MemberAccess(permit.template grant<notice::Purpose::premium_collection>());
}

Result<std::vector<FreedMonth>> freed_by(const LeaveFact& leave,
                                         const std::vector<LeaveFact>& standing) {
  std::vector<LeaveDays> all{days_of(leave)};
  for (const auto& one : standing) {
    if (one.id != leave.id) all.push_back(days_of(one));
  }
  std::vector<FreedMonth> months;
  const auto last = leave.days.to.in_month();
  for (auto month = leave.days.from.in_month(); month <= last; month = month.plus(1)) {
    if (static_cast<int>(months.size()) == leave_months_limit) break;
    months.push_back({month, KENPO_TRY(premium::exemption_by(all, month))});
  }
  return months;
}

/// The period of employment that the leave is in.
Result<eligibility::InsuredPeriod> employed_on(const store::View& view,
                                               const MemberAccess& access,
                                               const InsuredKey& insured, base::Date day) {
  for (const auto& place : KENPO_TRY(eligibility::list_establishments(view))) {
    if (place.symbol != insured.symbol) continue;
    const auto number = eligibility::plain_number(insured.number);
    for (const auto& period :
         KENPO_TRY(eligibility::periods_of_number(view, access, place.id, number))) {
      if (period.status == eligibility::Status::employed && period.holds(day)) return period;
    }
  }
  return entry_fault({"この記号・番号の被保険者が、休業の初めの日に在籍していません。",
                      "Nobody of this number is employed on the first day."},
                     {"記号・番号と休業の初めの日を確かめてください。",
                      "Check the number and the first day."});
}

/// The last day of the child-care leave before.
Result<base::Date> end_of_leave_before(const LeaveFact& leave,
                                       const std::vector<LeaveFact>& standing) {
  std::optional<base::Date> last;
  for (const auto& one : standing) {
    if (one.kind != premium::Leave::childcare || one.days.to >= leave.days.from) continue;
    last = std::max(last, std::optional(one.days.to));
  }
  if (last) return *last;
  return entry_fault({"前の育児休業等の申出が登録されていません。", "There is no leave before."},
                     {"前の休業を先に登録するか、「前の休業との間に就業日がない」を外してください。",
                      "Record the leave before it first, or leave the field empty."});
}

Result<> check_sex(const LeaveFact& leave, const std::optional<eligibility::Person>& person) {
  const bool man = person && person->sex == eligibility::Sex::male;
  if (!man || leave.kind != premium::Leave::maternity) return base::Done{};
  return entry_fault({"男性の産前産後休業は登録できません。", "Maternity leave of a man."},
                     {"休業の種類と番号を確かめてください。", "Check the kind and the number."});
}

/// As on every list: where a protected person works is shown to nobody.
void name_insured(LeaveView& shown, const std::optional<eligibility::Person>& person) {
  if (person) shown.sheltered = person->sheltered;
  shown.name = !person                                               ? "消去済み"
               : shown.sheltered == eligibility::Sheltered::yes ? eligibility::sheltered_name
                                                                     : person->name;
}

/// A leave as the form gives it.
struct Named {
  const InsuredKey& insured;
  LeaveFact leave;
  Between between;
};

Result<LeaveView> judged(const store::View& view, const MemberAccess& access,
                         const notice::Recorder& recorder, const Named& named,
                         base::Moment now) {
  auto leave = named.leave;
  KENPO_TRY(premium::check_leave(leave));
  const auto period = KENPO_TRY(employed_on(view, access, named.insured, leave.days.from));
  if (!recorder.in_scope(period.establishment)) return notice::out_of_scope_fault();
  leave.person = period.person;
  const auto standing = KENPO_TRY(premium::leaves_of(view, access, period.person));
  if (named.between == Between::no_working_day) {
    leave.joined_after = KENPO_TRY(end_of_leave_before(leave, standing));
  }
  KENPO_TRY(premium::check_leave(leave));
  const auto person = KENPO_TRY(eligibility::find_person(view, access, period.person, now));
  KENPO_TRY(check_sex(leave, person));
  const bool known = std::ranges::any_of(standing, [&](const LeaveFact& one) {
    return one.kind == leave.kind && one.days == leave.days;
  });
  if (known) {
    return entry_fault({"同じ申出が登録されています。", "The leave is recorded."},
                       {"一覧を確かめてください。", "Look at the list."});
  }
  LeaveView shown{.leave = leave, .establishment = period.establishment};
  shown.months = KENPO_TRY(freed_by(leave, standing));
  name_insured(shown, person);
  return shown;
}

/// A leave that stands, as the list shows it; nullopt: outside the handler's range.
Result<std::optional<LeaveView>> standing_view(const store::View& view,
                                               const MemberAccess& access,
                                               const notice::Recorder& recorder,
                                               const LeaveFact& leave, base::Moment now) {
  const auto periods = KENPO_TRY(eligibility::periods_of(view, access, leave.person, now));
  const auto period = std::ranges::find_if(
      periods, [&](const auto& one) { return one.holds(leave.days.from); });
  if (period == periods.end() || !recorder.in_scope(period->establishment)) {
    return std::optional<LeaveView>();
  }
  LeaveView shown{.leave = leave, .establishment = period->establishment};
  name_insured(shown, KENPO_TRY(eligibility::find_person(view, access, leave.person, now)));
  const auto standing = KENPO_TRY(premium::leaves_of(view, access, leave.person));
  shown.months = KENPO_TRY(freed_by(leave, standing));
  return std::optional(std::move(shown));
}

base::Fault no_such_leave() {
  return entry_fault({"その申出はありません。", "There is no such leave."},
                     {"一覧から選び直してください。", "Choose it from the list."});
}

}  // namespace

Result<LeavePage> list_leaves(Ledger& ledger, const notice::Acting& acting, std::int64_t skipped,
                              std::int64_t count) {
  return store::read_under<leave_list>(
      ledger, acting,
      [&](const Permit<leave_list>& permit, const store::View& view) -> Result<LeavePage> {
        const auto access = leave_access(permit);
        const auto now = ledger.gate.clock().now();
        LeavePage page{.count = KENPO_TRY(premium::count_leaves(view, access))};
        for (const auto& leave : KENPO_TRY(premium::list_leaves(view, access, skipped, count))) {
          auto shown = KENPO_TRY(standing_view(view, access, permit.recorder(), leave, now));
          if (shown) page.leaves.push_back(*std::move(shown));
        }
        return page;
      });
}

Result<LeaveView> try_leave(Ledger& ledger, const notice::Acting& acting,
                            const InsuredKey& insured, LeaveFact leave, Between between) {
  return store::read_under<leave_list>(
      ledger, acting,
      [&](const Permit<leave_list>& permit, const store::View& view) -> Result<LeaveView> {
        return judged(view, leave_access(permit), permit.recorder(),
                      {insured, leave, between}, ledger.gate.clock().now());
      });
}

Result<premium::ChangeEffect> leave_effect(Ledger& ledger, const notice::Acting& acting,
                                           const LeaveFact& leave) {
  return premium::preview_change(ledger, acting,
                                 {leave.person, premium::LeaveAddition{days_of(leave)}});
}

Result<LeaveTakenBack> try_taking_back(Ledger& ledger, const notice::Acting& acting,
                                       const premium::LeaveId& id) {
  auto read = store::read_under<leave_list>(
      ledger, acting,
      [&](const Permit<leave_list>& permit, const store::View& view) -> Result<LeaveView> {
        const auto access = leave_access(permit);
        const auto leave = KENPO_TRY(premium::find_leave(view, access, id));
        if (!leave) return no_such_leave();
        auto shown = KENPO_TRY(standing_view(view, access, permit.recorder(), *leave,
                                             ledger.gate.clock().now()));
        if (!shown) return notice::out_of_scope_fault();
        return *std::move(shown);
      });
  auto taken = KENPO_TRY(std::move(read));
  auto effect = KENPO_TRY(premium::preview_change(
      ledger, acting, {taken.leave.person, premium::LeaveRemoval{days_of(taken.leave)}}));
  return LeaveTakenBack{std::move(taken), std::move(effect)};
}

Result<LeaveView> record_leave(Ledger& ledger, const notice::Acting& acting,
                               const InsuredKey& insured, LeaveFact leave, Between between) {
  return store::write_under<leave_record>(
      ledger, acting,
      [&](const Permit<leave_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<LeaveView> {
        const auto access = leave_access(permit);
        auto shown = KENPO_TRY(
            judged(transaction, access, permit.recorder(), {insured, leave, between}, now));
        KENPO_TRY(premium::put(transaction, access, shown.leave, now));
        return shown;
      });
}

Result<> take_leave_back(Ledger& ledger, const notice::Acting& acting,
                         const premium::LeaveId& id) {
  return store::write_under<leave_record>(
      ledger, acting,
      [&](const Permit<leave_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto access = leave_access(permit);
        const auto leave = KENPO_TRY(premium::find_leave(transaction, access, id));
        if (!leave) return no_such_leave();
        const auto periods =
            KENPO_TRY(eligibility::periods_of(transaction, access, leave->person, now));
        const bool in_range = std::ranges::any_of(periods, [&](const auto& one) {
          return permit.recorder().in_scope(one.establishment);
        });
        if (!in_range) return notice::out_of_scope_fault();
        KENPO_TRY(premium::withdraw_leave(transaction, access, id, now));
        return base::Done{};
      });
}

}  // namespace kenpo::collection
