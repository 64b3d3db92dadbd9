#include "notice/notice_pdf.h"

#include <utility>

namespace kenpo::notice {

namespace {

print::TableRow two_cells(const Line& line) {
  const auto tab = line.text.find('\t');
  return {{line.text.substr(0, tab), line.text.substr(tab + 1)}, print::RowStyle::plain};
}

// Draws the table that begins at line `at`; `at` goes to the line after it.
void draw_table(print::Sheet& sheet, const Document& document, std::size_t& at) {
  print::Table table;
  table.columns = {{4, print::Align::left}, {9, print::Align::left}};
  if (document.lines[at].kind == LineKind::table_head) {
    table.head = two_cells(document.lines[at++]).cells;
    table.columns = {{1, print::Align::left}, {2, print::Align::left}};
  }
  const auto kind = document.lines[at].kind;
  for (; at < document.lines.size() && document.lines[at].kind == kind; ++at) {
    table.rows.push_back(two_cells(document.lines[at]));
  }
  sheet.table(table);
}

void draw_line(print::Sheet& sheet, const Line& line) {
  switch (line.kind) {
    case LineKind::title:
      sheet.title(line.text);
      break;
    case LineKind::heading:
      sheet.heading(line.text);
      break;
    default:
      sheet.paragraph(line.text);
      break;
  }
}

void draw_facts(print::Sheet& sheet, const Document& document, const NoticeFacts& facts) {
  std::vector<std::pair<std::string, std::string>> labelled;
  if (facts.version != 0) labelled.emplace_back("版", "第" + std::to_string(facts.version) + "版");
  labelled.emplace_back("公表",
                        facts.published_at ? facts.published_at->short_text() : "公表前の案");
  if (facts.in_force_from) labelled.emplace_back("施行", facts.in_force_from->short_text());
  labelled.emplace_back("文書のSHA-256", hexadecimal(document.sha256));
  if (!facts.checkpoint.empty()) labelled.emplace_back("監査記録の確認値", facts.checkpoint);
  sheet.heading("この公表事項について");
  sheet.facts(labelled);
}

}  // namespace

base::Result<print::Printed> render_notice_pdf(const Document& document, const NoticeFacts& facts,
                                               base::Moment made_at) {
  const auto& own = document.society;
  print::Sheet sheet({.title = document.title,
                      .sender = {.society = own.name,
                                 .address = own.address,
                                 .telephone = own.telephone,
                                 .complaint_desk = desk_words(own)},
                      .made_at = made_at});
  auto foot = document.society.name + "　" + document.title;
  if (facts.version != 0) foot += "　第" + std::to_string(facts.version) + "版";
  sheet.footer(foot);
  for (std::size_t at = 0; at < document.lines.size();) {
    const auto kind = document.lines[at].kind;
    const bool table =
        kind == LineKind::table_head || kind == LineKind::row || kind == LineKind::measure;
    if (table)
      draw_table(sheet, document, at);
    else
      draw_line(sheet, document.lines[at++]);
  }
  draw_facts(sheet, document, facts);
  return sheet.finish();
}

}  // namespace kenpo::notice
