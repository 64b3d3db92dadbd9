// Where a printed paper is: returned, lost, asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "certificate/certificate_store.h"
#include "certificate/paper_act.h"
#include "certificate/print_run.h"

namespace kenpo::certificate {

inline constexpr notice::Operation certificate_list{
    .name = "certificate.list", .japanese = "証の一覧", .pairs = {issuance_pair}};
inline constexpr notice::Operation certificate_keep{.name = "certificate.keep",
                                                    .japanese = "証の返納・紛失・催告の記録",
                                                    .verb = notice::Verb::write,
                                                    .pairs = {issuance_pair}};
inline constexpr notice::Operation certificate_remind{
    .name = "certificate.remind", .japanese = "証の返納のお願いの作成", .pairs = {issuance_pair}};

/// So many stand on one page of a list.
inline constexpr std::int64_t certificates_a_page = 50;

struct StateCount {
  Kind kind = Kind::confirmation;
  std::int64_t to_issue = 0;
  std::int64_t in_run = 0;
  std::int64_t out = 0;  // printed or delivered
  std::int64_t to_collect = 0;
};
struct CertificateList {
  std::vector<StateCount> counts = {};         // by kind, in the handler's scope
  std::vector<Certificate> certificates = {};  // one page of those asked for
  std::int64_t count = 0;                      // all of those asked for
};
/// Those of the kind in the state, page by page from 0, in the handler's scope.
base::Result<CertificateList> list_papers(eligibility::Ledger& ledger, const notice::Acting& acting,
                                          Kind kind, State state, std::int64_t page);

/// One paper. Refused: unknown, or outside the handler's scope.
base::Result<Certificate> show_certificate(eligibility::Ledger& ledger,
                                           const notice::Acting& acting, const CertificateId& id);

/// Somebody to be invited to apply for relief.
struct Invitation {
  ApplicationRecord application;
  std::string name = {};
  /// Decided meanwhile, one way or the other.
  std::optional<ApplicationOutcome> answered = {};
};
/// The latest first, at most `certificates_a_page`; for handlers without limit.
base::Result<std::vector<Invitation>> list_invitations(eligibility::Ledger& ledger,
                                                       const notice::Acting& acting);

enum class Reissue : std::uint8_t { no, yes };

/// What can be recorded about a paper. Every one refuses a day to come, a paper that is not where
/// the step supposes it, and one outside the handler's scope.
base::Result<> record_return(eligibility::Ledger& ledger, const notice::Acting& acting,
                             const CertificateId& id, base::Date on);
/// Lost or damaged, or cannot be returned; with another one to be issued, which holds as long.
base::Result<> record_loss(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const CertificateId& id, base::Date on, Cause why, Reissue reissue);
/// Its return was asked for; not again before the days of the society's rule are over.
base::Result<> record_reminder(eligibility::Ledger& ledger, const notice::Acting& acting,
                               const CertificateId& id);

/// The letter that asks for the return. Refused: a paper that is not to be collected.
base::Result<ReminderLetter> reminder_letter(eligibility::Ledger& ledger,
                                             const notice::Acting& acting, const CertificateId& id);

}  // namespace kenpo::certificate
