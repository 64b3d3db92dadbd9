#include "format/claim/looks_like.h"

#include "format/claim/digits.h"

namespace kenpo::format::claim {

namespace {

/// The field of the first line, cut at its comma; moves `rest` behind it.
std::string_view take_field(std::string_view& rest) {
  const std::size_t end = rest.find_first_of(",\r\n");
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return field;
}

bool is_number(std::string_view field, std::size_t digits_limit) {
  return !field.empty() && field.size() <= digits_limit && all_digits(field);
}

bool is_provider_head(std::string_view id) { return id == "IR" || id == "YK" || id == "HM"; }

/// A kind of claim has this head and this 点数表.
bool has_service(std::string_view id, std::string_view table) {
  for (const ServiceRow& row : services()) {
    if (id_of(row.head) == id && table.size() == 1 && table[0] == row.point_table) return true;
  }
  return false;
}

}  // namespace

std::optional<Form> looks_like(std::string_view beginning) {
  std::string_view rest = beginning.substr(0, recognise_bytes);
  const std::string_view first = take_field(rest);
  if (is_provider_head(first)) {
    // 審査支払機関 1 digit, 都道府県 2, 点数表 1, code 7
    const bool reviewer = is_number(take_field(rest), 1);
    const std::string_view prefecture = take_field(rest);
    const bool table = has_service(first, take_field(rest));
    const bool provider = take_field(rest).size() == 7;
    if (reviewer && prefecture.size() == 2 && table && provider) return Form::provider;
    return std::nullopt;
  }
  if (!is_number(first, 2) || !is_number(take_field(rest), 5) || !is_number(take_field(rest), 3)) {
    return std::nullopt;
  }
  // The first receipt begins with MN; a file of returns begins with HI.
  const Record record = record_of(take_field(rest));
  if (record == Record::mn) return Form::insurer;
  if (record == Record::hi) return Form::returned;
  return std::nullopt;
}

}  // namespace kenpo::format::claim
