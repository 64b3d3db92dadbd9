#include "certificate/holder_fact_store.h"

namespace kenpo::certificate {

using base::Result;

namespace of_facts {

constexpr store::Clause of_person{"subject_id = $1 AND withdrawn_at = $2",
                                  "ORDER BY valid_from DESC, row_id DESC"};

CardFact card_fact_from(const store::Record<card_use_table>& record) {
  return {.person = record.subject(),
          .from = record.times().valid_from,
          .use = record.get<CardUse>("card_use"),
          .source = record.get<CardFact::Source>("source")};
}

store::Draft<card_use_table> draft_of(const CardFact& fact, base::Date until, base::Moment now) {
  store::Draft<card_use_table> draft(
      fact.person, store::Times{.valid_from = fact.from, .valid_to = until, .decided_at = now});
  draft.set("card_use", fact.use).set("source", fact.source);
  return draft;
}

ApplicationRecord application_from(const store::Record<application_table>& record) {
  return {.person = record.subject(),
          .kind = record.get<Application>("kind"),
          .applied_on = record.times().valid_from,
          .outcome = record.get<ApplicationOutcome>("outcome"),
          .certificate = record.get<std::optional<CertificateId>>("certificate"),
          .reason = record.get<std::string>("reason"),
          .evidence = record.get<std::string>("proof")};
}

/// Withdraws every row of the person that begins in the span.
template <const store::Table& table>
Result<> withdraw_in(store::Transaction& transaction, const store::AccessTo<table>& access,
                     const base::PersonId& person, base::Span span, base::Moment now) {
  std::vector<store::RowId> rows;
  KENPO_TRY(store::each<table>(transaction, access, of_person, {person, store::not_withdrawn},
                               [&](const store::Record<table>& record) {
                                 if (span.holds(record.times().valid_from)) {
                                   rows.push_back(record.row());
                                 }
                               }));
  for (const auto& row : rows) KENPO_TRY(store::withdraw<table>(transaction, access, row, now));
  return base::Done{};
}

}  // namespace of_facts

Result<> put(store::Transaction& transaction, const FactAccess& access, const CardFact& fact,
             base::Moment now) {
  std::optional<store::RowId> standing;
  std::optional<CardFact> before;
  KENPO_TRY(store::each<card_use_table>(transaction, access, of_facts::of_person,
                                        {fact.person, store::not_withdrawn},
                                        [&](const store::Record<card_use_table>& record) {
                                          const auto& times = record.times();
                                          if (standing || times.valid_to < fact.from) return;
                                          standing = record.row();
                                          if (times.valid_from < fact.from)
                                            before = of_facts::card_fact_from(record);
                                        }));
  if (standing) KENPO_TRY(store::withdraw<card_use_table>(transaction, access, *standing, now));
  if (before) {
    KENPO_TRY(store::insert<card_use_table>(
        transaction, access, of_facts::draft_of(*before, fact.from.plus_days(-1), now)));
  }
  KENPO_TRY(store::insert<card_use_table>(transaction, access,
                                          of_facts::draft_of(fact, store::no_end, now)));
  return base::Done{};
}

Result<std::optional<CardFact>> card_fact_of(const store::View& view, const FactAccess& access,
                                             const base::PersonId& person, base::Date on) {
  return store::find<card_use_table>(
      view, access,
      {"subject_id = $1 AND withdrawn_at = $2 AND valid_from <= $3 AND valid_to >= $3",
       "ORDER BY valid_from DESC, row_id DESC"},
      {person, store::not_withdrawn, on}, of_facts::card_fact_from);
}

Result<> put(store::Transaction& transaction, const FactAccess& access,
             const ApplicationRecord& application, base::Moment now) {
  store::Draft<application_table> draft(
      application.person, store::Times{.valid_from = application.applied_on, .decided_at = now});
  draft.set("kind", application.kind)
      .set("outcome", application.outcome)
      .set("certificate", application.certificate)
      .set("reason", application.reason)
      .set("proof", application.evidence);
  KENPO_TRY(store::insert<application_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<ApplicationRecord>> applications_of(const store::View& view,
                                                       const FactAccess& access,
                                                       const base::PersonId& person) {
  return store::list<application_table>(view, access, of_facts::of_person,
                                        {person, store::not_withdrawn}, of_facts::application_from);
}

Result<std::vector<ApplicationRecord>> applications_with(const store::View& view,
                                                         const FactAccess& access, Application kind,
                                                         ApplicationOutcome outcome,
                                                         std::size_t most) {
  std::vector<ApplicationRecord> found;
  KENPO_TRY(store::each<application_table>(
      view, access, {"kind = $1 AND outcome = $2 AND withdrawn_at = $3", "ORDER BY row_id DESC"},
      {kind, outcome, store::not_withdrawn}, [&](const store::Record<application_table>& record) {
        if (found.size() == most) return store::Next::stop;
        found.push_back(of_facts::application_from(record));
        return store::Next::more;
      }));
  return found;
}

Result<> put(store::Transaction& transaction, const IncomeAccess& access, const TaxFact& fact,
             base::Moment now) {
  // One fact a tax year: what began since the first day of the year is decided anew.
  const base::Span year{fact.until.plus_days(1).plus_years_clamped(-1), fact.until};
  KENPO_TRY(of_facts::withdraw_in<tax_table>(transaction, access, fact.insured, year, now));
  store::Draft<tax_table> draft(
      fact.insured,
      store::Times{.valid_from = fact.from, .valid_to = fact.until, .decided_at = now});
  draft.set("status", fact.status).set("proof", fact.evidence);
  KENPO_TRY(store::insert<tax_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<TaxFact>> tax_facts_of(const store::View& view, const IncomeAccess& access,
                                          const base::PersonId& insured) {
  return store::list<tax_table>(view, access, of_facts::of_person, {insured, store::not_withdrawn},
                                [](const store::Record<tax_table>& record) {
                                  return TaxFact{.insured = record.subject(),
                                                 .from = record.times().valid_from,
                                                 .until = record.times().valid_to,
                                                 .status = record.get<TaxStatus>("status"),
                                                 .evidence = record.get<std::string>("proof")};
                                });
}

Result<> put(store::Transaction& transaction, const IncomeAccess& access, const ReliefFact& fact,
             base::Moment now) {
  std::vector<store::RowId> rows;
  KENPO_TRY(store::each<relief_table>(transaction, access, of_facts::of_person,
                                      {fact.insured, store::not_withdrawn},
                                      [&](const store::Record<relief_table>& record) {
                                        if (record.get<int>("income_year") == fact.income_year) {
                                          rows.push_back(record.row());
                                        }
                                      }));
  for (const auto& row : rows) {
    KENPO_TRY(store::withdraw<relief_table>(transaction, access, row, now));
  }
  store::Draft<relief_table> draft(
      fact.insured,
      store::Times{.valid_from = fact.from, .valid_to = fact.until, .decided_at = now});
  draft.set("income_year", fact.income_year)
      .set("amount", fact.income)
      .set("members", fact.members)
      .set("applied_on", fact.applied_on);
  KENPO_TRY(store::insert<relief_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<ReliefFact>> relief_facts_of(const store::View& view, const IncomeAccess& access,
                                                const base::PersonId& insured) {
  return store::list<relief_table>(
      view, access, of_facts::of_person, {insured, store::not_withdrawn},
      [](const store::Record<relief_table>& record) {
        return ReliefFact{.insured = record.subject(),
                          .from = record.times().valid_from,
                          .until = record.times().valid_to,
                          .income_year = record.get<int>("income_year"),
                          .income = record.get<base::Yen>("amount"),
                          .members = record.get<int>("members"),
                          .applied_on = record.get<base::Date>("applied_on")};
      });
}

}  // namespace kenpo::certificate
