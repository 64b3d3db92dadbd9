// The end of the period of keeping (保存年限): the due list, and its erasure by two people (22条).
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "request/backup_copy_act.h"
#include "request/erasure.h"
#include "request/request_office.h"

namespace kenpo::request {

inline constexpr notice::Operation retention_show_operation{
    .name = "retention.show",
    .japanese = "保存期間の満了の一覧",
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation retention_propose_operation{
    .name = "retention.propose",
    .japanese = "保存期間の満了した記録の消去の起案",
    .verb = notice::Verb::write,
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation retention_erase_operation{
    .name = "retention.erase",
    .japanese = "保存期間の満了した記録の消去",
    .verb = notice::Verb::erase,
    .statute = notice::Statute::answer_to_person};

/// People of one run; the rest is due in the next. A run is one transaction.
inline constexpr std::size_t run_people_limit = 5'000;

struct DueList {
  base::Date today = {};
  std::vector<DueLine> lines;            // classes of which anything is held
  std::optional<RetentionRun> run = {};  // proposed and not approved yet
  CopiesStanding copies = {};            // what is erased stands in them until they are discarded
};
base::Result<DueList> show_due_list(RequestOffice& office, const notice::Acting& acting);

/// Proposes to erase what is due today. Refused: nothing is due; a run waits already.
base::Result<> propose_run(RequestOffice& office, const notice::Acting& acting);

/// The second person approves, and the rows go: of people without a hold, those that were due on
/// the day of the proposal. Keys of which nothing is left are destroyed. Refused: who proposed it.
base::Result<Certificate> approve_run(RequestOffice& office, const notice::Acting& acting);

}  // namespace kenpo::request
