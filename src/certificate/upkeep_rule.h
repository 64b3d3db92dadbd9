// Which papers are due for a member, which have to come back, and which are not due any more: who
// gets what (Health Insurance Act art 51-3; Regulation arts 47, 51, 52, 99, 103-2, 105).
#pragma once

#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "certificate/certificate.h"
#include "certificate/holder.h"
#include "law/decision.h"

namespace kenpo::certificate {

/// A paper to be made.
struct Planned {
  Kind kind = Kind::notice;
  Cause cause = Cause::joined;
  base::Date from = {};
  std::optional<base::Date> until = {};
  int share_percent = 0;
  std::optional<LimitClass> limit_class = {};
  friend bool operator==(const Planned&, const Planned&) = default;
};

/// What is to be done. Empty when every paper is as it should be.
struct Upkeep {
  std::vector<Planned> issue = {};
  std::vector<CertificateId> collect = {};  // out, and to come back by `collect_by`
  base::Date collect_by = {};
  std::vector<CertificateId> drop = {};  // waits, and is not due any more
  enum class Invitation : std::uint8_t { none, relief } invitation = Invitation::none;

  bool nothing() const {
    return issue.empty() && collect.empty() && drop.empty() && invitation == Invitation::none;
  }
};

/// From the member, the papers that stand and the day from which the society runs this ledger: a
/// notice of eligibility information is due for whoever joins from that day on (the others had
/// theirs before). A fault where the law book has no row for the day.
base::Result<law::Decision<Upkeep>> upkeep(const Holder& holder,
                                           const std::vector<Certificate>& papers,
                                           base::Date started_on);

/// The monthly amount that a patient of the disease pays an institution: Order art 42(9). 20,000
/// yen for dialysis under 70 from a standard remuneration of 530,000 yen, else 10,000 yen.
base::Result<law::Decision<base::Yen>> disease_amount(Disease disease, base::Yen standard,
                                                      base::Date born, base::Date on);

}  // namespace kenpo::certificate
