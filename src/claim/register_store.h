// Who stands under which symbol and number: the ledger as the eligibility check asks it, in memory
// for one intake.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "claim/treatment.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"

namespace kenpo::claim {

/// 記号・番号 in one form: half-width letters and digits, no spaces and hyphens, no leading zeros
/// in the number.
std::string insured_key(std::string_view symbol_utf8, std::string_view number_utf8);

/// All insured persons and dependents as they stand at the moment of building.
class Register {
 public:
  /// Reads the ledger once: people, periods, dependents.
  static base::Result<Register> build(const store::View& view,
                                      const notice::Access<notice::Category::eligibility>& access);

  /// Everybody under the key; empty when there is nobody.
  std::span<const Candidate> find(const std::string& key) const;
  std::size_t size() const { return by_key_.size(); }

 private:
  std::unordered_map<std::string, std::vector<Candidate>> by_key_;
};

/// Everybody about whom something was decided or withdrawn since the moment (facts, periods,
/// links), and the dependents of the insured among them: their cover ends with that of the insured
/// person (健康保険法110条).
base::Result<std::set<base::PersonId>> people_decided_since(
    const store::View& view, const notice::Access<notice::Category::eligibility>& access,
    base::Moment since, base::Moment now);

/// The candidates of one claim, read from the ledger without building the whole register.
base::Result<std::vector<Candidate>> candidates_of(
    const store::View& view, const notice::Access<notice::Category::eligibility>& access,
    const Claim& claim, base::Moment known_at);

}  // namespace kenpo::claim
