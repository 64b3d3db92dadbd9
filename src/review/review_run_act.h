// The content checks over the receipts of a month of claiming (内容点検の実施).
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "notice/gate.h"
#include "review/content_rule.h"
#include "review/finding_store.h"
#include "store/database.h"

namespace kenpo::review {

/// レセプトに関する情報 / 保険給付の審査・支払: what every act of this folder reads and writes.
inline constexpr notice::Pair review_pair{notice::Category::medical_claim,
                                          notice::Purpose::benefit_examination_and_payment};

inline constexpr notice::Operation review_run{.name = "review.run",
                                              .japanese = "レセプトの内容点検の実施",
                                              .verb = notice::Verb::write,
                                              .pairs = {review_pair},
                                              .runner = notice::Runner::staff_or_program};

/// 縦覧 looks back so many months of treatment: half a year of neighbours tells what comes again;
/// older months were looked at when they were new.
inline constexpr int months_looked_back = 6;

struct ReviewReport {
  std::int64_t receipts = 0;  // looked at now
  std::int64_t found = 0;
  std::int64_t gone = 0;      // undecided findings that no longer hold
};

/// Which receipts of a month are looked at: `every` those that the rules in use have not looked at;
/// `changed` leaves out those of which nothing but the rules has changed, for months long past.
enum class LookAt : std::uint8_t { every, changed };

/// Looks at the receipts of the month that wait for it, together with the other receipts of the
/// same person. Findings go with a receipt that is another person's now, whoever lost it is looked
/// at again, and what nobody has decided about a receipt that was returned (返戻) is gone. A second
/// run changes nothing; a new receipt looks back over `months_looked_back`. Works in portions, each
/// durable: what was cut off is gone on with.
base::Result<ReviewReport> review_month(notice::Gate& gate, store::Database& database,
                                        const notice::Acting& acting, base::Month claimed_in,
                                        const base::TellProgress& tell = {},
                                        LookAt which = LookAt::every);

/// The rules that are carried, hold on the day and are not switched off.
base::Result<std::vector<const CheckRow*>> checks_in_use(const store::View& view, base::Date day);

/// The rules and the loaded masters as the marks of receipts name them: others look at every
/// receipt again.
base::Result<std::string> rules_name(const store::View& view,
                                     const std::vector<const CheckRow*>& checks);

/// How many receipts of the month these rules have not looked at.
base::Result<std::int64_t> count_waiting(const store::View& view, const FindingAccess& access,
                                         base::Month claimed_in, const std::string& rules);

/// The loaded masters, asked once a code. The view outlives it.
MasterAnswers masters_of(const store::View& view);

}  // namespace kenpo::review
