// What is said of items that do not go together. The place is added by the caller.
#pragma once

#include "base/fault.h"

namespace kenpo::format::notification_csv {

base::Fault is_in_future();
base::Fault goes_without_number();
base::Fault address_is_needed();
base::Fault reason_is_needed();
base::Fault pay_does_not_add_up();
base::Fault pension_number_is_half();
base::Fault some_number_is_needed();
base::Fault end_day_is_needed();
base::Fault loss_is_not_next_day();
base::Fault loss_is_before_75();
base::Fault seventy_day_is_needed();
base::Fault seventy_day_differs();
base::Fault months_do_not_lead_up();
base::Fault base_days_are_short(int least_days);
base::Fault total_does_not_add_up();
base::Fault average_differs();
base::Fault no_choice_of_months_fits();
base::Fault bonus_does_not_add_up();
base::Fault is_other_establishment();

}  // namespace kenpo::format::notification_csv
