// When a resolution puts a version of a society's rule into force. Pure.
#pragma once

#include <vector>

#include "assembly/meeting.h"
#include "assembly/bylaw.h"
#include "base/result.h"

namespace kenpo::assembly {

/// Whether a resolution about the matter decides rules of the subject: the charter is changed by
/// its own kind of resolution (two thirds), every other rule by one about rules or the charter.
bool decides(Matter matter, BylawSubject subject);

/// The version as the register takes it, after those that are in it. Refused: no title or summary
/// or too long ones, a resolution whose minutes are open, one about another matter or one that
/// comes into force later, a first day not after the last version's, the abolition of what does not
/// stand.
base::Result<> check_version(const std::vector<BylawVersion>& versions, const BylawVersion& version,
                             const Resolution& resolution);

/// The version of the only rule about the subject that holds on the day. A fault when none holds,
/// or more than one.
base::Result<BylawVersion> only_version_on(const std::vector<BylawVersion>& versions,
                                           BylawSubject subject, base::Date day);

}  // namespace kenpo::assembly
