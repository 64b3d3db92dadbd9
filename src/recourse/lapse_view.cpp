#include "recourse/lapse_view.h"

namespace kenpo::recourse {

std::string_view wording(SettlementForm form) {
  switch (form) {
    case SettlementForm::medical_expense:
      return "療養費";
    case SettlementForm::childbirth:
      return "出産育児一時金";
    case SettlementForm::burial:
      return "埋葬料・葬祭費";
    case SettlementForm::transport:
      return "移送費";
    case SettlementForm::high_cost:
      break;
  }
  return "高額療養費";
}

std::vector<SettlementForm> settlement_forms(std::string_view numbers) {
  std::vector<SettlementForm> forms;
  for (char number = '4'; number <= '8'; ++number) {
    if (numbers.find(number) == std::string_view::npos) continue;
    forms.push_back(static_cast<SettlementForm>(number - '0'));
  }
  return forms;
}

}  // namespace kenpo::recourse
