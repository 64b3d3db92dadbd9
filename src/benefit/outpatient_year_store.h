// Years of outpatient care and certificates of other insurers in the store.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "benefit/high_cost_store.h"
#include "benefit/outpatient_year.h"
#include "store/seal.h"

namespace kenpo::benefit {

inline constexpr store::Table outpatient_year_table{
    .name = "outpatient_year",
    .japanese = "外来年間合算の計算",
    .subject = store::Subject::person,  // who was treated
    .category = notice::Category::medical_claim,
    .timed = store::Timed::yes,  // valid in the period
    .clear = {{"result", store::Kind::id},
              {"insured", store::Kind::id},
              {"establishment", store::Kind::id},
              {"year_end", store::Kind::month},
              {"ours", store::Kind::yen},
              {"others", store::Kind::yen},
              {"benefit", store::Kind::yen},
              {"doubts", store::Kind::integer},
              {"base_day", store::Kind::date, store::Presence::optional}},
    .personal = {{"of", store::Kind::integer}, {"month_amounts", store::Kind::text}},
    .indexes = {{.columns = {"insured", "year_end"}}, {.columns = {"year_end"}}}};

inline constexpr store::Table burden_certificate_table{
    .name = "burden_certificate",
    .japanese = "他の保険者の自己負担額証明書",
    .subject = store::Subject::person,
    .category = notice::Category::cash_benefit,
    .timed = store::Timed::yes,  // valid in the period
    .clear = {{"certificate", store::Kind::id},
              {"year_end", store::Kind::month},
              {"amount", store::Kind::yen}},
    .personal = {{"other_insurer", store::Kind::text}},
    .indexes = {{.columns = {"year_end"}}}};

inline constexpr store::Table base_day_notice_table{
    .name = "base_day_notice",
    .japanese = "外来年間合算の基準日の保険者の通知",
    .subject = store::Subject::person,
    .category = notice::Category::cash_benefit,
    .timed = store::Timed::yes,  // valid in the period
    .clear = {{"year_end", store::Kind::month}, {"burden_total", store::Kind::yen}},
    .personal = {{"of", store::Kind::integer}, {"base_day_insurer", store::Kind::text}},
    .indexes = {{.columns = {"year_end"}}}};

/// Somebody who left and is insured nowhere since, as entered.
inline constexpr store::Table no_insurance_table{
    .name = "no_insurance",
    .japanese = "資格喪失後に医療保険へ加入していないことの記録",
    .subject = store::Subject::person,
    .category = notice::Category::cash_benefit,
    .timed = store::Timed::yes,  // valid in the period
    .clear = {{"year_end", store::Kind::month}},
    .personal = {{"reason", store::Kind::integer}, {"evidence", store::Kind::text}},
    .indexes = {{.columns = {"year_end"}}}};

/// Adds the year with its derivation; the one that stood for the person is withdrawn.
base::Result<> put(store::Transaction& transaction, const ResultAccess& access,
                   const OutpatientYear& year, const std::vector<BasisPart>& basis,
                   base::Moment now);
/// The year that stands for the person.
base::Result<std::optional<OutpatientYear>> find_year(const store::View& view,
                                                      const ResultAccess& access,
                                                      const base::PersonId& person,
                                                      base::Month last);
/// Those that stand for the people of a household.
base::Result<std::vector<OutpatientYear>> years_of_household(const store::View& view,
                                                             const ResultAccess& access,
                                                             const base::PersonId& insured,
                                                             base::Month last);
/// Those that stand, in the order in which they were computed.
base::Result<std::vector<OutpatientYear>> years_ending(const store::View& view,
                                                       const ResultAccess& access,
                                                       base::Month last);

/// Adds the certificate; one of the same insurer and period is withdrawn.
base::Result<> put(store::Transaction& transaction, const AwardAccess& access,
                   const BurdenCertificate& certificate, base::Moment now);
base::Result<std::vector<BurdenCertificate>> burden_certificates_of(const store::View& view,
                                                                    const AwardAccess& access,
                                                                    const base::PersonId& person,
                                                                    base::Month last);
/// Adds the notice; the one that stood for the person and period is withdrawn.
base::Result<> put(store::Transaction& transaction, const AwardAccess& access,
                   const BaseDayNotice& notice, base::Moment now);
base::Result<std::optional<BaseDayNotice>> base_day_notice_of(const store::View& view,
                                                              const AwardAccess& access,
                                                              const base::PersonId& person,
                                                              base::Month last);
/// Adds the fact; the one that stood for the person and period is withdrawn.
base::Result<> put(store::Transaction& transaction, const AwardAccess& access,
                   const NoInsuranceFact& fact, base::Moment now);
/// Withdraws what stands for the person and period; false: nothing stood.
base::Result<bool> withdraw_no_insurance(store::Transaction& transaction,
                                         const AwardAccess& access, const base::PersonId& person,
                                         base::Month last, base::Moment now);
base::Result<std::optional<NoInsuranceFact>> no_insurance_of(const store::View& view,
                                                             const AwardAccess& access,
                                                             const base::PersonId& person,
                                                             base::Month last);
/// Everybody with a certificate, a notice or such a fact for the period.
base::Result<std::vector<base::PersonId>> certified_people(const store::View& view,
                                                           const AwardAccess& access,
                                                           base::Month last);

}  // namespace kenpo::benefit
