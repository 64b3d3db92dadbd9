// The medical cost notice (医療費通知) of one person: what the claims of a period say, in the items that
// the deduction of the income tax asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "claim/claim.h"
#include "cost_notice/paid_amounts.h"

namespace kenpo::cost_notice {

using NoticeRunId = base::Id<struct NoticeRunKind>;
using VisitCheckId = base::Id<struct VisitCheckKind>;

/// Months of treatment, both included.
struct Period {
  base::Month from = {};
  base::Month to = {};
  friend bool operator==(const Period&, const Period&) = default;
};
/// Receipts are kept five years: a notice can be made again for so long.
inline constexpr int period_months_limit = 60;
/// A notice with more lines is refused: nobody has so many receipts in five years.
inline constexpr std::size_t notice_lines_limit = 2'000;

struct NoticeLine {
  claim::ClaimId claim = claim::ClaimId::draw();
  base::Month month = {};
  std::string patient = {};
  std::string institution = {};
  claim::Service service = claim::Service::medical;
  bool inpatient = false;
  int days = 0;
  PaidAmounts amounts = {};
};

/// What the society gave beside, of a month: to be taken off what is deducted.
struct GivenLine {
  base::Month month = {};
  base::Yen high_cost = {};   // 高額療養費 in cash
  base::Yen additional = {};  // 付加給付
};

struct CostNotice {
  base::PersonId person;          // whom it goes to
  std::string insured_name = {};  // (1) 被保険者等の氏名
  std::string name = {};          // of the person it goes to
  std::string symbol = {};
  std::string number = {};
  Period period = {};
  std::vector<NoticeLine> lines = {};
  std::vector<GivenLine> given = {};  // to the insured person
  std::vector<std::string> address = {};
  base::Date made_on = {};

  PaidAmounts total() const;
};

/// 家族の分を世帯でまとめる同意: of an adult dependent.
struct Consent {
  base::PersonId person;
  base::Date from = {};
  std::string evidence = {};
};

enum class NoticeRunStep : std::uint8_t {
  released = 1,
  counted = 2,
  sent = 3,
  dissolved = 4,
};
struct NoticeRun {
  NoticeRunId id = NoticeRunId::draw();
  Period period = {};
  std::int64_t notices = 0;
  std::string list_hash = {};  // SHA-256 over the people it goes to, in their order
  base::StaffId made_by = base::StaffId::draw();
  base::Moment made_at = {};
  std::optional<NoticeRunStep> last = {};  // none: waits for the second person
  std::int64_t counted = 0;                // notices counted by hand
};
std::string_view state_wording(const NoticeRun& run);
/// One document has at most 500 pages; a notice rarely more than two.
inline constexpr std::int64_t run_notices_limit = 200;

/// 「受診していない」 and other answers of a person to a line.
enum class VisitOutcome : std::uint8_t {
  open = 0,
  visited = 1,    // 本人が思い出した、家族の受診だった
  other_days = 2,  // 受診はしたが日数・内容が違う: a re-examination is asked for
  not_visited = 3,  // 受診の事実がない: to the reviewing organisation or the bureau
};
std::string_view wording(VisitOutcome outcome);
struct VisitCheck {
  VisitCheckId id = VisitCheckId::draw();
  base::PersonId person;
  claim::ClaimId claim = claim::ClaimId::draw();
  base::Date received_on = {};
  std::string words = {};    // what the person said
  VisitOutcome outcome = VisitOutcome::open;
  std::string finding = {};  // how it was found out
  base::Moment decided_at = {};
};

}  // namespace kenpo::cost_notice
