#include "staff/approval.h"

#include <algorithm>

#include "base/tsv.h"

namespace kenpo::staff {

namespace {

constexpr std::string_view subject_word = "subject";

const Difference* find(const Change& change, std::string_view field) {
  const auto at = std::ranges::find(change.differences, field, &Difference::field);
  return at == change.differences.end() ? nullptr : &*at;
}

}  // namespace

std::string_view Change::after(std::string_view field) const {
  const auto* found = find(*this, field);
  return found == nullptr ? std::string_view() : std::string_view(found->after);
}

std::string_view Change::before(std::string_view field) const {
  const auto* found = find(*this, field);
  return found == nullptr ? std::string_view() : std::string_view(found->before);
}

std::string canonical_text(const Change& change) {
  std::string text = std::string(subject_word) + '\t' + change.subject + '\n';
  for (const auto& [field, before, after] : change.differences) {
    text += field + '\t' + before + '\t' + after + '\n';
  }
  return text;
}

std::optional<Change> parse_change(std::string_view text) {
  Change change;
  bool first = true;
  for (const auto line : base::lines_of(text)) {
    const auto cells = base::cells_of(line);
    if (first) {
      if (cells.size() != 2 || cells[0] != subject_word) return std::nullopt;
      change.subject = cells[1];
      first = false;
      continue;
    }
    constexpr std::size_t parts = 3;
    if (cells.size() != parts) return std::nullopt;
    change.differences.push_back(
        {std::string(cells[0]), std::string(cells[1]), std::string(cells[2])});
  }
  if (canonical_text(change) != text) return std::nullopt;
  return change;
}

}  // namespace kenpo::staff
