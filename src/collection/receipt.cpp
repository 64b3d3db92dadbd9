#include "collection/receipt.h"

namespace kenpo::collection {

base::Words wording(MatchReason reason) {
  switch (reason) {
    case MatchReason::code:
      return {"依頼人コードの一致", "Payer code"};
    case MatchReason::name:
      return {"依頼人名の一致", "Payer name"};
    case MatchReason::amount:
      return {"金額だけの一致", "Amount only"};
    case MatchReason::clerk:
      return {"担当者の判断", "The clerk's choice"};
    case MatchReason::set_off:
      return {"過誤納の充当", "Set off"};
  }
  return {};
}

}  // namespace kenpo::collection
