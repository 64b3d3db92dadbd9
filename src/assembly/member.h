// A member of the assembly (組合会議員): one term of one person. Kept apart from the insured
// person's and the staff's data: category 当組合の議員に関する情報.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::assembly {

using MembershipId = base::Id<struct MembershipKind>;

/// 健康保険法18条: half is chosen by the employers, half elected by the insured persons.
enum class MemberKind : std::uint8_t { appointed = 1, elected = 2 };

enum class MembershipEnd : std::uint8_t { resigned = 1, lost_insurance = 2, death = 3 };

struct Membership {
  MembershipId id = MembershipId::draw();
  base::PersonId person = base::PersonId::draw();
  MemberKind kind = MemberKind::appointed;
  base::Date from = {};
  base::Date until = {};  // last day of the term, or the day on which it ended early
  std::optional<MembershipEnd> end = {};
  std::optional<MembershipId> substitute_for = {};  // 補欠: serves the rest of that term
  std::string name = {};
  std::string name_kana = {};
  std::string workplace = {};
  std::string postal_code = {};  // seven digits, or empty
  std::string address = {};
  std::string telephone = {};
  std::string mail = {};

  bool holds_on(base::Date day) const { return from <= day && day <= until; }
};

base::Words wording(MemberKind kind);
base::Words wording(MembershipEnd end);

/// Posts of officers (健康保険法21条).
enum class Post : std::uint8_t {
  chair = 1,              // 理事長
  executive_director = 2,  // 常務理事
  director = 3,           // 理事
  auditor = 4,            // 監事
};
base::Words wording(Post post);

struct Officer {
  MembershipId membership;
  base::PersonId person;
  Post post = Post::director;
  base::Date from = {};
  std::optional<base::Date> until = {};

  bool holds_on(base::Date day) const { return from <= day && (!until || day <= *until); }
};

/// The society's own rules (規約) that the counting needs; dated, decided anew by a resolution.
struct Charter {
  base::Date from = {};
  int fixed_number = 0;  // 定数: even, half of each kind
  int term_years = 0;    // not above the law's longest term
  enum class WrittenVote : std::uint8_t {
    refused = 1,
    allowed = 2
  } written_vote = WrittenVote::refused;
};

}  // namespace kenpo::assembly
