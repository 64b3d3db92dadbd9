// Standard remunerations, standard bonuses and their bases in the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "remuneration/basis_text.h"
#include "remuneration/standard_remuneration.h"
#include "store/seal.h"

namespace kenpo::remuneration {

inline constexpr store::Table standard_remuneration_table{
    .name = "standard_remuneration",
    .japanese = "標準報酬月額",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // valid from the first day of its month
    .clear = {{"decision", store::Kind::id},
              {"period", store::Kind::id},
              {"kind", store::Kind::integer},
              {"source", store::Kind::id}},
    .personal = {{"monthly", store::Kind::yen},
                 {"standard", store::Kind::yen},
                 {"grade", store::Kind::integer}},
    .indexes = {{.columns = {"decided_at"}}}};

inline constexpr store::Table standard_bonus_table{
    .name = "standard_bonus",
    .japanese = "標準賞与額",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // valid in its month
    .clear = {{"decision", store::Kind::id},
              {"period", store::Kind::id},
              {"month", store::Kind::month},
              {"source", store::Kind::id},
              {"divided", store::Kind::id, store::Presence::optional}},  // of workplace_pay
    .personal = {{"paid_on", store::Kind::date},
                 {"paid", store::Kind::yen},
                 {"standard", store::Kind::yen}},
    .indexes = {{.columns = {"month", "subject_id"}},
                {.columns = {"decided_at"}}}};

/// The basis stands in a table of its own: a levy reads every decision and no basis.
inline constexpr store::Table determination_basis_table{
    .name = "determination_basis",
    .japanese = "標準報酬の決定の理由",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::part,
    .part_of = "standard_remuneration",
    .clear = {{"about", store::Kind::text}},  // the id of a decision, or of a notification
    .personal = {{"basis", store::Kind::text}}};

using RemunerationAccess = store::AccessTo<standard_remuneration_table>;

/// Adds a decision; one about the same period and month is withdrawn.
base::Result<> put(store::Transaction& transaction, const RemunerationAccess& access,
                   const StandardRemuneration& decision, base::Moment now);
/// Adds a decision; one about the same person and month is withdrawn.
base::Result<> put(store::Transaction& transaction, const RemunerationAccess& access,
                   const BonusDecision& decision, base::Moment now);
/// Ends a decision without another in its place. False: none stands about the period (person) and
/// month. Whoever calls it tells the levy by a change of its own (premium/change_store.h).
base::Result<bool> withdraw(store::Transaction& transaction, const RemunerationAccess& access,
                            const StandardRemuneration& decision, base::Moment now);
base::Result<bool> withdraw(store::Transaction& transaction, const RemunerationAccess& access,
                            const BonusDecision& decision, base::Moment now);
/// Keeps the basis of a decision or of a notification that led to none.
base::Result<> put_basis(store::Transaction& transaction, const RemunerationAccess& access,
                         const base::PersonId& person, std::string_view about,
                         const std::vector<BasisLine>& lines);

/// Decisions about a person as known at the moment, in the order of their months.
base::Result<std::vector<StandardRemuneration>> remunerations_of(const store::View& view,
                                                                 const RemunerationAccess& access,
                                                                 const base::PersonId& person,
                                                                 base::Moment known_at);
base::Result<std::vector<BonusDecision>> bonuses_of(const store::View& view,
                                                    const RemunerationAccess& access,
                                                    const base::PersonId& person,
                                                    base::Moment known_at);
/// The regular determination that the decision ended or took the place of when it was made.
base::Result<std::optional<StandardRemuneration>> regular_ended_by(
    const store::View& view, const RemunerationAccess& access,
    const StandardRemuneration& decision);
/// The basis about the person that is kept under the id; empty when there is none.
base::Result<std::vector<BasisLine>> find_basis(const store::View& view,
                                                const RemunerationAccess& access,
                                                const base::PersonId& person,
                                                std::string_view about);

StandardRemuneration remuneration_from(const store::Record<standard_remuneration_table>& record);
BonusDecision bonus_from(const store::Record<standard_bonus_table>& record);

/// Calls `act(const StandardRemuneration&)` for every decision that stands and begins by `month`.
template <typename Act>
base::Result<std::size_t> each_remuneration(const store::View& view,
                                            const RemunerationAccess& access, base::Month month,
                                            Act&& act) {
  return store::each<standard_remuneration_table>(
      view, access, {"withdrawn_at = $1 AND valid_from <= $2", "ORDER BY row_id"},
      {store::not_withdrawn, month.first_day()},
      [&](const store::Record<standard_remuneration_table>& record) {
        act(remuneration_from(record));
      });
}
/// Calls `act(const BonusDecision&)` for every standard bonus of the month.
template <typename Act>
base::Result<std::size_t> each_bonus(const store::View& view, const RemunerationAccess& access,
                                     base::Month month, Act&& act) {
  return store::each<standard_bonus_table>(
      view, access, {"month = $1 AND withdrawn_at = $2"}, {month, store::not_withdrawn},
      [&](const store::Record<standard_bonus_table>& record) { act(bonus_from(record)); });
}

/// Calls `act(person, first_day_touched)` for decisions made or withdrawn at the moment or later.
/// A withdrawal comes with the decision that takes its place: it is found by that.
template <typename Act>
base::Result<> each_remuneration_change(const store::View& view, const RemunerationAccess& access,
                                        base::Moment since, Act&& act) {
  std::vector<base::PersonId> people;
  const auto tell = [&](const auto& record) {
    act(record.subject(), record.times().valid_from);
    people.push_back(record.subject());
  };
  const auto tell_withdrawn = [&](const auto& record) {
    act(record.subject(), record.times().valid_from);
  };
  KENPO_TRY(store::each<standard_remuneration_table>(view, access, {"decided_at >= $1"}, {since},
                                                     tell));
  KENPO_TRY(store::each<standard_bonus_table>(view, access, {"decided_at >= $1"}, {since}, tell));
  for (const auto& person : people) {
    KENPO_TRY(store::each<standard_remuneration_table>(
        view, access, {"subject_id = $1 AND withdrawn_at >= $2 AND withdrawn_at < $3"},
        {person, since, store::not_withdrawn}, tell_withdrawn));
    KENPO_TRY(store::each<standard_bonus_table>(
        view, access, {"subject_id = $1 AND withdrawn_at >= $2 AND withdrawn_at < $3"},
        {person, since, store::not_withdrawn}, tell_withdrawn));
  }
  return base::Done{};
}

// For a run over many, which has looked and encoded before it writes.
/// Adds a decision where none stands about the period and month.
base::Result<> add(store::Transaction& transaction, const RemunerationAccess& access,
                   const StandardRemuneration& decision, base::Moment now);
/// Keeps a basis that is encoded already (basis_text.h).
base::Result<> put_basis(store::Transaction& transaction, const RemunerationAccess& access,
                         const base::PersonId& person, std::string_view about,
                         const std::string& encoded);

}  // namespace kenpo::remuneration
