#include "cases/rule_table.h"
#include "claim/due_rule.h"

namespace kenpo::cases {

namespace {

base::Result<Outputs> run_claim_due(Inputs& in) {
  const auto due = KENPO_TRY(claim::due_of(in.need_month("treatment_month"))).value;
  return Outputs{{"=billed_by", due.billed_by.iso()}, {"=paid_by", due.paid_by.iso()}};
}

}  // namespace

std::vector<RuleTable> claim_tables() {
  return {{"claim.due",
           "健康保険法76条5項; 支払基金 請求支払業務",
           {"treatment_month"},
           {"=billed_by", "=paid_by"},
           run_claim_due}};
}

}  // namespace kenpo::cases
