#include "assembly/seat_balance_act.h"

namespace kenpo::assembly {

base::Result<law::Decision<bool>> check_balance(const AssemblyOffice& office,
                                                const notice::Acting& acting,
                                                const std::vector<District>& districts) {
  return office.gate.perform<seat_balance_check>(
      acting, [&](const notice::Permit<seat_balance_check>&) {
        return balanced(districts, office.gate.clock().now().day());
      });
}

}  // namespace kenpo::assembly
