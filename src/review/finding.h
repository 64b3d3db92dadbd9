// A finding of the content checks, and what the reviewer decided about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "claim/claim.h"
#include "review/check_row.h"

namespace kenpo::review {

using FindingId = base::Id<struct FindingKind>;

enum class FindingState : std::uint8_t {
  open,          // 未処理
  no_problem,    // 問題なし
  to_request,    // 再審査請求: waits for the file
  requested,     // 再審査請求中
  answered,      // 結果あり
  inquiring,     // 本人に照会中
  inquiry_done,  // 照会の回答あり
  gone,          // a later receipt or rule has taken the ground away
};
inline constexpr std::size_t finding_states_count = 8;
const char* wording(FindingState state);

struct Finding {
  FindingId id = FindingId::draw();
  base::PersonId person = base::PersonId::draw();
  claim::ClaimId claim = claim::ClaimId::draw();
  std::optional<claim::ClaimId> other = {};
  std::optional<base::EstablishmentId> establishment = {};
  std::string check;  // CheckRow::id
  Severity severity = Severity::warning;
  base::Month claimed_in;
  base::Month treated_in;
  std::int64_t yen = 0;  // claimed for what was found
  base::Moment found_at;
  FindingState state = FindingState::open;
  std::string key;
  std::string evidence;
  std::uint32_t row = 0;
  std::uint16_t branch = 0;
};

enum class Verdict : std::uint8_t {
  no_problem = 1,  // 問題なし
  request = 2,     // 再審査請求
  inquire = 3,     // 本人照会
  reopen = 4,      // 判断を取り消す
};
const char* wording(Verdict verdict);

struct FindingDecision {
  FindingId finding = FindingId::draw();
  Verdict verdict = Verdict::no_problem;
  std::string reason = {};  // of the request: 理由番号
  std::string detail = {};  // 理由内容
  std::string words = {};   // to the reviewing organisation or for the file
  base::StaffId by = base::StaffId::draw();
  base::Moment at = {};
};

/// Sentences that reviewers use again and again.
struct ReasonTemplate {
  std::string_view name;
  Verdict verdict;
  std::string_view words;
};
inline constexpr std::size_t reason_templates_count = 8;
extern const ReasonTemplate reason_templates[reason_templates_count];

inline constexpr std::size_t decision_characters_limit = 250;  // 理由内容 of the request takes so many

}  // namespace kenpo::review
