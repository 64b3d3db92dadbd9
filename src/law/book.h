// The law book: the value of a name on a day, with its source, and which months have no value.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/row.h"

namespace kenpo::law {

/// A value and the row that it comes from, so that a decision can cite it. The row lives as long as
/// its book.
template <typename Value>
struct Figure {
  Value value;
  const Row* row;
};

/// A month in which a name has no value on at least one day.
struct Gap {
  std::string_view name;
  base::Month month;
  friend bool operator==(const Gap&, const Gap&) = default;
};

/// Dated facts by name. Two values for one day do not get in; no value for a day is a fault.
class Book {
 public:
  /// The rows that the program carries (law/*.tsv), read once.
  static const Book& carried();

  /// Reads files (path, bytes). The bytes must outlive the book. Refuses every row that read_row
  /// refuses, a file without the line of column names, and two rows of one name that meet on a day.
  static base::Result<Book> read(
      std::span<const std::pair<std::string_view, std::string_view>> files);

  /// The row of `name` that holds on `day`; a fault when there is none.
  base::Result<const Row*> row(std::string_view name, base::Date day) const;
  /// The same, nullptr when there is none. For rules whose first day is itself the question.
  const Row* find(std::string_view name, base::Date day) const;

  /// Typed values. A unit of another kind is a broken promise of the caller.
  base::Result<Figure<base::Yen>> yen(std::string_view name, base::Date day) const;
  base::Result<Figure<base::Rate>> rate(std::string_view name, base::Date day) const;
  /// Days, months, years, grades, times, persons, hours, plain figures.
  base::Result<Figure<int>> count(std::string_view name, base::Date day) const;
  base::Result<Figure<std::string_view>> text(std::string_view name, base::Date day) const;

  /// Every row by name, then by first day.
  std::span<const Row> rows() const { return rows_; }
  /// The rows of one name in order of time; empty when the name is not in the book.
  std::span<const Row> rows(std::string_view name) const;
  /// Rows that were announced and are not in force, by name and first day: no other question of the
  /// book finds them.
  std::span<const Row> planned() const { return planned_; }
  /// Every name once, in order.
  std::vector<std::string_view> names() const;
  /// Rows whose value nobody has confirmed against the source.
  std::vector<const Row*> unchecked() const;
  /// The rows whose name is `prefix` or begins with `prefix` and a dot, and that hold on `day`.
  std::vector<const Row*> rows_on(std::string_view prefix, base::Date day) const;

  /// The months from `first` to `last` in which `name` has no value on at least one day.
  std::vector<Gap> gaps(std::string_view name, base::Month first, base::Month last) const;

  /// The first day of the newest row whose name begins with `prefix`; a name of no row is a broken
  /// promise.
  base::Date newest_from(std::string_view prefix) const;

 private:
  struct Stretch {
    std::size_t begin = 0;
    std::size_t count = 0;
  };

  Book(std::vector<Row> rows, std::vector<Row> planned);
  std::vector<Row> rows_;
  std::vector<Row> planned_;
  std::unordered_map<std::string_view, Stretch> stretches_;
};

}  // namespace kenpo::law
