// What the acts of requests share, each under its own permit.
#pragma once

#include <set>
#include <string>

#include "request/request_act.h"
#include "request/request_store.h"
#include "store/subject_rows.h"

namespace kenpo::request {

/// The case; a fault when there is none.
base::Result<CaseFile> need_case(const store::View& view, const RequestAccess& access,
                                 const base::CaseId& id);

/// Writes the step after the table of steps allowed it.
base::Result<> write_step(store::Transaction& transaction, const RequestAccess& access,
                          const CaseFile& file, const StepInput& input,
                          const notice::Acting& acting, base::Moment now);

/// The member of the staff who acts: requests are never handled by the program.
base::Result<base::StaffId> acting_staff(const notice::Acting& acting);

/// Who handled the person's data under a purpose of the notice, as the audit log has it; what was
/// done under the statutes of requests does not count.
base::Result<std::set<base::StaffId>> handlers_of(RequestOffice& office,
                                                  const base::PersonId& person);

/// The last step of the event; nullptr when there is none.
const Step* last_step(const CaseFile& file, Event event);

/// Whether the words hold an individual number (番号法20条): twelve digits whose check digit fits.
bool holds_individual_number(std::string_view words);

/// Leaves of a person's history that an answer takes in; more are told by their number.
inline constexpr std::size_t history_rows_limit = 100'000;

}  // namespace kenpo::request
