#include "format/notification_csv/cell_reader.h"

#include "base/cp932.h"

namespace kenpo::format::notification_csv {

using base::Yen;

void CellReader::text(int item, std::string& into) {
  into = base::decode_cp932(cells_.at(item)).text;
}

void CellReader::date(int item, std::optional<base::Date>& into) {
  into = cells_.at(item).empty() ? std::nullopt : date_of(cells_.at(item), cells_.at(item + 1));
}

void CellReader::month(int item, base::Month& into) {
  into = *month_of(cells_.at(item), cells_.at(item + 1), cells_.at(item + 2));
}

void CellReader::month(int item, std::optional<base::Month>& into) {
  into = month_of(cells_.at(item), cells_.at(item + 1), cells_.at(item + 2));
}

void CellReader::yen(int item, std::optional<Yen>& into) {
  const auto number = number_of(cells_.at(item));
  into = number ? std::optional(Yen(*number)) : std::nullopt;
}

void CellReader::thousand_yen(int item, std::optional<Yen>& into) {
  const auto number = number_of(cells_.at(item));
  into = number ? std::optional(Yen(*number) * 1000) : std::nullopt;
}

void CellReader::individual_number(int item, std::optional<base::IndividualNumber>& into) {
  into = base::IndividualNumber::parse(cells_.at(item));
}

void CellReader::pension_number(int item, std::optional<PensionNumber>& into) {
  const auto office_code = cells_.at(item);
  const auto serial = cells_.at(item + 1);
  if (office_code.empty() && serial.empty()) {
    into = std::nullopt;
  } else {
    into = PensionNumber{std::string(office_code), std::string(serial)};
  }
}

}  // namespace kenpo::format::notification_csv
