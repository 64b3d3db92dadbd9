#include "collection/demand_store.h"

#include <algorithm>

#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "premium/care_dependent_store.h"
#include "premium/change_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;
using eligibility::InsuredPeriod;

VoluntaryDemand demand_from(const store::Record<voluntary_demand_table>& record) {
  VoluntaryDemand made{.id = record.get<FundId>("demand"),
                       .debt = {.key = {record.get<DebtKind>("kind"),
                                        payer_of(record.subject()),
                                        record.get<base::Month>("month")},
                                .claimed_on = record.get<base::Date>("claimed_on"),
                                .due = record.get<base::Date>("due"),
                                .health = record.get<Yen>("health"),
                                .child = record.get<Yen>("child")},
                       .period = record.get<eligibility::PeriodId>("period"),
                       .standard = record.get<Yen>("standard"),
                       .months = record.get<int>("months")};
  return made;
}

Result<VoluntaryFacts> facts_of_period(const store::View& view, const DemandAccess& access,
                                       const InsuredPeriod& period, base::Moment now) {
  VoluntaryFacts facts{.person = period.person,
                       .period = period.id,
                       .status = period.status,
                       .acquired = period.acquired,
                       .lost = period.lost};
  const auto person = KENPO_TRY(eligibility::find_person(view, access, period.person, now));
  if (person) facts.born = person->born;
  for (const auto& one :
       KENPO_TRY(remuneration::remunerations_of(view, access, period.person, now))) {
    if (one.period == period.id) facts.standards.push_back({one.from, one.standard});
  }
  std::ranges::sort(facts.standards, {}, &StandardSince::from);
  for (const auto& one : KENPO_TRY(premium::exclusions_of(view, access, period.person, now))) {
    facts.care_exclusions.push_back(one.days);
  }
  facts.care_dependents =
      KENPO_TRY(premium::care_dependents_of(view, access, period.person, now));
  return facts;
}

}  // namespace

