#include "eligibility/insured_period_store.h"

#include <algorithm>

#include "eligibility/insured_number_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

std::string number_key(const base::EstablishmentId& establishment, std::string_view number) {
  return std::string(establishment.text()) + "|" + plain_number(number);
}

}  // namespace

std::string plain_number(std::string_view number) {
  const auto first = number.find_first_not_of('0');
  return first == std::string_view::npos ? std::string() : std::string(number.substr(first));
}

InsuredPeriod period_from(const store::Record<insured_period_table>& record) {
  InsuredPeriod period{.id = record.get<PeriodId>("period"),
                       .person = record.subject(),
                       .establishment = record.get<base::EstablishmentId>("establishment"),
                       .status = record.get<Status>("status"),
                       .acquisition_class = record.get<int>("acquisition_class"),
                       .acquired = record.times().valid_from,
                       .lost = std::nullopt,
                       .end_reason = record.get<std::optional<EndReason>>("end_reason"),
                       .symbol = record.get<std::string>("symbol"),
                       .number = record.get<std::string>("number"),
                       .short_hours = record.get<YesNo>("short_hours"),
                       .two_workplaces = record.get<YesNo>("two_workplaces")};
  if (record.times().valid_to != store::no_end) {
    period.lost = record.times().valid_to.plus_days(1);
  }
  return period;
}

Result<> put(store::Transaction& transaction, const PeriodAccess& access,
             const InsuredPeriod& period, base::Moment now) {
  KENPO_REQUIRE(!period.lost || period.acquired < *period.lost);
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<insured_period_table>(
      transaction, access, {"period = $1 AND withdrawn_at = $2"},
      {period.id, store::not_withdrawn},
      [&](const store::Record<insured_period_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<insured_period_table>(transaction, access, *old, now));
  store::Draft<insured_period_table> draft(
      period.person,
      store::Times{.valid_from = period.acquired,
                   .valid_to = period.lost ? period.lost->plus_days(-1) : store::no_end,
                   .decided_at = now});
  draft.set("period", period.id)
      .set("establishment", period.establishment)
      .set_blind("number_blind", number_key(period.establishment, period.number))
      .set("status", period.status)
      .set("acquisition_class", period.acquisition_class)
      .set("symbol", period.symbol)
      .set("number", period.number)
      .set("end_reason", period.end_reason)
      .set("short_hours", period.short_hours)
      .set("two_workplaces", period.two_workplaces);
  KENPO_TRY(store::insert<insured_period_table>(transaction, access, draft));
  return base::Done{};
}

Result<> cancel(store::Transaction& transaction, const PeriodAccess& access, const PeriodId& period,
                base::Moment now) {
  std::optional<store::RowId> row;
  std::optional<base::PersonId> person;
  std::optional<store::Times> times;
  KENPO_TRY(store::each<insured_period_table>(
      transaction, access, {"period = $1 AND withdrawn_at = $2"}, {period, store::not_withdrawn},
      [&](const store::Record<insured_period_table>& record) {
        row = record.row();
        person = record.subject();
        times = record.times();
      }));
  KENPO_REQUIRE(row.has_value());
  KENPO_TRY(store::withdraw<insured_period_table>(transaction, access, *row, now));
  store::Draft<cancelled_period_table> draft(*person,
                                             store::Times{.valid_from = times->valid_from,
                                                          .valid_to = times->valid_to,
                                                          .decided_at = now});
  draft.set("period", period);
  KENPO_TRY(store::insert<cancelled_period_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<InsuredPeriod>> periods_of(const store::View& view, const PeriodAccess& access,
                                              const base::PersonId& person,
                                              base::Moment known_at) {
  return store::list<insured_period_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2",
       "ORDER BY valid_from, row_id"},
      {person, known_at}, period_from);
}

Result<std::vector<InsuredPeriod>> periods_with(const store::View& view,
                                                const PeriodAccess& access, Status status) {
  return store::list<insured_period_table>(
      view, access, {"status = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {status, store::not_withdrawn}, period_from);
}

Result<std::vector<base::PersonId>> people_of(const store::View& view, const PeriodAccess& access,
                                              const base::EstablishmentId& establishment) {
  auto people = KENPO_TRY(store::list<insured_period_table>(
      view, access, {"establishment = $1 AND withdrawn_at = $2"},
      {establishment, store::not_withdrawn},
      [](const store::Record<insured_period_table>& record) { return record.subject(); }));
  std::ranges::sort(people);
  const auto repeated = std::ranges::unique(people);
  people.erase(repeated.begin(), repeated.end());
  return people;
}

Result<std::vector<InsuredPeriod>> periods_of_number(const store::View& view,
                                                     const PeriodAccess& access,
                                                     const base::EstablishmentId& establishment,
                                                     std::string_view number) {
  return store::list<insured_period_table>(
      view, access, {"number_blind = $1 AND withdrawn_at = $2", "ORDER BY valid_from, row_id"},
      {number_blind(view, establishment, number), store::not_withdrawn}, period_from);
}

store::Value number_blind(const store::View& view, const base::EstablishmentId& establishment,
                          std::string_view number) {
  return store::blind<insured_period_table>(view, number_key(establishment, number));
}

}  // namespace kenpo::eligibility
