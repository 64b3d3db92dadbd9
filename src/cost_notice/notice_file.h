// The lines of a medical cost notice as a table of characters, for the person.
#pragma once

#include <string>

#include "cost_notice/cost_notice.h"

namespace kenpo::cost_notice {

/// UTF-8 with BOM, lines end with CR LF; texts between quotation marks.
std::string notice_file(const CostNotice& notice);

}  // namespace kenpo::cost_notice
