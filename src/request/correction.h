// A correction under 34条: what was found, what was changed, whom the wrong value had reached.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eligibility/person.h"
#include "request/use_stop.h"

namespace kenpo::request {

/// A statement attached to a row that no act of the ledgers corrects by itself.
struct Statement {
  base::PersonId person;
  base::CaseId id;
  std::string table = {};  // as declared
  std::int64_t row = 0;
  std::string column = {};  // as declared
  base::Moment at = {};
  base::StaffId by;
  std::string words = {};  // what is right, and how it was found
};

/// One value before and after.
struct ChangedValue {
  std::string label;
  std::string before;
  std::string after;
};

/// Where a paper of the society's is that shows the value.
enum class PaperPlace : std::uint8_t {
  to_make,          // decided, not printed
  in_print,         // in a print run
  in_office,        // printed, not handed over
  with_person,      // handed over or mailed
  to_come_back,     // being collected
};
inline constexpr std::size_t paper_places_count = 5;

/// A paper that stands, as the folder that keeps it tells.
struct HeldPaper {
  std::string words;    // 「資格確認書」
  std::string address;  // of its page
  PaperPlace place = PaperPlace::to_make;
};

/// A paper that the correction reaches, and what is to be done about it.
struct AffectedPaper {
  HeldPaper paper;
  std::string action;
};

/// What left the office about the person since the wrong value came in, as the audit log has it.
struct SentPaper {
  base::Moment at = {};
  std::string operation;  // as declared
};

/// A provision, and whether its items name what was wrong.
struct WrongRecipient {
  Provision provision;
  enum class Items : std::uint8_t { hold_it, do_not_say } items = Items::do_not_say;
};

struct Correction {
  eligibility::Person before;
  eligibility::Person after;
  base::Moment wrong_since = {};  // when the society first had the wrong value
  std::vector<ChangedValue> changed = {};
  std::vector<std::string> effects = {};          // what is to be looked at again
  std::vector<AffectedPaper> papers = {};         // papers that stand
  std::vector<SentPaper> sent = {};               // the latest first
  std::vector<WrongRecipient> recipients = {};    // provisions since the wrong value was entered
};

/// 「印刷中」
std::string_view wording(PaperPlace place);

/// What differs, in the office's words.
std::vector<ChangedValue> changes_between(const eligibility::Person& before,
                                          const eligibility::Person& after);

}  // namespace kenpo::request
