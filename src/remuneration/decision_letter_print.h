// 決定通知書 as PDF: one employer's people with what was and what is decided.
#pragma once

#include "base/result.h"
#include "print/sheet.h"
#include "remuneration/decision_letter.h"

namespace kenpo::remuneration {

/// `shown_at`: when the paper is drawn, for one that has not been issued.
base::Result<print::Printed> print_decision_letter(const DecisionLetter& letter,
                                                   const LetterSender& sender,
                                                   base::Moment shown_at);

}  // namespace kenpo::remuneration
