// Telling people of one kana name and birth date apart while a request is taken in.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "request/candidate.h"
#include "request/request_act.h"

namespace kenpo::request {

inline constexpr notice::Operation candidates_operation{
    .name = "request.candidates",
    .japanese = "請求の本人の候補の表示(伏せ字)",
    .statute = notice::Statute::request_of_person};
/// The address and the number of one of them, when somebody asks: a leaf of its own (公表事項2
/// 物理的安全管理措置, P-3).
inline constexpr notice::Operation candidate_look_operation{
    .name = "request.candidate_look",
    .japanese = "請求の本人の候補の住所等の表示",
    .statute = notice::Statute::request_of_person};

/// Those who share kana name and birth date, address and number masked, when they are several;
/// none when they are fewer: there is nothing to tell apart.
base::Result<std::vector<Candidate>> list_candidates(RequestOffice& office,
                                                     const notice::Acting& acting,
                                                     const std::string& name_kana, base::Date born);

/// One of them, nothing masked. Refused: somebody who is none of several.
base::Result<Candidate> look_at_candidate(RequestOffice& office, const notice::Acting& acting,
                                          const std::string& name_kana, base::Date born,
                                          const base::PersonId& person);

}  // namespace kenpo::request
