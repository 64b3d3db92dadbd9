// Every table of this folder, for opening the database.
#pragma once

#include <array>

#include "eligibility/address_origin_store.h"
#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_file_store.h"
#include "eligibility/notification_store.h"
#include "eligibility/notified_paper_store.h"
#include "eligibility/notified_pay_store.h"
#include "eligibility/number_counter_store.h"
#include "eligibility/office_size_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_store.h"
#include "eligibility/work_item_store.h"

namespace kenpo::eligibility {

inline constexpr std::array<const store::Table*, 22> tables = {
    &establishment_table,   &person_table,          &insured_period_table,
    &cancelled_period_table, &dependent_link_table, &notified_pay_table,
    &number_counter_table,  &intake_file_table,     &work_item_table,
    &work_move_table,       &work_note_table,       &person_merge_table,
    &merge_reversal_table,  &circumstance_table,    &protection_table,
    &protection_look_table, &notification_table,    &notification_change_table,
    &earlier_notification_table, &address_origin_table, &notified_paper_table,
    &office_size_table};

}  // namespace kenpo::eligibility
