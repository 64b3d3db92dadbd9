// The society's own rules (規約・規程) and which resolution put each version of them into force.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::assembly {

using BylawId = base::Id<struct BylawKind>;

inline constexpr std::size_t bylaw_title_characters_limit = 60;     // one line of the register
inline constexpr std::size_t bylaw_summary_characters_limit = 500;  // what it decides, not its text

/// What a rule is about.
enum class BylawSubject : std::uint8_t {
  charter = 1,                 // 規約
  additional_benefits = 2,     // 付加給付
  insurer_determination = 3,   // 保険者算定
  meetings = 4,                // 会議
  elections = 5,               // 選挙
  personal_data = 6,           // 個人情報の管理
  other = 7,
};
base::Words wording(BylawSubject subject);

/// One version: stands until the day before the next one of the same rule.
struct BylawVersion {
  enum class Standing : std::uint8_t { in_force = 1, abolished = 2 };

  BylawId rule = BylawId::draw();
  BylawSubject subject = BylawSubject::other;
  std::string title = {};
  int number = 1;  // from 1
  base::Date from = {};
  Standing standing = Standing::in_force;
  std::string resolution = {};  // 議決番号
  base::Date resolved_on = {};
  std::string summary = {};  // no names of people
};

/// The last day of the version at the place among those of all rules; nullopt while none follows.
std::optional<base::Date> last_day(const std::vector<BylawVersion>& versions, std::size_t at);

/// The version of the rule that holds on the day; nullptr before the first and after an abolition.
const BylawVersion* version_on(const std::vector<BylawVersion>& versions, const BylawId& rule,
                              base::Date day);

}  // namespace kenpo::assembly
