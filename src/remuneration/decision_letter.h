// The letter that tells an employer what was decided about its people (決定通知書): Health Insurance
// Act art 49(1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"
#include "base/yen.h"
#include "eligibility/establishment.h"
#include "eligibility/person.h"
#include "print/sender.h"

namespace kenpo::remuneration {

enum class LetterKind : std::uint8_t {
  acquisition = 1,  // 資格取得確認および標準報酬決定通知書
  regular = 2,      // 標準報酬決定通知書 (定時決定)
  revision = 3,     // 標準報酬改定通知書 (随時改定, 休業終了時改定, 訂正)
  bonus = 4,        // 標準賞与額決定通知書
};
base::Words wording(LetterKind kind);
/// The article that the decisions rest on.
base::Plain article(LetterKind kind);

using LetterId = base::Id<struct DecisionLetterKind>;

/// open: a second person has not seen it, and no paper of it is handed out.
enum class LetterState : std::uint8_t { open = 1, released = 2, refused = 3 };
base::Words wording(LetterState state);

/// A letter with its number. Holds no person: who stood on it is what was known at the moment.
struct IssuedLetter {
  LetterId id = LetterId::draw();
  std::int64_t number = 0;  // 1, 2, 3 … over the society
  base::EstablishmentId establishment;
  LetterKind kind = LetterKind::regular;
  base::Month month = {};  // from which the decisions hold; of the bonus
  std::int64_t persons = 0;
  base::Moment issued_at = {};
  std::optional<base::StaffId> issued_by = {};
  LetterState state = LetterState::open;
  std::optional<base::Moment> decided_at = {};  // by the second person
  std::optional<base::StaffId> decided_by = {};
};

struct LetterLine {
  std::string number = {};     // 被保険者整理番号
  std::string name = {};  // for the paper; a screen names no protected person
  eligibility::Sheltered sheltered = eligibility::Sheltered::no;
  base::Words decision = {};   // 「定時決定」
  base::Month from = {};
  base::Yen before = {};       // 従前の標準報酬月額; 0 = none
  base::Yen after = {};        // 標準報酬月額 or 標準賞与額
  int grade = 0;               // 0: a bonus
};

struct DecisionLetter {
  eligibility::Establishment establishment;
  LetterKind kind = LetterKind::regular;
  base::Month month = {};
  std::vector<LetterLine> lines = {};  // by number
  std::optional<IssuedLetter> issued = {};
};

/// More people than these do not fit on a paper that anybody reads.
inline constexpr std::size_t letter_lines_limit = 10'000;

/// What stands on the paper besides the decisions: the society's own configuration.
using LetterSender = print::Sender;

}  // namespace kenpo::remuneration
