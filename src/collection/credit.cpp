#include "collection/credit.h"

namespace kenpo::collection {

base::Words wording(CreditCause cause) {
  switch (cause) {
    case CreditCause::over_payment:
      return {"納付額が多い", "Paid too much"};
    case CreditCause::double_payment:
      return {"二重の納付", "Paid twice"};
    case CreditCause::over_levy:
      return {"調定額の減少", "Levied too much"};
    case CreditCause::prepayment_unexpired:
      return {"前納期間の途中の資格喪失", "Prepaid beyond the loss"};
  }
  return {};
}

}  // namespace kenpo::collection
