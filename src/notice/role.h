// Roles of the office and the pairs each may use: the role screen, the gate and the audit speak
// from this one table (notice/roles.tsv).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "notice/published.h"

namespace kenpo::notice {

/// 役割. The order is that of notice/roles.tsv.
enum class Role : std::uint8_t {
  member_clerk,           // 適用担当
  premium_clerk,          // 徴収担当
  benefit_clerk,          // 給付担当
  claim_clerk,            // レセプト担当
  health_clerk,           // 保健事業担当
  general_affairs_clerk,  // 庶務担当
  accountant,             // 経理担当
  analyst,                // 分析担当
  executive_director,     // 常務理事
  responsible_person,     // 個人情報取扱責任者
  auditor,                // 監事
  system_operator,        // システム担当
};
inline constexpr std::size_t roles_count = 12;

/// A set of roles, one bit each.
using RoleMask = std::uint16_t;
constexpr RoleMask mask_of(Role role) {
  return static_cast<RoleMask>(RoleMask{1} << static_cast<unsigned>(role));
}

/// 「適用担当」
std::string_view wording(Role role);
/// `member_clerk`
std::string_view identifier(Role role);
std::optional<Role> parse_role(std::string_view identifier);

/// Which pairs each role may use.
struct RoleMatrix {
  std::array<PairMask, roles_count> pairs{};

  PairMask of(Role role) const { return pairs[static_cast<std::size_t>(role)]; }
};

/// Reads a role table: lines `role<TAB>pair numbers`. A role missing, named twice or unknown, and a
/// pair number outside 1 to 43 are faults.
base::Result<RoleMatrix> parse_role_matrix(std::string_view table);

/// The table that the program carries: the usual division of work in a society's office.
RoleMatrix carried_role_matrix();

}  // namespace kenpo::notice
