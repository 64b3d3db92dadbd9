// Bars beside words, drawn in the page itself: no script, and a table with the same numbers below.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "desk/data.h"

namespace kenpo::analysis {

struct Bar {
  std::string label;
  std::int64_t value = 0;
  bool shown = true;
  std::string words;  // 「1,234円」
};

/// `{{> analysis_chart}}`: at most `bars_limit` bars; the longest fills the width.
desk::Data chart(const std::string& title, const std::vector<Bar>& bars);
inline constexpr std::size_t bars_limit = 25;

}  // namespace kenpo::analysis
