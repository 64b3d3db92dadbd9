// What the law asks of the notice and the notice does not say, and which usual works of a society
// it leaves out. The findings are rows of notice/lint.tsv; the program refuses the work until its
// row is published, and this tells the row.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "notice/document.h"

namespace kenpo::notice {

enum class Severity : std::uint8_t {
  duty,    // an article asks for it
  gap,     // a usual work that the notice does not publish; refused
  advice,  // clearer for the reader
};

/// One finding. `confirmed` is open where the article was not yet read in its official text.
struct Finding {
  std::string_view id;
  Severity severity;
  std::string_view article;
  bool confirmed;
  std::string_view ja;
  std::string_view en;
  std::string_view proposal;  // for a gap a row as it would stand: category, tab, purpose
  std::uint32_t line = 0;     // in the text, where the finding is about words that stand there
};

/// The findings in the order of notice/lint.tsv.
std::vector<Finding> lint(const Document& document);

std::string findings_text(const std::vector<Finding>& findings, base::Language language);
/// `{"findings":[{"id","severity","article","confirmed","line","ja","en","proposal"}]}`
std::string findings_json(const std::vector<Finding>& findings);

}  // namespace kenpo::notice
