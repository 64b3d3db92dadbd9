// Fills the members of a record from cells that passed check_cell.
#pragma once

#include <optional>
#include <string>

#include "format/notification_csv/cell_check.h"
#include "format/notification_csv/record.h"

namespace kenpo::format::notification_csv {

/// A binder (binding.h). An empty amount is 0 yen where the member is not optional.
class CellReader {
 public:
  explicit CellReader(const Cells& cells) : cells_(cells) {}

  void text(int item, std::string& into);
  void date(int item, base::Date& into) { into = *date_of(cells_.at(item), cells_.at(item + 1)); }
  void date(int item, std::optional<base::Date>& into);
  void month(int item, base::Month& into);
  void month(int item, std::optional<base::Month>& into);
  void count(int item, int& into) { into = *number_of(cells_.at(item)); }
  void count(int item, std::optional<int>& into) { into = number_of(cells_.at(item)); }
  void yen(int item, base::Yen& into) { into = base::Yen(number_of(cells_.at(item)).value_or(0)); }
  void yen(int item, std::optional<base::Yen>& into);
  void thousand_yen(int item, std::optional<base::Yen>& into);
  void flag(int item, bool& into) { into = !cells_.at(item).empty(); }
  void yes_no(int item, bool& into) { into = cells_.at(item) == "1"; }
  void individual_number(int item, std::optional<base::IndividualNumber>& into);
  /// Filled as soon as one of its two items is.
  void pension_number(int item, std::optional<PensionNumber>& into);

  template <typename Code>
  void code(int item, Code& into) {
    into = static_cast<Code>(*number_of(cells_.at(item)));
  }
  template <typename Code>
  void code(int item, std::optional<Code>& into) {
    const auto number = number_of(cells_.at(item));
    into = number ? std::optional(static_cast<Code>(*number)) : std::nullopt;
  }

 private:
  const Cells& cells_;
};

}  // namespace kenpo::format::notification_csv
