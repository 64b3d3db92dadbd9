#include "format/notification_csv/head.h"

#include "format/notification_csv/cell_reader.h"
#include "format/notification_csv/correlation_words.h"
#include "format/notification_csv/file_words.h"
#include "format/notification_csv/line_check.h"

namespace kenpo::format::notification_csv {

namespace {

bool is_of_attorney(const Cells& cells) {
  return cells.count() >= 3 && cells.at(1).empty() && cells.at(2).empty() && !cells.at(3).empty();
}

void bind_office(auto& binder, auto& office) {
  binder.text(1, office.prefecture);
  binder.text(2, office.county);
  binder.text(3, office.symbol);
}

void bind_establishment(auto& binder, auto& head) {
  bind_office(binder, head.office);
  binder.text(4, head.office_number);
  binder.text(5, head.postal_parent);
  binder.text(6, head.postal_child);
  binder.text(7, head.address);
  binder.text(8, head.name);
  binder.text(9, head.employer_name);
  for (int at = 0; at < 3; ++at) {
    binder.text(10 + at, head.telephone[static_cast<std::size_t>(at)]);
  }
}

void read_medium(std::string_view line, Head& head, OfficeCode& office, Report& report) {
  const Cells cells(line);
  const bool of_attorney = is_of_attorney(cells);
  const auto items = of_attorney ? attorney_medium_items() : medium_items();
  if (!check_line(cells, items, 1, report)) return;
  CellReader reader(cells);
  if (of_attorney) {
    reader.text(3, head.attorney_number);
  } else {
    bind_office(reader, office);
  }
  reader.count(4, head.medium_serial);
  head.made_on = *base::Date::parse_compact(cells.at(5));
}

void read_mark(std::string_view line, std::string_view mark, std::uint64_t number, Report& report) {
  if (line != mark) report.add(mark_is_missing(mark), number, 1);
}

void refuse(const CellWriter& writer, std::span<const Item> items, std::uint64_t line,
            Report& report) {
  for (int item : writer.refused) {
    report.add(cannot_be_written(), line, 0, &items[static_cast<std::size_t>(item - 1)]);
  }
}

}  // namespace

Head read_head(std::span<const std::string_view, head_lines_count> lines, Report& report) {
  Head head;
  OfficeCode of_medium;
  read_medium(lines[0], head, of_medium, report);
  read_mark(lines[1], head_mark, 2, report);
  const Cells count(lines[2]);
  if (check_line(count, count_items(), 3, report)) CellReader(count).text(1, head.attorney_name);
  const Cells establishment(lines[3]);
  if (check_line(establishment, establishment_items(), 4, report)) {
    CellReader reader(establishment);
    bind_establishment(reader, head);
    if (!of_medium.symbol.empty() && of_medium != head.office) {
      report.add(is_other_establishment(), 4, 1, &establishment_items()[0]);
    }
  }
  read_mark(lines[4], data_mark, 5, report);
  return head;
}

std::array<std::string, head_lines_count> write_head(const Head& head, Report& report) {
  const bool of_attorney = !head.attorney_number.empty();
  CellWriter medium(of_attorney ? attorney_medium_items() : medium_items());
  if (of_attorney) {
    medium.text(3, head.attorney_number);
  } else {
    bind_office(medium, head.office);
  }
  medium.count(4, head.medium_serial);
  medium.set(5, head.made_on.compact());
  medium.set(6, std::string(representative_code));
  refuse(medium, medium_items(), 1, report);

  CellWriter count(count_items());
  count.text(1, head.attorney_name);
  count.set(2, "001");
  refuse(count, count_items(), 3, report);

  CellWriter establishment(establishment_items());
  bind_establishment(establishment, head);
  refuse(establishment, establishment_items(), 4, report);
  return {medium.line(), std::string(head_mark), count.line(), establishment.line(),
          std::string(data_mark)};
}

}  // namespace kenpo::format::notification_csv
