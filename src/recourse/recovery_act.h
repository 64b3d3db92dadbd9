// The ledger of debts to the society: entering, paying, instalments, letters.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "law/decision.h"
#include "print/sheet.h"
#include "recourse/outcome_act.h"
#include "recourse/recovery.h"
#include "review/inquiry.h"

namespace kenpo::recourse {

inline constexpr notice::Pair offender_pair{notice::Category::third_party_act,
                                            notice::Purpose::third_party_recovery};

inline constexpr notice::Operation recovery_list{
    .name = "recovery.list", .japanese = "返納金・求償の一覧の表示",
    .pairs = {review::review_pair, offender_pair}};
inline constexpr notice::Operation recovery_show{
    .name = "recovery.show", .japanese = "返納金・求償の表示",
    .pairs = {review::review_pair, offender_pair}};
inline constexpr notice::Operation recovery_enter{
    .name = "recovery.enter", .japanese = "返納金・求償の登録", .verb = notice::Verb::write,
    .pairs = {review::review_pair, offender_pair}};
inline constexpr notice::Operation recovery_record{
    .name = "recovery.record", .japanese = "返納金・求償の経過の記録",
    .verb = notice::Verb::write, .pairs = {review::review_pair, offender_pair}};
/// The letter goes to the address of the ledger; that to an offender to the address that is typed.
inline constexpr notice::Operation recovery_letter{
    .name = "recovery.letter", .japanese = "返納金・求償の通知の作成",
    .verb = notice::Verb::provide,
    .pairs = {review::review_pair, offender_pair, members_pair}};

struct RecoveryView {
  Recovery recovery;
  law::Decision<base::Date> lapses = {};
  std::vector<PlanLine> plan = {};
  std::optional<claim::Claim> claim = {};
};

inline constexpr std::int64_t recoveries_of_a_page = 50;
struct RecoveryPage {
  std::vector<RecoveryView> lines = {};
  std::int64_t count = 0;
  std::int64_t offset = 0;
  base::Yen rest = {};        // of all
  std::int64_t late = 0;      // past their term with a rest
  std::int64_t lapsing = 0;   // with a rest, lapsing within a year
};
/// By the day on which they are due, those with a rest first. Of handlers without limit.
base::Result<RecoveryPage> list_recoveries(const RecourseOffice& office,
                                           const notice::Acting& acting, std::int64_t offset);
base::Result<std::optional<RecoveryView>> show_recovery(const RecourseOffice& office,
                                                        const notice::Acting& acting,
                                                        const RecoveryId& id);

/// Enters a debt about a receipt. Refused: what check_recovery refuses, a receipt that is not here,
/// the same cause twice for a receipt.
base::Result<RecoveryId> enter_recovery(const RecourseOffice& office, const notice::Acting& acting,
                                        Recovery recovery);
/// Refused: what check_entry refuses.
base::Result<> record_entry(const RecourseOffice& office, const notice::Acting& acting,
                            const RecoveryId& id, Entry entry);

/// Divides the rest into so many instalments a month apart; the plan acknowledges the debt today.
/// Refused: what check_entry refuses of it.
base::Result<> plan_recovery(const RecourseOffice& office, const notice::Acting& acting,
                             const RecoveryId& id, base::Date first, int count);

struct RecoveryLetter {
  RecoveryView view;
  std::vector<std::string> address;  // without the name; empty: of an offender
};
/// The letter; that it went out is entered as a demand (record_entry). Refused: nothing left to
/// pay, an address that the post does not reach.
base::Result<RecoveryLetter> read_letter(const RecourseOffice& office,
                                         const notice::Acting& acting, const RecoveryId& id);
/// 返納金等の請求書 as PDF, with the complaint desk.
base::Result<print::Printed> print_letter(const RecoveryLetter& letter,
                                          const review::LetterSender& sender,
                                          base::Moment made_at);

}  // namespace kenpo::recourse
