#include "format/claim/check.h"

namespace kenpo::format::claim {

void Notes::add(Issue issue, const Line& line, std::size_t seq, std::int64_t expected,
                std::int64_t found) {
  if (row_of(issue).severity == Severity::refuse) return add_fault(fault_of(issue, line, seq));
  if (findings.size() >= findings_limit) return;
  findings.push_back({issue, fault_of(issue, line, seq), expected, found});
}

void Notes::add_fault(base::Fault fault) {
  if (full()) return;
  // The last of the list says that there are more.
  if (faults.size() + 1 == base::faults_limit) {
    fault = fault_at(Issue::too_many_faults, fault.place.line, 0);
  }
  faults.push_back(std::move(fault));
}

}  // namespace kenpo::format::claim
