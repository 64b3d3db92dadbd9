#include "format/claim/codes.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

namespace kenpo::format::claim {

namespace {

constexpr std::size_t symbols = 36;           // 0 to 9, A to Z
constexpr std::size_t code_width = symbols + 1;  // a second character, or none
constexpr std::size_t no_symbol = 99;

constexpr std::size_t symbol_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0');
  if (c >= 'A' && c <= 'Z') return static_cast<std::size_t>(c - 'A') + 10;
  return no_symbol;
}

/// Where a code of one or two characters stands in a set; `no_symbol` × … never occurs.
constexpr std::size_t place_of(std::string_view code) {
  if (code.empty() || code.size() > 2) return symbols * code_width;
  const std::size_t first = symbol_of(code[0]);
  const std::size_t second = code.size() == 2 ? symbol_of(code[1]) : symbols;
  if (first == no_symbol || second == no_symbol) return symbols * code_width;
  return first * code_width + second;
}

constexpr std::uint8_t longer_codes = 255;  // a width: one code of more than two characters

struct CodeIndex {
  std::array<std::bitset<symbols * code_width + 1>, code_sets_count> known;
  /// Bytes of one code where a field holds several.
  std::array<std::uint8_t, code_sets_count> width{};
  std::array<std::vector<std::string_view>, code_sets_count> longer;  // of more than two characters

  CodeIndex() {
    for (const CodeRow& row : code_rows()) {
      const auto set = static_cast<std::size_t>(row.set);
      if (row.code.size() > 2) {
        longer[set].push_back(row.code);
        width[set] = longer_codes;
      } else {
        known[set].set(place_of(row.code));
      }
    }
    width[static_cast<std::size_t>(CodeSet::ward)] = 2;
    width[static_cast<std::size_t>(CodeSet::remark)] = 2;
  }
};

const CodeIndex& code_index() {
  static const CodeIndex made;
  return made;
}

constexpr std::uint8_t payer_bits(std::string_view payers) {
  std::uint8_t bits = 0;
  for (char c : payers) bits = static_cast<std::uint8_t>(bits | 1u << (c - '0'));
  return bits;
}

struct PayerRow {
  char code;
  std::string_view payers;  // 0 health insurance, 1 to 4 public payers
};
// 別表21 負担区分コード.
constexpr PayerRow payer_rows[] = {
    {'1', "0"},    {'5', "1"},    {'6', "2"},    {'B', "3"},    {'C', "4"},    {'2', "01"},
    {'3', "02"},   {'E', "03"},   {'G', "04"},   {'7', "12"},   {'H', "13"},   {'I', "14"},
    {'J', "23"},   {'K', "24"},   {'L', "34"},   {'4', "012"},  {'M', "013"},  {'N', "014"},
    {'O', "023"},  {'P', "024"},  {'Q', "034"},  {'R', "123"},  {'S', "124"},  {'T', "134"},
    {'U', "234"},  {'V', "0123"}, {'W', "0124"}, {'X', "0134"}, {'Y', "0234"}, {'Z', "1234"},
    {'9', "01234"},
};

constexpr auto payer_table = [] {
  std::array<std::uint8_t, 128> table{};
  for (const PayerRow& row : payer_rows) {
    table[static_cast<std::size_t>(row.code)] = payer_bits(row.payers);
  }
  return table;
}();

}  // namespace

bool has_code(CodeSet set, std::string_view field) {
  const CodeIndex& index = code_index();
  const auto& known = index.known[static_cast<std::size_t>(set)];
  switch (const std::size_t width = index.width[static_cast<std::size_t>(set)]) {
    case 0: return known.test(place_of(field));
    case longer_codes: {
      const auto& longer = index.longer[static_cast<std::size_t>(set)];
      return std::ranges::find(longer, field) != longer.end();
    }
    default:
      for (std::size_t at = 0; at < field.size(); at += width) {
        if (!known.test(place_of(field.substr(at, width)))) return false;
      }
      return true;
  }
}

std::string_view code_name(CodeSet set, std::string_view code) {
  for (const CodeRow& row : code_rows()) {
    if (row.set == set && row.code == code) return row.name;
  }
  return {};
}

std::uint8_t payers_of(char payer_set) {
  const auto at = static_cast<unsigned char>(payer_set);
  return at < payer_table.size() ? payer_table[at] : std::uint8_t{0};
}

}  // namespace kenpo::format::claim
