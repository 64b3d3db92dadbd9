// Writes the members of a record as the cells of a line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "format/notification_csv/record.h"

namespace kenpo::format::notification_csv {

/// A binder (binding.h). Numbers are padded with zeros to the item's shortest length, amounts are
/// not. What cannot be written (a character, a date outside the eras) is listed in `refused`; the
/// rest is judged by the reader, which reads every line that was written.
class CellWriter {
 public:
  explicit CellWriter(std::span<const Item> items) : items_(items), cells_(items.size()) {}

  void text(int item, const std::string& from);
  void date(int item, const base::Date& from);
  void date(int item, const std::optional<base::Date>& from);
  void month(int item, const base::Month& from);
  void month(int item, const std::optional<base::Month>& from);
  void count(int item, const int& from);
  void count(int item, const std::optional<int>& from);
  void yen(int item, const base::Yen& from);
  void yen(int item, const std::optional<base::Yen>& from);
  void thousand_yen(int item, const std::optional<base::Yen>& from);
  void flag(int item, const bool& from) { set(item, from ? "1" : ""); }
  void yes_no(int item, const bool& from) { set(item, from ? "1" : "0"); }
  void individual_number(int item, const std::optional<base::IndividualNumber>& from);
  void pension_number(int item, const std::optional<PensionNumber>& from);

  template <typename Code>
  void code(int item, const Code& from) {
    count(item, static_cast<int>(from));
  }
  template <typename Code>
  void code(int item, const std::optional<Code>& from) {
    if (from) count(item, static_cast<int>(*from));
  }

  void set(int item, std::string bytes);
  /// The cells joined by commas, without the line end.
  std::string line() const;

  std::vector<int> refused;  // items, in the order in which they were written

 private:
  const Item& item_of(int item) const;
  std::span<const Item> items_;
  std::vector<std::string> cells_;
};

}  // namespace kenpo::format::notification_csv
