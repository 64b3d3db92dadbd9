#include "notice/linter.h"

#include <algorithm>
#include <array>
#include <optional>

#include <boost/json.hpp>

#include "base/resource.h"
#include "notice/wording.h"

namespace kenpo::notice {

namespace {

constexpr std::array<std::string_view, 3> severity_names = {"duty", "gap", "advice"};

struct LintRow {
  Finding finding;
  std::string_view test;
  std::string_view words;
};

std::string_view next_part(std::string_view& rest, char end) {
  const auto at = rest.find(end);
  const auto part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return part;
}

LintRow read_lint_row(std::string_view line) {
  LintRow row{};
  row.finding.id = next_part(line, '\t');
  const auto severity = std::ranges::find(severity_names, next_part(line, '\t'));
  KENPO_REQUIRE(severity != severity_names.end());
  row.finding.severity = static_cast<Severity>(severity - severity_names.begin());
  row.finding.article = next_part(line, '\t');
  row.finding.confirmed = next_part(line, '\t') == "yes";
  row.test = next_part(line, '\t');
  row.words = next_part(line, '\t');
  row.finding.ja = next_part(line, '\t');
  row.finding.en = next_part(line, '\t');
  row.finding.proposal = line;
  return row;
}

const std::vector<LintRow>& lint_rows() {
  static const std::vector<LintRow> rows = [] {
    std::vector<LintRow> read;
    auto rest = base::resource("notice/lint.tsv");
    while (!rest.empty()) {
      const auto line = next_part(rest, '\n');
      if (!line.starts_with('#') && !line.starts_with("id\t")) read.push_back(read_lint_row(line));
    }
    return read;
  }();
  return rows;
}

// The first line of the kinds asked for that holds one of the words.
template <typename Wanted>
std::optional<std::uint32_t> line_with(const Document& document, std::string_view words,
                                       const Wanted& wanted) {
  while (!words.empty()) {
    const auto word = next_part(words, '|');
    for (const Line& line : document.lines) {
      if (wanted(line) && line.text.contains(word)) return line.number;
    }
  }
  return std::nullopt;
}

// The line of the second of two categories when the table has rows of both.
std::optional<std::uint32_t> line_of_both(const Document& document, std::string_view words) {
  std::optional<std::uint32_t> last;
  while (!words.empty()) {
    const auto category = parse_category(next_part(words, '|'));
    KENPO_REQUIRE(category.has_value());
    const auto start = std::string(wording(*category)) + '\t';
    last = line_with(document, start, [&](const Line& line) {
      return line.kind == LineKind::row && line.text.starts_with(start);
    });
    if (!last) return std::nullopt;
  }
  return last;
}

// The line a finding is about, 0 for one about words that are missing; nullopt: nothing found.
std::optional<std::uint32_t> found(const LintRow& row, const Document& document) {
  const auto every = [](const Line&) { return true; };
  const auto table = [](const Line& line) { return line.kind == LineKind::row; };
  const auto heading = [](const Line& line) { return line.kind == LineKind::measure; };
  if (row.test == "present") return line_with(document, row.words, every);
  if (row.test == "heading") return line_with(document, row.words, heading);
  if (row.test == "both_rows") return line_of_both(document, row.words);
  const bool stands = row.test == "unlisted" ? line_with(document, row.words, table).has_value()
                                             : line_with(document, row.words, every).has_value();
  return stands ? std::nullopt : std::optional<std::uint32_t>(0);
}

std::string_view severity_words(Severity severity, base::Language language) {
  const bool japanese = language == base::Language::japanese;
  switch (severity) {
    case Severity::duty:
      return japanese ? "法の求め" : "duty";
    case Severity::gap:
      return japanese ? "未公表の利用目的" : "gap";
    case Severity::advice:
      return japanese ? "助言" : "advice";
  }
  return {};
}

}  // namespace

std::vector<Finding> lint(const Document& document) {
  std::vector<Finding> findings;
  for (const LintRow& row : lint_rows()) {
    const auto line = found(row, document);
    if (!line) continue;
    findings.push_back(row.finding);
    findings.back().line = *line;
  }
  return findings;
}

std::string findings_text(const std::vector<Finding>& findings, base::Language language) {
  const bool japanese = language == base::Language::japanese;
  std::string text;
  for (const Finding& finding : findings) {
    text += japanese ? "［" : "[";
    text += severity_words(finding.severity, language);
    text += japanese ? "］" : "] ";
    text += finding.article;
    if (!finding.confirmed) text += japanese ? "（条文要確認）" : " (article to be confirmed)";
    if (finding.line != 0) {
      const auto number = std::to_string(finding.line);
      text += japanese ? "　" + number + "行" : ", line " + number;
    }
    text += "\n  ";
    text += japanese ? finding.ja : finding.en;
    text += japanese ? "\n  案：" : "\n  proposal: ";
    for (const char c : finding.proposal) {
      if (c == '\t')
        text += " → ";
      else
        text += c;
    }
    text += '\n';
  }
  const auto count = std::to_string(findings.size());
  text += japanese ? "所見 " + count + "件\n" : count + " findings\n";
  return text;
}

std::string findings_json(const std::vector<Finding>& findings) {
  boost::json::array list;
  for (const Finding& finding : findings) {
    list.push_back({{"id", finding.id},
                    {"severity", severity_names[static_cast<std::size_t>(finding.severity)]},
                    {"article", finding.article},
                    {"confirmed", finding.confirmed},
                    {"line", finding.line},
                    {"ja", finding.ja},
                    {"en", finding.en},
                    {"proposal", finding.proposal}});
  }
  return boost::json::serialize(boost::json::object{{"findings", std::move(list)}}) + "\n";
}

}  // namespace kenpo::notice