Result<> add(store::Transaction& transaction, const VoluntaryRun& run) {
  store::Draft<voluntary_run_table> draft;
  draft.set("month", run.month)
      .set("demanded", run.demanded)
      .set("prepaid", run.prepaid)
      .set("left_over", run.left)
      .set("ran_at", run.ran_at);
  KENPO_TRY(store::insert<voluntary_run_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<VoluntaryRun>> find_voluntary_run(const store::View& view,
                                                       base::Month month) {
  return store::find<voluntary_run_table>(
      view, store::no_personal_data, {"month = $1", "ORDER BY row_id DESC LIMIT 1"}, {month},
      [](const store::Record<voluntary_run_table>& record) {
        return VoluntaryRun{.month = record.get<base::Month>("month"),
                            .demanded = record.get<std::int64_t>("demanded"),
                            .prepaid = record.get<std::int64_t>("prepaid"),
                            .left = record.get<std::int64_t>("left_over"),
                            .ran_at = record.get<base::Moment>("ran_at")};
      });
}

Result<> add(store::Transaction& transaction, const DemandAccess& access,
             const VoluntaryDemand& demand) {
  store::Draft<voluntary_demand_table> draft(person_of(demand.debt.key.payer));
  draft.set("demand", demand.id)
      .set("kind", demand.debt.key.kind)
      .set("period", demand.period)
      .set("month", demand.debt.key.month)
      .set("months", demand.months)
      .set("due", demand.debt.due)
      .set("claimed_on", demand.debt.claimed_on)
      .set("standard", demand.standard)
      .set("health", demand.debt.health)
      .set("child", demand.debt.child);
  KENPO_TRY(store::insert<voluntary_demand_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<VoluntaryDemand>> list_demands(const store::View& view,
                                                  const DemandAccess& access) {
  return store::list<voluntary_demand_table>(
      view, access, {"row_id > $1", "ORDER BY subject_id, month"}, {std::int64_t{0}},
      demand_from);
}

Result<std::vector<VoluntaryDemand>> demands_of(const store::View& view,
                                                const DemandAccess& access,
                                                const base::PersonId& of) {
  return store::list<voluntary_demand_table>(view, access, {"subject_id = $1", "ORDER BY month"},
                                             {of}, demand_from);
}

Result<std::int64_t> count_demands(const store::View& view, const DemandAccess& access,
                                   base::Month month) {
  return store::count<voluntary_demand_table>(view, access, {"month = $1"}, {month});
}

Result<std::vector<base::PersonId>> people_asked_in(const store::View& view,
                                                    const DemandAccess& access,
                                                    base::Month month) {
  auto people = KENPO_TRY(store::list<voluntary_demand_table>(
      view, access, {"month = $1", "ORDER BY subject_id"}, {month},
      [](const store::Record<voluntary_demand_table>& record) { return record.subject(); }));
  const auto repeated = std::ranges::unique(people);
  people.erase(repeated.begin(), repeated.end());
  return people;
}

Result<> add(store::Transaction& transaction, const DemandAccess& access,
             const MemberPayment& payment, base::Moment now) {
  store::Draft<member_payment_table> draft(person_of(payment.debt.payer));
  draft.set("kind", payment.debt.kind)
      .set("month", payment.debt.month)
      .set("paid_on", payment.paid_on)
      .set("made_at", now)
      .set("amount", payment.amount);
  KENPO_TRY(store::insert<member_payment_table>(transaction, access, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const DemandAccess& access,
             const VoluntaryCorrection& correction) {
  store::Draft<voluntary_correction_table> draft(correction.person);
  draft.set("period", correction.period)
      .set("month", correction.month)
      .set("on_kind", correction.on)
      .set("on_month", correction.on_month)
      .set("made_at", correction.made_at)
      .set("cause", correction.cause)
      .set("standard", correction.standard)
      .set("health", correction.health)
      .set("child", correction.child);
  KENPO_TRY(store::insert<voluntary_correction_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<VoluntaryCorrection>> corrections_of(const store::View& view,
                                                        const DemandAccess& access,
                                                        const VoluntaryFacts& member) {
  return store::list<voluntary_correction_table>(
      view, access, {"subject_id = $1 AND period = $2", "ORDER BY row_id"},
      {member.person, member.period},
      [](const store::Record<voluntary_correction_table>& record) {
        return VoluntaryCorrection{.person = record.subject(),
                                   .period = record.get<eligibility::PeriodId>("period"),
                                   .month = record.get<base::Month>("month"),
                                   .on = record.get<DebtKind>("on_kind"),
                                   .on_month = record.get<base::Month>("on_month"),
                                   .cause = record.get<CorrectionCause>("cause"),
                                   .standard = record.get<Yen>("standard"),
                                   .health = record.get<Yen>("health"),
                                   .child = record.get<Yen>("child"),
                                   .made_at = record.get<base::Moment>("made_at")};
      });
}

Result<std::vector<MemberPayment>> payments_of(const store::View& view,
                                               const DemandAccess& access,
                                               const base::PersonId& person) {
  return store::list<member_payment_table>(
      view, access, {"subject_id = $1", "ORDER BY paid_on, row_id"}, {person},
      [](const store::Record<member_payment_table>& record) {
        return MemberPayment{.debt = {record.get<DebtKind>("kind"), payer_of(record.subject()),
                                      record.get<base::Month>("month")},
                             .paid_on = record.get<base::Date>("paid_on"),
                             .amount = record.get<Yen>("amount")};
      });
}

Result<std::vector<base::Month>> corrected_months_on(const store::View& view,
                                                     const DemandAccess& access,
                                                     const DebtKey& demand) {
  std::vector<base::Month> months;
  KENPO_TRY(store::each<voluntary_correction_table>(
      view, access, {"subject_id = $1", "ORDER BY row_id"}, {person_of(demand.payer)},
      [&](const store::Record<voluntary_correction_table>& record) {
        const bool on_it = record.get<DebtKind>("on_kind") == demand.kind &&
                           record.get<base::Month>("on_month") == demand.month;
        if (on_it) months.push_back(record.get<base::Month>("month"));
      }));
  return months;
}

Result<std::vector<VoluntaryFacts>> list_voluntary(const store::View& view,
                                                   const DemandAccess& access, base::Moment now) {
  const auto periods = KENPO_TRY(store::list<eligibility::insured_period_table>(
      view, access, {"withdrawn_at = $1 AND status <> $2", "ORDER BY subject_id, valid_from"},
      {store::not_withdrawn, eligibility::Status::employed}, eligibility::period_from));
  std::vector<VoluntaryFacts> members;
  for (const auto& period : periods) {
    members.push_back(KENPO_TRY(facts_of_period(view, access, period, now)));
  }
  return members;
}

Result<std::vector<VoluntaryFacts>> list_voluntary(const store::View& view,
                                                   const DemandAccess& access, base::Moment now,
                                                   Slice slice) {
  const auto periods = KENPO_TRY(store::list<eligibility::insured_period_table>(
      view, access,
      {"withdrawn_at = $1 AND status <> $2",
       "ORDER BY valid_from DESC, row_id DESC LIMIT $3 OFFSET $4"},
      {store::not_withdrawn, eligibility::Status::employed, slice.count, slice.skipped},
      eligibility::period_from));
  std::vector<VoluntaryFacts> members;
  for (const auto& period : periods) {
    members.push_back(KENPO_TRY(facts_of_period(view, access, period, now)));
  }
  return members;
}

Result<std::int64_t> count_voluntary(const store::View& view, const DemandAccess& access) {
  return store::count<eligibility::insured_period_table>(
      view, access, {"withdrawn_at = $1 AND status <> $2"},
      {store::not_withdrawn, eligibility::Status::employed});
}

Result<std::vector<VoluntaryFacts>> voluntary_of(const store::View& view,
                                                 const DemandAccess& access,
                                                 const base::PersonId& of, base::Moment now) {
  std::vector<VoluntaryFacts> members;
  for (const auto& period : KENPO_TRY(eligibility::periods_of(view, access, of, now))) {
    if (period.status == eligibility::Status::employed) continue;
    members.push_back(KENPO_TRY(facts_of_period(view, access, period, now)));
  }
  return members;
}

}  // namespace kenpo::collection
