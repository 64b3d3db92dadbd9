// The parts of a data directory, each opened by itself, so that one that is broken does not hide
// the others; and what one pass over the audit log found.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/office.h"
#include "app/self_check.h"
#include "app/society_file.h"
#include "notice/log_verifier.h"
#include "notice/published.h"
#include "notice/version.h"
#include "store/database.h"
#include "store/keyring.h"

namespace kenpo::app {

/// What one pass over the leaves found.
struct LogFindings {
  std::uint64_t leaves = 0;
  std::uint64_t refused = 0;
  std::uint64_t refused_without_reason = 0;
  std::uint64_t backwards = 0;           // earlier than a leaf before it
  std::optional<base::Moment> last_backwards = {};  // what the clock had reached before the last
  std::uint64_t other_notice = 0;        // under a version that the notice book does not have
  std::uint64_t other_pairs = 0;         // a known operation with pairs it does not list
  std::uint64_t before_publication = 0;  // under a version not yet published then
  std::uint64_t after_withdrawal = 0;    // with a pair that was not in force then
  std::uint64_t unknown_operations = 0;  // of older versions of the program
  std::uint64_t break_glass = 0;
  std::uint64_t pseudonymisings = 0;      // claims became pseudonymised rows
  std::uint64_t analyses = 0;             // reports under a purpose of analysis
  std::uint64_t analyses_of_people = 0;   // of them those in which somebody was not a pseudonym
  base::Moment newest;
  /// When rows about handlers were written, in order.
  std::vector<base::Moment> handler_writes;
  /// When handlers were locked, in order: each lock is a row of its own.
  std::vector<base::Moment> handler_locks;
};

/// The published pairs whose purpose is analysis (property 28).
inline constexpr notice::PairMask analysis_pairs =
    notice::mask_of({notice::Category::medical_claim, notice::Purpose::medical_cost_analysis}) |
    notice::mask_of({notice::Category::health_checkup, notice::Purpose::checkup_result_analysis}) |
    notice::mask_of({notice::Category::health_guidance, notice::Purpose::guidance_result_analysis});

/// Leaves are written within this time of what they record, and clocks of one machine agree.
inline constexpr std::int64_t clock_tolerance_milliseconds = 60'000;

struct Parts {
  std::string directory;
  base::Moment now;
  base::Result<SocietyFile> society;
  base::Result<notice::NoticeBook> notices;
  base::Result<std::unique_ptr<store::Keyring>> keys;
  base::Result<std::unique_ptr<store::Database>> database;
  base::Result<notice::VerifiedLog> log;
  base::Result<LogFindings> leaves;
  /// Opened last; nothing while the desk holds the log.
  base::Result<std::unique_ptr<Office>> office;
};

Parts open_parts(const std::string& directory, const base::Clock& clock);

/// One pass over the leaves under the checkpoint.
base::Result<LogFindings> read_log(const std::string& directory, std::uint64_t size,
                                   const notice::NoticeBook& notices);

/// The findings of the properties, in three files: notice and gate (1 to 12, 29, 31, 32), log (13
/// to 19), store and life cycle (20 to 28, 30).
std::vector<PropertyFinding> check_notice_and_gate(Parts& parts);
std::vector<PropertyFinding> check_log(Parts& parts);
std::vector<PropertyFinding> check_store(Parts& parts);

PropertyFinding held(int number, base::Words facts);
PropertyFinding broken(int number, base::Words facts);
/// `why` a data directory cannot show it.
PropertyFinding by_tests(int number, base::Plain names, base::Words why);
PropertyFinding not_applicable(int number, base::Words facts);
/// What a part that cannot be opened says of itself.
base::Words words_of(const base::Faults& faults);

}  // namespace kenpo::app
