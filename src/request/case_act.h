// What the acts of requests share, each under its own permit.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "notice/log_reader.h"
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

/// Who stands in the ledger with this kana name and birth date; people who were decided to be one
/// (名寄せ) are one.
base::Result<std::set<base::PersonId>> kept_people(const store::View& view,
                                                   const store::LookUp& look_up,
                                                   const std::string& name_kana, base::Date born,
                                                   base::Moment now);
/// The fault of a chosen person who is none of these.
base::Fault no_candidate();

/// The member of the staff who acts: requests are never handled by the program.
base::Result<base::StaffId> acting_staff(const notice::Acting& acting);

/// The person of the case under every id that the ledger has for them: people who were decided to
/// be one (名寄せ) are one person to the law, and a request reaches all of their ledgers.
base::Result<std::vector<base::PersonId>> people_of(const store::View& view, const Case& request,
                                                    base::Moment now);

/// The right to all rows of the person of the case, under each of their ids.
template <const notice::Operation& operation>
base::Result<std::vector<store::SubjectAccess>> subjects_of(const notice::Permit<operation>& permit,
                                                            const store::View& view,
                                                            const Case& request, base::Moment now) {
  std::vector<store::SubjectAccess> subjects;
  for (const auto& person : KENPO_TRY(people_of(view, request, now))) {
    subjects.emplace_back(permit, person);
  }
  return subjects;
}
/// The rows of the table about the person, id by id.
base::Result<std::vector<store::HeldRow>> rows_of_all(
    const store::View& view, const std::vector<store::SubjectAccess>& subjects,
    const store::Table& table);

/// Who handled the person's data under a purpose of the notice, as the audit log has it. What was
/// done under the statutes of requests, or in the course of this very case, does not count.
base::Result<std::set<base::StaffId>> handlers_of(RequestOffice& office,
                                                  const std::vector<base::PersonId>& people,
                                                  const base::CaseId& id);

/// Every published leaf about these people, the oldest first: a leaf about two of them is one.
base::Result<std::vector<notice::NumberedLeaf>> leaves_about(
    RequestOffice& office, const std::vector<base::PersonId>& people);

/// The operation in the words of the office; its declared name where the program has none.
std::string operation_words(const RequestOffice& office, std::string_view name);

/// The last step of the event; nullptr when there is none.
const Step* last_step(const CaseFile& file, Event event);

/// Whether the words hold an individual number (番号法20条): twelve digits whose check digit fits.
bool holds_individual_number(std::string_view words);

/// Leaves of a person's history that an answer takes in; more are told by their number.
inline constexpr std::size_t history_rows_limit = 100'000;

}  // namespace kenpo::request
