// Links between the screens of the ledgers, and the words that they share.
#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "desk/router.h"
#include "desk/visit.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

/// The address when the visitor may run the operation of its route now; empty otherwise, so that
/// no link leads to a refusal. The page behind it decides again.
std::string open_address(const desk::Router& router, const desk::Visit& visit,
                         std::string address);

/// 「101-12」, with a branch number 「101-12-01」.
std::string insured_number(const std::string& symbol, const std::string& number);
std::string insured_number(const std::string& symbol, const std::string& number, int branch);

/// The number as it stands where nobody asked to see it (公表事項2, P-3): the symbol hidden, of the
/// number its last two digits at most.
std::string masked_insured_number(const std::string& symbol, const std::string& number);
std::string masked_insured_number(const std::string& symbol, const std::string& number, int branch);

/// 「••••-••••34 健保 花子」: the number hidden, as everywhere but where somebody asked for it.
std::string insured_words(const InsuredName& insured);

/// Names of the establishments in the visitor's scope. No personal data.
class EstablishmentNames {
 public:
  static base::Result<EstablishmentNames> of(Ledger& ledger, const notice::Acting& acting);
  /// 「担当外の事業所」 for one outside the scope.
  std::string name(const base::EstablishmentId& id) const;

 private:
  std::map<base::EstablishmentId, std::string> names_;
};

}  // namespace kenpo::eligibility
