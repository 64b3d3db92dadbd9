// Insured periods in the store. A period's rows are the decisions about it; the one that is not
// withdrawn stands.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/insured_period.h"
#include "store/seal.h"

namespace kenpo::eligibility {

/// There is no index by `withdrawn_at`: nearly all rows have the same, and an engine without
/// statistics would take it for every question about decisions that stand.
inline constexpr store::Table insured_period_table{
    .name = "insured_period",
    .japanese = "被保険者資格",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // valid from the acquisition to the day before the loss
    .clear = {{"period", store::Kind::id},
              {"establishment", store::Kind::id},
              {"number_blind", store::Kind::blind},  // establishment and number
              {"status", store::Kind::integer},
              {"acquisition_class", store::Kind::integer}},
    .personal = {{"symbol", store::Kind::text},
                 {"number", store::Kind::text},
                 {"end_reason", store::Kind::integer, store::Presence::optional},
                 {"short_hours", store::Kind::integer},
                 {"two_workplaces", store::Kind::integer}},
    .indexes = {{.columns = {"period"}},
                {.columns = {"number_blind"}},
                {.columns = {"establishment"}},
                {.columns = {"decided_at"}}}};
using PeriodAccess = store::AccessTo<insured_period_table>;

/// Periods that never were (健康保険法39条): their decision was withdrawn and none took its place.
inline constexpr store::Table cancelled_period_table{
    .name = "cancelled_period",
    .japanese = "取り消された資格",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // the time for which the period stood; decided at the cancellation
    .clear = {{"period", store::Kind::id}},
    .indexes = {{.columns = {"decided_at"}}}};

InsuredPeriod period_from(const store::Record<insured_period_table>& record);

/// Adds the period, or decides it anew: the decision that stood is withdrawn.
base::Result<> put(store::Transaction& transaction, const PeriodAccess& access,
                   const InsuredPeriod& period, base::Moment now);

/// Withdraws the decision that stands, without another in its place. A period that does not stand
/// is a broken promise.
base::Result<> cancel(store::Transaction& transaction, const PeriodAccess& access,
                      const PeriodId& period, base::Moment now);

/// The periods of a person as known at the moment, the oldest first.
base::Result<std::vector<InsuredPeriod>> periods_of(const store::View& view,
                                                    const PeriodAccess& access,
                                                    const base::PersonId& person,
                                                    base::Moment known_at);

/// The periods under the number at the establishment, as they stand, the oldest first.
base::Result<std::vector<InsuredPeriod>> periods_of_number(
    const store::View& view, const PeriodAccess& access,
    const base::EstablishmentId& establishment, std::string_view number);

/// Everybody who has or had a period at the establishment, as the periods stand.
base::Result<std::vector<base::PersonId>> people_of(const store::View& view,
                                                    const PeriodAccess& access,
                                                    const base::EstablishmentId& establishment);

/// The periods of the status that stand, in the order of decisions.
base::Result<std::vector<InsuredPeriod>> periods_with(const store::View& view,
                                                      const PeriodAccess& access, Status status);

/// The number with its leading zeros dropped, as it is kept and compared.
std::string plain_number(std::string_view number);

/// Calls `act(const InsuredPeriod&)` for every period that stands, in the order of decisions.
template <typename Act>
base::Result<std::size_t> each_period(const store::View& view, const PeriodAccess& access,
                                      Act&& act) {
  return store::each<insured_period_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY row_id"}, {store::not_withdrawn},
      [&](const store::Record<insured_period_table>& record) { act(period_from(record)); });
}

/// Calls `act(person, first_day_touched)` for every decision made or withdrawn since the moment.
/// A withdrawal comes with the decision that takes its place, or with its cancellation: it is found
/// by that.
template <typename Act>
base::Result<> each_period_change(const store::View& view, const PeriodAccess& access,
                                  base::Moment since, Act&& act) {
  const auto tell = [&](const store::Record<insured_period_table>& record) {
    act(record.subject(), record.times().valid_from);
  };
  std::vector<base::PersonId> people;
  KENPO_TRY(store::each<insured_period_table>(
      view, access, {"decided_at >= $1"}, {since},
      [&](const store::Record<insured_period_table>& record) {
        tell(record);
        people.push_back(record.subject());
      }));
  KENPO_TRY(store::each<cancelled_period_table>(
      view, access, {"decided_at >= $1"}, {since},
      [&](const store::Record<cancelled_period_table>& record) {
        act(record.subject(), record.times().valid_from);
      }));
  for (const auto& person : people) {
    KENPO_TRY(store::each<insured_period_table>(
        view, access, {"subject_id = $1 AND withdrawn_at >= $2 AND withdrawn_at < $3"},
        {person, since, store::not_withdrawn}, tell));
  }
  return base::Done{};
}

}  // namespace kenpo::eligibility
