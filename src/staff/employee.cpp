#include "staff/employee.h"

namespace kenpo::staff {

std::string_view wording(WelfareKind kind) {
  switch (kind) {
    case WelfareKind::celebration:
      return "慶弔見舞金";
    case WelfareKind::checkup:
      return "健康診断の補助";
    case WelfareKind::recreation:
      return "福利厚生行事";
    case WelfareKind::loan:
      return "貸付";
    case WelfareKind::other:
      return "その他";
  }
  return {};
}

}  // namespace kenpo::staff
