// The page that follows the making of an export: the passphrase is told here and nowhere else.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/export.h"

namespace kenpo::safeguard {

base::Result<desk::Response> export_made_page(const desk::Visit& visit, const MadeExport& made,
                                              const std::vector<desk::Item>& facts,
                                              desk::PageHead head);

}  // namespace kenpo::safeguard
