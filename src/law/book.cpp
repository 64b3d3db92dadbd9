#include "law/book.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "base/require.h"
#include "base/resource.h"
#include "base/tsv.h"

namespace kenpo::law {

namespace {

using base::Date;
using base::Fault;
using base::Faults;
using base::Month;
using base::Plain;
using base::Rate;
using base::Result;
using base::Yen;

constexpr std::string_view heading =
    "name\tfrom\tto\tvalue\tunit\tbasis\tpromulgated\tchecked";

Fault no_heading(std::string_view file) {
  return {{"列名の行がありません。", "The line of column names is missing."},
          {},
          {"docs/formats/law_rows.mdの列名を書いてください。",
           "Write the column names of docs/formats/law_rows.md."},
          {Plain::name(file), 0, 0, {}}};
}

Fault two_values(const Row& row) {
  return {{"同じ日に2つの値があります。", "Two values hold on one day."},
          {"1つの名前の値は、どの日も1つです。", "A name has one value on a day."},
          {"前の行の終わりの日を書いてください。", "Write the last day of the earlier row."},
          {Plain::name(row.file), row.line, 0, Plain::name(row.name)}};
}

Fault no_value(std::string_view name, Date day) {
  return {{Plain(day) + "の値がありません。", Plain("There is no value on ") + day + "."},
          {"法令の表にこの日の行がありません。", "The law book has no row for this day."},
          {"公布された値を確かめ、law/の表に行を足してください。",
           "Look up the published value and add its row under law/."},
          {Plain("law"), 0, 0, Plain::name(name)}};
}

void read_file(std::string_view file, std::string_view bytes, std::vector<Row>& rows,
               Faults& faults) {
  bool headed = false;
  std::uint64_t number = 0;
  for (const auto line : base::lines_of(bytes)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (!headed && line == heading) {
      headed = true;
      continue;
    }
    if (!headed || faults.size() >= base::faults_limit) break;
    auto row = read_row(file, number, line);
    if (row.ok()) {
      rows.push_back(*row);
    } else {
      faults.push_back(row.faults().front());
    }
  }
  if (!headed) faults.push_back(no_heading(file));
}

bool before(const Row& left, const Row& right) {
  return std::pair(left.name, left.from) < std::pair(right.name, right.from);
}

/// Sorts the rows and notes those of one name that meet on a day.
void note_meeting(std::vector<Row>& rows, Faults& faults) {
  std::ranges::sort(rows, before);
  for (std::size_t at = 1; at < rows.size(); ++at) {
    const auto& earlier = rows[at - 1];
    const bool meets = !earlier.to || *earlier.to >= rows[at].from;
    if (earlier.name == rows[at].name && meets) faults.push_back(two_values(rows[at]));
  }
}

}  // namespace

Book::Book(std::vector<Row> rows, std::vector<Row> planned)
    : rows_(std::move(rows)), planned_(std::move(planned)) {
  for (std::size_t at = 0; at < rows_.size(); ++at) {
    auto& stretch = stretches_[rows_[at].name];
    if (stretch.count == 0) stretch.begin = at;
    ++stretch.count;
  }
}

Result<Book> Book::read(std::span<const std::pair<std::string_view, std::string_view>> files) {
  std::vector<Row> rows;
  Faults faults;
  for (const auto& [file, bytes] : files) read_file(file, bytes, rows, faults);
  std::vector<Row> planned;
  std::ranges::copy_if(rows, std::back_inserter(planned), &Row::is_planned);
  std::erase_if(rows, [](const Row& row) { return row.is_planned(); });
  for (auto* each : {&rows, &planned}) note_meeting(*each, faults);
  if (!faults.empty()) return faults;
  return Book(std::move(rows), std::move(planned));
}

const Book& Book::carried() {
  static const Book book = [] {
    std::vector<std::pair<std::string_view, std::string_view>> files;
    for (const auto path : base::resources_under("law/")) {
      files.emplace_back(path, base::resource(path));
    }
    auto read = Book::read(files);
    KENPO_REQUIRE(read.ok());
    return std::move(read).value();
  }();
  return book;
}

std::span<const Row> Book::rows(std::string_view name) const {
  const auto found = stretches_.find(name);
  if (found == stretches_.end()) return {};
  return std::span(rows_).subspan(found->second.begin, found->second.count);
}

const Row* Book::find(std::string_view name, Date day) const {
  for (const auto& row : rows(name)) {
    if (row.holds(day)) return &row;
  }
  return nullptr;
}

Result<const Row*> Book::row(std::string_view name, Date day) const {
  const Row* found = find(name, day);
  if (found == nullptr) return no_value(name, day);
  return found;
}

Result<Figure<Yen>> Book::yen(std::string_view name, Date day) const {
  const Row* found = KENPO_TRY(row(name, day));
  KENPO_REQUIRE(found->unit == Unit::yen);
  return Figure<Yen>{Yen(found->number), found};
}

Result<Figure<Rate>> Book::rate(std::string_view name, Date day) const {
  const Row* found = KENPO_TRY(row(name, day));
  KENPO_REQUIRE(found->unit == Unit::permille);
  return Figure<Rate>{Rate{found->number}, found};
}

Result<Figure<int>> Book::count(std::string_view name, Date day) const {
  const Row* found = KENPO_TRY(row(name, day));
  KENPO_REQUIRE(found->unit != Unit::yen && found->unit != Unit::permille);
  KENPO_REQUIRE(found->unit != Unit::text && found->number <= std::numeric_limits<int>::max());
  return Figure<int>{static_cast<int>(found->number), found};
}

Result<Figure<std::string_view>> Book::text(std::string_view name, Date day) const {
  const Row* found = KENPO_TRY(row(name, day));
  KENPO_REQUIRE(found->unit == Unit::text);
  return Figure<std::string_view>{found->value, found};
}

std::vector<std::string_view> Book::names() const {
  std::vector<std::string_view> names;
  for (const auto& row : rows_) {
    if (names.empty() || names.back() != row.name) names.push_back(row.name);
  }
  return names;
}

std::vector<const Row*> Book::unchecked() const {
  std::vector<const Row*> found;
  for (const auto& row : rows_) {
    if (!row.is_checked()) found.push_back(&row);
  }
  return found;
}

std::vector<const Row*> Book::rows_on(std::string_view prefix, Date day) const {
  std::vector<const Row*> found;
  for (const auto& row : rows_) {
    const bool named = row.name.starts_with(prefix) &&
                       (row.name.size() == prefix.size() || row.name[prefix.size()] == '.');
    if (named && row.holds(day)) found.push_back(&row);
  }
  return found;
}

std::vector<Gap> Book::gaps(std::string_view name, Month first, Month last) const {
  std::vector<Gap> found;
  for (Month month = first; month <= last; month = month.plus(1)) {
    for (Date day = month.first_day(); day <= month.last_day(); day = day.plus_days(1)) {
      if (find(name, day) != nullptr) continue;
      found.push_back({name, month});
      break;
    }
  }
  return found;
}

Date Book::newest_from(std::string_view prefix) const {
  const Row* newest = nullptr;
  for (const auto& row : rows_) {
    if (!row.name.starts_with(prefix)) continue;
    if (newest == nullptr || row.from > newest->from) newest = &row;
  }
  KENPO_REQUIRE(newest != nullptr);
  return newest->from;
}

}  // namespace kenpo::law
