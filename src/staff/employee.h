// The society's employees (当組合の従業員に関する情報). An employee who is also insured is a second
// subject with a PersonId of its own: nothing here leads to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"

namespace kenpo::staff {

/// Whom to call, and where. Everything is personal data of the employee.
struct EmployeeDetails {
  std::string name;       // 1 to 40 characters
  std::string name_kana;  // 1 to 60 characters
  base::Date born_on;
  std::string address;             // at most 200 characters; may be empty
  std::string telephone;           // at most 20 characters; may be empty
  std::string emergency_name;      // 緊急連絡先
  std::string emergency_relation;  // 続柄
  std::string emergency_telephone;
};

struct Employee {
  base::StaffId staff;
  EmployeeDetails details;
  base::Date joined_on;
  std::optional<base::Date> left_on;  // the last day of employment
};

/// 職・所属, held from a day to a day.
struct Post {
  std::string title;  // 「総務課 主任」: 1 to 60 characters
  base::Date from;
  std::optional<base::Date> to;
};

enum class ContractKind : std::uint8_t {
  permanent = 1,   // 期間の定めなし
  fixed_term = 2,  // 有期
  part_time = 3,   // 短時間
  reemployed = 4,  // 再雇用
  dispatched = 5,  // 派遣
};

/// 雇用契約.
struct Contract {
  ContractKind kind = ContractKind::permanent;
  base::Date from;
  std::optional<base::Date> to;
};

/// 研修の受講 (pair 42): what an employee has attended. The test that gates the rights is kept
/// apart (staff/duty.h).
struct Attendance {
  std::string title;     // 1 to 60 characters
  std::string provider;  // at most 60 characters
  base::Date on;
  int hours = 0;  // 1 to 200
};

enum class WelfareKind : std::uint8_t {
  celebration = 1,  // 慶弔見舞金
  checkup = 2,      // 健康診断の補助
  recreation = 3,   // 福利厚生行事
  loan = 4,         // 貸付
  other = 5,        // その他
};

/// 「慶弔見舞金」
std::string_view wording(WelfareKind kind);

/// 福利厚生の給付 (pair 43).
struct WelfareBenefit {
  WelfareKind kind = WelfareKind::celebration;
  base::Date on;
  base::Yen amount;   // 0 to 10,000,000 yen
  std::string words;  // at most 200 characters
};

/// One employee with everything under 雇用の管理.
struct EmployeeFile {
  Employee employee;
  std::vector<Post> posts;          // by first day
  std::vector<Contract> contracts;  // by first day
};

}  // namespace kenpo::staff
