// A basis as screens show it: one row a line, with its article and the source of its figure.
#pragma once

#include <vector>

#include "desk/data.h"
#include "remuneration/basis_text.h"

namespace kenpo::remuneration {

/// Rows with `step`, `fact`, `article`, `figure` and `source`; what a line does not have is empty.
std::vector<desk::Data> basis_rows(const std::vector<BasisLine>& lines);

}  // namespace kenpo::remuneration
