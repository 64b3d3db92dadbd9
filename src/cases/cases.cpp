#include "cases/cases.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

#include "base/tsv.h"
#include "cases/rule_table.h"

namespace kenpo::cases {

namespace {

using base::Language;

/// Words of the report in the reader's language.
std::string either(Language language, std::string_view ja, std::string_view en) {
  return std::string(language == Language::japanese ? ja : en);
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// Walks one file. A table begins with its `rule` line and ends with an empty line.
class Runner {
 public:
  Runner(std::string_view name, Language language, Report& report)
      : name_(name), language_(language), report_(report) {}

  void take(std::string_view line);
  void end_table() { state_ = State::between, rule_ = nullptr; }

 private:
  enum class State { between, heading, rows, broken_heading, broken };

  void take_rule(std::string_view line);
  void take_heading(std::string_view line);
  void take_row(std::string_view line);
  void compare(const Outputs& outputs, std::string_view reason);
  std::string at() const { return name_ + ":" + std::to_string(line_) + ": "; }
  void error(const std::string& text) { report_.errors += at() + text + "\n"; }
  void broken(const std::string& text, State next = State::broken) {
    error(text);
    report_.faulty = true;
    state_ = next;
  }
  void failed_row(const std::string& text) {
    error(text);
    ++report_.failed;
  }

  std::string name_;
  Language language_;
  Report& report_;
  State state_ = State::between;
  const RuleTable* rule_ = nullptr;
  std::vector<std::string_view> columns_;
  std::vector<std::string_view> cells_;
  std::uint64_t line_ = 0;
};

void Runner::take(std::string_view line) {
  ++line_;
  if (line.starts_with('#')) return;
  if (line.empty()) return end_table();
  if (line.ends_with('\r')) {
    return broken(either(language_, "行末はLFにしてください。", "Lines must end in LF."));
  }
  switch (state_) {
    case State::between: return take_rule(line);
    case State::heading: return take_heading(line);
    case State::rows: return take_row(line);
    case State::broken_heading: state_ = State::broken; return;
    case State::broken: ++report_.failed; return;  // no row of a wrong table counts as run
  }
}

void Runner::take_rule(std::string_view line) {
  const auto cells = base::cells_of(line);
  if (cells.size() != 2 || cells[0] != "rule") {
    return broken(either(language_, "表は「rule<タブ>名前」の行で始めてください。",
                         "A table begins with a line `rule<TAB>NAME`."));
  }
  rule_ = find_rule(cells[1]);
  if (rule_ == nullptr) {
    return broken(either(language_, "規則がありません：", "unknown rule ") + quoted(cells[1]),
                  State::broken_heading);
  }
  state_ = State::heading;
}

void Runner::take_heading(std::string_view line) {
  columns_ = base::cells_of(line);
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    const auto column = columns_[at];
    const bool known = column == "why" || column == "source" ||
                       std::ranges::count(rule_->inputs, column) != 0 ||
                       std::ranges::count(rule_->results, column) != 0;
    if (!known) {
      return broken(either(language_, "列がありません：", "unknown column ") + quoted(column) +
                    " (" + std::string(rule_->name) + ")");
    }
    if (std::ranges::count(columns_, column) > 1) {
      return broken(either(language_, "列が2つあります：", "column twice ") + quoted(column));
    }
  }
  if (columns_.front() != "why" || columns_.back() != "source") {
    return broken(either(language_, "最初の列はwhy、最後の列はsourceにしてください。",
                         "The first column is `why`, the last `source`."));
  }
  state_ = State::rows;
}

void Runner::take_row(std::string_view line) {
  cells_ = base::cells_of(line);
  if (cells_.size() != columns_.size()) {
    return failed_row(either(language_, "列の数が合いません：", "wrong number of cells: ") +
                      std::to_string(cells_.size()) + " / " + std::to_string(columns_.size()));
  }
  Inputs inputs;
  bool compares = false;
  for (std::size_t at = 0; at < cells_.size(); ++at) {
    const bool result = columns_[at].starts_with('=');
    compares = compares || (result && !cells_[at].empty());
    if (!result) inputs.put(columns_[at], cells_[at]);
  }
  if (!compares) {
    return failed_row(either(language_, "比べる値がありません。", "The row compares nothing."));
  }
  const auto outputs = rule_->run(inputs);
  if (!inputs.errors().empty()) {
    for (const auto& each : inputs.errors()) {
      error(either(language_, "読めない値です：", "cell cannot be read: ") + each);
    }
    ++report_.failed;
    return;
  }
  if (outputs.ok()) return compare(*outputs, {});
  compare({}, base::tell(outputs.faults().front(), language_));
}

void Runner::compare(const Outputs& outputs, std::string_view reason) {
  bool differs = false;
  for (std::size_t at = 0; at < cells_.size(); ++at) {
    if (!columns_[at].starts_with('=') || cells_[at].empty()) continue;
    const auto found = outputs.find(columns_[at]);
    const std::string got = found == outputs.end() ? "-" : found->second;
    if (got == cells_[at]) continue;
    differs = true;
    report_.text += this->at() + std::string(rule_->name) + " " + std::string(columns_[at]) +
                    either(language_, " 期待 ", " expected ") + std::string(cells_[at]) +
                    either(language_, " 結果 ", " got ") + got;
    if (!reason.empty()) report_.text += " [" + std::string(reason) + "]";
    report_.text += " (" + std::string(cells_.front()) + ")\n";
  }
  ++(differs ? report_.failed : report_.passed);
}

/// The bytes of a file; nullopt when it cannot be read or is too large.
std::optional<std::string> read_file(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             std::fclose);
  if (!file) return std::nullopt;
  std::string bytes;
  char block[1 << 14];
  while (const auto count = std::fread(block, 1, sizeof block, file.get())) {
    bytes.append(block, count);
    if (bytes.size() > file_limit_bytes) return std::nullopt;
  }
  if (std::ferror(file.get()) != 0) return std::nullopt;
  return bytes;
}

}  // namespace

void run_text(std::string_view name, std::string_view text, Language language, Report& report) {
  Runner runner(name, language, report);
  for (const auto line : base::lines_of(text)) runner.take(line);
}

Report run(std::span<const std::string> paths, Language language) {
  Report report;
  for (const auto& path : paths) {
    const auto bytes = read_file(path);
    if (bytes) {
      run_text(path, *bytes, language, report);
      continue;
    }
    report.errors += path + ": " +
                     either(language, "読めないか、大きすぎます。", "cannot be read or too large.") +
                     "\n";
    report.faulty = true;
  }
  report.text += std::to_string(report.passed) + " passed, " + std::to_string(report.failed) +
                 " failed\n";
  return report;
}

std::string list() {
  std::string text;
  for (const auto& rule : rule_tables()) {
    text += rule.name;
    text += '\t';
    std::string columns;
    for (const auto* part : {&rule.inputs, &rule.results}) {
      for (const auto column : *part) {
        columns += (columns.empty() ? "" : " ") + std::string(column);
      }
    }
    text += columns + '\t' + std::string(rule.article) + '\n';
  }
  return text;
}

}  // namespace kenpo::cases
