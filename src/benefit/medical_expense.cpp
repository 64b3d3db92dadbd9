#include "benefit/medical_expense.h"

namespace kenpo::benefit {

std::string_view wording(ExpenseReason reason) {
  switch (reason) {
    case ExpenseReason::no_proof:
      return "資格を確認できなかった受診";
    case ExpenseReason::device:
      return "治療用装具";
    case ExpenseReason::acupuncture:
      return "はり・きゅう";
    case ExpenseReason::massage:
      return "あん摩・マッサージ";
    case ExpenseReason::judo:
      return "柔道整復";
    case ExpenseReason::blood:
      return "生血";
    case ExpenseReason::abroad:
      return "海外療養費";
    case ExpenseReason::settlement:
      return "保険者間の精算";
    case ExpenseReason::other:
      break;
  }
  return "その他";
}

}  // namespace kenpo::benefit
