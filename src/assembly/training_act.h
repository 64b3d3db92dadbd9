// Training of members (pair 40: 研修の実施).
#pragma once

#include <optional>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/training.h"
#include "base/result.h"

namespace kenpo::assembly {

inline constexpr notice::Pair training_pair{notice::Category::assembly_member,
                                            notice::Purpose::training};

inline constexpr notice::Operation assembly_training_show{
    .name = "assembly_training.show", .japanese = "議員の研修の表示", .pairs = {training_pair}};
inline constexpr notice::Operation assembly_training_record{.name = "assembly_training.record",
                                                            .japanese = "議員の研修の記録",
                                                            .verb = notice::Verb::write,
                                                            .pairs = {training_pair}};

/// A member in office with the trainings of this term.
struct MemberTraining {
  Membership member;
  base::Date due;
  std::vector<Training> attended;

  bool overdue(base::Date today) const { return attended.empty() && due < today; }
};
base::Result<std::vector<MemberTraining>> show_trainings(const AssemblyOffice& office,
                                                         const notice::Acting& acting,
                                                         base::Date day);
/// Refused: not a member on that day, a day to come, no course, a score outside 0 to 100.
base::Result<> record_training(const AssemblyOffice& office, const notice::Acting& acting,
                               Training training);

}  // namespace kenpo::assembly
