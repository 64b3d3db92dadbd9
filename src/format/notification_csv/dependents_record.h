// What 被扶養者（異動）届・第3号関係届 says: one insured person, the spouse, two others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/individual_number.h"
#include "base/yen.h"
#include "format/notification_csv/insured.h"

namespace kenpo::format::notification_csv {

/// 異動の別.
enum class DependentsChange : std::uint8_t { added = 1, ended = 2, changed = 3 };
/// 続柄 of the spouse.
enum class SpouseRelation : std::uint8_t {
  husband = 1, wife = 2, husband_not_registered = 3, wife_not_registered = 4,
};
/// 同居・別居.
enum class Dwelling : std::uint8_t { together = 1, apart = 2 };
/// 海外特例 (施行規則37条の2).
enum class AbroadException : std::uint8_t { applies = 1, ended = 2 };
enum class DependentSex : std::uint8_t { male = 1, female = 2 };

// Reasons, kept as the codes of the form.
inline constexpr int began_for_other = 5;     // なった理由: その他
inline constexpr int ended_by_death = 1;      // なくなった理由: 死亡
inline constexpr int ended_for_other = 6;     // なくなった理由: その他
inline constexpr int relation_other = 10;     // 続柄: その他
inline constexpr int ended_at_75 = 4;         // なくなった理由: 75歳到達
inline constexpr int abroad_for_other = 5;    // 海外特例の該当理由: その他
inline constexpr int abroad_ended_by_moving_in = 1;  // 海外特例の非該当理由: 国内転入
inline constexpr int abroad_ended_for_other = 2;     // 海外特例の非該当理由: その他

/// Items 22 to 69 and 137. Not written when all is empty.
struct SpouseNotified {
  std::optional<base::Date> notified_on;
  std::string name_kana;
  std::string name;
  std::optional<base::Date> born;
  std::optional<SpouseRelation> relation;
  std::optional<base::IndividualNumber> individual_number;
  std::optional<PensionNumber> pension_number;
  bool foreign_national = false;
  std::string alias_kana;  // 通称名
  std::string alias;
  std::optional<Dwelling> dwelling;
  std::optional<int> prefecture;  // of a dependent who ends, 1 to 47
  std::string postal_parent;
  std::string postal_child;
  std::string address;
  std::string telephone_kind;
  std::array<std::string, 3> telephone;
  std::optional<base::Date> began_on;
  std::optional<int> began_for;
  std::string began_detail;
  std::optional<int> occupation;
  std::optional<base::Yen> income;
  std::optional<base::Date> ended_on;  // the first day without the status
  std::optional<int> ended_for;
  std::string ended_detail;
  std::optional<base::Date> died_on;
  std::string remark;
  bool relation_confirmed = false;
  std::optional<AbroadException> abroad;
  std::optional<base::Date> abroad_from;
  std::optional<int> abroad_for;
  std::string abroad_detail;
  std::optional<base::Date> abroad_ended_on;
  std::optional<int> abroad_ended_for;
  std::string abroad_ended_detail;
  std::optional<base::Date> moved_in_on;  // 国内転入
  std::optional<base::Yen> yearly_income;
  bool wants_certificate = false;  // 資格確認書発行要否

  friend bool operator==(const SpouseNotified&, const SpouseNotified&) = default;
};

/// A block of 33 items, with 138 or 139. Not written when all is empty.
struct OtherNotified {
  std::string name_kana;
  std::string name;
  std::optional<base::Date> born;
  std::optional<DependentSex> sex;
  std::optional<int> relation;  // 続柄コード 1 to 10
  std::string relation_detail;
  std::optional<base::IndividualNumber> individual_number;
  std::optional<Dwelling> dwelling;
  std::string postal_parent;
  std::string postal_child;
  std::string address;
  std::optional<AbroadException> abroad;
  std::optional<int> abroad_for;
  std::string abroad_detail;
  std::optional<int> abroad_ended_for;
  std::string abroad_ended_detail;
  std::optional<base::Date> moved_in_on;
  std::optional<base::Date> began_on;
  std::optional<int> occupation;
  std::optional<int> prefecture;
  std::optional<base::Yen> income;
  std::optional<int> began_for;
  std::string began_detail;
  std::optional<base::Date> ended_on;
  std::optional<int> ended_for;
  std::string ended_detail;
  std::string remark;
  bool relation_confirmed = false;
  bool wants_certificate = false;

  friend bool operator==(const OtherNotified&, const OtherNotified&) = default;
};

/// 被扶養者（異動）届.
struct Dependents {
  std::optional<int> employer_confirmed;  // 事業主確認欄, 0 or 1
  std::optional<base::Date> received_on;  // by the employer
  Insured insured;
  std::optional<DependentSex> sex;
  std::optional<base::IndividualNumber> individual_number;
  std::optional<PensionNumber> pension_number;
  std::optional<base::Yen> income;
  std::string postal_parent;
  std::string postal_child;
  std::string address;
  DependentsChange change = DependentsChange::added;
  SpouseNotified spouse;
  std::array<OtherNotified, 2> others;

  friend bool operator==(const Dependents&, const Dependents&) = default;
};

/// Whether anybody stands in the block.
inline bool is_written(const SpouseNotified& spouse) { return spouse != SpouseNotified(); }
inline bool is_written(const OtherNotified& other) { return other != OtherNotified(); }

}  // namespace kenpo::format::notification_csv
