#include "format/notification_csv/notification_csv.h"

#include <algorithm>

#include "base/cp932.h"
#include "base/utf8.h"
#include "format/notification_csv/binding.h"
#include "format/notification_csv/cell_reader.h"
#include "format/notification_csv/cell_writer.h"
#include "format/notification_csv/correlation.h"
#include "format/notification_csv/correlation_words.h"
#include "format/notification_csv/dependents_binding.h"
#include "format/notification_csv/file_words.h"
#include "format/notification_csv/head.h"
#include "format/notification_csv/line_check.h"

namespace kenpo::format::notification_csv {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr char end_mark = '\x1A';

/// The lines without their ends. Wrong line ends are told once: they have one cause and one mend.
std::vector<std::string_view> cut_lines(std::string_view bytes, Report& report) {
  std::vector<std::string_view> lines;
  std::size_t from = 0;
  bool told = false;
  while (from < bytes.size()) {
    const auto end = bytes.find_first_of("\r\n", from);
    const auto number = lines.size() + 1;
    const auto rest = bytes.substr(from);
    if (end == bytes.npos) {
      if (rest.size() == 1 && rest[0] == end_mark) {
        report.add(end_mark_is_there(), number, 1);
        return lines;
      }
      lines.push_back(rest);
      report.add(last_line_is_open(), number, static_cast<std::uint32_t>(rest.size()));
      return lines;
    }
    lines.push_back(bytes.substr(from, end - from));
    const bool whole = bytes.substr(end, line_end.size()) == line_end;
    if (!whole && !told) {
      told = true;
      report.add(line_break_is_wrong(), number, static_cast<std::uint32_t>(end - from) + 1);
    }
    from = end + (whole ? line_end.size() : 1);
  }
  return lines;
}

bool is_saved_as_utf8(std::string_view bytes) {
  return bytes.starts_with(utf8_mark) ||
         (!base::decode_cp932(bytes).bad.empty() && base::is_utf8(bytes));
}

/// The line without the digits of its individual numbers.
std::string cut_numbers(const Cells& cells, const FormLayout& layout) {
  std::string line(cells.line());
  for (auto item = layout.items.rbegin(); item != layout.items.rend(); ++item) {
    if (item->mode != Mode::individual_number) continue;
    line.erase(cells.column(item->number) - 1, cells.at(item->number).size());
  }
  return line;
}

/// Gathers the individual numbers of a record, with the items that they stand in. A binder
/// (binding.h).
class NumberFinder {
 public:
  using Number = std::optional<base::IndividualNumber>;
  struct Found {
    int item;
    const base::IndividualNumber* number;
  };
  void individual_number(int item, const Number& number) {
    if (number) found.push_back({item, &*number});
  }
  void text(int, const auto&) {}
  void date(int, const auto&) {}
  void month(int, const auto&) {}
  void count(int, const auto&) {}
  void yen(int, const auto&) {}
  void thousand_yen(int, const auto&) {}
  void flag(int, const auto&) {}
  void yes_no(int, const auto&) {}
  void code(int, const auto&) {}
  void pension_number(int, const auto&) {}

  std::vector<Found> found;
};

/// In the order of their items.
std::vector<NumberFinder::Found> numbers_in(const Content& content) {
  NumberFinder finder;
  std::visit([&](const auto& record) { bind(finder, record); }, content);
  std::ranges::sort(finder.found, {}, &NumberFinder::Found::item);
  return std::move(finder.found);
}

template <typename Kind>
Content read_content(const Cells& cells) {
  Kind record;
  CellReader reader(cells);
  bind(reader, record);
  return record;
}

Content read_content(Form form, const Cells& cells) {
  switch (form) {
    case Form::acquisition: return read_content<Acquisition>(cells);
    case Form::loss: return read_content<Loss>(cells);
    case Form::regular_determination: return read_content<RegularDetermination>(cells);
    case Form::revision: return read_content<Revision>(cells);
    case Form::bonus_payment: return read_content<BonusPayment>(cells);
    case Form::dependents: break;
  }
  return read_content<Dependents>(cells);
}

bool has_office_number(Form form) { return form == Form::acquisition || form == Form::loss; }

/// Items 2 to 4, and 5 where the form has it, are those of the file's head.
bool is_of_head(const Cells& cells, Form form, const Head& head) {
  OfficeCode office;
  CellReader reader(cells);
  reader.text(2, office.prefecture);
  reader.text(3, office.county);
  reader.text(4, office.symbol);
  return office == head.office &&
         (!has_office_number(form) || cells.at(5) == head.office_number);
}

class Reader {
 public:
  explicit Reader(const ReadOptions& options) : options_(options), report_(options.file) {}

  base::Result<NotificationFile> read(std::string_view bytes);

 private:
  bool refused(std::string_view bytes);
  void read_record(std::string_view line, std::uint64_t number);

