// What is said of a transfer file that breaks its layout. The place is added by the caller.
#pragma once

#include <cstddef>

#include "base/fault.h"
#include "format/transfer/layout.h"

namespace kenpo::format::transfer {

base::Fault file_is_too_large();
base::Fault file_is_empty();
base::Fault record_length_differs(std::size_t bytes);
base::Fault framing_is_mixed();
base::Fault header_is_missing();
base::Fault kind_is_not_read(std::string_view code, std::string_view name);
base::Fault trailer_is_missing();
base::Fault end_is_missing();
base::Fault record_is_out_of_place();
base::Fault nothing_is_paid();
base::Fault more_faults_follow();

base::Fault is_not_fixed(const Field& field);
base::Fault is_not_digits(const Field& field);
base::Fault is_not_blank();
base::Fault has_other_character();
base::Fault is_empty();
base::Fault is_too_long(const Field& field);
base::Fault is_no_day();
base::Fault amount_is_out_of_range();
base::Fault count_differs();
base::Fault total_differs();
base::Fault total_is_too_large();
base::Fault codes_beside_edi();
base::Fault has_no_spelling(std::size_t characters);

}  // namespace kenpo::format::transfer
