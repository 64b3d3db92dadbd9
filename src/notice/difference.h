// What changes from one text of the notice to another: rows added and withdrawn, words reworded.
#pragma once

#include <string>
#include <vector>

#include "base/fault.h"
#include "notice/document.h"

namespace kenpo::notice {

/// A line other than a row of the table whose words changed. Empty: not there before, or after.
struct Reworded {
  LineKind kind;
  int section;
  std::string before;
  std::string after;
};

struct Difference {
  std::vector<Pair> added;  // in the notice's order
  std::vector<Pair> withdrawn;
  std::vector<Reworded> reworded;
  bool reordered = false;  // the same pairs in another order

  bool none() const;
};

Difference difference(const Document& before, const Document& after);

std::string difference_text(const Difference& difference, base::Language language);
/// `{"added":["category.purpose"],"withdrawn":[...],"reordered":false,
///   "reworded":[{"section","part","before","after"}]}`
std::string difference_json(const Difference& difference);

}  // namespace kenpo::notice
