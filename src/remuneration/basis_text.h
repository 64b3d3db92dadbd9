// The basis of a decision as text that the store keeps and a screen shows line by line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "law/decision.h"

namespace kenpo::remuneration {

/// One line of a basis in both languages. `figure` names the row of the law book, `source` its
/// statute; both are empty for a line that rests on no dated figure.
struct BasisLine {
  std::string step_ja = {};
  std::string step_en = {};
  std::string article = {};
  std::string fact_ja = {};  // 「300,000円」; empty for a line without fact
  std::string fact_en = {};
  std::string figure = {};
  std::string source = {};

  friend bool operator==(const BasisLine&, const BasisLine&) = default;
};

/// A basis with more lines is cut: the rules make at most thirty.
inline constexpr std::size_t basis_lines_limit = 200;

std::vector<BasisLine> lines_of(const std::vector<law::Basis>& basis);

/// The lines as one text, and back. Lines that were cut off or spoilt are left out.
std::string encode_basis(const std::vector<BasisLine>& lines);
std::vector<BasisLine> decode_basis(std::string_view text);

}  // namespace kenpo::remuneration
