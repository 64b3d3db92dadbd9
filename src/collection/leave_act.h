// Leaves as employers notify them (産休・育休の申出): shown with the premiums that they free, then
// recorded. The levy reads them (premium/levy_facts_act.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "collection/receipt_act.h"
#include "premium/change_effect.h"
#include "premium/leave_rule.h"

namespace kenpo::collection {

inline constexpr notice::Operation leave_list{.name = "leave.list",
                                              .japanese = "産休・育休の申出の一覧の表示",
                                              .pairs = for_collection};
inline constexpr notice::Operation leave_record{.name = "leave.record",
                                                .japanese = "産休・育休の申出の登録",
                                                .verb = notice::Verb::write,
                                                .pairs = for_collection};

/// Months of one leave that are looked at: a child-care leave ends before the child is three.
inline constexpr int leave_months_limit = 48;

/// A month that leaves free.
struct FreedMonth {
  base::Month month = {};
  premium::Exemption exempt = {};
};
struct LeaveView {
  premium::LeaveFact leave;
  std::string name = {};  // 「保護の対象の人」 of a protected person
  eligibility::Sheltered sheltered = eligibility::Sheltered::no;  // no establishment is shown
  base::EstablishmentId establishment;
  std::vector<FreedMonth> months = {};  // those of the leave, with all leaves of the person
};

struct LeavePage {
  std::vector<LeaveView> leaves = {};
  std::int64_t count = 0;
};
/// Those that stand, the last recorded first; in the handler's range.
base::Result<LeavePage> list_leaves(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    std::int64_t skipped, std::int64_t count);

/// Whom a form names: the symbol of the establishment and the number of the insured person.
struct InsuredKey {
  std::string symbol;
  std::string number;
};

/// What lies between the leave and the one before it.
enum class Between : std::uint8_t { working_days, no_working_day };

/// What the leave would free; nothing is written. Refused: what check_leave refuses, a person who
/// is not known, not employed on the first day, or outside the handler's range, maternity leave of
/// a man, no working day between without a child-care leave before.
base::Result<LeaveView> try_leave(eligibility::Ledger& ledger, const notice::Acting& acting,
                                  const InsuredKey& insured, premium::LeaveFact leave,
                                  Between between = Between::working_days);
/// Everything that a leave, or taking one back, does to the premiums of every month, before it is
/// recorded.
base::Result<premium::ChangeEffect> leave_effect(eligibility::Ledger& ledger,
                                                 const notice::Acting& acting,
                                                 const premium::LeaveFact& leave);
/// The leave that stands with what taking it back does. Refused: no such leave, or one outside the
/// handler's range.
struct LeaveTakenBack {
  LeaveView view;
  premium::ChangeEffect effect;
};
base::Result<LeaveTakenBack> try_taking_back(eligibility::Ledger& ledger,
                                             const notice::Acting& acting,
                                             const premium::LeaveId& leave);

/// Records it. The same refusals, and a leave that stands already.
base::Result<LeaveView> record_leave(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const InsuredKey& insured, premium::LeaveFact leave,
                                     Between between = Between::working_days);
/// Takes a leave back that was notified in error; the next levy posts the difference.
base::Result<> take_leave_back(eligibility::Ledger& ledger, const notice::Acting& acting,
                               const premium::LeaveId& leave);

}  // namespace kenpo::collection
