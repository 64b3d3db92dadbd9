// Break-glass (privacy property 10): a role for a few hours, for an emergency that the law knows.
// It widens nobody's purposes: only the pairs of the notice in force, in a role not held otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/id.h"
#include "notice/role.h"

namespace kenpo::staff {

/// 個人情報保護法18条3項, by its items.
enum class EmergencyGround : std::uint8_t {
  law = 1,            // 1号 法令に基づく場合
  life = 2,           // 2号 人の生命、身体又は財産の保護
  public_health = 3,  // 3号 公衆衛生の向上、児童の健全な育成
  public_body = 4,    // 4号 国の機関等への協力
};

enum class EmergencyFinding : std::uint8_t { proper = 1, improper = 2 };

struct EmergencyReview {
  base::StaffId by;
  base::Moment at;
  EmergencyFinding finding = EmergencyFinding::proper;
  std::string words;  // what was found, what is done about it
};

/// One use of break-glass, agreed by two people.
struct BreakGlass {
  base::CaseId id;  // the case of its approval
  base::StaffId staff;
  notice::Role role = notice::Role::member_clerk;
  EmergencyGround ground = EmergencyGround::life;
  std::string reason;
  base::Moment begins_at;
  base::Moment ends_at;  // as agreed; the role is gone at this moment
  base::StaffId approver;
  std::optional<base::Moment> ended_at;  // earlier, by a person
  std::optional<EmergencyReview> review;
};

}  // namespace kenpo::staff
