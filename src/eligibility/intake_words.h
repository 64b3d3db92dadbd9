// What is said of a notification that does not fit the ledger. The place is the line of the file.
#pragma once

#include <cstdint>

#include "base/fault.h"
#include "base/plain.h"

namespace kenpo::eligibility {

/// Why a record of a file cannot be taken in. Any of them refuses the whole file.
enum class Misfit : std::uint8_t {
  unknown_establishment,       // the file's establishment is not ours
  establishment_ended,         // our cover of the establishment ended before the record's day
  number_missing,              // the record has no number and the person cannot be told by name
  unknown_person,              // the number is not in the ledger of the establishment
  other_establishment,         // the number is not in it, but the person is insured elsewhere
  birth_differs,               // the number is another person's: the birth date differs
  loss_before_acquisition,     // lost on or before the day of acquisition
  already_insured,             // acquired while the same period runs
  number_taken,                // the number is in use by another person
  numbers_used_up,             // no free number is left
  unknown_dependent,           // nobody of this name and birth date is a dependent of the insured
  dependent_number_differs,    // the dependent's individual number is somebody else's
  pay_without_status,          // 報酬・賞与: no status in the month; of a bonus, on the day
  reached_end_age,             // 75 or older on the day of acquisition
  no_figures,                  // acquired on a day for which the law book has no grades or age
};

base::Fault misfit_fault(Misfit misfit, base::Plain file, std::uint64_t line);

}  // namespace kenpo::eligibility
