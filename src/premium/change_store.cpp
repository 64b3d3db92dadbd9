#include "premium/change_store.h"

#include <algorithm>
#include <set>

#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "premium/care_dependent_store.h"
#include "remuneration/remuneration_store.h"
#include "remuneration/workplace_pay_store.h"

namespace kenpo::premium {

namespace {

using base::Result;
using base::Yen;
using Record = store::Record<saved_change_table>;

SavedChange change_from(const Record& record) {
  return {.id = record.get<ChangeId>("change"),
          .person = record.subject(),
          .kind = record.get<ChangeKind>("kind"),
          .first_month = record.get<base::Month>("first_month"),
          .decided_at = record.get<base::Moment>("saved_at"),
          .decided_by = record.get<std::optional<base::StaffId>>("decided_by"),
          .reverses = record.get<std::optional<ChangeId>>("reverses"),
          .reason = record.get<std::string>("reason"),
          .detail = record.get<std::string>("detail"),
          .expected = record.get<Yen>("expected")};
}

/// The period never was: no decision takes its place.
Result<> end_period(store::Transaction& transaction, const ChangeAccess& access,
                    const eligibility::PeriodId& period, base::Moment now) {
  std::vector<store::RowId> rows;
  KENPO_TRY(store::each<eligibility::insured_period_table>(
      transaction, access, {"period = $1 AND withdrawn_at = $2"}, {period, store::not_withdrawn},
      [&](const store::Record<eligibility::insured_period_table>& record) {
        rows.push_back(record.row());
      }));
  for (const auto row : rows) {
    KENPO_TRY(store::withdraw<eligibility::insured_period_table>(transaction, access, row, now));
  }
  return base::Done{};
}

/// The person never was this dependent: no decision takes its place.
Result<> end_link(store::Transaction& transaction, const ChangeAccess& access,
                  const eligibility::DependentLinkId& link, base::Moment now) {
  std::vector<store::RowId> rows;
  KENPO_TRY(store::each<eligibility::dependent_link_table>(
      transaction, access, {"link = $1 AND withdrawn_at = $2"}, {link, store::not_withdrawn},
      [&](const store::Record<eligibility::dependent_link_table>& record) {
        rows.push_back(record.row());
      }));
  for (const auto row : rows) {
    KENPO_TRY(store::withdraw<eligibility::dependent_link_table>(transaction, access, row, now));
  }
  return base::Done{};
}

Result<> end_exclusion(store::Transaction& transaction, const ChangeAccess& access,
                       const CareExclusionId& id, base::Moment now) {
  std::vector<store::RowId> rows;
  KENPO_TRY(store::each<care_exclusion_table>(
      transaction, access, {"exclusion = $1 AND withdrawn_at = $2"}, {id, store::not_withdrawn},
      [&](const store::Record<care_exclusion_table>& record) { rows.push_back(record.row()); }));
  for (const auto row : rows) {
    KENPO_TRY(store::withdraw<care_exclusion_table>(transaction, access, row, now));
  }
  return base::Done{};
}

Result<> put_exclusion(store::Transaction& transaction, const ChangeAccess& access,
                       const CareExclusionFact& fact, base::Moment now) {
  store::Draft<care_exclusion_table> draft(
      fact.person, store::Times{.valid_from = fact.days.from,
                                .valid_to = fact.days.until.value_or(store::no_end),
                                .decided_at = now});
  draft.set("exclusion", fact.id);
  KENPO_TRY(store::insert<care_exclusion_table>(transaction, access, draft));
  return base::Done{};
}

}  // namespace

CareExclusionFact exclusion_from(const store::Record<care_exclusion_table>& record) {
  CareExclusionFact fact{.id = record.get<CareExclusionId>("exclusion"),
                         .person = record.subject(),
                         .days = {record.times().valid_from, {}}};
  if (record.times().valid_to != store::no_end) fact.days.until = record.times().valid_to;
  return fact;
}

Result<> add(store::Transaction& transaction, const ChangeAccess& access,
             const SavedChange& change) {
  store::Draft<saved_change_table> draft(change.person);
  draft.set("change", change.id)
      .set("kind", change.kind)
      .set("first_month", change.first_month)
      .set("saved_at", change.decided_at)
      .set("decided_by", change.decided_by)
      .set("reverses", change.reverses)
      .set("reason", change.reason)
      .set("detail", change.detail)
      .set("expected", change.expected);
  KENPO_TRY(store::insert<saved_change_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<SavedChange>> find_change(const store::View& view, const ChangeAccess& access,
                                               const ChangeId& id) {
  return store::find<saved_change_table>(view, access, {"change = $1"}, {id}, change_from);
}

Result<std::optional<SavedChange>> find_reversal(const store::View& view,
                                                 const ChangeAccess& access, const ChangeId& id) {
  return store::find<saved_change_table>(view, access, {"reverses = $1"}, {id}, change_from);
}

Result<std::vector<SavedChange>> changes_of(const store::View& view, const ChangeAccess& access,
                                            const base::PersonId& person) {
  return store::list<saved_change_table>(view, access,
                                         {"subject_id = $1", "ORDER BY saved_at DESC, row_id DESC"},
                                         {person}, change_from);
}

Result<std::vector<SavedChange>> list_changes(const store::View& view, const ChangeAccess& access,
                                              std::int64_t skipped, std::int64_t count) {
  return store::list<saved_change_table>(
      view, access, {"saved_at >= $1", "ORDER BY saved_at DESC, row_id DESC LIMIT $2 OFFSET $3"},
      {base::Moment{}, count, skipped}, change_from);
}

Result<std::int64_t> count_changes(const store::View& view, const ChangeAccess& access) {
  return store::count<saved_change_table>(view, access, {"saved_at >= $1"}, {base::Moment{}});
}

Result<bool> changed_after(const store::View& view, const ChangeAccess& access,
                           const base::PersonId& person, base::Moment moment) {
  const auto changes = KENPO_TRY(changes_of(view, access, person));
  return !changes.empty() && moment < changes.front().decided_at;
}

Result<std::vector<CareExclusionFact>> exclusions_of(const store::View& view,
                                                     const ChangeAccess& access,
                                                     const base::PersonId& person,
                                                     base::Moment known_at) {
  return store::list<care_exclusion_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2", "ORDER BY valid_from, row_id"},
      {person, known_at}, exclusion_from);
}

Result<KnownFacts> known_facts(const store::View& view, const ChangeAccess& access,
                               const std::vector<base::PersonId>& people, base::Moment known_at) {
  KnownFacts known;
  const auto append = [](auto& all, auto&& more) {
    for (auto& one : more) all.push_back(std::move(one));
  };
  for (const auto& id : people) {
    auto person = KENPO_TRY(eligibility::find_person(view, access, id, known_at));
    if (!person) continue;
    known.people.push_back(std::move(*person));
    append(known.periods, KENPO_TRY(eligibility::periods_of(view, access, id, known_at)));
    append(known.standards, KENPO_TRY(remuneration::remunerations_of(view, access, id, known_at)));
    append(known.bonuses, KENPO_TRY(remuneration::bonuses_of(view, access, id, known_at)));
    append(known.workplaces, KENPO_TRY(remuneration::workplace_pay_of(view, access, id)));
    append(known.care_dependents, KENPO_TRY(known_dependents_of(view, access, id, known_at)));
    append(known.dependents, KENPO_TRY(eligibility::dependents_of(view, access, id, known_at)));
    append(known.links, KENPO_TRY(eligibility::links_of(view, access, id, known_at)));
    append(known.exclusions, KENPO_TRY(exclusions_of(view, access, id, known_at)));
  }
  std::set<base::PersonId> insured;
  for (const auto& link : known.links) {
    if (!insured.insert(link.insured).second) continue;
    append(known.insured_periods,
           KENPO_TRY(eligibility::periods_of(view, access, link.insured, known_at)));
  }
  for (const auto& one : known.standards) {
    // Months of art 41(3); what it ended is asked by the moment of the decision.
    constexpr int first_month = 7;
    constexpr int last_month = 9;
    if (one.from.month() < first_month || one.from.month() > last_month) continue;
    auto ended = KENPO_TRY(remuneration::regular_ended_by(view, access, one));
    if (ended) known.ended_regulars.push_back({one.id, std::move(*ended)});
  }
  return known;
}

Result<> put(store::Transaction& transaction, const ChangeAccess& access,
             const ChangedFacts& changed, base::Moment now) {
  for (const auto& person : changed.people) {
    KENPO_TRY(eligibility::put(transaction, access, person, now.day(), now));
  }
  for (const auto& one : changed.ended_bonuses) {
    KENPO_TRY(remuneration::withdraw(transaction, access, one, now));
  }
  for (const auto& one : changed.ended_standards) {
    KENPO_TRY(remuneration::withdraw(transaction, access, one, now));
  }
  for (const auto& id : changed.ended_periods) {
    KENPO_TRY(end_period(transaction, access, id, now));
  }
  for (const auto& one : changed.ended_exclusions) {
    KENPO_TRY(end_exclusion(transaction, access, one.id, now));
  }
  for (const auto& one : changed.ended_links) {
    KENPO_TRY(end_link(transaction, access, one.id, now));
  }
  for (const auto& one : changed.links) {
    KENPO_TRY(eligibility::put(transaction, access, one, now));
  }
  for (const auto& one : changed.periods) {
    KENPO_TRY(eligibility::put(transaction, access, one, now));
  }
  for (const auto& one : changed.standards) {
    KENPO_TRY(remuneration::put(transaction, access, one, now));
  }
  for (const auto& one : changed.bonuses) {
    KENPO_TRY(remuneration::put(transaction, access, one, now));
  }
  for (const auto& one : changed.exclusions) {
    KENPO_TRY(put_exclusion(transaction, access, one, now));
  }
  return base::Done{};
}

}  // namespace kenpo::premium
