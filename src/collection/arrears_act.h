// Arrears: who has not paid, since when, what was done about it; reminders.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/result.h"
#include "collection/arrears_view.h"
#include "collection/arrears_rule.h"
#include "collection/receipt_act.h"

namespace kenpo::collection {

inline constexpr notice::Operation arrears_list{.name = "arrears.list",
                                                .japanese = "滞納の一覧の表示",
                                                .pairs = for_collection};
inline constexpr notice::Operation arrears_show{.name = "arrears.show",
                                                .japanese = "納付者の請求と滞納の表示",
                                                .pairs = for_collection};
inline constexpr notice::Operation arrears_record{.name = "arrears.record",
                                                  .japanese = "滞納の措置の記録",
                                                  .verb = notice::Verb::write,
                                                  .pairs = for_collection};
/// 督促状: claims again, and renews the limitation (健康保険法180条, 193条2項).
inline constexpr notice::Operation reminder_issue{.name = "reminder.issue",
                                                  .japanese = "督促状の発行",
                                                  .verb = notice::Verb::write,
                                                  .pairs = for_collection};
inline constexpr std::size_t step_note_characters_limit = 400;  // what a clerk reads at a glance

/// One payer on the board.
struct PayerArrears {
  PayerId payer;
  std::string name;
  std::array<base::Yen, ages_count> by_age = {};
  base::Yen overdue = {};       // all but what is not due
  base::Date oldest_due = {};   // of what is overdue
  base::Date lapses = {};       // the earliest day on which a right lapses
  std::optional<Measure> last_measure = {};
  std::optional<base::Date> measured_on = {};
  std::int64_t reminders_due = 0;  // debts whose reminder should have gone out
};

struct ArrearsPage {
  std::vector<PayerArrears> payers = {};
  std::int64_t count = 0;  // payers in all
  base::Yen open = {};     // of all payers
  base::Yen overdue = {};
};
/// Payers in the handler's range who owe something, the most overdue first.
base::Result<ArrearsPage> list_arrears(eligibility::Ledger& ledger, const notice::Acting& acting,
                                       Slice slice = {});

/// Refused: a payer outside the handler's range.
base::Result<PayerView> show_payer(eligibility::Ledger& ledger, const notice::Acting& acting,
                                   const PayerId& payer);

/// Records a step. Refused: a reminder (it has its own act), a day to come, a promise without its
/// day, a debt that is paid.
base::Result<> record_step(eligibility::Ledger& ledger, const notice::Acting& acting,
                           ArrearsStep step);

/// Issues a reminder of the debt with the deadline. Refused: what check_reminder refuses.
base::Result<> issue_reminder(eligibility::Ledger& ledger, const notice::Acting& acting,
                              const DebtKey& debt, base::Date deadline);
/// The reminder that was issued, for its paper.
base::Result<Reminder> show_reminder(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const PayerId& payer, const StepId& step);

/// For acts in their own transaction: the payer, refused outside the handler's range.
base::Result<PayerView> load_payer(const store::View& view,
                                   const eligibility::MemberAccess& access,
                                   const notice::Recorder& recorder, const PayerId& payer,
                                   base::Moment now);
/// One of the payer's debts. Refused: unknown.
base::Result<Debt> debt_of_payer(const PayerView& payer, const DebtKey& key);

}  // namespace kenpo::collection
