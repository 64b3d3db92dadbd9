// What was typed, back in the fields of the form; and what a correction changed.
#pragma once

#include <vector>

#include "desk/components.h"
#include "desk/form.h"
#include "eligibility/notification_change_page.h"
#include "eligibility/notification_edit_act.h"
#include "eligibility/work_item_page.h"

namespace kenpo::eligibility {

/// Puts every typed value into the form. The individual number never comes back.
void prefill_notification(desk::Form& form, const TypedBefore& typed);

/// 日時, だれが, 項目, 直す前, 直した後: one row for each field that a correction changed. What names
/// the person by number or place is hidden with the identifiers, and always for a protected person.
std::vector<std::vector<desk::Cell>> correction_rows(const NotificationView& shown,
                                                     const StaffName& staff_name,
                                                     Identifiers identifiers);

}  // namespace kenpo::eligibility
