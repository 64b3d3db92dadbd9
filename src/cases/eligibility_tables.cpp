#include "cases/rule_table.h"
#include "eligibility/voluntary_rule.h"

namespace kenpo::cases {

namespace {

base::Result<Outputs> run_voluntary_loss(Inputs& in) {
  const auto decision = KENPO_TRY(
      eligibility::voluntary_loss(in.need_date("acquired"), in.date("leave_accepted")));
  return Outputs{{"=lost_on", decision.value.iso()}};
}

}  // namespace

std::vector<RuleTable> eligibility_tables() {
  return {{"voluntary.loss", "健康保険法38条", {"acquired", "leave_accepted"}, {"=lost_on"},
           run_voluntary_loss}};
}

}  // namespace kenpo::cases
