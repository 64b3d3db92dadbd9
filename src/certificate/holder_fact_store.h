// Facts about members in the store: the use of the card and applications under 資格に関する情報,
// tax and income under 収入に関する情報.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "certificate/holder_fact.h"
#include "store/seal.h"

namespace kenpo::certificate {

inline constexpr store::Table card_use_table{
    .name = "certificate_card_use",
    .japanese = "マイナ保険証の利用",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,
    .personal = {{"card_use", store::Kind::integer}, {"source", store::Kind::integer}}};

inline constexpr store::Table application_table{
    .name = "certificate_application",
    .japanese = "証の申請",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // valid on the day of the application
    .clear = {{"kind", store::Kind::integer},
              {"outcome", store::Kind::integer},
              {"certificate", store::Kind::id, store::Presence::optional}},
    .personal = {{"reason", store::Kind::text}, {"proof", store::Kind::text}},
    .indexes = {{.columns = {"kind", "outcome"}}}};

inline constexpr store::Table tax_table{
    .name = "certificate_tax",
    .japanese = "市町村民税の課税状況",
    .subject = store::Subject::person,
    .category = notice::Category::member_income,
    .timed = store::Timed::yes,
    .personal = {{"status", store::Kind::integer}, {"proof", store::Kind::text}}};

inline constexpr store::Table relief_table{.name = "certificate_relief",
                                           .japanese = "基準収入額適用の収入",
                                           .subject = store::Subject::person,
                                           .category = notice::Category::member_income,
                                           .timed = store::Timed::yes,
                                           .clear = {{"income_year", store::Kind::integer}},
                                           .personal = {{"amount", store::Kind::yen},
                                                        {"members", store::Kind::integer},
                                                        {"applied_on", store::Kind::date}}};

using FactAccess = store::AccessTo<card_use_table>;
using IncomeAccess = store::AccessTo<tax_table>;

/// Adds the fact. One that begins on the same day is withdrawn; an earlier one ends the day before.
base::Result<> put(store::Transaction& transaction, const FactAccess& access, const CardFact& fact,
                   base::Moment now);
/// The fact of the day as it stands; nullopt when none is known.
base::Result<std::optional<CardFact>> card_fact_of(const store::View& view,
                                                   const FactAccess& access,
                                                   const base::PersonId& person, base::Date on);

/// Adds the application.
base::Result<> put(store::Transaction& transaction, const FactAccess& access,
                   const ApplicationRecord& application, base::Moment now);
/// What the person applied for or was invited to, the latest first.
base::Result<std::vector<ApplicationRecord>> applications_of(const store::View& view,
                                                             const FactAccess& access,
                                                             const base::PersonId& person);
/// Those of the kind with the outcome, the latest first; at most `most`.
base::Result<std::vector<ApplicationRecord>> applications_with(const store::View& view,
                                                               const FactAccess& access,
                                                               Application kind,
                                                               ApplicationOutcome outcome,
                                                               std::size_t most);

/// Adds the fact; one about the same tax year is withdrawn.
base::Result<> put(store::Transaction& transaction, const IncomeAccess& access, const TaxFact& fact,
                   base::Moment now);
base::Result<std::vector<TaxFact>> tax_facts_of(const store::View& view, const IncomeAccess& access,
                                                const base::PersonId& insured);

/// Adds the fact; one about the same income year is withdrawn.
base::Result<> put(store::Transaction& transaction, const IncomeAccess& access,
                   const ReliefFact& fact, base::Moment now);
base::Result<std::vector<ReliefFact>> relief_facts_of(const store::View& view,
                                                      const IncomeAccess& access,
                                                      const base::PersonId& insured);

}  // namespace kenpo::certificate
