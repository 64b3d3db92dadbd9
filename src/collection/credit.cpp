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
    case CreditCause::prepayment_rate:
      return {"前納期間の料率の引下げ", "Prepaid at a higher rate"};
    case CreditCause::prepayment_lapsed:
      return {"期限までに納付されなかった前納", "A prepayment that was not paid in time"};
    case CreditCause::voluntary_correction:
      return {"遡及訂正による減額", "Corrected to less"};
    case CreditCause::shortfall_taken_back:
      return {"前納の不足額の取消し", "Shortfall of a prepayment taken back"};
    case CreditCause::late_charge_reduced:
      return {"延滞金の減額", "Late charge reduced"};
    case CreditCause::period_cancelled:
      return {"資格の取消し", "The status was cancelled"};
  }
  return {};
}

}  // namespace kenpo::collection
