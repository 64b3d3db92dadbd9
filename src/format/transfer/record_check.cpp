#include "format/transfer/record_check.h"

#include <algorithm>
#include <optional>

#include "format/transfer/bank_text.h"
#include "format/transfer/words.h"

namespace kenpo::format::transfer {

namespace {

struct Found {
  base::Fault fault;
  std::size_t offset = 0;
};

bool is_blank(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return c == ' '; });
}
bool is_digits(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Found> check_field(const Field& field, std::string_view bytes) {
  switch (field.kind) {
    case Kind::fixed:
      if (bytes != field.allowed) return Found{is_not_fixed(field)};
      break;
    case Kind::code:
      if (field.allowed.find(bytes[0]) == field.allowed.npos) return Found{is_not_fixed(field)};
      break;
    case Kind::digits:
      if (!is_digits(bytes)) return Found{is_not_digits(field)};
      break;
    case Kind::digits_or_blank:
      if (!is_digits(bytes) && !is_blank(bytes)) return Found{is_not_digits(field)};
      break;
    case Kind::text:
    case Kind::edi: {
      const bool edi = field.kind == Kind::edi;
      const auto allowed = edi ? BankCharacters::edi : BankCharacters::some_banks;
      const auto bad = first_outside_bank(bytes, allowed);
      if (bad != bytes.npos) return Found{has_other_character(), bad};
      break;
    }
    case Kind::blank:
      if (!is_blank(bytes)) return Found{is_not_blank(), bytes.find_first_not_of(' ')};
      break;
  }
  return std::nullopt;
}

}  // namespace

void Report::add(base::Fault fault, std::uint64_t record, std::uint32_t column,
                 std::string_view field) {
  if (full()) return;
  const bool last = faults_.size() + 1 == base::faults_limit;
  if (last) fault = more_faults_follow();
  fault.place = {file_, record, last ? 0 : column, {}};
  if (!last) fault.place.field = base::Plain::name(field);
  faults_.push_back(std::move(fault));
}

bool check_record(std::string_view record, std::span<const Field> fields, std::uint64_t number,
                  Report& report) {
  bool good = true;
  for (const auto& field : fields) {
    auto found = check_field(field, bytes_of(record, field));
    if (!found) continue;
    good = false;
    report.add(std::move(found->fault), number,
               field.offset + static_cast<std::uint32_t>(found->offset), field.name);
  }
  return good;
}

}  // namespace kenpo::format::transfer
