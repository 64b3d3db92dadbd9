// What the ledgers have to tell people of one kana name and birth date apart.
#pragma once

#include "base/result.h"
#include "request/candidate.h"
#include "store/subject_rows.h"

namespace kenpo::request {

/// As the ledgers stand. Nothing of a person who is not in them.
base::Result<Candidate> read_candidate(const store::View& view,
                                       const store::CandidateAccess& access);

}  // namespace kenpo::request
