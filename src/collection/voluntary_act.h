// Voluntary members: the premium of a month, prepayments, what was paid, what a loss gives back.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"
#include "collection/receipt_act.h"
#include "collection/voluntary_rule.h"
#include "collection/voluntary_view.h"

namespace kenpo::collection {

inline constexpr notice::Operation voluntary_list{.name = "voluntary.list",
                                                  .japanese = "任意継続の保険料の一覧の表示",
                                                  .pairs = for_collection};
inline constexpr notice::Operation voluntary_show{.name = "voluntary.show",
                                                  .japanese = "任意継続の保険料の表示",
                                                  .pairs = for_collection};
inline constexpr notice::Operation voluntary_levy{.name = "voluntary.levy",
                                                  .japanese = "任意継続の保険料の請求",
                                                  .verb = notice::Verb::write,
                                                  .pairs = for_collection,
                                                  .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation voluntary_settle{.name = "voluntary.settle",
                                                    .japanese = "任意継続の保険料の精算",
                                                    .verb = notice::Verb::write,
                                                    .pairs = for_collection};
/// A paper for the member: slip, certificate.
inline constexpr notice::Operation voluntary_paper{.name = "voluntary.paper",
                                                   .japanese = "任意継続の納付書・証明書の発行",
                                                   .verb = notice::Verb::provide,
                                                   .pairs = for_collection};

struct MembersPage {
  std::vector<MemberView> members = {};
  std::int64_t count = 0;  // in all
  std::vector<std::pair<base::Month, std::int64_t>> slips = {};  // of this month and the next
};
/// Voluntary members and special retirees who are or were insured, the latest acquisition first.
/// For handlers of the whole society.
base::Result<MembersPage> list_members(eligibility::Ledger& ledger, const notice::Acting& acting,
                                       Slice slice = {});
/// The latest period of the person. Refused: a person who has none.
base::Result<MemberView> show_member(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const base::PersonId& person);

struct VoluntaryLevy {
  std::int64_t demanded = 0;
  std::int64_t prepaid = 0;           // covered by a prepayment
  std::int64_t known = 0;             // demanded before
  std::int64_t without_standard = 0;  // left out: no standard remuneration
  base::Yen total = {};
  std::int64_t unpaid = 0;  // work items opened: an earlier premium is overdue (art 38(3))
  std::int64_t lapsed = 0;    // prepayments that were not paid in time: asked for by month again
  std::int64_t repriced = 0;  // prepayments whose rates have changed (Order art 50)
  base::Yen shortfall = {};   // demanded because rates rose
  base::Yen surplus = {};     // became credits because rates fell
  std::int64_t to_sort_out = 0;  // what rose and fell within one prepayment
  std::int64_t corrected = 0;    // months asked for before that owe another amount since
  base::Yen corrected_more = {};  // demanded for them
  base::Yen corrected_less = {};  // credited for them
  std::int64_t cancelled = 0;  // periods that stand no more, whose demands were taken back
};
/// Demands the month of everybody who owes it. The first premium of a member is due on `first_due`,
/// which the society sets; the others on the 10th. A prepayment that was not paid in time is taken
/// back, one whose rates, standard or care premium have changed is settled (reprice). Months asked
/// for before are compared with what they owe now (voluntary_correction_act.h). A member whose
/// earlier premium is overdue gets a work item that proposes the loss. Of a period that was
/// cancelled all that was asked is taken back; what was paid of it becomes a credit. Run again it
/// changes nothing. Refused: missing rates, a month more than one ahead.
base::Result<VoluntaryLevy> levy_voluntary(eligibility::Ledger& ledger,
                                           const notice::Acting& acting, base::Month month,
                                           base::Date first_due);

/// What a prepayment would cost; nothing is written.
base::Result<law::Decision<PrepaymentQuote>> show_quote(eligibility::Ledger& ledger,
                                                        const notice::Acting& acting,
                                                        const base::PersonId& person,
                                                        PrepaymentUnit unit, base::Month first);
/// Demands it. Refused: what quote_prepayment refuses, months that were demanded, a day after the
/// due date.
base::Result<VoluntaryDemand> demand_prepayment(eligibility::Ledger& ledger,
                                                const notice::Acting& acting,
                                                const base::PersonId& person,
                                                PrepaymentUnit unit, base::Month first);

/// After a loss: what was demanded for months that bear no premium becomes a credit, of a
/// prepayment by Order art 51; what was not paid of it is taken off the demand. Hands back the
/// credits made; none when everything was settled before. Refused: no loss is recorded.
base::Result<std::vector<Credit>> settle_loss(eligibility::Ledger& ledger,
                                              const notice::Acting& acting,
                                              const base::PersonId& person);

/// The slips of the month that are not paid, for printing: those of `file`, from 1 on; none beyond
/// the last. For handlers of the whole society. Those that were not released are left
/// out; refused: nothing else is there.
base::Result<std::vector<MemberSlip>> slips_of_month(eligibility::Ledger& ledger,
                                                     const notice::Acting& acting,
                                                     base::Month month, std::int64_t file);

/// One slip of the member. Refused: no such demand, a slip that was not released.
base::Result<MemberSlip> slip_of_member(eligibility::Ledger& ledger,
                                        const notice::Acting& acting,
                                        const base::PersonId& person, const DebtKey& key);

/// The member for a paper, as provided to the member.
base::Result<MemberView> member_for_paper(eligibility::Ledger& ledger,
                                          const notice::Acting& acting,
                                          const base::PersonId& person);

}  // namespace kenpo::collection
