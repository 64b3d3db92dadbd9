// The papers of a print run as PDF, each with the page that shows its address in the window of the
// envelope; the letter that asks for a return.
#pragma once

#include "base/result.h"
#include "certificate/print_run.h"
#include "print/sheet.h"

namespace kenpo::certificate {

/// Two pages for each paper: the covering page and the paper itself. The forms of the Ordinance are
/// not drawn; every field that the Ordinance asks for is there (施行規則47条, 52条, 99条, 103条の2,
/// 105条).
base::Result<print::Printed> print_papers(const PrintJob& job, const PaperSender& sender);

base::Result<print::Printed> print_reminder(const ReminderLetter& letter, const PaperSender& sender,
                                            base::Moment now);

}  // namespace kenpo::certificate
