#include "remuneration/basis_page.h"

namespace kenpo::remuneration {

std::vector<desk::Data> basis_rows(const std::vector<BasisLine>& lines) {
  std::vector<desk::Data> rows;
  rows.reserve(lines.size());
  for (const auto& line : lines) {
    desk::Data row;
    row.text("step", line.step_ja)
        .text("fact", line.fact_ja)
        .text("article", line.article)
        .text_if_any("figure", line.figure)
        .text_if_any("source", line.source);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kenpo::remuneration
