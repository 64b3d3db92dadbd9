// The self-check (privacy property 32): the 32 properties, one by one, on a data directory as it
// lies there. Read-only but for the leaf that says that it was run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/fault.h"
#include "base/result.h"
#include "notice/operation.h"

namespace kenpo::app {

/// 自己点検 (公表事項2, 個人情報保護法23条): reads who may handle what and since when.
inline constexpr notice::Operation self_check_operation{
    .name = "self_check.run",
    .japanese = "自己点検の実行",
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

enum class Standing : std::uint8_t {
  held,            // looked at here and found right
  broken,          // looked at here and found wrong
  by_tests,        // cannot be seen in a data directory: the tests that are named prove it
  not_applicable,  // what it is about does not exist here, or could not be looked at: the facts say
};
/// 「守られている」
base::Words wording(Standing standing);
/// `held`
std::string_view identifier(Standing standing);

inline constexpr int properties_count = 32;

struct PropertyFinding {
  int number = 0;  // 1 to 32
  base::Words title;
  Standing standing = Standing::by_tests;
  base::Words facts;  // counts, versions, names of tests; no personal data
};

struct SelfCheckReport {
  base::Moment made_at;
  std::string insurer;
  std::vector<PropertyFinding> findings;  // 32, in order

  std::int64_t count(Standing standing) const;
};

/// Checks the directory. What cannot be opened is not a fault of the check but a finding. While the
/// desk is open its log is locked: what needs it is then not applicable, with the reason.
SelfCheckReport self_check(const std::string& directory, const base::Clock& clock);

/// The report as lines of text, `number<TAB>standing<TAB>title<TAB>facts` after three head lines.
std::string report_text(const SelfCheckReport& report, base::Language language);

/// The text with a signed note (C2SP signed-note, Ed25519) of its SHA-256 beneath it, signed with
/// the audit log's key. Refused when the key cannot be read.
base::Result<std::string> sign_report(const std::string& directory, const std::string& text);

/// The text of a signed report; refused when a byte of it was changed or none of the log's keys
/// has signed it.
base::Result<std::string> verify_report(const std::string& directory, std::string_view bytes);

}  // namespace kenpo::app
