#include "format/transfer/transfer.h"

#include <algorithm>
#include <iterator>

#include "format/transfer/words.h"

namespace kenpo::format::transfer {

base::Yen TransferFile::total() const {
  base::Yen sum;
  for (const auto& payment : payments) sum += payment.amount;
  return sum;
}

bool looks_like(std::string_view prefix) {
  if (prefix.size() <= record_bytes || prefix[0] != '1') return false;
  const auto kind = prefix.substr(1, 2);
  constexpr std::string_view kinds[] = {"21", "11", "12", "71", "72"};
  const bool transfer = std::ranges::find(kinds, kind) != std::end(kinds);
  const bool client = prefix.substr(4, 10).find_first_not_of("0123456789") == prefix.npos;
  const char next = prefix[record_bytes];
  return transfer && client && (next == '\r' || next == '\n' || next == '2');
}

base::Result<std::string> text_for(std::string_view utf8, Payee payee, std::size_t length_bytes,
                                   const base::Plain& field) {
  auto made = to_bank_text(utf8, payee);
  const auto fault_at = [&](base::Fault fault) {
    fault.place.field = field;
    return fault;
  };
  if (!made.lost.empty()) return fault_at(has_no_spelling(made.lost.size()));
  const auto characters = [](const std::string& text) {
    std::size_t count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return count;
  };
  if (characters(made.text) > length_bytes) {
    const Field limit = {"", 1, static_cast<std::uint8_t>(length_bytes), Kind::text};
    return fault_at(is_too_long(limit));
  }
  return std::move(made.text);
}

}  // namespace kenpo::format::transfer
