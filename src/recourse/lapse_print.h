// The papers of a settlement between insurers (保険者間調整), all in one document: the letter to the
// person, the delegation with its consent, the claim on the new insurer.
#pragma once

#include "base/result.h"
#include "print/sheet.h"
#include "recourse/lapse_view.h"
#include "review/inquiry.h"

namespace kenpo::recourse {

/// 保保発1205第1号 of 2014-12-05: 資格喪失後受診に伴う返還金精算に係る申出書(委任状兼同意書), the claims
/// addressed to the new insurer (様式第四 to 第八: those of the case) and the consent of whoever was
/// treated (様式第九), when somebody else is asked. The society's own layout of the items.
base::Result<print::Printed> print_papers(const LapseAddressee& papers,
                                          const review::LetterSender& sender,
                                          base::Moment made_at);

}  // namespace kenpo::recourse
