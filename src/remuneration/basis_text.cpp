#include "remuneration/basis_text.h"

namespace kenpo::remuneration {

namespace {

constexpr char cell_end = '\x1F';  // unit separator: stands in no text of ours
constexpr char line_end = '\n';

constexpr std::string BasisLine::* cells[] = {
    &BasisLine::step_ja, &BasisLine::step_en, &BasisLine::article, &BasisLine::fact_ja,
    &BasisLine::fact_en, &BasisLine::figure,  &BasisLine::source};

}  // namespace

std::vector<BasisLine> lines_of(const std::vector<law::Basis>& basis) {
  std::vector<BasisLine> lines;
  for (const auto& one : basis) {
    if (lines.size() == basis_lines_limit) break;
    BasisLine line{.step_ja = one.step.ja.text(),
                   .step_en = one.step.en.text(),
                   .article = one.article.text(),
                   .fact_ja = law::told(one.fact, base::Language::japanese),
                   .fact_en = law::told(one.fact, base::Language::english)};
    if (one.row != nullptr) {
      line.figure = std::string(one.row->name) + " " + one.row->from.iso();
      line.source = std::string(one.row->basis);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string encode_basis(const std::vector<BasisLine>& lines) {
  std::string text;
  for (const auto& line : lines) {
    for (const auto cell : cells) {
      text += line.*cell;
      text += cell_end;
    }
    text += line_end;
  }
  return text;
}

std::vector<BasisLine> decode_basis(std::string_view text) {
  std::vector<BasisLine> lines;
  while (!text.empty() && lines.size() < basis_lines_limit) {
    const auto end = text.find(line_end);
    if (end == std::string_view::npos) break;
    auto rest = text.substr(0, end);
    text.remove_prefix(end + 1);
    BasisLine line;
    bool whole = true;
    for (const auto cell : cells) {
      const auto stop = rest.find(cell_end);
      whole = whole && stop != std::string_view::npos;
      if (!whole) break;
      line.*cell = std::string(rest.substr(0, stop));
      rest.remove_prefix(stop + 1);
    }
    if (whole) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace kenpo::remuneration
