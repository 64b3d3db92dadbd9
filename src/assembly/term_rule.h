// Terms, vacancies and the make-up of the board: Health Insurance Act art 18, 21.
#pragma once

#include <vector>

#include "assembly/member.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::assembly {

/// The society's rules fit the law: an even number of seats, a term of 1 to the longest years.
base::Result<> check_charter(const Charter& charter);

/// The last day of a term that begins on the day. A substitute serves the rest of the term of the
/// member who left: hand in that member's last day as elected.
base::Result<law::Decision<base::Date>> term_until(base::Date from, const Charter& charter);

/// Empty seats of a kind on the day; below zero: more members than seats.
int vacancies(const std::vector<Membership>& members, MemberKind kind, const Charter& charter,
              base::Date day);

/// One officer with the side that they were chosen from.
struct SeatedOfficer {
  Officer officer;
  MemberKind side = MemberKind::appointed;
};

/// What is wrong with the board on the day, in the order of article 21; empty when all is well.
/// Directors (chair and executive director included) are as many of each side; one chair, from the
/// appointed side; two auditors, one of each side; nobody is both director and auditor.
base::Faults board_faults(const std::vector<SeatedOfficer>& officers, base::Date day);

}  // namespace kenpo::assembly
