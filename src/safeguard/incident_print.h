// Papers of a breach: the report form with its nine items, and the letters to the persons.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "print/sheet.h"
#include "safeguard/incident.h"
#include "safeguard/paper_sender.h"

namespace kenpo::safeguard {

enum class ReportStage : std::uint8_t { preliminary, final };

/// 個人データの漏えい等の報告 (個人情報保護法26条1項, 施行規則8条): what goes into the commission's
/// form.
base::Result<print::Printed> print_incident_report(const Incident& incident, ReportStage stage,
                                                   const PaperSender& sender, base::Moment at);

/// To whom a letter goes.
struct LetterTo {
  std::string name;
  std::vector<std::string> address;  // the lines above the name
};

/// 本人への通知 (個人情報保護法26条2項, 施行規則10条): one page each; only items that the rule
/// names.
base::Result<print::Printed> print_incident_letters(const Incident& incident,
                                                    const std::vector<LetterTo>& letters,
                                                    const PaperSender& sender, base::Moment at);

}  // namespace kenpo::safeguard
