// A correction under 34条: what was found, what was changed, whom the wrong value had reached.
#pragma once

#include <string>
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

struct Correction {
  eligibility::Person before;
  eligibility::Person after;
  base::Moment wrong_since = {};  // when the society first had the wrong value
  std::vector<ChangedValue> changed = {};
  std::vector<std::string> effects = {};   // what is to be looked at again
  std::vector<Provision> recipients = {};  // provisions since the wrong value was entered
};

/// What differs, in the office's words.
std::vector<ChangedValue> changes_between(const eligibility::Person& before,
                                          const eligibility::Person& after);

}  // namespace kenpo::request
