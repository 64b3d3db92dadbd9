// Taking in the groups of diseases (疾病分類表) by which the analysis counts.
#pragma once

#include <string_view>

#include "base/plain.h"
#include "base/result.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::claim {

/// A public table without personal data, loaded for the analysis of medical costs.
inline constexpr notice::Operation load_disease_groups_operation{
    .name = "claim.load_disease_groups",
    .japanese = "疾病分類表の取込",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment}},
    .runner = notice::Runner::staff_or_program};

struct DiseaseGroupReport {
  std::size_t groups = 0;
  bool already = false;  // the same file stands; nothing has changed
};
/// Whole or not at all; the groups that stood are withdrawn. `file` names it in the faults.
base::Result<DiseaseGroupReport> load_disease_groups(notice::Gate& gate, store::Database& database,
                                                     const notice::Acting& acting,
                                                     const base::Plain& file,
                                                     std::string_view bytes);

}  // namespace kenpo::claim
