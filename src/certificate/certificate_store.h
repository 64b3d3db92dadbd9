// Certificates in the store. A certificate's rows are the decisions about it; the one that is not
// withdrawn stands.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "certificate/certificate.h"
#include "store/seal.h"

namespace kenpo::certificate {

inline constexpr store::Table certificate_table{
    .name = "certificate",
    .japanese = "証の交付",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // valid as the paper is
    .clear = {{"certificate", store::Kind::id},
              {"insured", store::Kind::id},
              {"establishment", store::Kind::id},
              {"kind", store::Kind::integer},
              {"state", store::Kind::integer},
              {"cause", store::Kind::integer},
              {"state_on", store::Kind::date},
              {"run", store::Kind::id, store::Presence::optional},
              {"paper_number", store::Kind::integer},
              {"collect_by", store::Kind::date, store::Presence::optional},
              {"reminders", store::Kind::integer},
              {"reminded_on", store::Kind::date, store::Presence::optional}},
    .personal = {{"card_use", store::Kind::integer},
                 {"symbol", store::Kind::text},
                 {"number", store::Kind::text},
                 {"branch", store::Kind::integer},
                 {"name", store::Kind::text},
                 {"insured_name", store::Kind::text},
                 {"share_percent", store::Kind::integer},
                 {"limit_class", store::Kind::integer, store::Presence::optional},
                 {"disease", store::Kind::integer, store::Presence::optional},
                 {"limit_amount", store::Kind::yen},
                 {"long_stay", store::Kind::integer},
                 {"born", store::Kind::date, store::Presence::optional},
                 {"sex", store::Kind::integer, store::Presence::optional},
                 {"joined", store::Kind::date, store::Presence::optional}},
    .indexes = {{.columns = {"certificate"}},
                {.columns = {"kind", "state", "establishment"}},
                {.columns = {"run"}}}};
using CertificateAccess = store::AccessTo<certificate_table>;

Certificate certificate_from(const store::Record<certificate_table>& record);

/// Adds the certificate, or decides it anew: the decision that stood is withdrawn.
base::Result<> put(store::Transaction& transaction, const CertificateAccess& access,
                   const Certificate& certificate, base::Moment now);

base::Result<std::optional<Certificate>> find_certificate(const store::View& view,
                                                          const CertificateAccess& access,
                                                          const CertificateId& id);

/// Everything issued to the person, as it stands, the latest first.
base::Result<std::vector<Certificate>> certificates_of(const store::View& view,
                                                       const CertificateAccess& access,
                                                       const base::PersonId& person);

/// The certificates of a run, by paper number.
base::Result<std::vector<Certificate>> certificates_of_run(const store::View& view,
                                                           const CertificateAccess& access,
                                                           const RunId& run);

/// What a list of certificates asks for; no establishment = all of them.
struct CertificateFilter {
  Kind kind = Kind::confirmation;
  State state = State::to_issue;
  std::optional<base::EstablishmentId> establishment = {};
};
/// How many there are. Nobody is told to the log.
base::Result<std::int64_t> count_certificates(const store::View& view,
                                              const CertificateAccess& access,
                                              const CertificateFilter& filter);
/// Some of them, the longest in the state first.
base::Result<std::vector<Certificate>> list_certificates(const store::View& view,
                                                         const CertificateAccess& access,
                                                         const CertificateFilter& filter,
                                                         std::int64_t skipped, std::int64_t most);

/// Calls `act(person)` for every certificate that was decided or withdrawn at the moment or later.
template <typename Act>
base::Result<std::size_t> each_certificate_change(const store::View& view,
                                                  const CertificateAccess& access,
                                                  base::Moment since, Act&& act) {
  return store::each<certificate_table>(
      view, access, {"decided_at >= $1"}, {since},
      [&](const store::Record<certificate_table>& record) { act(record.subject()); });
}

/// Calls `act(const Certificate&)` (void or store::Next) for those of the kind in the state, the
/// longest in it first.
template <typename Act>
base::Result<std::size_t> each_in_state(const store::View& view, const CertificateAccess& access,
                                        Kind kind, State state, Act&& act) {
  return store::each<certificate_table>(
      view, access, {"kind = $1 AND state = $2 AND withdrawn_at = $3", "ORDER BY state_on, row_id"},
      {kind, state, store::not_withdrawn}, [&](const store::Record<certificate_table>& record) {
        return act(certificate_from(record));
      });
}

}  // namespace kenpo::certificate
