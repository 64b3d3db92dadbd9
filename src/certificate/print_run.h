// A print run: who gets which paper, how many sheets, who released it, and that every sheet is
// accounted for. Holds no personal data: its papers are rows of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "certificate/certificate.h"
#include "print/sender.h"

namespace kenpo::certificate {

/// A run larger than this is split: one document has at most 500 pages, two for each paper.
inline constexpr std::int64_t run_papers_limit = 200;
/// So many sheets may be spoiled in one run; more is a broken printer.
inline constexpr std::int64_t spoiled_limit = 200;

/// How the papers reach their holders.
enum class Way : std::uint8_t {
  employer = 1,  // 事業主経由 (施行規則47条5項)
  post = 2,      // 本人に郵送
};

/// Whether the run is for one person whose address must not be seen beside others'.
enum class Secrecy : std::uint8_t { ordinary = 0, alone = 1 };

enum class RunStep : std::uint8_t {
  released = 1,   // by the second person
  closed = 2,     // counted
  delivered = 3,  // handed to the employers, or posted
  dissolved = 4,  // given up before its release: its papers wait again
};

struct PrintRun {
  RunId id = RunId::draw();
  Kind kind = Kind::notice;
  Way way = Way::employer;
  Secrecy secrecy = Secrecy::ordinary;
  std::int64_t papers = 0;     // people who get one
  std::string list_hash = {};  // SHA-256 over the papers' ids and numbers as they were released
  base::StaffId made_by;
  base::Moment made_at = {};
  std::optional<base::StaffId> released_by = {};
  std::optional<base::Moment> released_at = {};
  std::optional<base::Moment> closed_at = {};
  std::int64_t counted = 0;  // sheets that the printer used, as counted by hand
  std::int64_t spoiled = 0;
  std::optional<base::Moment> delivered_at = {};
  std::optional<base::Moment> dissolved_at = {};

  bool waits_for_release() const { return !released_at && !dissolved_at; }
  bool may_print() const { return released_at && !closed_at; }
};

enum class PaperOutcome : std::uint8_t {
  good = 1,
  spoiled = 2,  // 書損
  unused = 3,   // numbered, and the run was given up before it was printed
};

/// One numbered sheet.
struct Paper {
  RunId run;
  base::PersonId person;
  CertificateId certificate;
  Kind kind = Kind::notice;
  std::int64_t number = 0;
  PaperOutcome outcome = PaperOutcome::good;
  std::string reason = {};  // of a spoiled one
};

/// One paper as it is drawn, with the page that shows its address in the window.
struct PrintedPaper {
  Certificate certificate;
  std::vector<std::string> address = {};  // empty: no address is known
  std::string sex = {};
  base::Date born = {};
  base::Date acquired = {};  // 資格取得日 or the day of recognition
};
struct PrintJob {
  PrintRun run;
  std::vector<PrintedPaper> papers = {};
};

/// A letter that asks for the return of one paper.
struct ReminderLetter {
  Certificate certificate;
  std::vector<std::string> address = {};  // lines of the window; without a known address none
};

/// What stands on every paper of the society: its own configuration.
using PaperSender = print::Sender;

std::string_view wording(Way way);
/// 「決裁待ち」「印刷できます」「交付待ち」「交付済み」
std::string_view state_wording(const PrintRun& run);

}  // namespace kenpo::certificate
