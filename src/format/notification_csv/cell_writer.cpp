#include "format/notification_csv/cell_writer.h"

#include "base/cp932.h"
#include "base/era.h"

namespace kenpo::format::notification_csv {

using base::Yen;

namespace {

constexpr int era_years_limit = 99;  // two digits

std::string padded(std::int64_t number, std::size_t length) {
  auto text = std::to_string(number);
  if (text.size() < length) text.insert(0, length - text.size(), '0');
  return text;
}

}  // namespace

const Item& CellWriter::item_of(int item) const {
  const auto& found = items_[static_cast<std::size_t>(item - 1)];
  KENPO_REQUIRE(found.number == item);
  return found;
}

void CellWriter::set(int item, std::string bytes) {
  cells_[static_cast<std::size_t>(item_of(item).number - 1)] = std::move(bytes);
}

std::string CellWriter::line() const {
  std::string joined;
  for (const auto& cell : cells_) {
    if (&cell != &cells_.front()) joined += ',';
    joined += cell;
  }
  return joined;
}

void CellWriter::text(int item, const std::string& from) {
  auto encoded = base::encode_cp932(from);
  if (!encoded.lost.empty() || encoded.bytes.find_first_of(",\r\n") != std::string::npos) {
    refused.push_back(item);
    return;
  }
  set(item, std::move(encoded.bytes));
}

void CellWriter::date(int item, const base::Date& from) {
  const auto day = base::in_era(from);
  if (!day || day->year > era_years_limit) {
    refused.push_back(item + 1);
    return;
  }
  set(item, std::to_string(day->era->notification_code));
  set(item + 1, padded(day->year, 2) + padded(day->month, 2) + padded(day->day, 2));
}

void CellWriter::date(int item, const std::optional<base::Date>& from) {
  if (from) date(item, *from);
}

void CellWriter::month(int item, const base::Month& from) {
  // The era of the month's last day: the month of a change belongs to the new era.
  const auto day = base::in_era(from.last_day());
  if (!day || day->year > era_years_limit) {
    refused.push_back(item + 2);
    return;
  }
  set(item, std::to_string(day->era->notification_code));
  set(item + 1, padded(day->year, 2));
  set(item + 2, padded(day->month, 2));
}

void CellWriter::month(int item, const std::optional<base::Month>& from) {
  if (from) month(item, *from);
}

void CellWriter::count(int item, const int& from) {
  set(item, padded(from, item_of(item).shortest_bytes));
}

void CellWriter::count(int item, const std::optional<int>& from) {
  if (from) count(item, *from);
}

void CellWriter::yen(int item, const Yen& from) { set(item, std::to_string(from.amount())); }

void CellWriter::yen(int item, const std::optional<Yen>& from) {
  if (from) yen(item, *from);
}

void CellWriter::thousand_yen(int item, const std::optional<Yen>& from) {
  constexpr std::int64_t unit_yen = 1000;
  if (!from) return;
  if (from->amount() % unit_yen != 0) {
    refused.push_back(item);
    return;
  }
  constexpr std::size_t digits = 4;
  set(item, padded(from->amount() / unit_yen, digits));
}

void CellWriter::individual_number(int item, const std::optional<base::IndividualNumber>& from) {
  if (from) set(item, std::string(from->open_for_sealing()));
}

void CellWriter::pension_number(int item, const std::optional<PensionNumber>& from) {
  if (!from) return;
  text(item, from->office_code);
  text(item + 1, from->serial);
}

}  // namespace kenpo::format::notification_csv
