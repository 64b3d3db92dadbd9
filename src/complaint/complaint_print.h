// Papers of the complaint desk: the answer as a letter, and the year's report to the board.
#pragma once

#include "base/result.h"
#include "complaint/complaint.h"
#include "print/sheet.h"

namespace kenpo::complaint {

/// Who sends them.
using DeskSender = print::Sender;

/// The answer to a complainant whose name is known. Refused: no name, or no answer yet.
base::Result<print::Printed> print_answer(const Complaint& complaint, const DeskSender& sender,
                                          base::Moment at);

/// 苦情処理の年次報告: numbers and what was changed; no persons.
base::Result<print::Printed> print_report(const ComplaintReport& report, const DeskSender& sender,
                                          base::Moment at);

}  // namespace kenpo::complaint