  const ReadOptions& options_;
  Report report_;
  NotificationFile file_;
  bool head_is_good_ = false;
};

bool Reader::refused(std::string_view bytes) {
  if (bytes.size() > file_limit_bytes) {
    report_.add(file_is_too_large(), 0, 0);
  } else if (bytes.empty()) {
    report_.add(file_is_empty(), 0, 0);
  } else if (is_saved_as_utf8(bytes)) {
    report_.add(file_is_utf8(), 0, 0);
  }
  return !report_.empty();
}

void Reader::read_record(std::string_view line, std::uint64_t number) {
  if (line.empty()) return report_.add(line_is_blank(), number, 0);
  const Cells cells(line);
  const auto code = cells.at(1);
  const FormLayout* layout = layout_of_code(code);
  if (layout == nullptr) {
    const auto name = other_form_name(code);
    return report_.add(name.empty() ? form_is_unknown(code) : form_is_not_read(code, name), number,
                       1);
  }
  if (!check_line(cells, layout->items, number, report_)) return;
  if (head_is_good_ && !is_of_head(cells, layout->form, file_.head)) {
    report_.add(is_other_establishment(), number, cells.column(2), &layout->items[1]);
  }
  auto content = read_content(layout->form, cells);
  for (auto& found : check_correlations(content, options_.today)) {
    report_.add(std::move(found.fault), number, cells.column(found.item),
                &layout->items[static_cast<std::size_t>(found.item - 1)]);
  }
  if (!report_.empty()) return;
  file_.records.push_back({std::move(content), number, cut_numbers(cells, *layout)});
}

base::Result<NotificationFile> Reader::read(std::string_view bytes) {
  if (refused(bytes)) return report_.take();
  const auto lines = cut_lines(bytes, report_);
  if (lines.size() < head_lines_count) {
    report_.add(head_is_short(), lines.size(), 0);
    return report_.take();
  }
  const std::span head_lines(lines.data(), head_lines_count);
  std::size_t at = 0;
  for (auto line : head_lines) file_.head_lines[at++] = line;
  Report of_head(options_.file);
  file_.head = read_head(head_lines.first<head_lines_count>(), of_head);
  head_is_good_ = of_head.empty();
  for (auto& fault : of_head.take()) report_.add_placed(std::move(fault));
  for (; at < lines.size() && !report_.full(); ++at) read_record(lines[at], at + 1);
  if (lines.size() == head_lines_count) report_.add(nothing_is_notified(), lines.size(), 0);
  if (!report_.empty()) return report_.take();
  return std::move(file_);
}

}  // namespace

bool looks_like(std::string_view prefix) {
  if (prefix.starts_with(utf8_mark)) prefix.remove_prefix(utf8_mark.size());
  const auto end = prefix.find_first_of("\r\n");
  if (end == prefix.npos) return false;
  const Cells first(prefix.substr(0, end));
  const auto next = prefix.find_first_not_of("\r\n", end);
  const bool marked = next != prefix.npos && prefix.substr(next).starts_with(head_mark);
  const int items = static_cast<int>(medium_items().size());
  return marked || (first.count() == items && first.at(items) == representative_code);
}

base::Result<NotificationFile> read(std::string_view bytes, const ReadOptions& options) {
  return Reader(options).read(bytes);
}

std::string write(const NotificationFile& file) {
  std::string bytes;
  for (const auto& line : file.head_lines) bytes.append(line).append(line_end);
  for (const auto& record : file.records) {
    const auto start = bytes.size();
    bytes.append(record.line_without_number);
    const Cells cells(record.line_without_number);
    const auto numbers = numbers_in(record.content);
    for (auto each = numbers.rbegin(); each != numbers.rend(); ++each) {
      bytes.insert(start + cells.column(each->item) - 1, each->number->open_for_sealing());
    }
    bytes.append(line_end);
  }
  return bytes;
}

base::Result<NotificationFile> compose(const Head& head, const std::vector<Content>& contents,
                                       const ReadOptions& options) {
  Report report(options.file);
  std::string bytes;
  for (const auto& line : write_head(head, report)) bytes.append(line).append(line_end);
  std::uint64_t number = head_lines_count;
  for (const auto& content : contents) {
    ++number;
    const auto& layout = layout_of(form_of(content));
    CellWriter writer(layout.items);
    writer.set(1, std::string(layout.code));
    writer.text(2, head.office.prefecture);
    writer.text(3, head.office.county);
    writer.text(4, head.office.symbol);
    if (has_office_number(layout.form)) writer.text(5, head.office_number);
    std::visit([&](const auto& record) { bind(writer, record); }, content);
    for (int item : writer.refused) {
      report.add(cannot_be_written(), number, 0,
                 &layout.items[static_cast<std::size_t>(item - 1)]);
    }
    bytes.append(writer.line()).append(line_end);
  }
  if (!report.empty()) return report.take();
  return read(bytes, options);
}

}  // namespace kenpo::format::notification_csv
