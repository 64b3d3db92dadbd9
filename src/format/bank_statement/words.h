// What is said of a statement file that breaks its layout. The place is added by the caller.
#pragma once

#include <cstddef>

#include "base/fault.h"
#include "format/bank_statement/layout.h"

namespace kenpo::format::bank_statement {

base::Fault file_too_large();
base::Fault file_empty();
base::Fault not_a_statement();
base::Fault record_length(std::size_t bytes);
base::Fault mixed_framing();
base::Fault out_of_place();
base::Fault ends_early();
base::Fault breaks_field(const Field& field);
base::Fault no_such_day();
base::Fault day_to_come();
base::Fault amount_of_zero();
base::Fault differs_from_trailer();
base::Fault balance_differs();
base::Fault faults_go_on();

}  // namespace kenpo::format::bank_statement
