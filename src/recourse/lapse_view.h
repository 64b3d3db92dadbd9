// A case of treatment after the loss as its screen and its papers have it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recourse/lapse.h"

namespace kenpo::recourse {

struct LapseView {
  LapseCase lapse;
  claim::Claim claim;
  std::optional<Successor> successor = {};
  Proposal proposal = {};
  std::vector<LapseStepKind> steps = {};  // that may follow now
};
/// The claims on the new insurer for which 保保発1205第1号 has a form (様式第四 to 第八).
enum class SettlementForm : std::uint8_t {
  medical_expense = 4,  // 療養費
  childbirth = 5,       // 出産育児一時金
  burial = 6,           // 埋葬料・葬祭費
  transport = 7,        // 移送費
  high_cost = 8,        // 高額療養費
};
std::string_view wording(SettlementForm form);
/// Forms by their numbers, 「568」; other characters are passed over.
std::vector<SettlementForm> settlement_forms(std::string_view numbers);

/// What stands on the papers, beside the case.
struct LapseAddressee {
  LapseView view;
  std::vector<std::string> address;
  std::string insured_name;
  base::Date claim_until = {};  // the right on the new insurer, counted from the month's end
  std::vector<SettlementForm> forms = {};  // in the order of their numbers
  bool consent = false;  // 様式第九: somebody else was treated than who is asked
};

}  // namespace kenpo::recourse
