#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::NotifiedPayId;
using eligibility::PeriodId;

}  // namespace

StandardRemuneration remuneration_from(const store::Record<standard_remuneration_table>& record) {
  return {.id = record.get<DecisionId>("decision"),
          .person = record.subject(),
          .period = record.get<PeriodId>("period"),
          .kind = record.get<DeterminationKind>("kind"),
          .from = record.times().valid_from.in_month(),
          .monthly = record.get<base::Yen>("monthly"),
          .standard = record.get<base::Yen>("standard"),
          .grade = record.get<int>("grade"),
          .source = record.get<NotifiedPayId>("source")};
}

BonusDecision bonus_from(const store::Record<standard_bonus_table>& record) {
  return {.id = record.get<DecisionId>("decision"),
          .person = record.subject(),
          .period = record.get<PeriodId>("period"),
          .month = record.get<base::Month>("month"),
          .paid_on = record.get<base::Date>("paid_on"),
          .paid = record.get<base::Yen>("paid"),
          .standard = record.get<base::Yen>("standard"),
          .source = record.get<NotifiedPayId>("source"),
          .divided = record.get<std::optional<NotifiedPayId>>("divided")};
}

Result<bool> withdraw(store::Transaction& transaction, const RemunerationAccess& access,
                      const StandardRemuneration& decision, base::Moment now) {
  std::vector<store::RowId> old;
  KENPO_TRY(store::each<standard_remuneration_table>(
      transaction, access,
      {"subject_id = $1 AND period = $2 AND valid_from = $3 AND withdrawn_at = $4"},
      {decision.person, decision.period, decision.from.first_day(), store::not_withdrawn},
      [&](const store::Record<standard_remuneration_table>& record) {
        old.push_back(record.row());
      }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<standard_remuneration_table>(transaction, access, row, now));
  }
  return !old.empty();
}

Result<> put(store::Transaction& transaction, const RemunerationAccess& access,
             const StandardRemuneration& decision, base::Moment now) {
  KENPO_TRY(withdraw(transaction, access, decision, now));
  return add(transaction, access, decision, now);
}

Result<> add(store::Transaction& transaction, const RemunerationAccess& access,
             const StandardRemuneration& decision, base::Moment now) {
  store::Draft<standard_remuneration_table> draft(
      decision.person,
      store::Times{.valid_from = decision.from.first_day(), .decided_at = now});
  draft.set("decision", decision.id)
      .set("period", decision.period)
      .set("kind", decision.kind)
      .set("source", decision.source)
      .set("monthly", decision.monthly)
      .set("standard", decision.standard)
      .set("grade", decision.grade);
  KENPO_TRY(store::insert<standard_remuneration_table>(transaction, access, draft));
  return base::Done{};
}

Result<bool> withdraw(store::Transaction& transaction, const RemunerationAccess& access,
                      const BonusDecision& decision, base::Moment now) {
  std::vector<store::RowId> old;
  KENPO_TRY(store::each<standard_bonus_table>(
      transaction, access, {"subject_id = $1 AND month = $2 AND withdrawn_at = $3"},
      {decision.person, decision.month, store::not_withdrawn},
      [&](const store::Record<standard_bonus_table>& record) { old.push_back(record.row()); }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<standard_bonus_table>(transaction, access, row, now));
  }
  return !old.empty();
}

Result<> put(store::Transaction& transaction, const RemunerationAccess& access,
             const BonusDecision& decision, base::Moment now) {
  KENPO_TRY(withdraw(transaction, access, decision, now));
  store::Draft<standard_bonus_table> draft(
      decision.person, store::Times{.valid_from = decision.month.first_day(),
                                    .valid_to = decision.month.last_day(),
                                    .decided_at = now});
  draft.set("decision", decision.id)
      .set("period", decision.period)
      .set("month", decision.month)
      .set("source", decision.source)
      .set("divided", decision.divided)
      .set("paid_on", decision.paid_on)
      .set("paid", decision.paid)
      .set("standard", decision.standard);
  KENPO_TRY(store::insert<standard_bonus_table>(transaction, access, draft));
  return base::Done{};
}

Result<> put_basis(store::Transaction& transaction, const RemunerationAccess& access,
                   const base::PersonId& person, std::string_view about,
                   const std::vector<BasisLine>& lines) {
  return put_basis(transaction, access, person, about, encode_basis(lines));
}

Result<> put_basis(store::Transaction& transaction, const RemunerationAccess& access,
                   const base::PersonId& person, std::string_view about,
                   const std::string& encoded) {
  store::Draft<determination_basis_table> draft(person);
  draft.set("about", about).set("basis", encoded);
  KENPO_TRY(store::insert<determination_basis_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<StandardRemuneration>> remunerations_of(const store::View& view,
                                                           const RemunerationAccess& access,
                                                           const base::PersonId& person,
                                                           base::Moment known_at) {
  return store::list<standard_remuneration_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2",
       "ORDER BY valid_from, row_id"},
      {person, known_at}, remuneration_from);
}

Result<std::vector<BonusDecision>> bonuses_of(const store::View& view,
                                              const RemunerationAccess& access,
                                              const base::PersonId& person,
                                              base::Moment known_at) {
  return store::list<standard_bonus_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2",
       "ORDER BY valid_from, row_id"},
      {person, known_at}, bonus_from);
}

Result<std::optional<StandardRemuneration>> regular_ended_by(
    const store::View& view, const RemunerationAccess& access,
    const StandardRemuneration& decision) {
  const auto made_at = KENPO_TRY(store::find<standard_remuneration_table>(
      view, access, {"decision = $1"}, {decision.id},
      [](const store::Record<standard_remuneration_table>& record) {
        return record.times().decided_at;
      }));
  if (!made_at) return std::optional<StandardRemuneration>();
  return store::find<standard_remuneration_table>(
      view, access,
      {"subject_id = $1 AND period = $2 AND kind = $3 AND withdrawn_at = $4 AND valid_from >= $5",
       "ORDER BY row_id DESC"},
      {decision.person, decision.period, DeterminationKind::regular, *made_at,
       decision.from.first_day()},
      remuneration_from);
}

Result<std::vector<BasisLine>> find_basis(const store::View& view,
                                          const RemunerationAccess& access,
                                          const base::PersonId& person,
                                          std::string_view about) {
  auto found = KENPO_TRY(store::find<determination_basis_table>(
      view, access, {"subject_id = $1 AND about = $2", "ORDER BY row_id DESC"}, {person, about},
      [](const store::Record<determination_basis_table>& record) {
        return record.get<std::string>("basis");
      }));
  return decode_basis(found.value_or(std::string()));
}

}  // namespace kenpo::remuneration
