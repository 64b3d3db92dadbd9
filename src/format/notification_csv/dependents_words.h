// What is said of items of 被扶養者（異動）届 that do not go together. The place is added by the caller.
#pragma once

#include "base/fault.h"

namespace kenpo::format::notification_csv {

base::Fault nobody_is_notified();
base::Fault dependent_name_is_needed();
base::Fault dependent_birth_is_needed();
base::Fault dependent_sex_is_needed();
base::Fault relation_is_needed();
base::Fault began_day_is_needed();
base::Fault began_reason_is_needed();
base::Fault ended_day_is_needed();
base::Fault ended_reason_is_needed();
base::Fault detail_is_needed();
base::Fault death_day_is_needed();
base::Fault death_is_after_end();
base::Fault born_after_beginning();
base::Fault end_is_not_after_beginning();
base::Fault prefecture_goes_with_end();
base::Fault end_is_before_75();
base::Fault abroad_needs_a_dependent();
base::Fault abroad_end_needs_a_beginning();
base::Fault abroad_reason_is_needed();
base::Fault abroad_day_is_needed();
base::Fault abroad_day_is_before_birth();
base::Fault abroad_item_goes_with_code();
base::Fault moved_in_day_is_needed();
base::Fault moved_in_goes_with_reason();

}  // namespace kenpo::format::notification_csv
